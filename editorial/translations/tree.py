"""Both trees in step: what a change of a Vietnamese page does to its English twin.

| in Vietnamese | in English |
|---|---|
| moved | the twin moves below the twin of the new parent, if that exists; else it stays |
| made private, or moved below a private page | the twin is as private; lifting that is a decision of its own |
| unpublished, withdrawn, expired | the twin is taken back too: what is no longer said must not live on in English |
| published again | the twin waits as a draft for its own approval |
| published with other figures, days or relations | the twin has them at once: they are no words |
| copied | the copy has no twin yet |
| translated while it is private | the twin is private from the start |
| deleted (only what was never public can be) | the twin stays, as a draft with a text of its own |

Nothing makes alias pages: a page under /en/ never shows Vietnamese text.
"""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import m2m_changed, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.signals import copy_for_translation_done, page_published, page_unpublished, post_page_move
from wagtail_localize.locales.components import LOCALE_COMPONENTS
from wagtail_localize.models import LocaleSynchronization, TranslationSource

from core.facts import carry_facts
from core.translation import is_source, words_changed


def forget_tree_synchronisation() -> None:
    """Take "synchronise content from another locale" out of the form of a language: it makes alias pages."""
    LOCALE_COMPONENTS[:] = [entry for entry in LOCALE_COMPONENTS if entry["model"] is not LocaleSynchronization]


@receiver(words_changed)
def refresh_segments(sender, page, **kwargs) -> None:
    """Let translators see the new words at once, beside what they have translated of the old ones."""
    source = TranslationSource.objects.get_for_instance_or_none(page)
    if source is not None:
        source.update_from_db()


@receiver(page_published)
def carry_facts_over(sender, instance, **kwargs) -> None:
    """Let translations have what their originals say in figures, days and relations."""
    if instance.alias_of_id:
        return
    if is_source(instance):
        original = Page.objects.get(pk=instance.pk).specific
        for twin in instance.get_translations().filter(alias_of__isnull=True):
            carry_facts(original, twin.specific)
        return
    original = _original_of(instance)
    if original is None:
        return
    carry_facts(original.specific, Page.objects.get(pk=instance.pk).specific)
    _let_others_point_at(original, instance)


def _original_of(page: Page) -> Page | None:
    same = Page.objects.filter(translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE)
    return same.first()


def _let_others_point_at(original: Page, twin: Page) -> None:
    """Let pages of the twin's language that had to point at ``original`` point at ``twin``, now that it is public."""
    pointing = ReferenceIndex.get_references_to(original).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    ids = [int(pk) for pk in pointing.values_list("object_id", flat=True)]
    for page in Page.objects.filter(pk__in=ids, locale=twin.locale_id, alias_of__isnull=True):
        if source := _original_of(page):
            carry_facts(source.specific, page.specific)


@receiver(post_page_move)
def move_twins(sender, instance, parent_page_after, url_path_before, url_path_after, **kwargs) -> None:
    """Move the translations of a page that was moved below another parent."""
    if url_path_before == url_path_after or not is_source(instance):
        return
    for twin in instance.get_translations().filter(alias_of__isnull=True):
        target = parent_page_after.get_translation_or_none(twin.locale)
        if target is None or twin.get_parent().pk == target.pk:
            continue
        if twin.specific.can_move_to(target) and _slug_is_free(twin, target):
            twin.specific.move(target, pos="last-child")
    close_twins(instance)


@receiver(post_save, sender=PageViewRestriction)
@receiver(m2m_changed, sender=PageViewRestriction.groups.through)
def follow_privacy(sender, instance, raw=False, **kwargs) -> None:
    """Make translations as private as what they translate."""
    if raw or not isinstance(instance, PageViewRestriction) or not is_source(instance.page):
        return
    for twin in instance.page.get_translations():
        PageViewRestriction.objects.filter(page=twin).delete()
    close_twins(instance.page)


@receiver(copy_for_translation_done)
def close_new_twin(sender, source_obj, target_obj, **kwargs) -> None:
    """A translation of a private page is private before anybody publishes it."""
    if isinstance(source_obj, Page) and is_source(source_obj):
        _close(source_obj, target_obj)


def close_twins(top: Page) -> None:
    """Restrict those translations of ``top`` and of the pages below it that anybody could open, as these are."""
    if not top.get_view_restrictions().exists():
        return
    pages = {page.translation_key: page for page in top.get_descendants(inclusive=True)}
    twins = Page.objects.filter(translation_key__in=pages.keys()).exclude(locale=top.locale_id)
    for twin in twins.order_by("path"):
        _close(pages[twin.translation_key], twin)


def _close(page: Page, twin: Page) -> None:
    if twin.get_view_restrictions().exists():
        return
    for restriction in page.get_view_restrictions():
        copy = PageViewRestriction.objects.create(
            page=twin, restriction_type=restriction.restriction_type, password=restriction.password
        )
        copy.groups.set(restriction.groups.all())


@receiver(page_unpublished)
def take_back_twins(sender, instance, **kwargs) -> None:
    """Unpublish the translations of a page that was taken back."""
    if not is_source(instance):
        return
    for twin in instance.get_translations().live():
        twin.specific.unpublish()


def _slug_is_free(page: Page, parent: Page) -> bool:
    return not parent.get_children().filter(slug=page.slug).exists()
