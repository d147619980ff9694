"""The crawl of the demo sees what it claims to see."""

import pytest

from tests.crawl import MAX_VARIANTS, Crawler

PAGE = '<!doctype html><html lang="{lang}"><head>{head}</head><body><h1>Sông Mây</h1>{body}</body></html>'


@pytest.mark.parametrize(
    ("url", "lang", "body", "problem"),
    [
        ("/tin-tuc/", "vi", "<p>Tìm kiếm</p>", ""),
        ("/tin-tuc/", "vi", "<p>Search</p>", "says 'Search' in vi"),
        ("/tin-tuc/", "vi", '<p lang="en">Search</p>', ""),
        ("/en/news/", "en", "<p>Search</p>", ""),
        ("/en/news/", "en", '<p><img src="x" alt="">  Tìm\n kiếm </p>', "says 'Tìm kiếm' in en"),
        ("/en/news/", "en", '<p><span lang="vi">Tìm kiếm</span></p>', ""),
        ("/en/news/", "vi", "", "says that its language is 'vi'"),
        ("/en/news/", "en", "<h1>Again</h1>", "has 2 h1"),
        ("/en/news/", "en", '<a href="#nowhere">x</a>', "missing anchor #nowhere"),
    ],
)
def test_a_page_is_read(url, lang, body, problem):
    crawler = Crawler(None)
    crawler.read(url, PAGE.format(lang=lang, head="", body=body))
    assert bool(crawler.problems) == bool(problem)
    assert all(problem in found for found in crawler.problems)


@pytest.mark.parametrize(("back", "problems"), [("/tin-tuc/", 0), ("/", 2)])
def test_versions_lead_to_each_other(back, problems):
    crawler = Crawler(None)
    link = '<link rel="alternate" hreflang="{}" href="http://127.0.0.1{}">'
    for url, lang, other, address in (("/tin-tuc/", "vi", "en", "/en/news/"), ("/en/news/", "en", "vi", back)):
        head = link.format(lang, url) + link.format(other, address)
        crawler.read(url, PAGE.format(lang=lang, head=head, body=""))
    crawler.run()
    assert len(crawler.problems) == problems


def test_filters_are_not_followed_without_end():
    crawler = Crawler(None)
    for number in range(2 * MAX_VARIANTS):
        crawler.add(f"/van-ban/?trang={number}", "/")
    assert len(crawler.queue) == MAX_VARIANTS
