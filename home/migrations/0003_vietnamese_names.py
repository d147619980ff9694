"""Wagtail's migrations name a few rows in English, which editors then read: give them Vietnamese names."""

from django.db import migrations

NAMES = [
    ("auth", "Group", "name", "Moderators", "Người duyệt chung"),
    ("auth", "Group", "name", "Editors", "Biên tập viên chung"),
    ("wagtailcore", "Workflow", "name", "Moderators approval", "Duyệt chung của tỉnh"),
    ("wagtailcore", "Task", "name", "Moderators approval", "Duyệt chung của tỉnh"),
    ("wagtailcore", "Page", "title", "Root", "Gốc"),
    ("wagtailcore", "Page", "draft_title", "Root", "Gốc"),
    ("wagtailcore", "Collection", "name", "Root", "Gốc"),
]


def rename(apps, schema_editor):
    for app, model, field, english, vietnamese in NAMES:
        apps.get_model(app, model).objects.filter(**{field: english}).update(**{field: vietnamese})


class Migration(migrations.Migration):
    dependencies = [("home", "0002_create_homepage"), ("auth", "0012_alter_user_first_name_max_length")]
    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
