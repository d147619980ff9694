"""What the tests of citations share: a sentence that names a document, and a reader who finds the links."""

from bs4 import BeautifulSoup
from wagtail.models import Page

RESOLUTION = "Nghị quyết số 25/2020/NQ-HĐND ngày 04/12/2020 của HĐND tỉnh"


def links(client, page: Page, below: str = "", within: str = "main") -> list[tuple[str, str, str]]:
    """Return (words, address, status) of the citations ``within`` a page, or on what stands ``below`` its address."""
    soup = BeautifulSoup(client.get(f"{page.url}{below}").content, "html.parser")
    found = soup.select(f"{within} a.cite")
    return [(a.get_text(), a["href"], a.find_next_sibling("span").get_text()) for a in found]
