"""What changes the index. What may no longer be seen goes at once; what may be seen now comes by a task.

The first costs one UPDATE in the editor's request and holds even while no worker runs; the second is the slow part.
"""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core.cache import forget_of_pages
from core.models import BasePage
from core.privacy import with_aliases
from core.searchable import facts_changed, registered_sources
from search import abbreviations, tasks
from search.indexing import instance_key
from search.models import Abbreviation, SearchEntry

# A save of these alone says nothing that readers could find.
UNSEEN = {"latest_revision", "draft_title", "latest_revision_created_at", "has_unpublished_changes", "locked"}


def hide(**lookup: Any) -> int:
    """Take entries from readers now (a task clears them away); return how many."""
    return SearchEntry.objects.filter(public=True, **lookup).update(public=False)


def _later(task: Any, *arguments: Any) -> None:
    transaction.on_commit(partial(task.enqueue, *arguments))


@receiver(post_save)
def follow_save(sender, instance, raw=False, update_fields=None, **kwargs) -> None:
    """Follow the saving of a page or of a registered thing."""
    if raw:
        return
    if isinstance(instance, BasePage):
        if not (update_fields and set(update_fields) <= UNSEEN):
            follow_page(instance)
    elif type(instance) in registered_sources():
        follow_instance(instance)


def follow_page(page: Page) -> None:
    """A page that is not live is hidden now; a live one is read by a task; a draft never public is neither."""
    if page.live or hide(page=page.pk):
        _later(tasks.index_page, page.pk)


@receiver([page_published, page_unpublished])
def follow_publication(sender, instance, **kwargs) -> None:
    """Labels and files that a publication stores after the page itself count too."""
    follow_page(instance)


@receiver(facts_changed)
def follow_facts(sender, instance, **kwargs) -> None:
    """Follow what another room says."""
    if isinstance(instance, Page):
        hide(page=instance.pk)
        _later(tasks.index_page, instance.pk)
    else:
        follow_instance(instance)


@receiver(post_page_move)
def follow_move(sender, instance, url_path_before, **kwargs) -> None:
    """A moved page and those below it have other addresses, perhaps another department or privacy."""
    _read_anew(instance)


def _read_anew(page: Page) -> None:
    """Hide a page with all below it, and the aliases that show one of them; a task reads what is still public."""
    for path in with_aliases([page.path]):
        hide(page__path__startswith=path)
        _later(tasks.index_below, path)


@receiver(page_slug_changed)
def follow_slug(sender, instance, **kwargs) -> None:
    """So have pages below one whose address changed."""
    _later(tasks.index_below, instance.path)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def follow_privacy(sender, instance, **kwargs) -> None:
    """A page that became private is gone with all below it before the editor sees the answer."""
    _read_anew(instance.page)


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
def follow_collection_privacy(sender, instance, **kwargs) -> None:
    """The same for documents of a collection; what was offered of their titles is asked for anew."""
    forget_of_pages()
    hide(document__collection__path__startswith=instance.collection.path)
    _later(tasks.index_files_below, instance.collection.path)


@receiver(post_save, sender=get_document_model())
def follow_document(sender, instance, raw=False, **kwargs) -> None:
    """Read a new or replaced file; until then its old text is not offered."""
    if not raw:
        hide(document=instance.pk)
        _later(tasks.read_file, instance.pk)


@receiver([post_save, post_delete], sender=Abbreviation)
def follow_abbreviations(sender, **kwargs) -> None:
    """A changed abbreviation holds from the next query on."""
    abbreviations.forget_abbreviations()


def follow_instance(instance: Model) -> None:
    """Follow the saving of something that is not a page."""
    hide(key=instance_key(instance))
    _later(tasks.index_instance, instance._meta.label_lower, str(instance.pk))


@receiver(post_delete)
def forget_instance(sender, instance, **kwargs) -> None:
    """Follow its deletion; the entries of a page go with the page."""
    if type(instance) in registered_sources():
        SearchEntry.objects.filter(key=instance_key(instance)).delete()
