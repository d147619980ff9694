"""English made the way translators make it: the original's pieces, a translation of each, a twin of them."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail.signals import page_published
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from core.models import BasePage, User
from demo.building.publishing import date_revision, republish

# Path of a field or block type → its English texts, in the order of the page.
Texts = dict[str, list[str]]


def translate(page: BasePage, locale: Locale, texts: Texts, at: datetime, owner: User) -> Page:
    """Translate every piece of ``page`` and publish the twin as of ``at``; return it.

    A piece is looked up by the first part of its path (``title``, ``lead``, ``functions``, ``body``). A piece for
    which ``texts`` has nothing left is a mistake of the content: ``LookupError``.
    """
    source, _ = TranslationSource.get_or_create_from_instance(page)
    Translation.objects.create(source=source, target_locale=locale)
    left = defaultdict(list, {path: list(pieces) for path, pieces in texts.items()})
    rows = []
    for segment in source.stringsegment_set.select_related("string", "context").order_by("order"):
        pieces = left[segment.context.path.split(".")[0]]
        if not pieces:
            raise LookupError(f"{page.slug}: no English for {segment.context.path} {segment.string.data!r}")
        rows.append(
            StringTranslation(
                translation_of=segment.string,
                context=segment.context,
                locale=locale,
                data=pieces.pop(0),
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                last_translated_by=owner,
                updated_at=at,
            )
        )
    StringTranslation.objects.bulk_create(rows)
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
