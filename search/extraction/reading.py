"""From a document to its ``DocumentText``."""

import json
import logging
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

from search.models import DocumentText
from search.models.document_text import ExtractionStatus

logger = logging.getLogger(__name__)

KINDS = {"pdf", "docx"}
WORKER = Path(__file__).with_name("worker.py")
# Wall clock; the worker's own bound of processor time is 30 s.
SECONDS = 60
# Above this nothing is read: the upload form refuses such files, an import might not.
BYTES = 100 * 1024 * 1024


def read_document(document: Any) -> DocumentText:
    """Read a document's file in a bounded process and keep what came of it; never raises for what is in the file."""
    kind = Path(document.file.name).suffix.lower().lstrip(".")
    if kind not in KINDS:
        result = _result(ExtractionStatus.OTHER)
    else:
        try:
            with document.file.open("rb") as file:
                result = read(kind, file.read(BYTES + 1))
        except OSError as error:
            result = _result(ExtractionStatus.BROKEN, type(error).__name__)
    if result["status"] in {ExtractionStatus.BROKEN, ExtractionStatus.STOPPED}:
        logger.warning("document %s could not be read: %s %s", document.pk, result["status"], result["detail"])
    text, _created = DocumentText.objects.update_or_create(
        document=document, defaults={**result, "file_hash": document.file_hash or ""}
    )
    return text


def text_of(document: Any) -> str:
    """Return the words of a file as far as they have been read."""
    return DocumentText.objects.filter(document=document).values_list("text", flat=True).first() or ""


def read(kind: str, data: bytes) -> dict[str, Any]:
    """Return ``{"status", "detail", "pages", "text"}`` of a file's bytes; text in NFC."""
    if len(data) > BYTES:
        return _result(ExtractionStatus.STOPPED, "size")
    # As a file of its own (-I: nothing of ours can be imported), so that Django is not even loaded.
    command = [sys.executable, "-I", str(WORKER), kind]
    try:
        # The command is ours; the file goes in by its standard input, and no secret of the portal's with it.
        done = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, timeout=SECONDS, env={}, check=False
        )
    except subprocess.TimeoutExpired:
        return _result(ExtractionStatus.STOPPED, "time")
    if done.returncode:
        return _result(ExtractionStatus.STOPPED, f"exit {done.returncode}")
    result = json.loads(done.stdout)
    return {**result, "text": unicodedata.normalize("NFC", result["text"])}


def _result(status: ExtractionStatus, detail: str = "") -> dict[str, Any]:
    return {"status": status, "detail": detail, "pages": 0, "text": ""}
