"""Results that editors put on top of a query (wagtail.contrib.search_promotions), for all spellings of it."""

from dataclasses import dataclass

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page

from core.cache import forget, remember
from core.privacy import open_to_all
from search.analysis import Word
from search.query import clean_query, typed_words

CACHE_NAME = "search-promotions"


@dataclass(frozen=True)
class Promotion:
    """A promoted result for the page: of the portal (``page_id``) or elsewhere."""

    title: str
    url: str
    description: str
    page_id: int | None = None


def _folded(words: tuple[Word, ...]) -> str:
    return " ".join(word.folded for word in words)


def _all() -> dict[str, list[int]]:
    """Return folded query → ids of its promotions; there are some dozens of them on a whole portal."""
    table: dict[str, list[int]] = {}
    rows = SearchPromotion.objects.order_by("query", "sort_order", "pk").values_list("query__query_string", "pk")
    for text, pk in rows:
        table.setdefault(_folded(typed_words(clean_query(text))), []).append(pk)
    return table


def promotions_for(words: tuple[Word, ...], language: str) -> list[Promotion]:
    """Return what editors promote for a query; pages only if they are public and in the reader's language.

    Wagtail's own ``Query.get`` would write a row for each new query of a reader.
    """
    ids = remember(CACHE_NAME, _all).get(_folded(words)) if words else None
    if not ids:
        return []
    picks = SearchPromotion.objects.filter(pk__in=ids).order_by("sort_order", "pk")
    public = open_to_all(Page.objects.filter(locale__language_code=language)).filter(
        pk__in=[pick.page_id for pick in picks if pick.page_id]
    )
    pages = {page.pk: page for page in public}
    found = []
    for pick in picks:
        if pick.page_id in pages:
            page = pages[pick.page_id]
            found.append(Promotion(page.title, page.url, pick.description or page.search_description, page.pk))
        elif not pick.page_id and pick.external_link_url:
            found.append(
                Promotion(pick.external_link_text or pick.external_link_url, pick.external_link_url, pick.description)
            )
    return found


@receiver([post_save, post_delete], sender=SearchPromotion)
@receiver([post_save, post_delete], sender=Query)
def forget_promotions(sender, **kwargs) -> None:
    """A changed promotion holds at once."""
    forget(CACHE_NAME)
