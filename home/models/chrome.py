"""What surrounds every page: identity and footer, menus, alert banners. One of each per language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import TranslatableMixin

from core.blocks import LinkBlock
from core.fields import StreamField
from core.validators import validate_year


class SiteIdentity(TranslatableMixin, models.Model):
    """The portal's name, its owner and the legal lines of the footer.

    Which laws the lines cite is the editors' text, not the program's: laws change.
    """

    name = models.CharField(_("name of the portal"), max_length=160)
    tagline = models.CharField(_("line below the name"), max_length=160, blank=True)
    logo = models.ForeignKey(
        "core.PortalImage",
        verbose_name=_("emblem"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    governing_body = models.CharField(_("governing body"), max_length=255, blank=True)
    responsible_person = models.CharField(_("responsible for the content"), max_length=255, blank=True)
    address = models.CharField(_("address"), max_length=255, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    legal_lines = models.TextField(_("legal lines"), blank=True, help_text=_("Licence, legal basis; one a line."))
    reuse_note = models.CharField(
        _("condition of re-use"), max_length=255, blank=True, help_text=_("For example: name the source.")
    )
    show_approval = models.BooleanField(
        _("say at the foot of each page who approved it"),
        default=False,
        help_text=_("The name of the person as in the account, never the login name, and the day."),
    )

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("tagline"), FieldPanel("logo")], heading=_("Identity")),
        MultiFieldPanel(
            [
                FieldPanel("governing_body"),
                FieldPanel("responsible_person"),
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldPanel("legal_lines"),
                FieldPanel("reuse_note"),
                FieldPanel("show_approval"),
            ],
            heading=_("Footer"),
        ),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("identity and footer")
        verbose_name_plural = _("identity and footer")
        constraints = [models.UniqueConstraint(fields=["locale"], name="one_identity_per_language")]

    def __str__(self) -> str:
        return self.name


class MenuLeafBlock(blocks.StructBlock):
    """An entry of the third level."""

    link = LinkBlock(label=_("link"))

    class Meta:
        icon = "link"
        label = _("Entry")


class MenuBranchBlock(blocks.StructBlock):
    """An entry of the second level."""

    link = LinkBlock(label=_("link"))
    children = blocks.ListBlock(MenuLeafBlock(), label=_("third level"), max_num=12, collapsed=True)

    class Meta:
        icon = "link"
        label = _("Entry")


class MenuRootBlock(blocks.StructBlock):
    """An entry of the first level."""

    link = LinkBlock(label=_("link"))
    children = blocks.ListBlock(MenuBranchBlock(), label=_("second level"), max_num=14, collapsed=True)

    class Meta:
        icon = "list-ul"
        label = _("Main entry")


class MenuPosition(models.TextChoices):
    """Where a menu stands."""

    MAIN = "main", _("top of the page")
    FOOTER = "footer", _("foot of the page")


class Menu(TranslatableMixin, models.Model):
    """A menu of up to three levels."""

    position = models.CharField(_("position"), max_length=10, choices=MenuPosition, default=MenuPosition.MAIN)
    items = StreamField([("item", MenuRootBlock())], blank=True, verbose_name=_("entries"))

    panels = [FieldPanel("position"), FieldPanel("items")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("menu")
        verbose_name_plural = _("menus")
        constraints = [models.UniqueConstraint(fields=["position", "locale"], name="one_menu_per_position")]

    def __str__(self) -> str:
        return self.get_position_display()


class AlertLevel(models.TextChoices):
    """How urgent an alert is."""

    INFO = "info", _("Information")
    IMPORTANT = "important", _("Important")
    URGENT = "urgent", _("Urgent")


class AlertBanner(TranslatableMixin, models.Model):
    """A banner over every page, or over the pages of one department, between two instants."""

    level = models.CharField(_("level"), max_length=10, choices=AlertLevel, default=AlertLevel.INFO)
    text = models.CharField(_("text"), max_length=200)
    link_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page with more"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    link_url = models.URLField(_("or an address"), blank=True)
    link_text = models.CharField(_("words of the link"), max_length=80, blank=True)
    organisation = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("only in the section of"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Empty: on the whole portal."),
    )
    starts_at = models.DateTimeField(_("from"), validators=[validate_year])
    ends_at = models.DateTimeField(_("until"), validators=[validate_year])

    panels = [
        FieldPanel("level"),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        PageChooserPanel("organisation"),
        MultiFieldPanel(
            [PageChooserPanel("link_page"), FieldPanel("link_url"), FieldPanel("link_text")],
            heading=_("Link"),
        ),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("alert banner")
        verbose_name_plural = _("alert banners")
        ordering = ["-starts_at"]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The end must be after the beginning.")})
        if self.link_page and self.link_url:
            raise ValidationError({"link_url": _("Choose a page or give an address, not both.")})
