"""Files for a translator outside (gettext PO): what goes out, and what may come back.

A file says which translation it belongs to and which words it was made from (a digest over all pieces in order).
A file that does not fit is refused as a whole, with every reason, and nothing is changed.
"""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser

import polib
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from core.models import TextVersion, User
from core.text import excerpt
from core.translation import field_at

MAX_BYTES = 2 * 1024 * 1024
TRANSLATION_ID = "X-WagtailLocalize-TranslationID"
SOURCE_DIGEST = "X-Portal-Source-Digest"
TOOL = "PO"
MAX_REASONS = 10
# Inside a piece these may be added or left out; a link or a line break may not.
FREE_TAGS = {"b", "i", "em", "strong", "sup", "sub"}
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Refused(Exception):
    """Why a file was not taken; ``reasons`` are sentences for the editor."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons = list(reasons)


@dataclass(frozen=True)
class Entry:
    """A piece of text in its place with its translation."""

    segment: StringSegment
    text: str


def segments_of(translation: Translation) -> list[StringSegment]:
    """Return the pieces of the original in order, each place and wording once, with ``translation``."""
    segments = StringSegment.objects.filter(source=translation.source).order_by("order")
    segments = segments.annotate_translation(translation.target_locale, include_errors=True)
    unique = {(s.context.path, s.string.data): s for s in segments.select_related("string", "context")}
    return list(unique.values())


def source_digest(segments: list[StringSegment]) -> str:
    """Return the digest of the words that a file was made from."""
    words = "\x1e".join(f"{segment.context.path}\x1f{segment.string.data}" for segment in segments)
    return hashlib.sha256(words.encode()).hexdigest()


def export(translation: Translation) -> str:
    """Return the PO file of a translation; what a machine wrote and nobody has read is marked ``fuzzy``."""
    segments = segments_of(translation)
    machine = set(
        StringTranslation.objects.filter(
            context__object_id=translation.source.object_id,
            locale=translation.target_locale_id,
            translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
        ).values_list("translation_of_id", "context_id")
    )
    po = polib.POFile(wrapwidth=0)
    po.metadata = {
        "Project-Id-Version": translation.source.object_repr,
        "POT-Creation-Date": f"{timezone.localtime():%Y-%m-%d %H:%M%z}",
        "Language": translation.target_locale.language_code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        TRANSLATION_ID: str(translation.uuid),
        SOURCE_DIGEST: source_digest(segments),
    }
    for segment in segments:
        unread = (segment.string_id, segment.context_id) in machine
        po.append(
            polib.POEntry(
                msgid=segment.string.data,
                msgctxt=segment.context.path,
                msgstr=segment.translation or "",
                flags=["fuzzy"] if unread else [],
            )
        )
    return str(po)


@transaction.atomic
def take(translation: Translation, data: bytes, user: User) -> int:
    """Store the translations of a file, and return how many; raise ``Refused`` and change nothing if it does not fit.

    Empty and fuzzy entries are passed over: they are not translations yet.
    """
    entries = read(translation, data)
    for entry in entries:
        StringTranslation.objects.update_or_create(
            translation_of_id=entry.segment.string_id,
            locale_id=translation.target_locale_id,
            context_id=entry.segment.context_id,
            defaults={
                "data": entry.text,
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "tool_name": TOOL,
                "last_translated_by": user,
                "has_error": False,
                "field_error": "",
            },
        )
    return len(entries)


def read(translation: Translation, data: bytes) -> list[Entry]:
    """Return the entries of a file that fits; raise ``Refused`` with every reason otherwise."""
    po = _parse(data)
    segments = segments_of(translation)
    _check_header(translation, po, segments)
    known = {(segment.context.path, segment.string.data): segment for segment in segments}
    reasons: list[str] = []
    texts: dict[tuple[str, str], str] = {}
    for entry in po:
        key = (entry.msgctxt or "", entry.msgid)
        if entry.obsolete:
            continue
        if key not in known:
            reasons.append(_("“%(words)s” is not a text of this page.") % {"words": excerpt(entry.msgid, 60)})
            continue
        if not entry.msgstr or entry.fuzzy:
            continue
        if texts.setdefault(key, entry.msgstr) != entry.msgstr:
            reasons.append(_("“%(words)s” is translated twice, differently.") % {"words": excerpt(entry.msgid, 60)})
        reasons += _faults(translation, known[key], entry.msgstr)
    if reasons:
        raise Refused(*reasons[:MAX_REASONS])
    return [Entry(known[key], text) for key, text in texts.items()]


def _parse(data: bytes) -> polib.POFile:
    if len(data) > MAX_BYTES:
        raise Refused(_("The file is larger than 2 MB."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(_("This is not a PO file in UTF-8.")) from error
    # polib takes a short string for the name of a file; ours begins with an entry.
    if "\x00" in text or "\n" not in text or 'msgid "' not in text:
        raise Refused(_("This is not a PO file in UTF-8."))
    try:
        return polib.pofile(text, wrapwidth=0)
    except (OSError, ValueError, IndexError, KeyError, AttributeError) as error:
        raise Refused(_("The PO file is damaged: %(error)s") % {"error": str(error)[:200]}) from error


def _check_header(translation: Translation, po: polib.POFile, segments: list[StringSegment]) -> None:
    wanted = po.metadata.get(TRANSLATION_ID, "")
    if wanted != str(translation.uuid):
        other = _other_page(wanted)
        raise Refused(
            _("The file belongs to another page: %(page)s.") % {"page": other}
            if other
            else _("The file does not say that it belongs to this page.")
        )
    language = po.metadata.get("Language", "")
    if language.replace("_", "-").split("-")[0].lower() != translation.target_locale.language_code:
        raise Refused(_("The file is for another language (%(language)s).") % {"language": language or "?"})
    if po.metadata.get(SOURCE_DIGEST, "") != source_digest(segments):
        version = TextVersion.objects.filter(
            page__translation_key=translation.source.object_id, page__locale=translation.source.locale_id
        ).first()
        moment = version.changed_at if version else translation.source.last_updated_at
        raise Refused(
            _("The file is older than the Vietnamese text of %(day)s. Export it again.")
            % {"day": f"{timezone.localtime(moment):%d/%m/%Y %H:%M}"}
        )


def _other_page(uuid: str) -> str:
    if not re.fullmatch(r"[0-9a-f-]{36}", uuid):
        return ""
    other = Translation.objects.filter(uuid=uuid).select_related("source").first()
    return other.source.object_repr if other else ""


def _faults(translation: Translation, segment: StringSegment, text: str) -> list[str]:
    """Return what is wrong with one translation."""
    words = {"words": excerpt(segment.string.data, 60)}
    faults = []
    if _CONTROLS.search(text):
        faults.append(_("The translation of “%(words)s” holds control characters.") % words)
    if Counter(_PLACEHOLDER.findall(text)) != Counter(_PLACEHOLDER.findall(segment.string.data)):
        faults.append(_("The translation of “%(words)s” has other placeholders.") % words)
    tags = _tags(text)
    if tags is None or _bound(tags) != _bound(_tags(segment.string.data) or Counter()):
        faults.append(_("The translation of “%(words)s” has broken or other markup.") % words)
    limit = _limit(translation, segment.context.path)
    if limit and len(text) > limit:
        faults.append(
            _("The translation of “%(words)s” is too long (%(limit)s characters).") % {**words, "limit": limit}
        )
    return faults


def _limit(translation: Translation, path: str) -> int | None:
    found = field_at(translation.source.specific_content_type.model_class(), path)
    return getattr(found, "max_length", None)


class _TagParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: Counter[str] = Counter()
        self.open: list[str] = []
        self.broken = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag + str(sorted(attrs, key=str)) if attrs else tag] += 1
        if tag != "br":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag + str(sorted(attrs, key=str)) if attrs else tag] += 1

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.broken = True

    def handle_data(self, data: str) -> None:
        # A real "<" is written &lt; in a piece of text; this one is the rest of a tag.
        self.broken = self.broken or "<" in data


def _tags(text: str) -> Counter[str] | None:
    """Return the tags of a piece with their attributes, or ``None`` if they are not closed in order."""
    parser = _TagParser()
    parser.feed(text)
    parser.close()
    return None if parser.broken or parser.open else parser.found


def _bound(tags: Counter[str]) -> Counter[str]:
    return Counter({tag: count for tag, count in tags.items() if tag not in FREE_TAGS})
