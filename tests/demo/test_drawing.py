"""Pictures and files drawn by code."""

import io
import zipfile

import pytest
from PIL import Image

from demo.building.attachments import files
from demo.drawing import PICTURES, draw


def test_there_are_enough_scenes():
    assert len({picture.scene for picture in PICTURES.values()}) >= 12
    assert len(PICTURES) <= 26, "each picture costs a dozen image sizes at the build"


@pytest.mark.parametrize("key", PICTURES)
def test_picture(key: str):
    content = draw(key)
    with Image.open(io.BytesIO(content)) as image:
        assert image.format == "JPEG"
        assert image.size == (1600, 900)
        darkest, brightest = image.convert("L").getextrema()
    assert brightest - darkest > 120, "a picture without contrast shows nothing"
    assert 40_000 < len(content) < 160_000
    assert 20 <= len(PICTURES[key].alt) <= 150


def test_the_same_bytes_each_time():
    assert draw("river-mist") == draw("river-mist")


def test_a_picture_that_does_not_exist():
    with pytest.raises(KeyError):
        draw("volcano")


def test_files_are_what_they_say():
    made = {name: content for _, name, content in files().values()}
    assert made == {name: content for _, name, content in files().values()}
    for name, content in made.items():
        if name.endswith(".pdf"):
            assert content.startswith(b"%PDF-1.4")
            start = int(content.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
            assert content[start:].startswith(b"xref")
        elif name.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                assert archive.testzip() is None
                assert "PHIẾU ĐĂNG KÝ" in archive.read("word/document.xml").decode()
        else:
            lines = content.decode("utf-8-sig").splitlines()
            assert len(lines) > 3
