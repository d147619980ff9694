"""The real page beside the repository, where it is present: what it sets, never its text."""

import os
from datetime import date
from pathlib import Path

from departments.recognition import Recogniser
from directives.suggestions import suggest_tasks
from importer.reading import read_file

ROOT = Path(__file__).resolve().parents[2]
SEEDS = Path(os.environ.get("PORTAL_SEEDS_DIR") or ROOT.parent / "shared" / "seeds")
STT, VP = "Sở Thông tin và Truyền thông", "Văn phòng Ủy ban nhân dân tỉnh"


def pytest_generate_tests(metafunc):
    """Without the folder there is nothing to collect, and nothing to skip."""
    metafunc.parametrize("path", sorted(SEEDS.glob("001-*.txt")), ids=lambda path: path.stem)


def test_a_real_page_sets_four_tasks(path):
    for text in (path.read_text(encoding="utf-8"), read_file(path).article.text):
        found = suggest_tasks(text, date(2020, 5, 19), Recogniser())
        assert [suggestion.lead.name for suggestion in found] == [STT, VP, STT, VP]
        assert [mention.name for mention in found[0].coordinating] == ["Sở Kế hoạch và Đầu tư", "Sở Tài chính"]
        assert [suggestion.coordinating for suggestion in found[1:]] == [(), (), ()]
