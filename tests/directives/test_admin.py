"""What an editor may write of a directive, and how sentences become tasks."""

from datetime import date

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from departments.models import Appointment, Person
from directives.models import DirectivePage, DirectiveTask
from tests.factories import (
    DirectiveIndexPageFactory,
    DirectivePageFactory,
    NewsPageFactory,
    OrganisationPageFactory,
    UserFactory,
)
from tests.factories.directives import add_task

pytestmark = pytest.mark.django_db
BODY = [
    ("paragraph", "<p>Chủ tịch UBND tỉnh giao Sở Tài chính rà soát vốn, Sở Y tế phối hợp, xong trước ngày 30/6.</p>"),
    ("paragraph", "<ul><li>Công an tỉnh có trách nhiệm tuần tra thường xuyên.</li></ul>"),
]


@pytest.fixture
def article(news_index):
    return NewsPageFactory(
        parent=news_index, title="Họp về đầu tư", live=False, body=BODY, event_date="2026-04-10T03:00Z"
    )


def member(*pages, permissions=("add_page", "change_page")):
    """Return an account that may write below ``pages`` only."""
    user = UserFactory(is_superuser=False)
    group = Group.objects.create(name=f"Biên tập viên {user.pk}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for page in pages:
        for codename in permissions:
            permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
            GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user.groups.add(group)
    return user


def screen(page) -> str:
    return reverse("task_suggestions", args=[page.pk])


def confirmed(client, page, **target) -> dict:
    """Return what the browser sends when the editor ticks what is offered."""
    context = client.get(screen(page)).context
    data = {"task-TOTAL_FORMS": len(context["rows"]), "task-INITIAL_FORMS": len(context["rows"])}
    for row in context["rows"]:
        form = row["form"]
        for field in form:
            value = field.value()
            if value not in (None, False):
                data[field.html_name] = "on" if value is True else str(value)
    if context["target"]:
        data |= {f"target-{name}": str(context["target"][name].value() or "") for name in ("title", "date")}
    return data | {f"target-{name}": value for name, value in target.items()}


def test_sentences_of_a_draft_article_become_tasks_of_a_new_draft(
    client, article, directive_index, organisation_index
):
    finance = OrganisationPageFactory(parent=organisation_index, title="Sở Tài chính tỉnh Sông Mây")
    client.force_login(member(article.get_parent(), directive_index))
    data = confirmed(client, article, index=directive_index.pk)
    response = client.post(screen(article), data)
    page = DirectivePage.objects.get()
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert not page.live
    draft = page.get_latest_revision_as_object()
    assert (draft.title, draft.date, draft.reported_in_id) == ("Họp về đầu tư", date(2026, 4, 10), article.pk)
    first, second = draft.tasks.all()
    assert (first.lead_agency_id, first.due_on, first.coordinating_names) == (
        finance.pk,
        date(2026, 6, 30),
        ["Sở Y tế"],
    )
    assert (second.lead, second.is_standing) == ("Công an tỉnh", True)
    assert client.get(response.url).status_code == 200
    assert not client.get("/chi-dao-dieu-hanh/theo-doi/").context["rows"]


def test_what_the_editor_left_out_or_changed_holds(client, article, directive_index):
    client.force_login(member(article.get_parent(), directive_index))
    data = confirmed(client, article, index=directive_index.pk) | {"task-0-lead": "Ban Quản lý chợ Mỹ Bình"}
    del data["task-1-chosen"]
    client.post(screen(article), data)
    (task,) = DirectivePage.objects.get().get_latest_revision_as_object().tasks.all()
    assert (task.lead, task.lead_agency_id) == ("Ban Quản lý chợ Mỹ Bình", None)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"task-0-due_on": "2026-04-09"}, "Hạn hoàn thành không thể trước ngày chỉ đạo."),
        ({"task-0-due_on": "hôm qua"}, "Chưa thêm gì"),
        ({"task-0-lead": ""}, "Hãy ghi tên hoặc chọn cơ quan chủ trì"),
        ({"task-0-content": " "}, "Hãy ghi nội dung nhiệm vụ."),
        ({"task-0-is_standing": "on"}, "Nhiệm vụ thường xuyên không có hạn cuối"),
        ({"task-0-coordinating": "Sở Tài chính"}, "Cơ quan chủ trì cũng đang ghi là cơ quan phối hợp"),
        ({"target-date": "2999-01-01"}, "Ngày chỉ đạo không thể sau hôm nay."),
        ({"target-title": ""}, "Chưa thêm gì"),
        ({"task-0-chosen": "", "task-1-chosen": ""}, "Hãy đánh dấu ít nhất một nhiệm vụ."),
        ({"task-TOTAL_FORMS": "5000"}, "Chưa thêm gì"),
        ({"task-TOTAL_FORMS": "x"}, "Chưa thêm gì"),
    ],
)
def test_what_cannot_be_is_refused_in_words(client, article, directive_index, changed, words):
    client.force_login(member(article.get_parent(), directive_index))
    data = {"task-0-lead": "Sở Tài chính"} | confirmed(client, article, index=directive_index.pk)
    response = client.post(screen(article), data | changed)
    assert response.status_code == 200
    assert words in response.content.decode()
    assert not DirectivePage.objects.exists()


