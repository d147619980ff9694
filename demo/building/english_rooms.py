"""A scheme with its projects, its committee, and three directives in English, with what hangs on their rows."""

import re
from datetime import date, datetime

from wagtail.models import Locale, Page

from core.models import Field, User
from demo.building.projects import OWN_FIELD
from demo.building.translations import translate
from demo.content.reader import FOLDER
from departments.models import Person
from directives.models import DirectivePage

SCHEME, COMMITTEE = "chinh-quyen-so", "ban-chi-dao-chuyen-doi-so"
DIRECTIVES = [
    "thong-bao-ket-luan-chuyen-doi-so-quy-3",
    "ket-luan-phien-hop-thang-10-2026",
    "kiem-tra-cau-may-trung",
]
REPORT = re.compile(r"Báo cáo tháng (\d+)/(\d+)")


def make_english_rooms(twins: dict[str, Page], locale: Locale, at: datetime, owner: User) -> tuple[Page, Page]:
    """Translate them as of ``at`` and return the lists of schemes and of directives."""
    words = read_words()

    def english(_path: str, text: str) -> str:
        report = REPORT.fullmatch(text)
        return f"Report of {date(int(report[2]), int(report[1]), 1):%B %Y}" if report else words[text]

    def into_english(page: Page) -> Page:
        return translate(page.specific, locale, english, at, owner)

    field = Field.objects.get(slug=OWN_FIELD[0]).copy_for_translation(locale)
    field.name, field.slug = "Digital government", "digital-government"
    field.save()
    schemes = into_english(twins["de-an"])
    for page in (twins[COMMITTEE], twins[SCHEME], *twins[SCHEME].get_children()):
        into_english(page)
    directives = into_english(twins["chi-dao-dieu-hanh"])
    pages = DirectivePage.objects.filter(slug__in=DIRECTIVES, locale=twins["de-an"].locale_id)
    for leader in {page.leader_person for page in pages}:
        _translate_leader(leader, locale, words)
    for page in pages:
        into_english(page)
    return schemes, directives


def _translate_leader(leader: Person, locale: Locale, words: dict[str, str]) -> None:
    twin = leader.copy_for_translation(locale)
    twin.honorific = words[leader.honorific]
    twin.save()
    for post in twin.appointments.all():
        post.post = words[post.post]
        post.organisation = post.organisation.get_translation(locale)
        post.save()


def read_words() -> dict[str, str]:
    """Return Vietnamese → English; a line of the file holds both, with a bar between them."""
    lines = FOLDER.joinpath("english_rooms.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" | ") for line in lines if not line.startswith("#"))
    return dict(pairs)  # type: ignore[arg-type]
