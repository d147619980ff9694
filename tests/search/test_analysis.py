"""The language without a database: words, marks, numbers, keystrokes, abbreviations, questions."""

import unicodedata

import pytest

from search.abbreviations import expand, mine
from search.analysis import glued_forms, key_forms, terms, words_of
from search.keystrokes import decode
from search.query import (
    MAX_CHARACTERS,
    MAX_WORDS,
    Phrasing,
    bare_name,
    clean_query,
    key_guesses,
    typed_words,
    without_asking,
)


def folded(text: str) -> list[str]:
    return [word.folded for word in words_of(text)]


def marks(text: str) -> list[str]:
    return [word.marked for word in words_of(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chuyển đổi SỐ", ["chuyen", "doi", "so"]),
        ("ƯỚC Đường", ["uoc", "duong"]),
        ("kỹ kĩ quý quí Quy gì khuỷu y tế hay", ["ki", "ki", "qui", "qui", "qui", "gi", "khuyu", "y", "te", "hay"]),
        ("25/2020/NQ-HĐND", ["25", "2020", "nq", "hdnd"]),
        ("Sở NN&PTNT, PCCC&CNCH", ["so", "nnptnt", "pccc", "cnch"]),
        ("ngày 08/2024, khu B2", ["ngay", "8", "2024", "khu", "b2"]),
        ("họ_tên: 你好 x\x00y", ["ho", "ten", "x", "y"]),
        ("", []),
    ],
)
def test_words(text, words):
    assert folded(text) == words
    assert folded(unicodedata.normalize("NFD", text)) == words


@pytest.mark.parametrize(("one", "two"), [("hoà", "hòa"), ("thuỷ", "thủy"), ("kỹ", "kĩ"), ("QUYỀN", "quyền")])
def test_spellings_of_one_word_have_the_same_marks(one, two):
    assert marks(one) == marks(two) == marks(unicodedata.normalize("NFD", one))


@pytest.mark.parametrize(("one", "two"), [("má", "mã"), ("đo", "do"), ("quyên", "quyền"), ("an", "ăn")])
def test_other_words_have_other_marks(one, two):
    assert folded(one) == folded(two)
    assert marks(one) != marks(two)


def test_numbers_and_codes_are_one_word_too():
    assert {"252020nqhdnd", "252020", "nqhdnd"} <= glued_forms("Nghị quyết 25/2020/NQ-HĐND")
    assert folded("Sở TT&TT, KH&ĐT") == ["so", "tttt", "khdt"]
    assert glued_forms("và/hoặc, tin-tức") == set()


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("25/2020/NQ-HĐND", "25/2020/NQ-HĐND"),
        ("25/2020/NQ-HĐND", "25 2020 nq hdnd"),
        ("25/2020/NQ-HĐND", "25/2020"),
        ("25/2020/NQ-HĐND", "nghị quyết 25"),
        ("25/2020/NQ-HĐND", "nghi quyet so 25 nam 2020"),
        ("25/2020/NQ-HĐND", "nghi quyet so 25/2020/nq-hdnd"),
        ("17/NQ-CP", "17/nq-cp"),
        ("17/NQ-CP", "nghị quyết 17 của Chính phủ"),
        ("05/2024/QĐ-UBND", "5/2024/qđ-ubnd"),
        ("17/NQ-CP", "nq 17"),
        ("17/NQ-CP", "NQ 17/CP"),
        ("3241/SNV-TT", "công văn 3241"),
        ("3241/SNV-TT", "cong van so 3241 nam 2024"),
        ("Sở TT&TT", "so tttt"),
        ("Sở TT&TT", "Sở TT&TT"),
    ],
)
def test_a_key_is_named_however_it_is_typed(key, typed):
    query = clean_query(typed)
    assert key_forms(key) & key_guesses(query, typed_words(query))


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("115", "cấp cứu 115"),
        ("7", "ứng phó bão số 7"),
        ("115/2024", "cấp cứu 115 năm 2024"),
        ("180", "bê tông mác 180"),
    ],
)
def test_a_number_among_other_words_names_no_document(key, typed):
    query = clean_query(typed)
    assert not key_forms(key) & key_guesses(query, typed_words(query))


