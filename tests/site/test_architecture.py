"""The floors of the house (docs: architecture), read from the imports."""

import ast
import os
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

FLOORS = {
    "core": 0,
    "departments": 1,
    "legal": 2,
    "projects": 2,
    "home": 3,
    "news": 3,
    "directives": 3,
    "search": 4,
    "editorial": 4,
    "participation": 4,
    "importer": 5,
    "demo": 5,
    "portal": 6,
}
ROOMS = [name for name in FLOORS if (ROOT / name).is_dir()]
MAX_LINES = 400

# What a browser would run or apply although the policy forbids it.
INLINE = re.compile(
    r"""\s(?:style|on[a-z]+)\s*=\s*["'{]|<style\b|<script(?![^>]*\bsrc=)|javascript:""", re.IGNORECASE
)
# Folders of the machines on which the portal was written.
WORKPLACE = re.compile(r"(?<![\w.])/(?:work|tmp|root|home/\w+)/\w")


def modules(room: str) -> list[Path]:
    return sorted(path for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts)


def imported_names(path: Path) -> set[str]:
    """Return the dotted names that a module imports, at its top or inside a function."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add("." * node.level + (node.module or ""))
            names |= {f"{node.module}.{alias.name}" for alias in node.names if node.module}
    return names


def arrows_up(room: str, names: set[str]) -> set[str]:
    """Return the imported rooms that do not lie on a floor below ``room``."""
    tops = {name.split(".")[0] for name in names} & FLOORS.keys() - {room}
    return {top for top in tops if FLOORS[top] >= FLOORS[room]}


def test_every_package_has_a_floor():
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert packages <= FLOORS.keys()
    assert {"core", "departments", "home", "news", "search", "importer", "demo", "portal"} <= packages


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_floors_below_it(room):
    wrong = {
        str(path.relative_to(ROOT)): up for path in modules(room) if (up := arrows_up(room, imported_names(path)))
    }
    assert not wrong


@pytest.mark.parametrize("room", ROOMS)
def test_imports_are_absolute_and_never_from_the_tests(room):
    wrong = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in modules(room)
        for name in imported_names(path)
        if name.startswith(".") or name.split(".")[0] == "tests"
    }
    assert not wrong


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def loaded_modules(path: Path, known: set[str]) -> set[str]:
    """Return which ``known`` modules loading ``path`` loads; imports in functions and for types do not count."""
    names = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            submodules = {f"{node.module}.{alias.name}" for alias in node.names} & known
            names |= submodules if len(submodules) == len(node.names) else submodules | {node.module or ""}
    return names & known


def test_no_modules_import_each_other_in_a_circle():
    paths = {module_name(path): path for room in ROOMS for path in modules(room)}
    graph = {name: loaded_modules(path, set(paths)) - {name} for name, path in paths.items()}
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        if name in trail:
            pytest.fail(" → ".join([*trail[trail.index(name) :], name]))
        if name not in done:
            for target in graph[name]:
                walk(target, (*trail, name))
            done.add(name)

    for name in graph:
        walk(name, ())


@pytest.mark.parametrize(
    ("room", "source", "up"),
    [
        ("core", "from news.models import NewsPage", {"news"}),
        ("core", "def late():\n    import home.context", {"home"}),
        ("news", "from home.models import HomePage", {"home"}),
        ("news", "from core.text import fold\nfrom departments import ownership", set()),
        ("portal", "from demo import build", set()),
    ],
)
def test_the_reader_of_imports_sees_them(tmp_path, room, source, up):
    module = tmp_path / "module.py"
    module.write_text(source)
    assert arrows_up(room, imported_names(module)) == up


@pytest.mark.parametrize("room", ROOMS)
def test_no_file_is_a_bag(room):
    lengths = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in modules(room)}
    assert not {name: lines for name, lines in lengths.items() if lines > MAX_LINES}


def public_templates() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


def test_no_public_template_carries_inline_scripts_or_styles():
    wrong = {}
    for path in public_templates():
        text = path.read_text(encoding="utf-8")
        if "wagtailadmin" not in str(path) and (found := INLINE.findall(text)):
            wrong[str(path.relative_to(ROOT))] = found
    assert not wrong


@pytest.mark.parametrize(
    ("markup", "forbidden"),
    [
        ('<p style="color: red">', True),
        ("<a onclick='go()'>", True),
        ("<script>let a</script>", True),
        ("<style>p {}</style>", True),
        ('<a href="javascript:go()">', True),
        ('<script src="/static/js/a.js"></script>', False),
        ('<p class="style">on the bridge</p>', False),
    ],
)
def test_the_reader_of_templates_sees_inline_code(markup, forbidden):
    assert bool(INLINE.search(markup)) is forbidden


def test_nothing_is_marked_safe_in_templates():
    assert not [
        str(path) for path in public_templates() if re.search(r"\|\s*safe\b|autoescape off", path.read_text())
    ]


def test_no_address_of_a_workplace_is_in_the_repository():
    kinds = {".py", ".html", ".css", ".js", ".md", ".toml", ".txt", ".in", ".po", ".yml", ""}
    wrong = []
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name == ".ci" or not name.startswith((".", "__", "var", "node_"))]
        for path in (Path(folder, name) for name in files):
            if path.suffix in kinds and not path.name.startswith(".") and path != Path(__file__):
                text = path.read_text(encoding="utf-8", errors="replace")
                wrong += [f"{path.relative_to(ROOT)}: {found.group()}" for found in WORKPLACE.finditer(text)]
    assert not wrong
