"""What is marked in a result: the words that were typed, in the original spelling."""

import unicodedata

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


@pytest.mark.parametrize(
    ("typed", "text", "hit"),
    [
        ("khcn", "Sở KH&CN mời họp", "KH&amp;CN"),
        ("ky", "Kỳ họp", "Kỳ"),
        ("ki", "Các kỹ năng số", "kỹ"),
        ("thuy", "Thuỷ lợi", "Thuỷ"),
        ("qui", "Quy chế", "Quy"),
        ("5", "Ngày 05/6", "05"),
        ("quyen", "Chính quye\u0302\u0300n số", "quyền"),
        ("duong", "ĐƯỜNG Bờ Sông", "ĐƯỜNG"),
        ("an", "Toàn dân", ""),
    ],
)
def test_a_word_is_known_in_every_spelling(typed, text, hit):
    html = marked(text, wanted_words(phrasings(typed)))
    assert html.count("<mark>") == bool(hit)
    assert f"<mark>{hit}</mark>" in html if hit else True


def test_hits_are_marked_in_the_original_spelling():
    text = unicodedata.normalize("NFD", "Phường Hoà Bình") + " & <b>đường</b> Thuỷ"
    assert marked(text, wanted_words(phrasings("hoa binh duong thuy"))) == (
        "Phường <mark>Hoà Bình</mark> &amp; &lt;b&gt;<mark>đường</mark>&lt;/b&gt; <mark>Thuỷ</mark>"
    )


def test_a_snippet_begins_with_its_sentence():
    text = "Mở đầu rất dài. " * 40 + "Người dân làm căn cước tại xã. " + "Kết thúc rất dài. " * 40
    html = snippet(text, wanted_words(phrasings("can cuoc")))
    assert "<mark>căn cước</mark>" in html
    assert html.startswith("… Người dân")
    assert html.endswith("…")
    assert len(html) < 320
