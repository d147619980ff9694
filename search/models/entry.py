"""One flat row for each thing that can be found."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search import index

from core.searchable import KINDS
from search.analysis import KEY, TITLE, glued_forms, key_forms, terms, words_of

# An engine word that stands for a field (lĩnh vực), so that a list of them can be filtered like a column.
FIELD = "zf"
# Databases do not agree where in an order no day belongs, so there is always one.
UNKNOWN_DAY = date(1900, 1, 1)


class SearchEntry(index.Indexed, models.Model):
    """A page, a file that a page offers, or another room's thing, as the search box knows it.

    Only what the public may see has a row with ``public``; readers' queries see no other. The lines of folded and
    marked words are what the scorer compares; the engine holds ``terms``.
    """

    # "page:12" · "file:12:34" (page 12, document 34) · "departments.person:7"
    key = models.CharField(max_length=100, unique=True)
    page = models.ForeignKey(Page, null=True, on_delete=models.CASCADE, related_name="+")
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    language = models.CharField(max_length=10)
    kind = models.CharField(max_length=20)
    title = models.TextField()
    lead = models.TextField(blank=True)
    body = models.TextField(blank=True)
    keys = models.JSONField(default=list)
    url = models.TextField()
    day = models.DateField(default=UNKNOWN_DAY)
    year = models.PositiveSmallIntegerField(null=True)
    organisation_id = models.PositiveBigIntegerField(null=True)
    fields = models.JSONField(default=list)
    public = models.BooleanField(default=True)

    title_folded = models.TextField()
    title_marked = models.TextField()
    body_folded = models.TextField()
    body_marked = models.TextField()
    # How much of body_folded is the lead.
    lead_length = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64)

    search_fields = [
        index.SearchField("terms"),
        index.FilterField("language"),
        index.FilterField("kind"),
        index.FilterField("organisation_id"),
        index.FilterField("year"),
        index.FilterField("day"),
        index.FilterField("public"),
        index.FilterField("key"),
        index.FilterField("id"),
    ]
    # search.indexing writes entry and index together; a signal for each save would write the index twice.
    search_auto_update = False
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = [
            models.Index(fields=["-day", "-id"], name="search_entry_newest"),
            models.Index(fields=["document"], name="search_entry_document"),
            # Facets are counted from it alone, without the long texts; the language stands last, so that it is chosen
            # for nothing else.
            models.Index(
                fields=["kind", "organisation_id", "year", "fields", "language", "public", "id"],
                name="search_entry_facets",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def kind_label(self):
        """The kind's name for readers."""
        return KINDS.get(self.kind, KINDS["page"])

    @property
    def known_day(self) -> date | None:
        """The day that readers sort by, if there is one."""
        return None if self.day == UNKNOWN_DAY else self.day

    def terms(self) -> str:
        """Return the set of words that the engine holds, sorted."""
        title, text = words_of(self.title), words_of(f"{self.lead}\n{self.body}")
        whole = "\n".join([self.title, *self.keys, self.lead, self.body])
        found = terms(title, TITLE) | terms(title) | terms(text) | glued_forms(whole)
        for key in self.keys:
            words = words_of(key)
            found |= terms(words) | terms(words, TITLE) | {KEY + form for form in key_forms(key)}
        found |= {field_term(name) for name in self.fields}
        return " ".join(sorted(found))


def field_term(name: str) -> str:
    """Return the engine's word for a field's name."""
    return FIELD + "".join(word.marked for word in words_of(name))
