"""Who wrote, photographed, filmed or translated an article."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from core.fields import words
from core.languages import name_of
from core.models import TranslatedRow
from news.enums import BylineRole


class NewsByline(TranslatedRow):
    """One name with one role: a known author or a free name."""

    page = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(
        "news.Author",
        verbose_name=_("author"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="bylines",
    )
    name = models.CharField(_("or a name"), max_length=120, blank=True)
    role = models.CharField(_("role"), max_length=20, choices=BylineRole, default=BylineRole.TEXT)

    translatable_fields = words("name")

    panels = [FieldRowPanel([FieldPanel("author"), FieldPanel("name"), FieldPanel("role")])]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")

    def __str__(self) -> str:
        return self.public_name

    def clean(self) -> None:
        super().clean()
        if not self.author_id and not self.name.strip():
            raise ValidationError({"name": _("Choose an author or write a name.")})

    @property
    def public_name(self) -> str:
        """The name to show."""
        return name_of(self.author) if self.author else self.said["name"]


def byline_lines(bylines: list[NewsByline]) -> list[tuple[str, list[str]]]:
    """Return the byline as readers know it, roles and names: names with the same roles share a line.

    ``[X text, X photo]`` → ``[("Tin và ảnh", ["X"])]``; ``[X text, Y photo]`` → ``[("Tin", ["X"]), ("Ảnh", ["Y"])]``.
    """
    roles_of: dict[str, list[str]] = {}
    for byline in bylines:
        roles = roles_of.setdefault(byline.public_name, [])
        if byline.role not in roles:
            roles.append(byline.role)
    order = list(BylineRole.values)
    names_with: dict[tuple[str, ...], list[str]] = {}
    for name, roles in roles_of.items():
        names_with.setdefault(tuple(sorted(roles, key=order.index)), []).append(name)
    return [(_roles_label(roles), names) for roles, names in names_with.items()]


def _roles_label(roles: tuple[str, ...]) -> str:
    words = [str(BylineRole(role).label) for role in roles]
    words = words[:1] + [word.lower() for word in words[1:]]
    if len(words) == 1:
        return words[0]
    return gettext("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}
