"""What the report and the draft say about doubts: every code has words, every field its source."""

import re
from pathlib import Path

import importer
from importer.messages import FAILURES, MESSAGES, message_for
from importer.parsing.assemble import parse_article
from importer.report import FileReport, ImportReport
from importer.writing import Outcome

SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in Path(importer.__file__).parent.rglob("*.py"))

PAGE = """Xã Gò Me tặng quà người cao tuổi
Ngày cập nhật: 02/10/2023
Sáng ngày 1-10, UBND xã Gò Me tặng 60 suất quà cho người cao tuổi nhân Ngày Quốc tế Người cao tuổi.
Mỗi suất quà trị giá ba trăm nghìn đồng, do các doanh nghiệp trên địa bàn xã ủng hộ trong dịp này.
Tin: dokhoa
"""


def test_every_doubt_and_failure_has_words():
    doubts = set(re.findall(r'(?:doubt|Doubt)\("(\w+)"', SOURCE)) | set(
        re.findall(r'\("(\w+)", (?:name|words)\)', SOURCE)
    )
    assert len(doubts) > 20
    assert doubts <= set(MESSAGES)
    assert set(re.findall(r'UnreadableFile\("(\w+)"\)|reason="(\w+)"', SOURCE)) <= {
        pair for code in FAILURES for pair in ((code, ""), ("", code))
    }
    assert message_for("no_such_code") == "no_such_code"


def test_a_file_report_names_fields_words_and_doubts():
    article = parse_article(PAGE, is_html=False)
    report = FileReport(Path("a.txt"), Outcome.CREATED, article, tuple(article.doubts), page_id=7)
    text = "\n".join(report.lines())
    assert "a.txt" in text
    assert "#7" in text
    assert "Xã Gò Me tặng quà người cao tuổi" in text
    assert "Chủ Nhật, 01/10/2023" in text
    assert "Ngày cập nhật: 02/10/2023" in text
    assert message_for("login_not_author") in text
    assert "dokhoa" in text


def test_the_json_report_is_complete():
    article = parse_article(PAGE, is_html=False)
    report = ImportReport()
    report.add(FileReport(Path("a.txt"), Outcome.WOULD_CREATE, article, tuple(article.doubts)))
    report.add(FileReport(Path("b.txt"), Outcome.FAILED, reason="empty"))
    data = report.as_json()
    assert data["summary"] == {"would_create": 1, "failed": 1}
    first, second = data["files"]
    assert first["article"]["updated"] == {"value": "2023-10-02T00:00:00+07:00", "precision": "day"}
    assert first["article"]["event"]["year_inferred"]
    assert first["article"]["published"] is None
    assert {doubt["code"] for doubt in first["doubts"]} >= {"only_update_known", "login_not_author"}
    assert second == {"file": "b.txt", "outcome": "failed", "page": None, "reason": "empty", "detail": ""}


def test_an_unchanged_file_takes_one_line():
    article = parse_article(PAGE, is_html=False)
    assert len(FileReport(Path("a.txt"), Outcome.UNCHANGED, article, (), page_id=7).lines()) == 1
