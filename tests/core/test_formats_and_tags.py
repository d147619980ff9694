"""Vietnamese numbers and dates in forms and templates, and the small template tags."""

from datetime import UTC, date, datetime

import pytest
from django.forms import DateField, DateTimeField, DecimalField
from django.template import Context, Template
from django.utils import formats, translation

from core.fields import StreamField
from core.templatetags.portal_tags import file_size, file_type, json_ld, portal_date
from home.models import HomePage, PlainPage
from news.models import NewsPage

MOMENT = datetime(2025, 6, 17, 1, 36, tzinfo=UTC)


@pytest.mark.parametrize(
    ("template", "vietnamese", "english"),
    [
        ("{{ value|date:'DATE_FORMAT' }}", "17/06/2025", "17 June 2025"),
        ("{{ value|date:'SHORT_DATETIME_FORMAT' }}", "17/06/2025 08:36", "17/06/2025 08:36"),
        ("{{ number }}", "1234567,5", "1234567.5"),
    ],
)
def test_templates_print_the_readers_way(template, vietnamese, english):
    for language, expected in (("vi", vietnamese), ("en", english)):
        with translation.override(language):
            assert Template(template).render(Context({"value": MOMENT, "number": 1234567.5})) == expected


def test_thousands_have_dots_and_decimals_a_comma():
    with translation.override("vi"):
        assert formats.number_format(1234567.5, use_l10n=True, force_grouping=True) == "1.234.567,5"
        assert DecimalField(localize=True).clean("1234,5") == 1234.5


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("written", ["17/06/2025", "17/6/2025", "2025-06-17"])
def test_forms_read_the_day_first(language, written):
    with translation.override(language):
        assert DateField().clean(written) == date(2025, 6, 17)
        assert DateTimeField().clean(f"{written} 08:36").day == 17


def test_forms_refuse_the_month_first():
    from django.core.exceptions import ValidationError

    with translation.override("vi"), pytest.raises(ValidationError):
        DateField().clean("06/17/2025")


@pytest.mark.parametrize(
    ("value", "precision", "expected"),
    [
        (MOMENT, "minute", '<time datetime="2025-06-17T08:36+07:00">Thứ Ba, 17/06/2025 08:36</time>'),
        (MOMENT, "day", '<time datetime="2025-06-17">Thứ Ba, 17/06/2025</time>'),
        (date(2025, 6, 17), "day", '<time datetime="2025-06-17">Thứ Ba, 17/06/2025</time>'),
        (date(2025, 6, 17), "month", '<time datetime="2025-06">Tháng 6/2025</time>'),
        (None, "day", ""),
    ],
)
def test_portal_date(value, precision, expected):
    assert portal_date(value, precision) == expected


def test_portal_date_in_english():
    with translation.override("en"):
        assert "Tuesday, 17 June 2025, 08:36" in portal_date(MOMENT)


@pytest.mark.parametrize(
    ("size", "vietnamese", "english"),
    [
        (None, "", ""),
        (0, "", ""),
        (512, "512 B", "512 B"),
        (1536, "1,5 KB", "1.5 KB"),
        (20_480, "20 KB", "20 KB"),
        (5_347_737, "5,1 MB", "5.1 MB"),
        (3 * 1024**4, "3072 GB", "3072 GB"),
    ],
)
def test_file_size(size, vietnamese, english):
    for language, expected in (("vi", vietnamese), ("en", english)):
        with translation.override(language):
            assert file_size(size) == expected


def test_file_type():
    class File:
        file_extension = "pdf"

    assert file_type(File) == "PDF"
    File.file_extension = ""
    assert file_type(File)


def test_json_ld_cannot_be_left():
    printed = json_ld([{"name": "</script><b>&'\"\u2028"}])
    assert "</script><b>" not in printed
    assert printed.count("<script") == printed.count("</script>") == 1


@pytest.mark.parametrize("model", [HomePage, PlainPage, NewsPage])
def test_blocks_stay_out_of_migrations(model):
    fields = [field for field in model._meta.get_fields() if hasattr(field, "stream_block")]
    assert fields
    for field in fields:
        assert isinstance(field, StreamField)
        _name, path, arguments, keywords = field.deconstruct()
        assert path == "core.fields.StreamField"
        assert arguments == []
        assert not {"block_lookup", "block_types", "verbose_name", "help_text"} & keywords.keys()
        rebuilt = StreamField(*arguments, **keywords)
        assert rebuilt.deconstruct()[2:] == (arguments, keywords)


@pytest.mark.django_db
def test_no_migration_is_missing():
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
