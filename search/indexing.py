"""Entries from what is public: the one place that writes them, and the index with them."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model, Q
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Page, ReferenceIndex
from wagtail.search.backends import get_search_backend

from core.privacy import is_public
from core.searchable import Findable, SearchFacts, registered_sources
from departments.ownership import owning_organisation
from search.abbreviations import learn
from search.analysis import folded_line, marked_line, words_of
from search.models import DocumentText, SearchEntry
from search.models.entry import UNKNOWN_DAY
from search.vocabulary_building import add_new_words

# Raise it when the analysis changes: rebuild_index then reads every entry anew.
VERSION = 2
# How much of a text the scorer compares, and how much of it the engine knows.
SCORED_WORDS, KEPT_CHARACTERS = 2_000, 200_000


def page_key(page_id: int) -> str:
    """Return the key of a page's own entry."""
    return f"page:{page_id}"


def instance_key(instance: Model) -> str:
    """Return the key of the entry of something that is not a page."""
    return f"{instance._meta.label_lower}:{instance.pk}"


def entries_of_page(page: Page) -> list[SearchEntry]:
    """Return the entries that a page should have, unsaved: itself and its files; none if it is not public."""
    page = page.specific
    facts = page.search_facts() if hasattr(page, "search_facts") else None
    if facts is None or not is_public(page):
        return []
    url = page.url
    if not url:
        return []
    language = page.locale.language_code
    owner = facts.organisation_id or getattr(owning_organisation(page), "pk", None)
    entries = [build(page_key(page.pk), facts, url, language, owner, page_id=page.pk)]
    return [*entries, *_entries_of_files(page, facts, url, language, owner)]


def _entries_of_files(page: Page, facts: SearchFacts, url: str, language: str, owner: int | None):
    documents = _open_documents(page)
    texts = {text.document_id: text.text for text in DocumentText.objects.filter(document__in=documents)}
    for document in documents:
        file_facts = SearchFacts(
            kind="file",
            title=document.title,
            lead=facts.title,
            body=texts.get(document.pk, ""),
            day=facts.day,
            fields=facts.fields,
        )
        key = f"file:{page.pk}:{document.pk}"
        yield build(key, file_facts, url, language, owner, page_id=page.pk, document_id=document.pk)


def _open_documents(page: Page) -> list[Any]:
    """Return the documents that a page refers to and that anybody may fetch.

    Read from the page itself: Wagtail's table of references is brought up to date by a task that may come later.
    """
    model = get_document_model()
    content_type = ReferenceIndex._get_base_content_type(model).pk
    references = ReferenceIndex._extract_references_from_object(page)
    wanted = {int(target) for kind, target, *_path in references if kind == content_type}
    if not wanted:
        return []
    return list(model.objects.filter(pk__in=wanted, collection__in=open_collections()).order_by("pk"))


def open_collections():
    """Return the collections that neither they nor one above them restricts."""
    collections = Collection.objects.all()
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        collections = collections.exclude(path__startswith=path)
    return collections


def entry_of_instance(instance: Model, described: Findable | None) -> SearchEntry | None:
    """Return the entry that something not a page should have, unsaved.

    On a page that is not public it is kept but not shown, so that it comes back with the page.
    """
    if described is None:
        return None
    page = Page.objects.filter(pk=described.page_id).first() if described.page_id is not None else None
    if described.page_id is not None and page is None:
        return None
    entry = build(
        instance_key(instance),
        described.facts,
        described.url,
        described.language,
        described.facts.organisation_id,
        page_id=described.page_id,
    )
    entry.public = page is None or is_public(page)
    return entry


def build(
    key: str,
    facts: SearchFacts,
    url: str,
    language: str,
    organisation_id: int | None,
    *,
    page_id: int | None = None,
    document_id: int | None = None,
) -> SearchEntry:
    """Return an unsaved entry with everything derived from ``facts``."""
    body = facts.body[:KEPT_CHARACTERS].replace("\x00", " ")
    lead = facts.lead if facts.lead and not body.startswith(facts.lead) else ""
    title_words, lead_words = words_of(facts.title), words_of(lead)
    text_words = (lead_words + words_of(body))[:SCORED_WORDS]
    known = {"version": VERSION, "facts": asdict(facts), "url": url, "language": language, "owner": organisation_id}
    return SearchEntry(
        key=key,
        page_id=page_id,
        document_id=document_id,
        language=language,
        kind=facts.kind,
        title=facts.title,
        lead=lead,
        body=body,
        keys=list(facts.keys),
        url=url,
        day=facts.day or UNKNOWN_DAY,
        year=facts.day.year if facts.day else None,
        organisation_id=organisation_id,
        fields=list(facts.fields),
        public=True,
        title_folded=folded_line(title_words),
        title_marked=marked_line(title_words),
        body_folded=folded_line(text_words),
        body_marked=marked_line(text_words),
        lead_length=len(folded_line(lead_words)) if lead_words else 0,
        digest=hashlib.sha256(json.dumps(known, sort_keys=True, default=str).encode()).hexdigest(),
    )


UPDATED = [field.name for field in SearchEntry._meta.concrete_fields if field.name not in ("id", "key")]


def store(entries: Sequence[SearchEntry], *, learning: bool = True) -> int:
    """Write ``entries`` and the engine's index; return how many differed from what was there.

    ``learning`` also teaches the vocabulary their words; a rebuild counts all words afterwards instead.
    """
    known = dict(
        SearchEntry.objects.filter(key__in=[e.key for e in entries], public=True).values_list("key", "digest")
    )
    changed = [entry for entry in entries if known.get(entry.key) != entry.digest]
    if not changed:
        return 0
    with transaction.atomic():
        SearchEntry.objects.bulk_create(
            changed, update_conflicts=True, unique_fields=["key"], update_fields=UPDATED, batch_size=200
        )
        stored = list(SearchEntry.objects.filter(key__in=[entry.key for entry in changed]))
        get_search_backend().get_index_for_model(SearchEntry).add_items(SearchEntry, stored)
    if learning:
        add_new_words(stored)
        learn(f"{entry.lead} {entry.body}" for entry in stored)
    return len(changed)


def drop(entries: Iterable[SearchEntry]) -> None:
    """Take entries out of table and index."""
    entries = list(entries)
    index = get_search_backend().get_index_for_model(SearchEntry)
    for entry in entries:
        index.delete_item(entry)
    SearchEntry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()


def index_page(page_id: int) -> None:
    """Bring the entries of one page in step with it, those of its files too."""
    page = Page.objects.filter(pk=page_id).first()
    wanted = entries_of_page(page) if page else []
    store(wanted)
    own = Q(key__startswith="page:") | Q(key__startswith="file:")
    drop(SearchEntry.objects.filter(own, page=page_id).exclude(key__in=[entry.key for entry in wanted]))
    for key in SearchEntry.objects.filter(page=page_id).exclude(own).values_list("key", flat=True):
        label, pk = key.rsplit(":", 1)
        instance = apps.get_model(label)._default_manager.filter(pk=pk).first()
        if instance is not None:
            index_instance(instance)


def index_instance(instance: Model) -> None:
    """Bring the entry of something that is not a page in step with it."""
    describe = registered_sources()[type(instance)]
    entry = entry_of_instance(instance, describe(instance))
    if entry is None:
        drop(SearchEntry.objects.filter(key=instance_key(instance)))
    else:
        store([entry])
