"""What search engines and social networks are told about an article."""

import json

import pytest
from bs4 import BeautifulSoup

from tests.factories import NewsPageFactory

pytestmark = pytest.mark.django_db


def described(client, url: str) -> tuple[dict, dict]:
    """Return (type → JSON-LD object, property → content of the meta tags)."""
    page = BeautifulSoup(client.get(url).content, "html.parser")
    objects = [json.loads(script.string) for script in page.find_all("script", type="application/ld+json")]
    tags = {tag.get("property") or tag.get("name"): tag["content"] for tag in page.find_all("meta", content=True)}
    return {item["@type"]: item for item in objects}, tags


def test_an_article_describes_itself(client, provinces):
    page = provinces[0]["article"]
    url = "http://testserver" + page.url
    data, tags = described(client, page.url)
    article = data["NewsArticle"]
    assert article["headline"] == page.title
    assert article["mainEntityOfPage"] == url
    assert article["datePublished"].endswith("+07:00")
    assert article["dateModified"] > article["datePublished"]
    assert article["articleSection"] == "Giao thông"
    assert article["inLanguage"] == "vi"
    assert len(article["author"]) == 1
    assert article["author"][0]["name"] != "Mai An", "who took the photographs is not the writer"
    assert article["image"]
    for image in article["image"]:
        assert client.get(image.removeprefix("http://testserver")).status_code == 200
    trail = data["BreadcrumbList"]["itemListElement"]
    assert [item["position"] for item in trail] == [1, 2, 3]
    assert all(item["item"].startswith("http://testserver/") for item in trail)
    assert tags["og:url"] == url
    assert tags["og:type"] == "article"
    assert tags["og:locale"] == "vi_VN"
    assert tags["og:image"].startswith("http://testserver/media/images/")
    assert client.get(tags["og:image"].removeprefix("http://testserver")).status_code == 200
    assert tags["article:published_time"] == article["datePublished"]
    assert page.lead.startswith(tags["description"].rstrip("…"))


def test_a_page_without_a_picture_has_the_portals_own(client, provinces):
    _data, tags = described(client, provinces[0]["older"].url)
    assert "share-default" in tags["og:image"]


@pytest.mark.parametrize(
    "title", ["Cầu</script><script>alert(1)</script>", 'Nói "được" & làm <được>', "Dòng\u2028mới"]
)
def test_a_title_cannot_leave_its_data_block(client, provinces, title):
    page = NewsPageFactory(parent=provinces[0]["news"], title=title, lead=title)
    data, tags = described(client, page.url)
    assert data["NewsArticle"]["headline"] == title
    assert tags["og:title"] == title
    assert "<script>alert" not in client.get(page.url).content.decode()


def test_languages_name_each_other(client, provinces):
    for province in provinces:
        page = BeautifulSoup(client.get(province["article"].url).content, "html.parser")
        links = {link["hreflang"]: link["href"] for link in page.head.find_all("link", hreflang=True)}
        twins = {p.language: "http://testserver" + p["article"].url for p in provinces}
        assert links == {**twins, "x-default": twins["vi"]}


def test_a_page_without_a_twin_names_no_language(client, provinces):
    page = NewsPageFactory(parent=provinces[0]["news"])
    assert not BeautifulSoup(client.get(page.url).content, "html.parser").head.find_all("link", hreflang=True)


def test_the_saved_file_needs_nothing_else(client, provinces):
    page = provinces[0]["article"]
    response = client.get(page.url, {"luu": "1"})
    assert response["Content-Disposition"] == f'attachment; filename="{page.slug}.html"'
    saved = BeautifulSoup(response.content, "html.parser")
    assert not saved.find_all(["img", "script", "iframe"])
    assert not [link for link in saved.find_all("link") if "stylesheet" in link.get("rel", [])]
    text = saved.get_text(" ")
    for words in (page.title, page.lead, "http://testserver" + page.url, "một cây số", "Nối liền hai bờ."):
        assert words in text
