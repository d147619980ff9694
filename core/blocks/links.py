"""The one way in which editors link to a page or an address."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.choosers import KeptPageChooserBlock
from core.privacy import is_public


class LinkValue(blocks.StructValue):
    """A link whose target may have gone: then it has no address and is not shown."""

    @property
    def target_url(self) -> str:
        """The address, or an empty string when the page is not public any more."""
        page = self.get("page")
        if page is not None:
            return (page.url or "") if is_public(page) else ""
        return self.get("url") or ""

    @property
    def text(self) -> str:
        """The words of the link: the editor's, else the page's title."""
        page = self.get("page")
        return self.get("title") or (page.title if page is not None else "") or self.get("url") or ""


class LinkBlock(blocks.StructBlock):
    """A link to a page of the portal or to an address elsewhere."""

    title = blocks.CharBlock(label=_("words of the link"), required=False)
    page = KeptPageChooserBlock(label=_("page"), required=False)
    url = blocks.CharBlock(
        label=_("address"),
        required=False,
        help_text=_("An address elsewhere (https://…) or on this portal (/…)."),
    )

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue

    def clean(self, value):
        value = super().clean(value)
        url = value.get("url")
        if bool(value.get("page")) == bool(url):
            raise ValidationError(_("Choose a page or give an address, not both."))
        if url and not url.startswith(("https://", "http://", "/", "mailto:", "tel:")):
            raise blocks.StructBlockValidationError(
                {"url": ValidationError(_("An address begins with https://, http://, /, mailto: or tel:"))}
            )
        if url and not value.get("title"):
            raise blocks.StructBlockValidationError({"title": ValidationError(_("Say where the link leads."))})
        return value
