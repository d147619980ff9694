"""The index follows what is public: at once when something goes, after a task when something comes."""

from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from core.searchable import Findable, SearchFacts, _sources, facts_changed, find_pages, register_source
from news.models import Topic
from search.indexing import index_page
from search.models import Gram, SearchEntry
from tests.factories import (
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationPageFactory,
    PortalDocumentFactory,
    SectionPageFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

WORD = "zqxkhongdauco"


def keys() -> set[str]:
    return set(SearchEntry.objects.filter(public=True).values_list("key", flat=True))


@pytest.fixture
def article(news_index, at_work):
    with at_work():
        return NewsPageFactory(parent=news_index, title=f"Bản tin {WORD}")


def test_a_publication_is_found_and_its_new_words_with_it(titles, article, at_work):
    assert titles(WORD) == [article.title]
    article.title = "Nông thôn mới"
    with at_work():
        article.save_revision().publish()
    assert titles("nong thon moi") == ["Nông thôn mới"]
    assert titles(WORD) == []


def test_a_save_reads_one_entry_not_all(article, django_assert_max_num_queries):
    """Modelsearch's own backends average the titles of the whole portal each time."""
    with django_assert_max_num_queries(40) as asked:
        index_page(article.pk)
        SearchEntry.objects.filter(page=article.pk).update(digest="")
        index_page(article.pk)
    statements = [query["sql"].upper() for query in asked.captured_queries]
    assert any(sql.split()[0] in {"INSERT", "UPDATE"} and "INDEXENTRY" in sql for sql in statements)
    assert not [sql for sql in statements if "AVG(" in sql]


def test_a_draft_of_a_published_page_changes_nothing(titles, article, at_work):
    article.title = "Bản nháp bí mật"
    with at_work():
        article.save_revision()
    assert titles("nháp bí mật") == []
    assert titles(WORD) == [f"Bản tin {WORD}"]


def restrict(page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="mo-cua")


def test_what_goes_is_gone_before_any_worker_runs(titles, news_index, article, client):
    """No task runs in this test: nothing that readers may not see waits for one."""
    restrict(news_index)
    assert titles(WORD) == []
    assert client.get("/tim-kiem/goi-y/", {"q": WORD[:6]}).json() == {"suggestions": []}


@pytest.mark.parametrize("how", ["unpublish", "expire", "delete"])
def test_other_ways_to_go(titles, article, how):
    if how == "unpublish":
        article.unpublish()
    elif how == "expire":
        article.expire_at = timezone.now()
        article.save_revision()
        article.save()
        call_command("publish_scheduled", verbosity=0)
    else:
        article.delete()
    assert titles(WORD) == []


def test_a_lifted_restriction_brings_everything_back(titles, news_index, article, at_work):
    with at_work():
        restrict(news_index)
    assert keys() & {f"page:{article.pk}"} == set()
    with at_work():
        PageViewRestriction.objects.all().delete()
    assert titles(WORD) == [article.title]


def test_a_page_moved_below_a_restricted_one_is_gone(titles, home, article, at_work):
    with at_work():
        secret = NewsIndexPageFactory(parent=home, title="Nội bộ", slug="noi-bo")
        restrict(secret)
        article.move(secret, pos="last-child")
    assert titles(WORD) == []


def test_addresses_follow_a_renamed_parent(client, titles, news_index, article, at_work):
    news_index.slug = "ban-tin"
    with at_work():
        news_index.save_revision().publish()
    found = client.get("/tim-kiem/", {"q": WORD}).context["results"]
    assert [result.url for result in found] == [f"/ban-tin/{article.slug}/"]


def test_a_renamed_department_is_named_anew_beside_its_news(client, organisation_index, at_work):
    with at_work():
        office = OrganisationPageFactory(parent=organisation_index, title="Sở Cũ")
        index = NewsIndexPageFactory(parent=office, title="Tin của sở")
        NewsPageFactory(parent=index, title=f"Bản tin {WORD}")
        office.title = "Sở Mới"
        office.save_revision().publish()
    found = client.get("/tim-kiem/", {"q": WORD}).context["results"]
    assert [result.organisation for result in found] == ["Sở Mới"]


@pytest.fixture
def sources():
    before = dict(_sources)
    yield _sources
    _sources.clear()
    _sources.update(before)


def test_things_that_are_not_pages_are_found_as_long_as_their_page_is_public(titles, article, sources, at_work):
    def describe(topic: Topic) -> Findable:
        facts = SearchFacts(kind="person", title=topic.name, keys=("Bí danh",))
        return Findable(facts, url="/nguoi/", language="vi", page_id=article.pk)

    register_source(Topic, describe)
    with at_work():
        topic = TopicFactory(name="Lò Thị Ban Mai")
    assert titles("lo thi ban mai") == ["Lò Thị Ban Mai"]
    assert titles("bí danh") == ["Lò Thị Ban Mai"]
    restrict(article)
    assert titles("lo thi ban mai") == []
    with at_work():
        PageViewRestriction.objects.all().delete()
        facts_changed.send(sender=type(article), instance=article)
    assert titles("lo thi ban mai") == ["Lò Thị Ban Mai"]
    topic.delete()
    assert titles("lo thi ban mai") == []


def test_other_rooms_ask_the_same_engine(article, at_work):
    assert find_pages(WORD.upper(), "vi") == [article.pk]
    assert find_pages(WORD, "vi", "news") == [article.pk]
    assert find_pages(WORD, "vi", "notice") == []
    assert find_pages(WORD, "en") == []


# -- files ---------------------------------------------------------------------------------------------------------


def with_file(news_index, at_work, **fields):
    from tests.search.files import docx

    file = ContentFile(docx(f"Phụ lục {WORD} của kế hoạch"), name="phu-luc.docx")
    with at_work():
        document = PortalDocumentFactory(title="Phụ lục", file=file, **fields)
        page = NewsPageFactory(
            parent=news_index, title="Kế hoạch năm", attachments=[("file", {"document": document, "label": ""})]
        )
    return page, document


def test_the_words_in_a_file_are_found_where_it_is_offered(client, news_index, at_work):
    page, _document = with_file(news_index, at_work)
    found = client.get("/tim-kiem/", {"q": WORD}).context["results"]
    assert [(result.entry.title, result.url) for result in found] == [("Phụ lục", page.url)]
    assert f"<mark>{WORD}</mark>" in found[0].snippet


def test_a_file_that_no_public_page_offers_is_not_found(titles, at_work, news_index):
    page, _document = with_file(news_index, at_work)
    page.unpublish()
    assert titles(WORD) == []
    assert titles("phu luc") == []


def test_a_file_in_a_private_collection_is_not_found(titles, at_work, news_index):
    _page, document = with_file(news_index, at_work)
    with at_work():
        CollectionViewRestriction.objects.create(collection=document.collection, restriction_type="login")
    assert titles(WORD) == []
    assert titles("ke hoach nam") == ["Kế hoạch năm"]
    with at_work():
        CollectionViewRestriction.objects.all().delete()
    assert titles(WORD) == ["Phụ lục"]


def test_a_replaced_file_is_read_anew(titles, at_work, news_index):
    from tests.search.files import docx

    _page, document = with_file(news_index, at_work)
    with at_work():
        document.file = ContentFile(docx("Nội dung thay thế"), name="moi.docx")
        document.file_hash = ""
        document.save()
    assert titles(WORD) == []
    assert titles("noi dung thay the") == ["Phụ lục"]


def test_a_deleted_file_is_gone(titles, at_work, news_index):
    _page, document = with_file(news_index, at_work)
    document.delete()
    assert titles(WORD) == []


# -- vocabulary ----------------------------------------------------------------------------------------------------


def test_a_word_that_only_a_private_page_has_is_never_offered(client, home, news_index, article, rebuilt):
    secret = SectionPageFactory(parent=home, title="Nội bộ")
    restrict(secret)
    SectionPageFactory(parent=secret, title="Kế hoạch zqwmatkhau")
    rebuilt()
    assert not Gram.objects.filter(gram__contains="zqwmatkhau").exists()
    for typed in ("zqwmatkh", "zqwmatkhua", "zqwmatkhau"):
        assert client.get("/tim-kiem/goi-y/", {"q": typed}).json() == {"suggestions": []}
        page = client.get("/tim-kiem/", {"q": typed})
        assert (page.context["results"], page.context["correction"]) == ([], None)


def test_a_word_that_became_private_is_not_offered_even_before_words_are_counted_anew(client, article):
    assert client.get("/tim-kiem/goi-y/", {"q": WORD[:8]}).json()["suggestions"]
    restrict(article)
    client.get("/tim-kiem/goi-y/", {"q": WORD[:9]})
    assert client.get("/tim-kiem/goi-y/", {"q": WORD[:9]}).json() == {"suggestions": []}
    assert client.get("/tim-kiem/", {"q": WORD[:-1] + "x"}).context["correction"] is None


# -- commands ------------------------------------------------------------------------------------------------------


def said(command: str, **options) -> str:
    out = StringIO()
    call_command(command, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def test_check_names_what_differs_and_rebuild_mends_it(titles, news_index, article):
    missing = NewsPageFactory(parent=news_index, title="Chưa có trong chỉ mục")
    SearchEntry.objects.filter(key=f"page:{article.pk}").update(digest="cũ")
    news_index_entry = SearchEntry.objects.create(key="page:999999", language="vi", kind="page", title="Ma", url="/")
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("check_index", stdout=out)
    assert f"missing: page:{missing.pk}" in out.getvalue()
    assert f"stale: page:{article.pk}" in out.getvalue()
    assert f"extra: {news_index_entry.key}" in out.getvalue()
    said("rebuild_index")
    assert "as it should be" in said("check_index")
    assert titles("chua co trong chi muc") == [missing.title]


def test_rebuilding_writes_nothing_that_is_right(article):
    said("rebuild_index")
    assert ", 0 written, 0 removed" in said("rebuild_index")
    assert ", 0 written, 0 removed" not in said("rebuild_index", force=True)


def test_a_stopped_rebuild_goes_on_where_it_stopped(news_index, at_work, monkeypatch):
    from search.management.commands import rebuild_index as command

    NewsPageFactory.create_batch(3, parent=news_index)
    monkeypatch.setattr(command, "BATCH", 1)
    stock, calls = command.store, []

    def stops(entries, **options):
        calls.append(entries)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return stock(entries, **options)

    monkeypatch.setattr(command, "store", stops)
    with pytest.raises(KeyboardInterrupt):
        said("rebuild_index")
    before = len(keys())
    monkeypatch.setattr(
        command, "store", lambda entries, **options: calls.append(entries) or stock(entries, **options)
    )
    calls.clear()
    said("rebuild_index", resume=True)
    assert before > 0
    assert "as it should be" in said("check_index")
    assert len(calls) < len(keys())


def test_words_are_counted_and_old_queries_dropped(article):
    assert "words and pairs counted" in said("refresh_vocabulary")
    assert Gram.objects.filter(gram=WORD, surface=WORD).exists()
