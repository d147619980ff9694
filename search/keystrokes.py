"""Vietnamese typed with the input method switched off: Telex (``chinhs quyeenf``) and VNI (``chinh1 quye6n2``)."""

import re
import unicodedata

_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"2": "\u0300", "1": "\u0301", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_VNI_SHAPES = {"6": "\u0302", "8": "\u0306", "7": "\u031b"}
_VOWEL = re.compile(r"[aeiouy]")
# A Vietnamese syllable without marks: what a decoding must leave to be believed.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.ASCII
)


def decode(typed: str) -> str | None:
    """Return the word that the keys ``typed`` would have made, NFC; ``None`` if they are not Telex or VNI."""
    lower = typed.lower()
    if not lower.isascii() or not lower.isalnum():
        return None
    found = _vni(lower) if any(c.isdigit() for c in lower) else _telex(lower)
    return found if found and found != lower else None


def _telex(typed: str) -> str | None:
    letters: list[str] = []
    tone = ""
    for place, key in enumerate(typed):
        if place and key in _TONES and _VOWEL.search("".join(letters)):
            tone = _TONES[key]
        elif key == "w" and (shaped := _horn(letters)):
            letters = shaped
        elif key in "aeo" and key in letters and _doubles(letters, key):
            letters[_last(letters, key)] = key + "\u0302"
        elif key == "d" and place and letters[0] == "d":
            letters[0] = "đ"
        else:
            letters.append(key)
    return _assemble(letters, tone)


def _doubles(letters: list[str], key: str) -> bool:
    """Tell whether ``key`` typed again puts a roof on its first one: only consonants may stand between."""
    between = letters[_last(letters, key) + 1 :]
    return not any(_VOWEL.match(letter) for letter in between) or between in (["u"], ["i"])


def _horn(letters: list[str]) -> list[str] | None:
    """Return ``letters`` after the key w: ư, ơ or ă; ươ for uo."""
    plain = "".join(letter[0] for letter in letters)
    if "uo" in plain:
        place = plain.index("uo")
        return [*letters[:place], "u\u031b", "o\u031b", *letters[place + 2 :]]
    for vowel, mark in (("a", "\u0306"), ("o", "\u031b"), ("u", "\u031b")):
        if vowel in letters:
            place = _last(letters, vowel)
            return [*letters[:place], vowel + mark, *letters[place + 1 :]]
    return None


def _vni(typed: str) -> str | None:
    letters: list[str] = []
    tone = ""
    for key in typed:
        if key in _VNI_TONES and letters:
            tone = _VNI_TONES[key]
        elif key == "9" and "d" in letters:
            letters[letters.index("d")] = "đ"
        elif key in _VNI_SHAPES and letters:
            shaped = _vni_shape(letters, key)
            if shaped is None:
                return None
            letters = shaped
        elif key.isdigit():
            return None
        else:
            letters.append(key)
    return _assemble(letters, tone)


def _vni_shape(letters: list[str], key: str) -> list[str] | None:
    plain = "".join(letter[0] for letter in letters)
    if key == "7" and "uo" in plain:
        place = plain.index("uo")
        return [*letters[:place], "u\u031b", "o\u031b", *letters[place + 2 :]]
    fitting = {"6": "aeo", "7": "ou", "8": "a"}[key]
    for place in range(len(letters) - 1, -1, -1):
        if letters[place] in fitting:
            return [*letters[:place], letters[place] + _VNI_SHAPES[key], *letters[place + 1 :]]
    return None


def _last(letters: list[str], wanted: str) -> int:
    return len(letters) - 1 - letters[::-1].index(wanted)


def _assemble(letters: list[str], tone: str) -> str | None:
    """Return the word, with the tone on some vowel (which one makes no difference to a search)."""
    plain = "".join("d" if letter == "đ" else letter[0] for letter in letters)
    if not _SYLLABLE.fullmatch(plain):
        return None
    if tone:
        shaped = [place for place, letter in enumerate(letters) if len(letter) > 1]
        vowels = [place for place, letter in enumerate(letters) if _VOWEL.match(letter)]
        letters[(shaped or vowels)[-1]] += tone
    return unicodedata.normalize("NFC", "".join(letters))
