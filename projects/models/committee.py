"""Committees that steer schemes."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.search import index

from core.fields import fixed, words
from core.models import BasePage, TranslatedRow
from core.privacy import is_public, open_to_all
from projects.enums import CommitteeKind, MemberRole
from projects.forms import DayForm


class CommitteePage(BasePage):
    """A steering committee, executive board or working group: who founded it, who is in it on a day."""

    kind = models.CharField(_("kind"), max_length=20, choices=CommitteeKind, default=CommitteeKind.STEERING)
    lead = models.TextField(_("what it is for"), max_length=500, blank=True)
    founding_decision = models.CharField(
        _("founding decision"), max_length=255, blank=True, help_text=_("Number, day and issuer, as printed.")
    )
    founding_document = models.ForeignKey(
        "legal.LegalDocumentPage",
        verbose_name=_("founding decision in the register"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    standing_agency = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("standing agency"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("kind"),
        FieldPanel("lead"),
        FieldRowPanel([FieldPanel("founding_decision"), FieldPanel("founding_document")]),
        FieldPanel("standing_agency"),
        InlinePanel("members", label=_("member"), heading=_("Members")),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("founding_decision"),
        index.SearchField("body_text"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *fixed("kind", "founding_document", "standing_agency"),
    ]
    parent_page_types = ["projects.SchemeIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A committee, board or working group that steers schemes.")
    template = "projects/committee_page.html"
    display_select_related = ("standing_agency", "founding_document")

    class Meta:
        verbose_name = _("committee")
        verbose_name_plural = _("committees")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.lead or self.founding_decision

    @property
    def short_texts(self) -> list[str]:
        return [self.founding_decision]

    @property
    def body_text(self) -> str:
        return " ".join(f"{member.name} {member.post}" for member in self.members.all())

    @property
    def shown_founding_document(self):
        """The founding decision, if the public may open it."""
        document = self.founding_document
        return document if document and is_public(document) else None

    def members_on(self, day: date) -> list["CommitteeMember"]:
        """Return who is in the committee on ``day``, by role."""
        order = list(MemberRole)
        members = [member for member in self.members.all() if member.is_in_office(day)]
        return sorted(members, key=lambda member: order.index(MemberRole(member.role)))

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        day = DayForm.day_in(request.GET) or timezone.localdate()
        context["day"] = day
        context["form"] = DayForm(initial={"ngay": day})
        context["members"] = self.members_on(day)
        context["schemes"] = open_to_all(self.schemes.filter(locale_id=self.locale_id)).order_by("title")
        return context


class CommitteeMember(TranslatedRow):
    """Somebody in a committee, from a day until a day."""

    committee = ParentalKey(CommitteePage, on_delete=models.CASCADE, related_name="members")
    role = models.CharField(_("role"), max_length=20, choices=MemberRole, default=MemberRole.MEMBER)
    name = models.CharField(_("name"), max_length=100)
    post = models.CharField(
        _("post"), max_length=200, blank=True, help_text=_("The post held beside this role, as in the decision.")
    )
    from_on = models.DateField(_("from"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True, help_text=_("The last day; empty while it lasts."))

    translatable_fields = words("post")

    panels = [
        FieldRowPanel([FieldPanel("role"), FieldPanel("name")]),
        FieldPanel("post"),
        FieldRowPanel([FieldPanel("from_on"), FieldPanel("until_on")]),
    ]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("member of a committee")
        verbose_name_plural = _("members of a committee")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.from_on and self.until_on and self.until_on < self.from_on:
            raise ValidationError({"until_on": _("The end cannot be before the beginning.")})

    def is_in_office(self, day: date) -> bool:
        """Tell whether this person is in the committee on ``day``."""
        return (self.from_on is None or self.from_on <= day) and (self.until_on is None or self.until_on >= day)
