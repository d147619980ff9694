"""Every page can be kept as one file (Decree 42/2022, article 7)."""

import pytest
from bs4 import BeautifulSoup


@pytest.mark.parametrize("name", ["home", "news", "notices", "department", "about", "article", "links", "map"])
def test_a_page_offers_itself_as_a_file(client, province, name):
    page = province.home if name == "home" else province[name]
    link = BeautifulSoup(client.get(page.url).content, "html.parser").select_one("a[download]")
    response = client.get(page.url + link["href"])
    saved = BeautifulSoup(response.content, "html.parser")
    assert response["Content-Disposition"] == f'attachment; filename="{page.slug}.html"'
    assert len(saved.find_all("h1")) == 1
    assert not saved.select("img, link, script, source"), "a saved file asks for nothing"


def test_the_saved_home_page_names_the_newest_articles_by_full_address(client, province):
    article = province["article"]
    saved = BeautifulSoup(client.get(province.home.url + "?luu=1").content, "html.parser")
    assert f"http://testserver{article.url}" in [link["href"] for link in saved.select("main a")]
