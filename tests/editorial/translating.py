"""A page with everything a translator meets, and the translator's hands."""

from typing import Any

from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.fields import StreamField
from wagtail.models import GroupApprovalTask, Locale, Page, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import querydict_from_html
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from core.models import User
from home.models import HomePage, PlainPage
from tests.editorial.accounts import WRITER, account
from tests.factories import PlainPageFactory, PortalImageFactory, UserFactory

BODY = [
    ("heading", "Kết quả “bước đầu”"),
    ("paragraph", '<p>Cầu dài <b>một cây số</b>, xem <a href="https://a.example/">tin</a>.</p><p>Dòng thứ hai.</p>'),
    ("callout", {"heading": "Lưu ý", "text": "<p>Xe tải đi đường vòng.</p>"}),
    ("quote", {"text": "Nối liền\nhai bờ.", "who": "Một người dân"}),
    (
        "table",
        {
            "caption": "Số liệu",
            "table": {
                "first_row_is_table_header": True,
                "first_col_is_header": False,
                "data": [["Tháng", "Hồ sơ"], ["9/2026", "1.204"], [None, "đã xong"]],
            },
        },
    ),
]


def english_home(home: HomePage, user: User | None = None) -> Page:
    """Give the portal an English home page, as a translation of the Vietnamese one."""
    english = Locale.objects.get(language_code="en")
    page = HomePage(title="Home", slug="home-en", locale=english, translation_key=home.translation_key)
    page = home.get_parent().add_child(instance=page)
    page.save_revision().publish()
    return page


def original(home: HomePage, **fields) -> PlainPage:
    """Publish a Vietnamese page with every kind of text block, pictures and a list of pictures."""
    image = PortalImageFactory()
    figure = {"image": image, "caption": "Bên cầu", "credit": "Mai An"}
    gallery = ("gallery", {"heading": "Ngày hội", "items": [figure, {**figure, "caption": "Trên cầu"}]})
    page = PlainPageFactory(
        **{"parent": home, "title": "Giới thiệu cầu", "slug": "gioi-thieu-cau", "body": [*BODY, gallery], **fields}
    )
    page.save_revision().publish()
    return PlainPage.objects.get(pk=page.pk)


def translation_of(page: Page) -> Translation:
    """Return the English translation of ``page``, begun as the admin's "translate" begins it."""
    english = Locale.objects.get(language_code="en")
    translate_object(page, [english])
    return Translation.objects.get(source__object_id=page.translation_key, target_locale=english)


def english_of(text: str) -> str:
    """Return words that are recognisably English and keep the markup of ``text``."""
    plain = text.encode("ascii", "ignore").decode()
    return f"EN {plain}"


def translate_everything(translation: Translation, user: User | None = None, kind: str = "manual") -> None:
    """Translate every piece."""
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string"):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={
                "data": english_of(segment.string.data),
                "translation_type": kind,
                "last_translated_by": user,
            },
        )


def publish(page: Page) -> Any:
    """Publish the draft of ``page``, or what it says itself; return it as stored."""
    (page.get_latest_revision() if page.has_unpublished_changes else page.save_revision()).publish()
    return type(page).objects.get(pk=page.pk)


def english_page(page: Page) -> Any:
    """Translate ``page``, publish the twin with all pages above it, and return it."""
    translation = translation_of(page)
    translate_everything(translation)
    translation.save_target(publish=False)
    twin = page.get_translation(translation.target_locale)
    twin.get_latest_revision().publish()
    for above in twin.get_ancestors().filter(depth__gte=2, live=False):
        above.specific.save_revision().publish()
    return type(page).objects.get(pk=twin.pk)


def edit_form(client, page):
    """Return the fields of the edit form of a translation that is written by hand, as the browser would send them."""
    Translation.objects.update(enabled=False)
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    html = client.get(url).content.decode()
    data = querydict_from_html(html, form_id="page-edit-form")
    # Streams are drawn by the admin's script.
    streams = [field.name for field in page._meta.get_fields() if isinstance(field, StreamField)]
    data.update({f"{name}-count": "0" for name in streams})
    return url, html, data


def translator(section: Page, **fields) -> User:
    """Return somebody who may edit below ``section`` and begin translations."""
    user = account(section, *WRITER, **fields)
    user.groups.first().permissions.add(
        Permission.objects.get(content_type__app_label="wagtail_localize", codename="submit_translation")
    )
    return user


def workflow_for(section: Page, approver: User) -> Workflow:
    """Let the first group of ``approver`` approve what is handed on below ``section``."""
    workflow = Workflow.objects.create(name="Duyệt bản dịch", active=True)
    task = GroupApprovalTask.objects.create(name="Duyệt bản dịch", active=True)
    task.groups.add(approver.groups.first())
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    WorkflowPage.objects.update_or_create(page=section, defaults={"workflow": workflow})
    return workflow
