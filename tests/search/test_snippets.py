"""What is marked in a result: the words that were typed, in the original spelling."""

import pytest

from search.analysis import words_of
from search.query import Phrasing
from search.snippets import marked, snippet, wanted_words


def phrasings(*texts):
    return [Phrasing(tuple(words_of(text))) for text in texts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # All typed words stand there: the guess that the last one goes on ("so…" → "song") marks nothing.
        ("Chuyển đổi số ở Sông Mây", "<mark>Chuyển đổi số</mark> ở Sông Mây"),
        ("Chuyển đổi ở Sông Mây", "<mark>Chuyển đổi</mark> ở <mark>Sông</mark> Mây"),
        ("<b>chuyển</b> đổi & số", "&lt;b&gt;<mark>chuyển</mark>&lt;/b&gt; <mark>đổi &amp; số</mark>"),
        ("Không có gì", "Không có gì"),
    ],
)
def test_the_words_typed_are_marked(text, expected):
    wanted = wanted_words(phrasings("chuyen doi so", "chuyen doi song"))
    assert marked(text, wanted) == expected


def test_a_snippet_is_cut_around_the_hit():
    wanted = wanted_words(phrasings("cau may ha"))
    text = "Mở đầu dài dòng. " * 40 + "Cầu Mây Hạ đã hợp long. " + "Phần cuối. " * 40
    piece = snippet(text, wanted)
    assert "<mark>Cầu Mây Hạ</mark>" in piece
    assert piece.startswith("… ")
    assert piece.endswith(" …")
