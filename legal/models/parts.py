"""What hangs on a document: who signed it, its files, what it does to others."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel

from core.fields import words
from core.languages import name_of
from core.models import TranslatedRow
from legal.enums import FileKind, RelationKind, SigningPrefix
from legal.status import Effect


class DocumentSigner(TranslatedRow):
    """A person who signed, with the post held that day and in whose name."""

    page = ParentalKey("legal.LegalDocumentPage", on_delete=models.CASCADE, related_name="signers")
    name = models.CharField(_("full name"), max_length=120, db_index=True)
    post = models.CharField(_("post"), max_length=160, blank=True)
    signing_prefix = models.CharField(_("signed as"), max_length=5, choices=SigningPrefix, blank=True)

    translatable_fields = words("post")

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("post"), FieldPanel("signing_prefix")])]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("signer")
        verbose_name_plural = _("signers")

    def __str__(self) -> str:
        return self.name


class DocumentFile(TranslatedRow):
    """A file of a document."""

    page = ParentalKey("legal.LegalDocumentPage", on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        "core.PortalDocument", verbose_name=_("file"), on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=FileKind, default=FileKind.SIGNED)
    label = models.CharField(_("name shown"), max_length=160, blank=True)

    translatable_fields = words("label")

    panels = [FieldPanel("document"), FieldRowPanel([FieldPanel("kind"), FieldPanel("label")])]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self) -> str:
        return self.label or self.document.title

    @property
    def shown_name(self) -> str:
        """The name shown."""
        return self.said["label"] if self.label else name_of(self.document)

    @property
    def fingerprint(self) -> "FileFingerprint | None":
        """What was measured of the file, or ``None`` while that is still to be done."""
        found = getattr(self.document, "fingerprint", None)
        return found if found and found.content_hash == self.document.file_hash else None


class FileFingerprint(models.Model):
    """What was measured of a file when it was published, so that no reader's request has to.

    ``content_hash`` is Wagtail's own hash of the file that was measured; another one means: measure again.
    """

    document = models.OneToOneField("core.PortalDocument", on_delete=models.CASCADE, related_name="fingerprint")
    content_hash = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = _("fingerprint of a file")
        verbose_name_plural = _("fingerprints of files")

    def __str__(self) -> str:
        return self.sha256


class DocumentRelation(TranslatedRow):
    """What a document does to another one, whole or in part.

    ``target`` is a page of this portal, or ``target_words`` name a document that it has no record of. A relation
    acts from the day on which its own document takes effect, and while that document is public.
    """

    page = ParentalKey("legal.LegalDocumentPage", on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(_("relation"), max_length=20, choices=RelationKind, db_index=True)
    target = models.ForeignKey(
        "legal.LegalDocumentPage",
        verbose_name=_("other document"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="incoming_relations",
    )
    target_words = models.CharField(
        _("or its number and name"),
        max_length=255,
        blank=True,
        help_text=_("Only for a document that the portal has no record of."),
    )
    is_partial = models.BooleanField(_("only in part"), default=False)
    parts = models.CharField(_("which parts"), max_length=255, blank=True, help_text=_("For example Article 3."))

    translatable_fields = words("target_words", "parts")

    panels = [
        FieldPanel("kind"),
        PageChooserPanel("target"),
        FieldPanel("target_words"),
        FieldRowPanel([FieldPanel("is_partial"), FieldPanel("parts")]),
    ]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("relation")
        verbose_name_plural = _("relations")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.target or self.target_words}"

    @property
    def effect(self) -> Effect:
        """What the relation does to the other document, and since when."""
        return Effect(self.kind, self.is_partial, self.page.effective_from)
