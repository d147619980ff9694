"""English made the way translators make it: the original's pieces, a translation of each, a twin of them."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail.signals import page_published
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from core.models import BasePage, User
from demo.building.publishing import date_revision, republish

# Path of a field or block type → its English texts, in the order of the page.
Texts = dict[str, list[str]]
# First part of the path of a piece, its words → English; ``LookupError`` for what the content does not hold.
English = Callable[[str, str], str]


def in_order(texts: Texts) -> English:
    """Take each piece of a field (``title``, ``lead``, ``functions``) from its texts, one after the other."""
    left = defaultdict(list, {path: list(pieces) for path, pieces in texts.items()})
    return lambda path, _words: left[path].pop(0)


def translate(page: BasePage, locale: Locale, english: English, at: datetime, owner: User) -> Page:
    """Translate every piece of ``page`` and publish the twin as of ``at``; return it.

    A piece without English is a mistake of the content: ``LookupError``.
    """
    source, _ = TranslationSource.get_or_create_from_instance(page)
    Translation.objects.create(source=source, target_locale=locale)
    rows = []
    for segment in source.stringsegment_set.select_related("string", "context").order_by("order"):
        path, words = segment.context.path, segment.string.data
        try:
            text = english(path.split(".")[0], words)
        except LookupError as error:
            raise LookupError(f"{page.slug}: no English for {path} {words!r}") from error
        rows.append(
            StringTranslation(
                translation_of=segment.string,
                context=segment.context,
                locale=locale,
                data=text,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                last_translated_by=owner,
                updated_at=at,
            )
        )
    # The same words in the same place are one translation.
    StringTranslation.objects.bulk_create({(row.translation_of_id, row.context_id): row for row in rows}.values())
    twin, _created = source.create_or_update_translation(locale, user=owner, publish=False)
    return _show(twin, at)


def record(page: BasePage, locale: Locale) -> None:
    """Note that ``page`` has a twin with a text of its own, which editors write and no longer piece by piece."""
    source, _ = TranslationSource.get_or_create_from_instance(page)
    Translation.objects.get_or_create(source=source, target_locale=locale, defaults={"enabled": False})


def change_original(page: BasePage, at: datetime, user: User) -> None:
    """Publish a change of the original as of ``at``; the translation is older from then on."""
    republish(page, at, user)
    TranslationSource.objects.get_for_instance(page).update_from_db()


def _show(twin: Page, at: datetime) -> Page:
    """Make the draft public as of ``at``; nobody has to be asked in a build."""
    with transaction.atomic():
        Page.objects.filter(pk=twin.pk).update(
            live=True,
            has_unpublished_changes=False,
            live_revision=twin.latest_revision_id,
            first_published_at=at,
        )
        date_revision(twin, at)
    twin = Page.objects.get(pk=twin.pk).specific
    page_published.send(sender=type(twin), instance=twin, revision=twin.live_revision)
    return twin
