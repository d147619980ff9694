"""What an import found, file by file, for people (lines) and for machines (JSON)."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.dates import ParsedDate, format_vietnamese
from importer.messages import BLOCKS, FAILURES, FIELDS, message_for
from importer.parsing.model import Doubt, ParsedArticle
from importer.writing import Outcome
from news.enums import BylineRole

_WORDS_SHOWN = 90


@dataclass(slots=True)
class FileReport:
    """One file's outcome. ``reason`` is set for failures, ``page_id`` for pages that exist."""

    path: Path
    outcome: Outcome
    article: ParsedArticle | None = None
    doubts: tuple[Doubt, ...] = ()
    page_id: int | None = None
    reason: str = ""
    detail: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return what the report file holds about this file; dates are ISO 8601 with offset."""
        data: dict[str, Any] = {"file": str(self.path), "outcome": str(self.outcome), "page": self.page_id}
        if self.reason:
            data |= {"reason": self.reason, "detail": self.detail}
        if self.article:
            data |= {"article": _article_json(self.article)}
            data["doubts"] = [{"code": doubt.code, "words": doubt.words} for doubt in self.doubts]
        return data

    def lines(self) -> list[str]:
        """Return the human report: what was found, from which words, what is doubtful."""
        lines = [f"{self.path}: {_outcome_words(self.outcome)}" + (f" (#{self.page_id})" if self.page_id else "")]
        if self.reason:
            lines.append(f"  ! {FAILURES.get(self.reason, self.reason)} {self.detail}".rstrip())
        if self.article and self.outcome in (Outcome.CREATED, Outcome.WOULD_CREATE, Outcome.CHANGED):
            lines += [f"  {name}: {value}{_from(words)}" for name, value, words in _findings(self.article)]
            lines.append("  " + _("blocks: %(kinds)s") % {"kinds": _kinds(self.article)})
            lines += [f"  ? {message_for(doubt.code)}{_from(doubt.words)}" for doubt in self.doubts]
        return lines


@dataclass(slots=True)
class ImportReport:
    """All files of a run."""

    files: list[FileReport] = field(default_factory=list)

    def add(self, entry: FileReport) -> None:
        self.files.append(entry)

    @property
    def counts(self) -> Counter[str]:
        return Counter(str(entry.outcome) for entry in self.files)

    def as_json(self) -> dict[str, Any]:
        return {"summary": dict(self.counts), "files": [entry.as_json() for entry in self.files]}

    def summary(self) -> str:
        """Return one line of counts: "3 created, 1 unchanged"."""
        counts = self.counts
        pieces = [f"{counts[outcome]} {_outcome_words(outcome)}" for outcome in Outcome if counts[outcome]]
        return ", ".join(pieces) or _("no files")


def _outcome_words(outcome: Outcome) -> str:
    return {
        Outcome.CREATED: _("draft created"),
        Outcome.WOULD_CREATE: _("would create a draft"),
        Outcome.UNCHANGED: _("unchanged"),
        Outcome.CHANGED: _("changed since its import; the draft was left alone"),
        Outcome.FAILED: _("not imported"),
    }[outcome]


def _findings(article: ParsedArticle) -> list[tuple[str, str, str]]:
    rows = []
    for found in article.findings:
        parsed = getattr(article, found.field, None) if found.field in ("event", "published", "updated") else None
        value = format_vietnamese(parsed.value, parsed.precision) if isinstance(parsed, ParsedDate) else found.value
        rows.append(
            (
                capfirst(str(FIELDS.get(found.field, found.field))),
                _cut(_with_role(value)),
                "" if found.words.startswith(found.value[:40]) else found.words,
            )
        )
    return rows


def _with_role(value: str) -> str:
    """Say a byline's role in words: ``"Mai An (photo)"`` → ``"Mai An (ảnh)"``."""
    for role in BylineRole:
        mark = f" ({role.value})"
        if value.endswith(mark):
            return value.removesuffix(mark) + f" ({str(role.label).lower()})"
    return value


def _kinds(article: ParsedArticle) -> str:
    counts = Counter(block.kind for block in article.blocks)
    return ", ".join(f"{str(BLOCKS.get(kind, kind)).lower()} {number}" for kind, number in counts.items())


def _from(words: str) -> str:
    return f"  ← “{_cut(words)}”" if words else ""


def _cut(text: str) -> str:
    return text if len(text) <= _WORDS_SHOWN else text[:_WORDS_SHOWN].rsplit(" ", 1)[0] + "…"


def _article_json(article: ParsedArticle) -> dict[str, Any]:
    def moment(parsed: ParsedDate | None) -> dict[str, Any] | None:
        if parsed is None:
            return None
        inferred = {"year_inferred": True} if parsed.year_inferred else {}
        return {"value": parsed.value.isoformat(), "precision": str(parsed.precision), **inferred}

    return {
        "title": article.title,
        "suggested_title": article.suggested_title,
        "lead": article.lead,
        "agency_prefix": article.agency_prefix,
        "category": article.category,
        "event": moment(article.event),
        "published": moment(article.published),
        "updated": moment(article.updated),
        "bylines": [{"name": byline.name, "role": byline.role} for byline in article.bylines],
        "source": {"name": article.source_name, "domain": article.source_domain, "url": article.source_url},
        "tags": article.tags,
        "captions": article.captions,
        "images": [{"src": image.src, "alt": image.alt} for image in article.images],
        "blocks": [{"kind": block.kind, "text": block.text} for block in article.blocks],
        "findings": [{"field": f.field, "value": f.value, "words": f.words} for f in article.findings],
    }