def test_pairs_of_numbers_do_not_run_into_each_other():
    assert not {term for term in terms(words_of("25 02020")) if "qq" in term} & terms(words_of("250 2020"))


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        *(("chinhs", "chính"), ("quyeenf", "quyền"), ("ddieenj", "điện"), ("tuwr", "tử"), ("dduwowngf", "đường")),
        *(("chinh1", "chính"), ("quye6n2", "quyền"), ("d9ie6n5", "điện"), ("tu73", "tử"), ("xax", "xã")),
        *(("nong", None), ("hanh", None), ("b2", None), ("2020", None), ("đã", None)),
    ],
)
def test_keystrokes(typed, word):
    assert decode(typed) == word


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Ủy ban nhân dân (UBND) tỉnh", {("UBND", "ủy ban nhân dân")}),
        ("theo Sở Kế hoạch và Đầu tư (KH&ĐT)", {("KH&ĐT", "kế hoạch và đầu tư")}),
        ("đô thị thông minh (ĐTTM)", {("ĐTTM", "đô thị thông minh")}),
        ("Hội nghị (UBND) hôm nay", set()),
        ("tham dự (ảnh)", set()),
    ],
)
def test_abbreviations_explained_in_a_text(text, pairs):
    assert mine(text) == pairs


@pytest.mark.parametrize(
    ("question", "content"),
    [
        ("làm căn cước ở đâu", "can cuoc"),
        ("cho tôi hỏi đăng ký khai sinh cần những gì", "dang ki khai sinh"),
        ("lệ phí cấp hộ chiếu là bao nhiêu", "le phi cap ho chieu"),
        ("mất thẻ bảo hiểm y tế thì phải làm sao", "mat the bao hiem y te"),
        ("xã Ba Tơ bây giờ là gì", "xa ba to"),
        ("xây nhà có phải xin phép không", "xay nha xin phep"),
        ("đầu tư công", "dau tu cong"),
    ],
)
def test_questions_are_read_for_what_they_ask(question, content):
    assert " ".join(word.folded for word in without_asking(typed_words(clean_query(question)))) == content


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ông Lò Văn Khuê", "lo van khue"),
        ("đồng chí Lò Khuê", "lo khue"),
        ("đ/c lo khue", "lo khue"),
        ("bà Khuê", "ba khue"),
        ("xã Hòn Mây cũ", "xa hon may"),
        ("xa hon may cu", "xa hon may"),
        ("sách cũ", "sach"),
        ("lich bau cu", "lich bau cu"),
        ("xã có bầu cử", "xa co bau cu"),
    ],
)
def test_a_name_is_what_is_left_without_courtesy(typed, name):
    assert " ".join(word.folded for word in bare_name(typed_words(typed))) == name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Sở LĐ-TB&XH", "so lao dong thuong binh va xa hoi"),
        ("so ld tbxh", "so lao dong thuong binh va xa hoi"),
        ("sở kh đt", "so ke hoach va dau tu"),
        ("sở kh dt", "so ke hoach va dau tu"),
        ("u b n d", None),
        ("số do", None),
    ],
)
def test_an_abbreviation_may_be_written_in_pieces(typed, meant):
    groups = (("LĐTB&XH", "lao động, thương binh và xã hội"), ("KHĐT", "kế hoạch và đầu tư"))
    table = {}
    for short, long in (*groups, ("UBND", "ủy ban nhân dân"), ("sổ đỏ", "giấy chứng nhận")):
        own = typed_words(short)
        table[tuple(word.folded for word in own)] = [(own, typed_words(long))]
    assert [way.text for way in expand(Phrasing(typed_words(typed)), table)[1:]] == ([meant] if meant else [])


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  hai   từ ", "hai từ"),
        ('"trong ngoặc"', "trong ngoặc"),
        ("a\x00b\u2028c\u200bd", "a b c d"),
        (unicodedata.normalize("NFD", "cầu"), "cầu"),
        ("", ""),
        ('"\x00 \u0085', ""),
    ],
)
def test_clean_query(typed, cleaned):
    assert clean_query(typed) == cleaned


def test_a_question_is_bounded():
    assert len(clean_query("từ " * 5000).split()) == MAX_WORDS
    assert len(clean_query("a" * 5000)) == MAX_CHARACTERS
