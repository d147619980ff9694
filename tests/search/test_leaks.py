"""What may not be seen is not in results, counts, facets, suggestions, related searches or corrections."""

from datetime import datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction

from core.attachments import text_of
from core.dates import VIETNAM
from editorial.models import Withdrawal, WithdrawalKind
from editorial.withdrawing import withdraw
from search.models import Gram
from tests.factories import NewsIndexPageFactory, NewsPageFactory, PortalDocumentFactory, UserFactory
from tests.search.files import docx

pytestmark = pytest.mark.django_db

SECRET = "qvkhobau"
DAY = datetime(2019, 2, 3, 8, tzinfo=VIETNAM)
OTHER_DAY = DAY.replace(year=2020)


def restricted(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def article(index, **fields) -> Page:
    fields = {"title": f"Họp về {SECRET}", "lead": f"Chuyện {SECRET}.", "published_at": DAY, **fields}
    return NewsPageFactory(parent=index, **fields)


def draft(index) -> None:
    article(index, live=False)


def draft_of_a_public_page(index) -> None:
    page = article(index, title="Họp thôn", lead="Họp.", published_at=OTHER_DAY)
    page.title = f"Họp về {SECRET}"
    page.save_revision()


def scheduled(index) -> None:
    page = article(index, live=False)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()


def unpublished(index) -> None:
    article(index).unpublish()


def withdrawn(kind: str):
    def make(index) -> None:
        page = article(index)
        page.save_revision().publish()
        withdraw(Withdrawal(page=Page.objects.get(pk=page.pk), kind=kind, reason="Sai."), superuser())

    return make


def superuser():
    return UserFactory(is_superuser=True, is_staff=True)


def private(index) -> None:
    restricted(article(index))


def below_private(index) -> None:
    inner = NewsIndexPageFactory(parent=index.get_parent(), title="Nội bộ", slug="noi-bo")
    article(inner)
    restricted(inner)


def file_of_a_private_collection(index) -> None:
    document = PortalDocumentFactory(title=f"Tệp {SECRET}", file=ContentFile(docx(SECRET), name="a.docx"))
    article(
        index,
        title="Họp thôn",
        lead="Họp.",
        published_at=OTHER_DAY,
        attachments=[("file", {"document": document, "label": ""})],
    )
    CollectionViewRestriction.objects.create(collection=document.collection, restriction_type="login")


def file_of_a_draft(index) -> None:
    document = PortalDocumentFactory(title=f"Tệp {SECRET}", file=ContentFile(docx(SECRET), name="a.docx"))
    page = article(index, attachments=[("file", {"document": document, "label": ""})])
    page.unpublish()


WAYS = [
    *(draft, draft_of_a_public_page, scheduled, unpublished, private, below_private),
    *(file_of_a_private_collection, file_of_a_draft),
    *(withdrawn(WithdrawalKind.ERROR), withdrawn(WithdrawalKind.WITHDRAWN)),
]


@pytest.mark.parametrize("hidden", WAYS, ids=[*(way.__name__ for way in WAYS[:-2]), "in error", "withdrawn"])
def test_a_secret_is_nowhere(client, news_index, at_work, rebuilt, hidden):
    with at_work():
        NewsPageFactory(parent=news_index, title="Họp về mùa nước nổi")
        hidden(news_index)
    for again in (False, True):
        if again:
            rebuilt()
            assert not Gram.objects.filter(gram__contains=SECRET).exists()
        for typed in (SECRET, f"họp {SECRET}", SECRET[:-1] + "x", "họp", "hop ve"):
            page = client.get("/tim-kiem/", {"q": typed})
            html = page.content.decode().replace(typed, "")
            assert SECRET not in html, typed
            assert "2019" not in [item["title"] for facet in page.context["facets"] for item in facet["items"]]
            assert page.context["total"] == len(page.context["results"])
        for typed in (SECRET[:4], "hop ve q", "tep q"):
            assert SECRET not in client.get("/tim-kiem/goi-y/", {"q": typed}).content.decode(), typed


def test_the_other_language_is_not_offered(client, news_index, at_work):
    with at_work():
        article(news_index)
    assert SECRET in client.get("/tim-kiem/", {"q": "hop"}).content.decode()
    page = client.get("/en/tim-kiem/", {"q": "hop ve"})
    assert (page.context["total"], page.context["facets"], page.context["related"]) == (0, [], [])
    assert client.get("/en/tim-kiem/goi-y/", {"q": SECRET[:4]}).json() == {"suggestions": []}


def test_other_rooms_may_ask_for_the_words_of_a_file(at_work):
    with at_work():
        document = PortalDocumentFactory(file=ContentFile(docx("Số định danh"), name="a.docx"))
    assert text_of(document).strip() == "Số định danh"
    assert text_of(PortalDocumentFactory()) == ""


def test_what_was_just_suggested_is_not_once_it_is_private(client, news_index, at_work):
    with at_work():
        page = article(news_index)
    url = f"/tim-kiem/goi-y/?q={SECRET[:4]}"
    assert SECRET in client.get(url).content.decode()
    restricted(page)
    assert SECRET not in client.get(url).content.decode()


def test_nor_is_the_title_of_a_file_whose_collection_is_private(client, news_index, at_work):
    with at_work():
        document = PortalDocumentFactory(title=f"Tệp {SECRET}", file=ContentFile(docx("chữ"), name="a.docx"))
        attachments = [("file", {"document": document, "label": ""})]
        article(news_index, title="Họp thôn", lead="Họp.", attachments=attachments)
    url = f"/tim-kiem/goi-y/?q={SECRET[:4]}"
    assert SECRET in client.get(url).content.decode()
    CollectionViewRestriction.objects.create(collection=document.collection, restriction_type="login")
    assert SECRET not in client.get(url).content.decode()
