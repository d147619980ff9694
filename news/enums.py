"""Choices of the news room."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BylineRole(models.TextChoices):
    """What a person named under an article did."""

    TEXT = "text", pgettext_lazy("byline", "Text")
    PHOTO = "photo", pgettext_lazy("byline", "Photo")
    VIDEO = "video", pgettext_lazy("byline", "Video")
    TRANSLATION = "translation", pgettext_lazy("byline", "Translation")


class NoticeKind(models.TextChoices):
    """What a notice is about; shown before its title."""

    GENERAL = "general", _("Notice")
    INVITATION = "invitation", _("Invitation")
    RECRUITMENT = "recruitment", _("Recruitment")
    TENDER = "tender", _("Tender")
    WARNING = "warning", _("Warning")
    SERVICE = "service", _("Service interruption")
