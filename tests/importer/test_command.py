"""The command against the database: drafts, reruns, broken files, reports."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.utils.timezone import localtime
from wagtail.models import PageLogEntry

from core.models import User
from importer.management.commands import import_articles as command_module
from importer.reading import read_file
from importer.writing import find_existing
from news.models import Category, NewsPage, NewsSource
from tests.factories import CategoryFactory, NewsIndexPageFactory

pytestmark = pytest.mark.django_db

TITLE = "Khai trương điểm tiếp nhận hồ sơ tại phường Bến Gỗ"
ARTICLE = f"""Tin trong tỉnh
{TITLE}
Ngày đăng: 12/05/2024 09:15
(SM) - Sáng ngày 11/5, UBND phường Bến Gỗ khai trương điểm tiếp nhận hồ sơ lưu động dành cho người cao tuổi.
Các đại biểu cắt băng khai trương tại phường Bến Gỗ
Trong ngày đầu tiên, điểm tiếp nhận đã nhận 36 hồ sơ, phần lớn về hộ tịch và bảo trợ xã hội./.
Tin, ảnh: Lê Thu
Nguồn: songmay.example.vn
Các tin khác
Họp mặt người cao tuổi (10/05/2024)
"""


@pytest.fixture
def category(home):
    return CategoryFactory(name="Tin trong tỉnh", slug="tin-trong-tinh")


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def run(*args, **options):
    out, err = StringIO(), StringIO()
    call_command("import_articles", *map(str, args), stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_an_article_becomes_a_draft(folder, news_index, category):
    out, err = run(folder, into=str(news_index.pk))
    page = NewsPage.objects.get()
    assert page.title == TITLE
    assert not page.live
    assert page.get_parent().pk == news_index.pk
    assert page.slug == "khai-truong-diem-tiep-nhan-ho-so-tai-phuong-ben-go"
    assert page.category == category
    assert page.agency_prefix == "SM"
    assert page.lead.startswith("Sáng ngày 11/5, UBND phường Bến Gỗ")
    assert f"{localtime(page.published_at):%Y-%m-%dT%H:%M}" == "2024-05-12T09:15"
    assert (localtime(page.event_date).day, page.event_precision) == (11, "day")
    assert [(line.name, line.role) for line in page.bylines.all()] == [("Lê Thu", "text"), ("Lê Thu", "photo")]
    assert page.source == NewsSource.objects.get(domain="songmay.example.vn")
    assert [block.block_type for block in page.body] == ["figure", "paragraph"]
    assert "./." not in str(page.body)
    assert not page.needs_title
    assert "event_year_inferred" in {note["code"] for note in page.import_notes}
    assert "Họp mặt" not in str(page.body)
    assert "Ngày đăng: 12/05/2024 09:15" in out
    assert "1/1" in err


def test_the_draft_has_a_revision_and_a_log_entry(folder, news_index):
    owner = User.objects.create_user("bientapvien")
    run(folder, into="tin-tuc", user="bientapvien")
    page = NewsPage.objects.get()
    assert page.latest_revision is not None
    assert page.latest_revision.as_object().title == page.title
    assert page.has_unpublished_changes
    assert page.owner == owner
    logged = PageLogEntry.objects.filter(page=page.pk)
    assert set(logged.values_list("action", "user")) == {("wagtail.create", owner.pk), ("wagtail.edit", owner.pk)}


def test_a_second_run_changes_nothing(folder, news_index):
    run(folder, into="tin-tuc")
    before = NewsPage.objects.values().get()
    run(folder, into="/tin-tuc/", report=folder / "report.json")
    assert NewsPage.objects.values().get() == before
    assert json.loads((folder / "report.json").read_text())["summary"] == {"unchanged": 1}


def test_the_same_article_under_another_name_is_the_same(folder, news_index):
    run(folder, into="tin-tuc")
    (folder / "a.txt").rename(folder / "b.txt")
    run(folder, into="tin-tuc")
    assert NewsPage.objects.count() == 1


def test_a_clock_and_a_counter_are_no_change(folder, news_index, tmp_path):
    run(folder, into="tin-tuc", report=tmp_path / "first.json")
    (folder / "a.txt").write_text(ARTICLE + "1.204 người đang online\n", encoding="utf-8")
    run(folder, into="tin-tuc", report=tmp_path / "second.json")
    assert json.loads((tmp_path / "second.json").read_text())["summary"] == {"unchanged": 1}


@pytest.mark.parametrize("old, new", [("36 hồ sơ", "63 hồ sơ"), (TITLE, TITLE + " (tiếp theo)")])
def test_an_edited_file_is_reported_and_not_doubled(folder, news_index, tmp_path, old, new):
    (folder / "a.txt").rename(folder / "Tin phường Bến Gỗ.txt")
    run(folder, into="tin-tuc")
    (folder / "Tin phường Bến Gỗ.txt").write_text(ARTICLE.replace(old, new), encoding="utf-8")
    run(folder, into="tin-tuc", report=tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text())["summary"] == {"changed": 1}
    assert NewsPage.objects.count() == 1


def test_another_article_in_a_file_of_the_same_name_is_new(folder, news_index):
    run(folder, into="tin-tuc")
    (folder / "a.txt").write_text(
        "Hội thi cắm hoa chào mừng năm học mới\n\nNgày đăng: 02/09/2024\n\n"
        "Chiều 1/9, Trường THCS Gò Me tổ chức hội thi cắm hoa với mười hai đội dự thi đến từ các khối lớp.\n",
        encoding="utf-8",
    )
    run(folder, into="tin-tuc")
    assert NewsPage.objects.count() == 2


def test_a_dry_run_writes_nothing(folder, news_index, category):
    logged = PageLogEntry.objects.count()
    out, _err = run(folder, into="tin-tuc", dry_run=True)
    assert TITLE in out
    assert not NewsPage.objects.exists()
    assert not NewsSource.objects.exists()
    assert PageLogEntry.objects.count() == logged


def test_no_headline_is_invented(folder, news_index):
    lines = ARTICLE.splitlines()[3:6]
    (folder / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    run(folder, into="tin-tuc")
    page = NewsPage.objects.get()
    assert page.needs_title
    assert "a.txt" in page.title
    assert "Bến Gỗ" not in page.title
    notes = {note["code"]: note for note in page.import_notes}
    assert "needs_title" in notes
    assert notes["suggested_title"]["words"].startswith("Sáng ngày 11/5")


def test_an_unknown_category_is_a_doubt_and_none_is_made(folder, news_index):
    run(folder, into="tin-tuc")
    page = NewsPage.objects.get()
    assert page.category is None
    assert not Category.objects.exists()
    assert [note["words"] for note in page.import_notes if note["code"] == "category_unknown"] == ["Tin trong tỉnh"]


def test_a_category_is_matched_without_accents_and_case(folder, news_index, home):
    category = CategoryFactory(name="TIN TRONG TỈNH")
    (folder / "a.txt").write_text(ARTICLE.replace("Tin trong tỉnh", "Tin trong  tỉnh"), encoding="utf-8")
    run(folder, into="tin-tuc")
    assert NewsPage.objects.get().category == category


@pytest.mark.parametrize(
    "known", [{"name": "Báo Sông Mây", "domain": "songmay.example.vn"}, {"name": "SONGMAY.EXAMPLE.VN"}]
)
def test_a_known_source_is_used_again(folder, news_index, known):
    source = NewsSource.objects.create(**known)
    run(folder, into="tin-tuc")
    assert NewsPage.objects.get().source == source
    assert NewsSource.objects.count() == 1


def test_bad_files_are_reported_and_the_rest_goes_on(folder, news_index, tmp_path):
    (folder / "0-empty.txt").write_bytes(b"  \n")
    (folder / "0-picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (folder / "0-menu.html").write_text("<ul><li><a href='/'>Trang chủ</a></li></ul>", encoding="utf-8")
    (folder / "0-huge.txt").write_bytes(b"a b\n" * (3 * 1024 * 1024))
    (folder / "0-gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "0-fine.docx").write_bytes(b"PK\x03\x04")
    run(folder, folder / "missing.txt", into="tin-tuc", report=tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text())
    reasons = {Path(entry["file"]).name: entry.get("reason") for entry in report["files"]}
    assert reasons == {
        "0-empty.txt": "empty",
        "0-picture.html": "binary",
        "0-menu.html": "no_text",
        "0-huge.txt": "too_big",
        "a.txt": None,
        "missing.txt": "unreadable",
    }
    assert NewsPage.objects.count() == 1


def test_a_file_that_breaks_the_parser_does_not_stop_the_rest(folder, news_index, monkeypatch, tmp_path):
    (folder / "0.txt").write_text("x y z", encoding="utf-8")

    def read(path):
        if path.name == "0.txt":
            raise RecursionError("too deep")
        return read_file(path)

    monkeypatch.setattr(command_module, "read_file", read)
    run(folder, into="tin-tuc", report=tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text())["summary"] == {"failed": 1, "created": 1}


def test_an_interrupted_run_is_resumed_without_duplicates(folder, news_index, monkeypatch, tmp_path):
    (folder / "b.txt").write_text(
        ARTICLE.replace("Bến Gỗ", "Đồng Trăng").replace("36 hồ sơ", "12 hồ sơ"), encoding="utf-8"
    )
    written = command_module.write_article

    def interrupted(source, *args, **kwargs):
        if source.path.name == "b.txt":
            raise KeyboardInterrupt
        return written(source, *args, **kwargs)

    monkeypatch.setattr(command_module, "write_article", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run(folder, into="tin-tuc", report=tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text())["summary"] == {"created": 1}
    monkeypatch.undo()
    run(folder, into="tin-tuc")
    assert NewsPage.objects.count() == 2


@pytest.mark.parametrize("problem", [ValidationError({"lead": "no"}), DatabaseError("locked")])
def test_a_refused_article_does_not_stop_the_rest(folder, news_index, monkeypatch, tmp_path, problem):
    (folder / "b.txt").write_text(ARTICLE.replace("Bến Gỗ", "Đồng Trăng"), encoding="utf-8")
    written = command_module.write_article

    def refuse(source, *args, **kwargs):
        if source.path.name == "a.txt":
            raise problem
        return written(source, *args, **kwargs)

    monkeypatch.setattr(command_module, "write_article", refuse)
    run(folder, into="tin-tuc", report=tmp_path / "report.json")
    first, second = json.loads((tmp_path / "report.json").read_text())["files"]
    assert (first["outcome"], first["reason"], second["outcome"]) == ("failed", "invalid", "created")


def test_an_odd_source_address_is_no_obstacle(folder, news_index, tmp_path):
    (folder / "b.txt").write_text(
        ARTICLE.replace("Bến Gỗ", "Đồng Trăng").replace(
            "Nguồn: songmay.example.vn", "Nguồn: Báo https://a..vn/" + "x" * 70
        ),
        encoding="utf-8",
    )
    run(folder, into="tin-tuc", report=tmp_path / "report.json")
    assert NewsPage.objects.count() == 2


@pytest.mark.parametrize("into", ["khong-co", "999999", "/khong/co/"])
def test_an_unknown_index_is_a_usage_error(folder, news_index, into):
    with pytest.raises(CommandError, match="tin-tuc"):
        run(folder, into=into)


def test_two_indexes_of_one_slug_must_be_told_apart(folder, news_index, home):
    from tests.factories import OrganisationIndexPageFactory, OrganisationPageFactory

    organisation = OrganisationPageFactory(
        parent=OrganisationIndexPageFactory(parent=home, slug="co-quan"), slug="so-y-te"
    )
    other = NewsIndexPageFactory(parent=organisation, title="Tin tức", slug="tin-tuc")
    with pytest.raises(CommandError):
        run(folder, into="tin-tuc")
    run(folder, into="/co-quan/so-y-te/tin-tuc/")
    assert NewsPage.objects.get().get_parent().pk == other.pk


def test_usage_errors(folder, news_index, tmp_path):
    with pytest.raises(CommandError):
        run(folder, into="tin-tuc", user="nobody")
    with pytest.raises(CommandError):
        run(folder, into="tin-tuc", report=tmp_path / "no" / "report.json")
    (tmp_path / "none").mkdir()
    with pytest.raises(CommandError):
        run(tmp_path / "none", into="tin-tuc")
    (tmp_path / "none" / "x.txt").write_bytes(b"")
    with pytest.raises(CommandError):
        run(tmp_path / "none", into="tin-tuc")


def test_a_picture_beside_the_page_comes_into_the_library(folder, news_index):
    from PIL import Image

    from core.models import PortalImage

    Image.new("RGB", (400, 300), "#8a2").save(folder / "hop.jpg")
    paragraph = (
        "Chiều 3/4/2024, UBND xã Gò Me họp bàn kế hoạch làm đường vào khu sản xuất lúa của hai ấp ven sông. " * 2
    )
    (folder / "a.txt").unlink()
    (folder / "p.html").write_text(
        "<html><head><title>x</title></head><body><h1>Họp bàn kế hoạch làm đường vào khu sản xuất</h1>"
        f"<p>{paragraph}</p>"
        f"<p><img src='hop.jpg' alt='Phòng họp'></p><p><em>Quang cảnh cuộc họp</em></p><p>{paragraph}</p>"
        "<p><img src='../secret.png'><img src='https://x.vn/xa.jpg'></p></body></html>",
        encoding="utf-8",
    )
    run(folder, into="tin-tuc", dry_run=True)
    assert not PortalImage.objects.exists()
    run(folder, into="tin-tuc")
    page = NewsPage.objects.get()
    figures = [block.value for block in page.body if block.block_type == "figure"]
    assert figures[0]["image"].title == "Quang cảnh cuộc họp"
    assert figures[0]["image"].contextual_alt_text == "Phòng họp"
    assert [figure["image"] for figure in figures[1:]] == [None, None]
    refused = [note["words"] for note in page.import_notes if note["code"] == "image_not_taken"]
    assert refused == ["../secret.png", "https://x.vn/xa.jpg"]


def test_an_existing_article_is_found_in_another_section(folder, news_index, home):
    run(folder, into="tin-tuc")
    other = NewsIndexPageFactory(parent=home, title="Tin khác", slug="tin-khac")
    assert find_existing(read_file(folder / "a.txt"), other) == NewsPage.objects.get()


def test_a_draft_with_a_lost_picture_can_be_previewed(folder, news_index):
    run(folder, into="tin-tuc")
    response = NewsPage.objects.get().make_preview_request()
    assert response.status_code == 200
    assert "cắt băng khai trương" in response.content.decode()
