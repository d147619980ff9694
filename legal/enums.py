"""Choices of the document room."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RelationKind(models.TextChoices):
    """What a document does to another one."""

    REPLACES = "replaces", _("replaces")
    AMENDS = "amends", _("amends and supplements")
    REPEALS = "repeals", _("repeals")
    CORRECTS = "corrects", _("corrects")
    GUIDES = "guides", _("guides the carrying out of")
    BASED_ON = "based_on", _("is based on")
    CONSOLIDATES = "consolidates", _("consolidates")


# What the other end of a relation says of it.
REVERSE_LABELS = {
    RelationKind.REPLACES: _("is replaced by"),
    RelationKind.AMENDS: _("is amended and supplemented by"),
    RelationKind.REPEALS: _("is repealed by"),
    RelationKind.CORRECTS: _("is corrected by"),
    RelationKind.GUIDES: _("is guided by"),
    RelationKind.BASED_ON: _("is the basis of"),
    RelationKind.CONSOLIDATES: _("is consolidated in"),
}


class ValidityStatus(models.TextChoices):
    """Whether a document holds, in the words of the national database of legal documents."""

    NOT_YET = "not_yet", _("not yet in force")
    IN_FORCE = "in_force", _("in force")
    PARTLY_EXPIRED = "partly_expired", _("partly expired")
    EXPIRED = "expired", _("expired entirely")
    SUSPENDED = "suspended", _("suspended")
    UNSUITABLE = "unsuitable", _("no longer suitable")


class FileKind(models.TextChoices):
    """What a file of a document is."""

    SIGNED = "signed", _("signed electronically")
    SCAN = "scan", _("scan of the paper")
    EDITABLE = "editable", _("for editing")
    ANNEX = "annex", _("annex")


class SigningPrefix(models.TextChoices):
    """In whose name a person signs (Decree 30/2020, appendix I, part II, section II.7)."""

    TM = "TM", _("TM. (on behalf of the body)")
    Q = "Q", _("Q. (acting head)")
    KT = "KT", _("KT. (for the head, by a deputy)")
    TL = "TL", _("TL. (by order of the head)")
    TUQ = "TUQ", _("TUQ. (by authorisation of the head)")


class IssuerLevel(models.TextChoices):
    """Where an issuing body stands."""

    CENTRAL = "central", _("central body")
    PROVINCE = "province", pgettext_lazy("level", "province")
    DEPARTMENT = "department", _("department or agency")
    COMMUNE = "commune", pgettext_lazy("level", "commune or ward")
    PARTY = "party", _("body of the Party or the Front")


class Urgency(models.TextChoices):
    """How quickly a document had to be delivered (Decree 30/2020, article 8)."""

    NORMAL = "normal", _("ordinary")
    URGENT = "urgent", pgettext_lazy("delivery", "urgent")
    VERY_URGENT = "very_urgent", _("very urgent")
    EXPRESS = "express", _("express")