def test_a_forged_request_changes_nothing(client, article, directive_index, home):
    own = DirectiveIndexPageFactory(parent=home, slug="cua-minh")
    stranger = member(own)
    client.force_login(UserFactory(is_superuser=True))
    data = confirmed(client, article, index=directive_index.pk)
    directive = DirectivePageFactory(parent=directive_index, body=BODY)
    client.force_login(stranger)
    for page in (article, directive, home):
        assert client.get(screen(page)).status_code in (302, 403)
        assert client.post(screen(page), data).status_code in (302, 403)
    # Who may edit the article, but not add to that list.
    client.force_login(member(article.get_parent(), own))
    assert client.post(screen(article), data).status_code == 200
    assert list(DirectivePage.objects.all()) == [directive]
    assert not directive.get_latest_revision()


def test_a_directive_gets_a_draft_and_knows_what_it_has(client, directive_index):
    page = DirectivePageFactory(parent=directive_index, date=date(2026, 4, 10), body=BODY)
    add_task(page, "Có trách nhiệm tuần tra thường xuyên", lead_name="Công an tỉnh", is_standing=True)
    page.save_revision().publish()
    client.force_login(member(directive_index))
    rows = client.get(screen(page)).context["rows"]
    assert [row["form"]["chosen"].value() for row in rows][0] is True
    client.post(screen(page), confirmed(client, page))
    assert DirectiveTask.objects.count() == 1
    draft = DirectivePage.objects.get().get_latest_revision_as_object()
    assert [task.lead for task in draft.tasks.all()] == ["Công an tỉnh", "Sở Tài chính"]


def test_the_editor_of_a_text_is_offered_the_screen(client, article, home):
    client.force_login(UserFactory(is_superuser=True))
    assert screen(article) in client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert screen(home) not in client.get(reverse("wagtailadmin_pages:edit", args=[home.pk])).content.decode()


def form(**task) -> dict:
    row = {
        "content": "Rà soát",
        "lead_agency": "",
        "lead_name": "Sở Y tế",
        "progress": "not_started",
        "visibility": "public",
        "due_on": "",
        "done_on": "",
        "notes": inline_formset([]),
        "coordinating": inline_formset([]),
        "ORDER": "1",
    }
    return nested_form_data(
        {
            "title": "Kết luận",
            "slug": "ket-luan",
            "date": "2026-04-10",
            "occasion": "meeting",
            "lead": "",
            "body": streamfield([]),
            "tasks": inline_formset([row | task]),
            "action-publish": "1",
        }
    )


@pytest.mark.parametrize(
    ("task", "words"),
    [
        ({"due_on": "2026-04-09"}, "Hạn hoàn thành không thể trước ngày chỉ đạo."),
        ({"done_on": "2026-04-09", "progress": "done"}, "Ngày hoàn thành không thể trước ngày chỉ đạo."),
        ({"done_on": "2026-04-11"}, "Đã có ngày hoàn thành thì nhiệm vụ là hoàn thành"),
        ({"progress": "done"}, "Hãy ghi ngày hoàn thành."),
        ({"due_on": "2026-05-01", "is_standing": "on"}, "Nhiệm vụ thường xuyên không có hạn cuối"),
        (
            {
                "coordinating": inline_formset(
                    [{"name": "Sở  Y TẾ".replace("  ", " "), "organisation": "", "ORDER": "1"}]
                )
            },
            "Cơ quan chủ trì cũng đang ghi là cơ quan phối hợp",
        ),
        ({"lead_name": ""}, "Hãy ghi tên hoặc chọn cơ quan chủ trì"),
    ],
)
def test_a_contradiction_is_refused_beside_the_field(client, directive_index, task, words):
    client.force_login(UserFactory(is_superuser=True))
    url = reverse("wagtailadmin_pages:add", args=["directives", "directivepage", directive_index.pk])
    response = client.post(url, form(**task))
    assert response.status_code == 200
    assert words in response.content.decode()
    assert not DirectivePage.objects.exists()


def test_a_task_that_is_done_without_a_document_is_published_with_a_reminder(client, directive_index):
    client.force_login(UserFactory(is_superuser=True))
    url = reverse("wagtailadmin_pages:add", args=["directives", "directivepage", directive_index.pk])
    data = {**form(done_on="2026-04-11", progress="done"), "action-submit": "1"}
    data.pop("action-publish", None)
    response = client.post(url, data, follow=True)
    assert "chưa ghi văn bản kết quả: Rà soát" in response.content.decode()
    page = DirectivePage.objects.get()
    page.get_latest_revision().publish(user=UserFactory(is_superuser=True))
    assert DirectivePage.objects.get().live
    assert DirectivePage.objects.get().tasks.get().number == 1


def test_readers_are_told_the_post_of_that_day(client, directive_index, organisation_index):
    committee = OrganisationPageFactory(parent=organisation_index, title="UBND tỉnh")
    person = Person(full_name="Lê Hoài An", honorific="Ông", locale=directive_index.locale)
    for post, starts, ends in (
        ("Phó Chủ tịch", date(2020, 1, 1), date(2025, 6, 30)),
        ("Chủ tịch", date(2025, 7, 1), None),
    ):
        held = {"organisation": committee, "starts_on": starts, "ends_on": ends, "locale": person.locale}
        person.appointments.add(Appointment(post=post, **held))
    person.save()
    old = DirectivePageFactory(parent=directive_index, leader_person=person, leader_name="", date=date(2025, 6, 30))
    new = DirectivePageFactory(parent=directive_index, leader_person=person, leader_name="", date=date(2025, 7, 1))
    assert "Ông Lê Hoài An, Phó Chủ tịch UBND tỉnh" in client.get(old.url).content.decode()
    assert "Ông Lê Hoài An, Chủ tịch UBND tỉnh" in client.get(new.url).content.decode()
