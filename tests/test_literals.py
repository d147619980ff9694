"""Gate: whatever people read goes through the catalogue."""

import pytest

from tests.catalogues import ROOT
from tests.literals import in_python, in_template, modules, templates


def test_no_template_speaks_past_the_catalogue():
    found = {str(p.relative_to(ROOT)): words for p in templates() if (words := in_template(p.read_text()))}
    assert found == {}


def test_no_module_speaks_past_the_catalogue():
    found = {str(p.relative_to(ROOT)): words for p in modules() if (words := in_python(p.read_text()))}
    assert found == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Back</p>", ["Back"]),
        ('<a title="Back to {{ page }}">x</a>', ["Back to x"]),
        ('<a aria-label="{% translate "Back" %}" class="back" href="/back/">›</a>', []),
        ("<p>{% blocktranslate %}Back to {{ page }}{% endblocktranslate %}: 3 – {{ x }}</p>", []),
        ("{# Back #}{% comment %}Back{% endcomment %}<script>back()</script>", []),
        ('<a href="rss/">RSS</a>', []),
    ],
)
def test_the_gate_sees_words_in_templates(source, found):
    assert in_template(source) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('models.CharField("name")', ["name"]),
        ('models.CharField(_("name"), help_text="Say it.")', ["Say it."]),
        ('models.ForeignKey("core.Field", verbose_name=_("field"))', []),
        ('messages.error(request, "No.")', ["No."]),
        ('raise ValidationError({"day": "No."})', ["No."]),
        ('raise ValidationError("No.")', ["No."]),
        ('class Meta:\n    verbose_name = "thing"', ["thing"]),
        ('class Kind(models.TextChoices):\n    A = "a", "First"\n    B = "b", _("Second")', ["First"]),
        ('log.error("for the machine")', []),
    ],
)
def test_the_gate_sees_words_in_modules(source, found):
    assert in_python(source) == found
