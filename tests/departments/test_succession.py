"""What becomes of units: reorganisations by rule, banners, lists of successors, undoing."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import PageLogEntry

from departments.models import AdministrativeUnit, OrganisationPage, PlaceSuccession, Reorganisation, Succession
from departments.recognition import recogniser
from departments.reorganisation import Plan, carry_out, problems, undo
from departments.succession import predecessor_ids
from tests.factories import (
    AdministrativeUnitFactory,
    AppointmentFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationPageFactory,
    ServicePointFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
MERGED_ON = date(2025, 7, 1)


@pytest.fixture
def communes(organisation_index):
    """Former communes A and C, and B, which took them in."""
    titles = [("Xã An Hòa", "xa-a"), ("Xã Bình Sa", "xa-b"), ("Xã Cồn Dâu", "xa-c")]
    return [
        OrganisationPageFactory(parent=organisation_index, title=title, slug=slug, kind="commune", phone=f"0299 {n}")
        for n, (title, slug) in enumerate(titles)
    ]


def merge(old, new, kind="merged", on=MERGED_ON, user=None):
    return carry_out(Plan(kind, on, old, new), user)


def text_of(client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


def test_a_former_unit_and_every_page_below_it_answer_with_a_banner(client, communes):
    a, b, _c = communes
    article = NewsPageFactory(parent=NewsIndexPageFactory(parent=a))
    assert BeautifulSoup(client.get(a.url).content, "html.parser").find(class_="succession") is None
    merge([a], [b])
    for url in (a.url, article.url, article.get_parent().url):
        banner = BeautifulSoup(client.get(url).content, "html.parser").find(class_="succession")
        assert "Xã An Hòa nay là Xã Bình Sa từ 01/07/2025" in " ".join(banner.get_text(" ", strip=True).split())
        assert banner.find("a")["href"] == b.url
    assert BeautifulSoup(client.get(b.url).content, "html.parser").find(class_="succession") is None
    assert "Xã An Hòa" in BeautifulSoup(client.get(article.url).content, "html.parser").find(class_="dateline").text


def test_an_article_of_2022_lists_under_its_publisher_and_under_the_successor(client, communes):
    a, b, c = communes
    indexes = [NewsIndexPageFactory(parent=unit) for unit in communes]
    NewsPageFactory(parent=indexes[0], title="Tin năm 2022")
    merge([a], [b])
    assert "Tin năm 2022" in text_of(client, indexes[0].url)
    assert "Tin năm 2022" in text_of(client, indexes[1].url)
    assert "Tin năm 2022" in client.get(indexes[1].url + "rss/").content.decode()
    assert "Tin năm 2022" not in text_of(client, indexes[2].url)
    merge([b], [c], on=date(2026, 1, 1))
    assert "Tin năm 2022" in text_of(client, indexes[2].url)
    assert set(predecessor_ids(c)) == {a.pk, b.pk}


def test_the_banner_leads_to_the_unit_of_today(client, communes):
    a, b, c = communes
    merge([a], [b])
    merge([b], [c], on=date(2026, 1, 1))
    banner = BeautifulSoup(client.get(a.url).content, "html.parser").find(class_="succession")
    assert [link["href"] for link in banner("a")] == [c.url]


def test_the_directory_lists_former_units_apart_and_the_link_directory_not_at_all(client, communes):
    from home.models.links import link_groups

    a, b, _c = communes
    OrganisationPage.objects.update(website="https://xa.example/")
    merge([a], [b])
    context = client.get(a.get_parent().url).context
    assert a.title not in [page.title for group in context["groups"] for page in group["organisations"]]
    assert [(row["page"].title, row["successors"][0].title) for row in context["former"]] == [(a.title, b.title)]
    assert a.title not in [link["title"] for group in link_groups(b) for link in group["links"]]


def test_a_reorganisation_arranged_beforehand_waits_for_its_day(client, communes):
    a, b, _c = communes
    merge([a], [b], on=date.today() + timedelta(days=30))
    assert "sẽ là" in text_of(client, a.url)
    assert predecessor_ids(b) == []
    assert a.title in text_of(client, a.get_parent().url)


# -- the rules ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "old", "new", "refused"),
    [
        ("merged", "a", "b", False),
        ("merged", "ac", "b", False),
        ("merged", "a", "", True),
        ("merged", "a", "bc", True),
        ("merged", "", "b", True),
        ("renamed", "a", "b", False),
        ("renamed", "ac", "b", True),
        ("replaced", "a", "", True),
        ("moved_level", "a", "b", False),
        ("split", "a", "bc", False),
        ("split", "a", "b", True),
        ("ended", "a", "", False),
        ("ended", "a", "b", True),
        ("merged", "ab", "b", True),
    ],
)
def test_who_may_succeed_whom(communes, kind, old, new, refused):
    units = dict(zip("abc", communes, strict=True))
    plan = Plan(kind, MERGED_ON, [units[x] for x in old], [units[x] for x in new])
    assert bool(problems(plan)) is refused
    if refused:
        with pytest.raises(ValidationError):
            carry_out(plan, None)
        assert not Succession.objects.exists()


def test_circles_and_successors_that_ended_before_are_refused(communes):
    a, b, c = communes
    merge([a], [b])
    b.refresh_from_db()
    assert problems(Plan("merged", date(2025, 6, 1), [c], [a])) == []
    assert problems(Plan("merged", date(2026, 1, 1), [c], [OrganisationPage.objects.get(pk=a.pk)]))
    assert problems(Plan("merged", date(2026, 1, 1), [b], [OrganisationPage.objects.get(pk=a.pk)]))
    assert problems(Plan("merged", date(2026, 1, 1), [OrganisationPage.objects.get(pk=a.pk)], [c]))


def test_an_old_draft_does_not_bring_a_unit_back(communes):
    a, b, _c = communes
    a.phone = "0299 999"
    revision = a.save_revision()
    merge([a], [b])
    revision.publish()
    a.refresh_from_db()
    assert (a.valid_to, a.ended_as, a.phone) == (date(2025, 6, 30), "merged", "0299 999")


# -- all or nothing, and back ---------------------------------------------------------------------------------------


def state() -> list:
    return [
        list(OrganisationPage.objects.order_by("pk").values_list("pk", "valid_to", "ended_as", "url_path", "live")),
        list(AdministrativeUnit.objects.order_by("pk").values()),
        [
            list(unit.appointments.order_by("pk").values_list("pk", "ends_on"))
            for unit in OrganisationPage.objects.order_by("pk")
        ],
        Succession.objects.count(),
        PlaceSuccession.objects.count(),
    ]


def test_undoing_restores_everything_exactly(communes):
    a, b, c = communes
    for number, unit in enumerate(communes):
        AdministrativeUnitFactory(organisation=unit, code=f"3000{number}")
        AppointmentFactory(organisation=unit)
    before = state()
    user = UserFactory()
    done = merge([a, c], [b], user=user)
    assert AdministrativeUnit.objects.get(organisation=a).valid_to == date(2025, 6, 30)
    assert a.appointments.get().ends_on == date(2025, 6, 30)
    assert PlaceSuccession.objects.count() == 2
    undo(done, user)
    assert state() == before
    actions = PageLogEntry.objects.filter(page=a.pk, user=user).values_list("action", flat=True)
    assert {"departments.reorganise", "departments.undo_reorganisation"} <= set(actions)


def test_what_was_changed_since_is_not_overwritten(communes):
    a, b, c = communes
    post = AppointmentFactory(organisation=a)
    done = merge([a], [b])
    type(post).objects.filter(pk=post.pk).update(ends_on=date(2025, 1, 1))
    with pytest.raises(ValidationError):
        undo(done, None)
    assert OrganisationPage.objects.get(pk=a.pk).ended_as == "merged"
    type(post).objects.filter(pk=post.pk).update(ends_on=date(2025, 6, 30))
    later = merge([b], [c], on=date(2026, 1, 1))
    with pytest.raises(ValidationError):
        undo(done, None)
    undo(later, None)
    undo(done, None)
    assert predecessor_ids(c) == predecessor_ids(b) == []


def test_a_failure_half_way_leaves_nothing(communes, monkeypatch):
    a, b, _c = communes
    before = state()

    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("departments.reorganisation.log", fail)
    with pytest.raises(RuntimeError):
        merge([a], [b])
    assert state() == before
    assert not Reorganisation.objects.exists()


# -- the admin ------------------------------------------------------------------------------------------------------


@pytest.fixture
def province_officer(db):
    user = UserFactory()
    wanted = Permission.objects.filter(codename__in=["access_admin", "add_reorganisation"])
    user.user_permissions.set(wanted)
    return user


def form_of(old, new, **more):
    return {
        "kind": "merged",
        "on": "2025-07-01",
        "predecessors": [unit.pk for unit in old],
        "successors": [unit.pk for unit in new],
        **more,
    }


def test_it_is_shown_before_it_is_done_and_can_be_undone(client, communes, province_officer):
    a, b, _c = communes
    NewsPageFactory(parent=NewsIndexPageFactory(parent=a, title="Tin tức xã"))
    AppointmentFactory(organisation=a, post="Chủ tịch UBND xã")
    client.force_login(province_officer)
    url = reverse("reorganisations:add")
    assert client.get(url).status_code == 200
    preview = client.post(url, form_of([a], [b]))
    shown = BeautifulSoup(preview.content, "html.parser").get_text(" ", strip=True)
    for words in ("3 trang", "Tin tức xã", "Chủ tịch UBND xã"):
        assert words in shown
    assert not Succession.objects.exists()
    NewsPageFactory(parent=NewsIndexPageFactory(parent=a, slug="tin-khac"))
    again = client.post(url, form_of([a], [b], seen=preview.context["seen"], confirm="1"))
    assert again.status_code == 200
    assert not Succession.objects.exists()
    done = client.post(url, form_of([a], [b], seen=again.context["seen"], confirm="1"))
    assert done.status_code == 302
    act = Reorganisation.objects.get()
    assert act.done_by == province_officer
    assert a.title in client.get(reverse("reorganisations:index")).content.decode()
    undo_url = reverse("reorganisations:undo", args=[act.pk])
    assert client.get(undo_url).status_code == 200
    assert client.post(undo_url).status_code == 302
    assert not Succession.objects.exists()


@pytest.mark.parametrize(
    "written",
    [
        {"successors": []},
        {"predecessors": []},
        {"kind": "sap-nhap"},
        {"on": "31/02/2025"},
        {"on": "0001-01-01"},
        {"predecessors": ["999999"]},
        {"predecessors": ["abc"]},
    ],
)
def test_bad_input_is_refused_in_words(client, communes, province_officer, written):
    a, b, _c = communes
    client.force_login(province_officer)
    data = form_of([a], [b]) | written | {"confirm": "1", "seen": "x"}
    response = client.post(reverse("reorganisations:add"), data)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not Succession.objects.exists()


def test_only_the_province_may_do_it(client, communes):
    user = UserFactory()
    user.user_permissions.set(Permission.objects.filter(codename="access_admin"))
    client.force_login(user)
    a, b, _c = communes
    for url in (reverse("reorganisations:index"), reverse("reorganisations:add")):
        assert client.get(url).status_code == 302
    client.post(reverse("reorganisations:add"), form_of([a], [b], confirm="1"))
    assert not Succession.objects.exists()


# -- names ----------------------------------------------------------------------------------------------------------


def test_former_names_lead_to_the_successor(organisation_index):
    old = OrganisationPageFactory(
        parent=organisation_index, title="Sở Thông tin và Truyền thông", short_name="Sở TT&TT", other_names="Sở TTTT"
    )
    new = OrganisationPageFactory(parent=organisation_index, title="Sở Khoa học và Công nghệ", short_name="Sở KH&CN")
    merge([old], [new], on=date(2025, 3, 1))
    assert {"Sở KH&CN", "Sở TT&TT", "Sở TTTT"} <= set(new.search_facts().keys)
    assert [found.page_id for found in recogniser().find("giao Sở TTTT")] == [old.pk]


def test_desks_of_the_predecessors_are_shown(client, communes):
    a, b, _c = communes
    ServicePointFactory(organisation=a, name="Bộ phận một cửa cũ")
    merge([a], [b])
    assert "Bộ phận một cửa cũ" in text_of(client, b.url + "lien-he/")
