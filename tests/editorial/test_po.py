"""Files for a translator outside: out and back without loss, or refused as a whole."""

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Locale, Site
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringTranslation, Translation

from editorial.translations import po
from home.models import PlainPage
from tests.editorial.translating import (
    english_home,
    english_of,
    original,
    translate_everything,
    translation_of,
    translator,
)
from tests.factories import SectionPageFactory
from tests.worlds import scratch_database

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """A page and its translation, made once; every test has a savepoint of its own."""
    with scratch_database(django_db_blocker):
        home = Site.objects.get(is_default_site=True).root_page.specific
        english_home(home)
        page = original(home)
        yield page, translation_of(page)


@pytest.fixture
def page(built, db):
    return PlainPage.objects.get(pk=built[0].pk)


@pytest.fixture
def translation(built, db):
    return Translation.objects.get(pk=built[1].pk)


def filled(translation) -> polib.POFile:
    file = polib.pofile(po.export(translation), wrapwidth=0)
    for entry in file:
        entry.msgstr = english_of(entry.msgid)
    return file


def stored(translation) -> dict:
    return {
        (row.context.path, row.translation_of.data): row.data
        for row in StringTranslation.objects.select_related("context", "translation_of")
    }


def refusal(translation, data) -> str:
    data = data if isinstance(data, bytes) else str(data).encode()
    before = stored(translation)
    with pytest.raises(po.Refused) as caught:
        po.take(translation, data, None)
    assert stored(translation) == before
    return " ".join(caught.value.reasons)


def test_out_and_back_without_loss(translation):
    file = filled(translation)
    assert len(file) == len(po.segments_of(translation))
    wanted = {
        'Line one\nline two "quoted" \\ backslash\tTab': "quote",
        "Tiếng Việt vẫn còn: đường Hoà Bình – £5 “x”": "heading",
    }
    texts = iter(wanted)
    for entry in file:
        if "<" not in entry.msgid and entry.msgctxt not in ("title",):
            entry.msgstr = next(texts, entry.msgstr)
    assert po.take(translation, str(file).encode(), None) == len(file)
    assert stored(translation) == {(e.msgctxt, e.msgid): e.msgstr for e in file}
    again = polib.pofile(po.export(translation), wrapwidth=0)
    assert [(e.msgctxt, e.msgid, e.msgstr) for e in again] == [(e.msgctxt, e.msgid, e.msgstr) for e in file]
    assert po.take(translation, po.export(translation).encode(), None) == len(file)


def test_an_unfinished_file_is_taken_as_far_as_it_goes(translation):
    file = filled(translation)
    file[0].msgstr = ""
    file[1].flags = ["fuzzy"]
    assert po.take(translation, str(file).encode(), None) == len(file) - 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"\xff\xfe\x00",
        "xin chào\n".encode(),
        b"/etc/hostname",
        b'msgid "a\nmsgstr "b',
    ],
)
def test_what_is_no_po_file_is_refused(translation, data):
    assert refusal(translation, data)


def test_a_file_that_is_too_large_is_refused(translation):
    assert "2 MB" in refusal(translation, b"#" * (po.MAX_BYTES + 1))


def test_a_file_of_another_page_is_refused_with_its_name(home, translation):
    other = translation_of(original(home, title="Trang khác", slug="trang-khac"))
    assert "Trang khác" in refusal(translation, filled(other))


def test_a_file_that_says_nothing_of_a_page_is_refused(translation):
    file = filled(translation)
    del file.metadata[po.TRANSLATION_ID]
    refusal(translation, file)


def test_a_file_for_another_language_is_refused(translation):
    file = filled(translation)
    file.metadata["Language"] = "fr"
    assert "fr" in refusal(translation, file)


def test_a_file_older_than_the_original_is_refused_with_the_day(translation, page):
    file = filled(translation)
    page.lead = "Đã viết lại."
    page.save_revision().publish()
    translation.refresh_from_db()
    assert f"{page.last_published_at:%Y}" in refusal(translation, file)


def entry_with(file, words: str):
    return next(entry for entry in file if words in entry.msgid)


@pytest.mark.parametrize(
    "text",
    [
        'A bridge of <b>one km, see <a id="a1">news</a>.',
        "A bridge, see news.",
        'A bridge, see <a id="a2">news</a>.',
        'A bridge, see <a href="https://evil.example/">news</a>.',
        'A bridge, see <a id="a1">news</b>.',
        'A bridge, see <a id="a1">news</a>.<script>alert(1)</script>',
        'A bridge, see <a id="a1">news</a> <img src=x',
        'A bridge, see <a id="a1">news</a>.\x07',
        'A bridge, see <a id="a1">%(news)s</a>.',
    ],
)
def test_broken_or_foreign_markup_is_refused(translation, text):
    file = filled(translation)
    entry_with(file, "<a id").msgstr = text
    assert "Cầu dài" in refusal(translation, file)


