"""``manage.py import_articles PATH… --into INDEX``: scraped legacy articles become drafts."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.translation import gettext as _

from importer.decoding import UnreadableFile
from importer.reading import find_files, read_file
from importer.report import FileReport, ImportReport
from importer.writing import Outcome, write_article
from news.models import NewsIndexPage


class Command(BaseCommand):
    help = (
        "Turn scraped articles (.txt, .html, .htm) into drafts below a news index. Can be repeated and resumed: "
        "an article is written once, and a file that cannot be read does not stop the others."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=_("files, or directories to search"))
        parser.add_argument("--into", required=True, help=_("the news index: id, slug or address (/tin-tuc/)"))
        parser.add_argument("--dry-run", action="store_true", help=_("read and report, write nothing"))
        parser.add_argument("--report", type=Path, help=_("write the report as JSON to this file"))
        parser.add_argument("--user", help=_("user name of the drafts' owner"))

    def handle(self, *args: Any, **options: Any) -> None:
        index = find_index(options["into"])
        user = find_user(options["user"])
        target = Path(options["report"]) if options["report"] else None
        if target and not target.parent.is_dir():
            raise CommandError(_("There is no directory %(name)s.") % {"name": target.parent})
        files = list(find_files(options["paths"]))
        if not files:
            raise CommandError(_("There is no .txt, .html or .htm file at the paths given."))
        report = ImportReport()
        try:
            for number, path in enumerate(files, start=1):
                self._progress(number, len(files), path)
                entry = import_file(path, index, user, dry_run=options["dry_run"])
                report.add(entry)
                for line in entry.lines():
                    self.stdout.write(line)
        finally:
            # An interrupted run leaves a report of what it did; the rerun continues where it stopped.
            self._finish(report, target)
        if report.counts[Outcome.FAILED] == len(report.files):
            raise CommandError(_("Nothing could be imported."))

    def _progress(self, number: int, total: int, path: Path) -> None:
        if self.stderr.isatty():
            done = round(24 * number / total)
            bar = "█" * done + "░" * (24 - done)
            self.stderr.write(f"\r{bar} {number}/{total} {path.name[:50]:<50}", ending="" if number < total else "\n")
        else:
            self.stderr.write(f"{number}/{total} {path}")

    def _finish(self, report: ImportReport, target: Path | None) -> None:
        self.stdout.write(report.summary())
        if target:
            target.write_text(json.dumps(report.as_json(), ensure_ascii=False, indent=1), encoding="utf-8")


def find_index(wanted: str) -> NewsIndexPage:
    """Return the news index named by id, by address ("/tin-tuc/", "co-quan/so-y-te/tin-tuc") or by a unique slug."""
    indexes = NewsIndexPage.objects.all()
    plain = wanted.strip("/")
    if wanted.isdecimal():
        found = list(indexes.filter(pk=int(wanted)))
    elif "/" in wanted:
        found = [index for index in indexes if _public_path(index) == plain]
    else:
        found = list(indexes.filter(slug=plain))
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(f"{index.pk} {index.url_path}" for index in found)
        raise CommandError(
            _("More than one news index is called %(name)s: %(choices)s") % {"name": wanted, "choices": choices}
        )
    choices = ", ".join(f"{index.pk} /{_public_path(index)}/" for index in indexes) or "–"
    raise CommandError(
        _("There is no news index %(name)s. There are: %(choices)s") % {"name": wanted, "choices": choices}
    )


def find_user(name: str | None) -> Any:
    """Return the user of that name, None if no name is given; an unknown name is an error."""
    if not name:
        return None
    model = get_user_model()
    try:
        return model._default_manager.get_by_natural_key(name)
    except model.DoesNotExist as error:
        raise CommandError(_("There is no user %(name)s.") % {"name": name}) from error


def import_file(path: Path, index: NewsIndexPage, user: Any, *, dry_run: bool) -> FileReport:
    """Import one file; whatever is wrong with it becomes its report, and the next file gets its turn."""
    try:
        source = read_file(path)
    except UnreadableFile as problem:
        return FileReport(path, Outcome.FAILED, reason=problem.code)
    except OSError as problem:
        return FileReport(path, Outcome.FAILED, reason="unreadable", detail=problem.strerror or str(problem))
    except Exception as problem:  # a page that breaks a parser must not cost the other pages their import
        return FileReport(path, Outcome.FAILED, reason="parser", detail=f"{type(problem).__name__}: {problem}")
    try:
        written = write_article(source, index, user, dry_run=dry_run)
    except (ValidationError, DatabaseError) as problem:
        return FileReport(path, Outcome.FAILED, source.article, reason="invalid", detail="; ".join(_details(problem)))
    page_id = written.page.pk if written.page and written.outcome != Outcome.WOULD_CREATE else None
    doubts = written.doubts or tuple(source.article.doubts)
    return FileReport(path, written.outcome, source.article, doubts, page_id)


def _details(problem: ValidationError | DatabaseError) -> Iterator[str]:
    if isinstance(problem, DatabaseError):
        yield str(problem)
        return
    for name, errors in getattr(problem, "message_dict", {"": problem.messages}).items():
        yield f"{name}: {' '.join(errors)}"


def _public_path(index: NewsIndexPage) -> str:
    return (index.relative_url(None) or index.url_path).strip("/")
