"""The five fields that schemes of smart cities are about, in both languages; more are added in the admin."""

import uuid

from django.conf import settings
from django.db import migrations

FIELDS = [
    (("y-te", "Y tế"), ("health", "Health")),
    (("giao-duc", "Giáo dục"), ("education", "Education")),
    (("du-lich", "Du lịch"), ("tourism", "Tourism")),
    (("giao-thong", "Giao thông"), ("transport", "Transport")),
    (("moi-truong", "Môi trường"), ("environment", "Environment")),
]


def add_fields(apps, schema_editor):
    Field = apps.get_model("core", "Field")
    Locale = apps.get_model("wagtailcore", "Locale")
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES}
    for order, (vietnamese, english) in enumerate(FIELDS, start=1):
        key = uuid.uuid4()
        for code, (slug, name) in (("vi", vietnamese), ("en", english)):
            if code in locales and not Field.objects.filter(slug=slug, locale=locales[code]).exists():
                Field.objects.create(
                    slug=slug, name=name, order=order, locale=locales[code], translation_key=key
                )


class Migration(migrations.Migration):
    dependencies = [("projects", "0001_initial"), ("core", "0003_field")]
    operations = [migrations.RunPython(add_fields, migrations.RunPython.noop)]
