"""Consolidated texts (văn bản hợp nhất) are listed like the documents that they put together."""

from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db import migrations

NAMES = {"vi": ("Văn bản hợp nhất", "van-ban-hop-nhat"), "en": ("Consolidated text", "consolidated-text")}


def add(apps, schema_editor):
    Locale = apps.get_model("wagtailcore", "Locale")
    DocumentType = apps.get_model("legal", "DocumentType")
    for code, _name in settings.LANGUAGES:
        name, slug = NAMES.get(code, NAMES["en"])
        DocumentType.objects.create(
            locale=Locale.objects.get(language_code=code),
            translation_key=uuid5(NAMESPACE_URL, f"document-type:{NAMES['vi'][0]}"),
            name=name,
            slug=slug,
            code="VBHN",
            is_normative=False,
            order=9,
        )


class Migration(migrations.Migration):
    dependencies = [("legal", "0003_numbers_and_citations")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
