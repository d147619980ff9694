"""The admin's side of the ground floor."""

from django.db import models
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import SlugInput

from core.text import SLUG_FORMATTERS

# Without these the admin's JavaScript makes "chuyn-dji-s" of "Chuyển đổi số".
register_form_field_override(models.SlugField, override={"widget": SlugInput(formatters=SLUG_FORMATTERS)})
