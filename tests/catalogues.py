"""Gate: the Vietnamese catalogue is complete.

``python -m tests.catalogues`` collects the source strings anew into a scratch copy (with gettext's tools) and fails
on a string that is missing, untranslated, fuzzy, or whose placeholders differ.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = Path("locale/vi/LC_MESSAGES/django.po")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
SOURCES = [
    *("core", "departments", "legal", "projects", "directives", "news", "home"),
    *("search", "editorial", "importer", "demo", "portal"),
    *("templates", "locale", "manage.py"),
]


def collected(folder: Path) -> polib.POFile:
    """Return the catalogue that ``makemessages`` makes of today's sources."""
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, folder / name)
    command = [sys.executable, "manage.py", "makemessages", "--locale", "vi", "--no-wrap", "--no-location"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return polib.pofile(str(folder / CATALOGUE))


def problems(catalogue: polib.POFile) -> list[str]:
    """Return a line for every message that a reader would meet in English or broken."""
    found = []
    for entry in catalogue:
        if entry.obsolete:
            continue
        texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        if entry.fuzzy or not all(texts):
            found.append(f"{'fuzzy' if entry.fuzzy else 'untranslated'}: {entry.msgid!r}")
        elif any(sorted(PLACEHOLDER.findall(text)) != _wanted(entry) for text in texts):
            found.append(f"placeholders differ: {entry.msgid!r} → {texts!r}")
    return found


def _wanted(entry: polib.POEntry) -> list[str]:
    return sorted(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))


def main() -> int:
    """Check and report; return the exit code."""
    with tempfile.TemporaryDirectory(prefix="portal-catalogue-") as folder:
        catalogue = collected(Path(folder))
    found = problems(catalogue)
    for line in found:
        print(line)  # noqa: T201
    print(f"{len([e for e in catalogue if not e.obsolete])} messages, {len(found)} problems")  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
