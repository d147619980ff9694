"""Choices of the news room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BylineRole(models.TextChoices):
    """What a person named under an article did."""

    TEXT = "text", _("Text")
    PHOTO = "photo", _("Photo")
    VIDEO = "video", _("Video")
    TRANSLATION = "translation", _("Translation")


class NoticeKind(models.TextChoices):
    """What a notice is about; shown before its title."""

    GENERAL = "general", _("Notice")
    INVITATION = "invitation", _("Invitation")
    RECRUITMENT = "recruitment", _("Recruitment")
    TENDER = "tender", _("Tender")
    WARNING = "warning", _("Warning")
    SERVICE = "service", _("Service interruption")