def test_bold_may_go_and_come(translation):
    file = filled(translation)
    entry_with(file, "<a id").msgstr = 'A bridge of one kilometre, <i>see</i> <a id="a1">news</a>.'
    po.take(translation, str(file).encode(), None)


def test_a_title_that_does_not_fit_is_refused(translation):
    file = filled(translation)
    entry_with(file, "Giới thiệu cầu").msgstr = "x" * 300
    assert "255" in refusal(translation, file)


def test_a_text_that_is_not_of_this_page_and_one_translated_twice_are_refused(translation):
    file = filled(translation)
    file.append(polib.POEntry(msgid="Lạ", msgctxt="body", msgstr="Strange"))
    assert "Lạ" in refusal(translation, file)
    file = filled(translation)
    first = file[0]
    file.append(polib.POEntry(msgid=first.msgid, msgctxt=first.msgctxt, msgstr="Something else"))
    refusal(translation, file)


def test_what_a_machine_wrote_goes_out_as_fuzzy(translation):
    translate_everything(translation, kind="machine")
    assert all(entry.fuzzy for entry in polib.pofile(po.export(translation)))


def test_the_doors_of_the_admin_take_and_refuse(client, home, translation, page):
    person = translator(home.get_parent())
    client.force_login(person)
    url = reverse("wagtail_localize:download_pofile", args=[translation.pk])
    response = client.get(url)
    assert "gioi-thieu-cau-en.po" in response["Content-Disposition"]
    upload = reverse("wagtail_localize:upload_pofile", args=[translation.pk])

    def send(data: bytes) -> str:
        answer = client.post(upload, {"file": SimpleUploadedFile("a.po", data)}, follow=True)
        assert answer.status_code == 200
        return " ".join(str(message) for message in answer.context["messages"])

    assert "Chưa có gì thay đổi" in send(b"nothing")
    assert not stored(translation)
    send(str(filled(translation)).encode())
    assert len(stored(translation)) == len(po.segments_of(translation))
    assert client.post(upload, follow=True).status_code == 200
    assert not page.get_translation(Locale.objects.get(language_code="en")).live


def test_a_machine_s_words_that_come_back_unread_stay_unread(translation):
    translate_everything(translation, kind="machine")
    assert po.take(translation, po.export(translation).encode(), None) == 0
    assert set(StringTranslation.objects.values_list("translation_type", flat=True)) == {"machine"}
    read = polib.pofile(po.export(translation), wrapwidth=0)
    read[0].flags = []
    assert po.take(translation, str(read).encode(), None) == 1
    assert StringTranslation.objects.filter(translation_type="manual").count() == 1


def bad_files(translation, page) -> dict[str, bytes]:
    """Return a file of each kind that is to be refused."""
    broken, foreign, old = filled(translation), filled(translation), filled(translation)
    entry_with(broken, "<a id").msgstr = 'A bridge, see <a id="a1">%(news)s</a>.'
    other = translation_of(original(page.get_parent().specific, title="Trang khác", slug="trang-khac"))
    foreign.metadata[po.TRANSLATION_ID] = str(other.uuid)
    page.lead = "Đã viết lại."
    page.save_revision().publish()
    return {"broken": str(broken).encode(), "foreign": str(foreign).encode(), "old": str(old).encode()}


@pytest.mark.parametrize(
    ("language", "nothing", "reasons"),
    [
        ("vi", "Chưa có gì thay đổi", {"foreign": "thuộc trang khác", "old": "cũ hơn"}),
        (
            "en",
            "Nothing was changed",
            {"foreign": "belongs to another page", "old": "older than the Vietnamese text"},
        ),
    ],
)
def test_the_reason_is_told_in_the_user_s_language_and_nothing_changes(
    client, home, translation, page, language, nothing, reasons
):
    person = translator(home.get_parent())
    UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": language})
    client.force_login(person)
    upload = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    twin = page.get_translation(Locale.objects.get(language_code="en"))
    for kind, data in bad_files(translation, page).items():
        before = stored(translation), twin.revisions.count()
        answer = client.post(upload, {"file": SimpleUploadedFile("a.po", data)}, follow=True)
        told = " ".join(str(message) for message in answer.context["messages"])
        assert nothing in told
        assert reasons.get(kind, "") in told
        assert (stored(translation), twin.revisions.count()) == before


def test_who_may_not_edit_the_page_gets_no_file(client, home, translation):
    client.force_login(translator(SectionPageFactory(parent=home, title="Khác", slug="khac")))
    for name in ("download_pofile", "upload_pofile"):
        url = reverse(f"wagtail_localize:{name}", args=[translation.pk])
        response = client.post(url) if name.startswith("up") else client.get(url)
        assert response.status_code in (302, 403)
