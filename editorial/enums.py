"""Roles of the people who work in the portal (docs: quy-trinh-duyet)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person is in a unit, or in the province's editorial office."""

    CONTRIBUTOR = "contributor", _("Contributor")
    EDITOR = "editor", _("Editor")
    UNIT_APPROVER = "unit_approver", _("Approver")
    DEPARTMENT_ADMIN = "department_admin", _("Department administrator")
    FEEDBACK_OFFICER = "feedback_officer", _("Feedback officer")
    MANAGING_EDITOR = "managing_editor", _("Managing editor")
    EDITOR_IN_CHIEF = "editor_in_chief", _("Editor in chief")
    SYSTEM_ADMIN = "system_admin", _("System administrator")
