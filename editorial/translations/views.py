"""The doors of wagtail-localize that could publish, and the files for translators outside.

They stand at wagtail-localize's own addresses, before its own views.
"""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object
from wagtail_localize.views.edit_translation import user_can_edit_instance
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsForm, UpdateTranslationsView

from core.text import fold
from editorial.translations import po
from editorial.translations.submission import NotReady, submit


def _editable(request: HttpRequest, translation_id: int) -> Translation:
    """Return a translation that the person may edit; 403 or 404 otherwise."""
    translation = get_object_or_404(Translation.objects.select_related("source", "target_locale"), pk=translation_id)
    if not user_can_edit_instance(request.user, translation.get_target_instance()):
        raise PermissionDenied
    return translation


@require_POST
def submit_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Hand a translated page to its workflow."""
    translation = _editable(request, translation_id)
    if not issubclass(translation.source.specific_content_type.model_class(), Page):
        raise PermissionDenied
    return hand_on(request, translation)


def hand_on(request: HttpRequest, translation: Translation) -> HttpResponse:
    """Submit, and say what came of it."""
    try:
        page = submit(translation, request.user, reviewed="reviewed" in request.POST)  # type: ignore[arg-type]
    except NotReady as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("“%(title)s” was handed on for approval.") % {"title": page.draft_title})
    return redirect(translation.get_target_instance_edit_url())


@require_safe
def download_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Answer the PO file of a translation."""
    translation = _editable(request, translation_id)
    name = f"{slugify(fold(translation.source.object_repr))[:60]}-{translation.target_locale.language_code}.po"
    return HttpResponse(
        po.export(translation),
        content_type="text/x-gettext-translation; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_POST
def upload_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take a translated PO file, or say why not; a file is taken whole or not at all."""
    translation = _editable(request, translation_id)
    upload = request.FILES.get("file")
    try:
        if upload is None:
            raise po.Refused(_("Choose a file."))
        # One byte more than is allowed tells that there is more.
        count = po.take(translation, upload.read(po.MAX_BYTES + 1), request.user)  # type: ignore[arg-type]
    except po.Refused as refusal:
        messages.error(request, " ".join([_("Nothing was changed."), *refusal.reasons]))
    else:
        messages.success(request, _("Translations taken from the file: %(count)s.") % {"count": count})
    return redirect(translation.get_target_instance_edit_url())


class UpdateForm(UpdateTranslationsForm):
    """Wagtail-localize's form without "publish immediately"."""

    publish_translations = forms.BooleanField(required=False, disabled=True, initial=False, widget=forms.HiddenInput)


class UpdateView(UpdateTranslationsView):
    """Brings the newest Vietnamese text to the translators and publishes nothing."""

    def get_form(self) -> UpdateForm:
        return UpdateForm(self.request.POST) if self.request.method == "POST" else UpdateForm()


class TranslatePageView(SubmitPageTranslationView):
    """Makes the draft of a translation; the pages above it get drafts too, not copies in Vietnamese."""

    def form_valid(self, form) -> HttpResponse:
        for locale in form.cleaned_data["locales"]:
            for page in self.object.get_ancestors().filter(depth__gt=1):
                if not page.has_translation(locale):
                    translate_object(page.specific, [locale], user=self.request.user)
        return super().form_valid(form)


def convert_to_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """Refuse: an alias would show the Vietnamese text under the English address."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    messages.error(request, _("A translated page cannot show the Vietnamese text. Unpublish it instead."))
    return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
