"""The frame of a page in two languages."""

import pytest

from tests.home.test_chrome import seen

pytestmark = pytest.mark.django_db


def test_the_switch_leads_to_the_same_page_or_says_that_there_is_none(client, provinces):
    vietnamese, english = provinces
    for name, page in vietnamese.pages.items():
        switch = client.get(page.url).context["chrome"]["languages"]
        by_code = {entry["code"]: entry for entry in switch}
        assert by_code["vi"]["current"]
        assert (by_code["en"]["url"], by_code["en"]["nearest"]) == (english[name].url, None), name
    english["plain"].unpublish()
    switch = client.get(vietnamese["plain"].url).context["chrome"]["languages"]
    about = {"title": english["about"].title, "url": english["about"].url}
    assert [(e["code"], e["url"], e["nearest"]) for e in switch][1] == ("en", "", about)


@pytest.mark.parametrize("url", ["/tim-kiem/?q=cau", "/khong-co/", "/tin-tuc/2018/08/"])
def test_the_switch_works_where_no_page_stands(client, provinces, url):
    page = seen(client, url)
    address = page.find("a", hreflang="en")["href"]
    assert address.startswith("/en/")
    assert client.get(address).status_code == 200
    if "tim-kiem" in url:
        assert address == "/en/tim-kiem/?q=cau"


def test_each_language_has_its_own_frame(client, provinces):
    assert "tỉnh Sông Mây" in seen(client, "/").title.get_text()
    english = seen(client, "/en/")
    assert "Sông Mây Province" in english.title.get_text()
    assert english.find("a", class_="skip").get_text() == "Skip to content"
    assert seen(client, "/").find("a", class_="skip").get_text() == "Đến nội dung chính"
    assert [a["href"] for a in english.find("nav", class_="nav").find_all("a", class_="nav__link")][0] == "/en/news/"


def test_the_readers_browser_does_not_change_the_language_of_an_address(client, provinces):
    response = client.get("/", headers={"accept-language": "en"})
    assert response.status_code == 200
    assert '<html lang="vi">' in response.content.decode()
