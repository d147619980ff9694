"""What the search room keeps."""

from search.models.abbreviation import Abbreviation
from search.models.document_text import DocumentText
from search.models.entry import SearchEntry
from search.models.gram import Gram
from search.models.query_count import QueryCount

__all__ = ["Abbreviation", "DocumentText", "Gram", "QueryCount", "SearchEntry"]
