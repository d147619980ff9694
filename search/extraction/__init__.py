"""The words of uploaded PDF and DOCX files, read where a hostile file can do no harm."""

from search.extraction.reading import read_document, text_of

__all__ = ["read_document", "text_of"]
