"""The foot of a page says who approved it, if the portal wants that."""

import pytest
from bs4 import BeautifulSoup

from core.models import User
from editorial.models import Approval
from home.models import SiteIdentity
from news.models import NewsPage
from tests.factories import NewsPageFactory
from tests.factories.staff import make_staff
from tests.site.test_query_budgets import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def identity(home):
    return SiteIdentity.objects.create(locale=home.locale, name="Cổng thử")


@pytest.fixture
def approver(news_index):
    return make_staff(news_index, "add", "change", "publish", name="duyet.bai", last_name="Vàng A", first_name="Súa")


@pytest.fixture
def page(news_index, approver):
    writer = make_staff(news_index, "add", "change", name="viet.bai")
    page = NewsPageFactory(parent=news_index, title="Cầu mới", live=False)
    page.save_revision(user=writer).publish(user=approver)
    return NewsPage.objects.get(pk=page.pk)


def say_it(identity: SiteIdentity) -> None:
    identity.show_approval = True
    identity.save()


def foot(client, page) -> str:
    found = BeautifulSoup(client.get(page.url).content, "html.parser").select("p.approval")
    return " ".join(found[0].text.split()) if found else ""


def test_nothing_is_said_unless_wanted(client, identity, page):
    assert foot(client, page) == ""


def test_the_name_of_who_approved_and_the_day(client, identity, page, approver):
    say_it(identity)
    said = foot(client, page)
    assert approver.get_full_name() in said
    assert f"{Approval.objects.get().at:%d/%m/%Y}" in said
    assert "duyet.bai" not in client.get(page.url).content.decode()


def test_a_leader_without_an_account_is_named(client, identity, page):
    say_it(identity)
    Approval.objects.update(by=None, reviewer="Mùa Thị Dợ (Phó Giám đốc)")
    assert "Mùa Thị Dợ (Phó Giám đốc)" in foot(client, page)


def test_an_account_without_a_name_is_not_told_by_its_login(client, identity, page):
    say_it(identity)
    User.objects.update(first_name="", last_name="")
    assert foot(client, page).startswith("Đã duyệt, ")


def test_a_step_on_the_way_and_a_page_without_approval_say_nothing(client, identity, page):
    say_it(identity)
    Approval.objects.update(is_final=False)
    assert foot(client, page) == ""


def test_it_costs_one_query_and_none_when_off(client, identity, page):
    off = len(queries_of(client, page.url))
    assert not [sql for sql in queries_of(client, page.url) if "editorial_approval" in sql]
    say_it(identity)
    assert len(queries_of(client, page.url)) == off + 1
