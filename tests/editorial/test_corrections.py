"""A correction is told under the title; which account published it stands in the history."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageLogEntry

from news.models import NewsPage
from tests.factories import NewsPageFactory, PlainPageFactory, UserFactory

pytestmark = pytest.mark.django_db

CORRECTION = {"what_was": "hai cây số", "what_is": "một cây số", "by": "Ban Biên tập"}


@pytest.fixture(params=["article", "plain page"])
def page(request, home, news_index):
    page = NewsPageFactory(parent=news_index) if request.param == "article" else PlainPageFactory(parent=home)
    page.corrections = [("correction", {"date": timezone.localdate(), **CORRECTION})]
    return page


def test_readers_see_what_was_what_is_when_and_which_unit_says_so(client, page):
    page.save_revision().publish()
    note = BeautifulSoup(client.get(page.url).content, "html.parser").find(attrs={"aria-labelledby": "corrections"})
    for words in CORRECTION.values():
        assert words in note.get_text()
    assert note.find("time")["datetime"] == timezone.localdate().isoformat()


def test_the_history_keeps_the_account_once(page):
    user = UserFactory()
    approver = UserFactory(is_superuser=True)
    page.save_revision(user=user).publish(user=approver)
    page.save_revision(user=UserFactory()).publish(user=approver)
    entry = PageLogEntry.objects.get(page=page.pk, action="editorial.correction")
    assert entry.user == user
    assert entry.data["what_is"] == "một cây số"


def test_a_feed_tells_both_and_by_whom(client, news_index):
    NewsPageFactory(parent=news_index, corrections=[("correction", {"date": timezone.localdate(), **CORRECTION})])
    feed = client.get("/tin-tuc/rss/").content.decode()
    assert all(words in feed for words in CORRECTION.values())


def test_a_form_without_a_change_changes_nothing(news_index):
    """Or the approver of a correction would be one of its authors, and the workflow would begin again."""
    dated = {"date": date(2026, 11, 26), "what_was": "ngày 1", "what_is": "ngày 2", "by": ""}
    page = NewsPageFactory(parent=news_index, corrections=[("correction", dated)])
    page.save_revision()
    page = page.get_latest_revision_as_object()
    sent = {
        "corrections-0-deleted": "",
        "corrections-count": "1",
        "corrections-0-order": "0",
        "corrections-0-type": "correction",
    }
    sent |= {"corrections-0-id": page.corrections.raw_data[0]["id"], "corrections-0-value-by": ""}
    sent |= {"corrections-0-value-what_was": "ngày 1", "corrections-0-value-what_is": "ngày 2"}
    form_class = NewsPage.get_edit_handler().get_form_class()

    def changed(day: str) -> bool:
        form = form_class({**sent, "corrections-0-value-date": day}, instance=page)
        field = form.fields["corrections"]
        posted = field.widget.value_from_datadict(form.data, form.files, "corrections")
        return field.has_changed(form.initial["corrections"], posted)

    assert not changed("26/11/2026")
    assert changed("27/11/2026")
    assert changed("hôm qua")
