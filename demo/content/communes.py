"""The 28 communes, wards and the special zone of the province, from ``communes.txt``."""

from dataclasses import dataclass

from core.text import vietnamese_slugify
from demo.content.reader import FOLDER

PREFIXES = {"ward": "Phường", "commune": "Xã", "special_zone": "Đặc khu"}


@dataclass(frozen=True)
class Commune:
    """One unit; area in km² and people are texts in the Vietnamese form (``40,9``, ``70.210``)."""

    number: int
    kind: str
    name: str
    area: str
    people: str
    formed_from: str
    address: str
    known_for: str
    picture: str

    @property
    def title(self) -> str:
        """The full name, such as ``Phường Mây Trung``."""
        return f"{PREFIXES[self.kind]} {self.name}"

    @property
    def slug(self) -> str:
        """The word in its address."""
        return vietnamese_slugify(self.title)


def read_communes() -> list[Commune]:
    """Return the units in the order of the file."""
    lines = FOLDER.joinpath("communes.txt").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]
    return [Commune(number, *row) for number, row in enumerate(rows, start=1)]
