"""Translations in the admin: our doors before wagtail-localize's, and the panel over its editor."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import edit_translation

from editorial.models import RequiredTranslation
from editorial.translations import views
from editorial.translations.tracker import State, counts


@hooks.register("register_admin_urls", order=-10)
def translation_doors() -> list[URLPattern]:
    """Addresses of wagtail-localize that answer with views of ours, and one that it lacks."""
    one = "localize/translate/<int:translation_id>"
    return [
        path(f"{one}/submit/", views.submit_translation, name="editorial_submit_translation"),
        path(f"{one}/pofile/download/", views.download_po),
        path(f"{one}/pofile/upload/", views.upload_po),
        path("localize/update/<int:translation_source_id>/", views.UpdateView.as_view()),
        path("localize/submit/page/<int:page_id>/", views.TranslatePageView.as_view()),
        path("localize/page/<int:page_id>/convert_to_alias/", views.convert_to_alias),
    ]


@hooks.register("before_edit_page", order=-10)
def edit_translated_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Show the segment editor without its way to publish; "publish" there means "hand on for approval"."""
    if "localize-convert-to-alias" in request.POST:
        return views.convert_to_alias(request, page.pk)
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()
    if translation is None or page.alias_of_id:
        return None
    if request.method == "POST" and request.POST.get("action") == "publish":
        return views.hand_on(request, translation)
    response = edit_translation(request, translation, page)
    # The editor is a script that draws its buttons from this; the right itself is checked at the doors.
    response.content = response.content.replace(b"&quot;canPublish&quot;: true", b"&quot;canPublish&quot;: false")
    return response


class EnglishPanel(Component):
    """What is owed in English, on the first page of the admin."""

    name = "english-tracker"
    template_name = "editorial/admin/english_panel.html"
    order = 180

    def __init__(self, found: dict[str, int]) -> None:
        self.found = found

    def get_context_data(self, parent_context) -> dict[str, Any]:
        return {"counts": self.found, "url": reverse("editorial_english")}


@hooks.register("construct_homepage_panels")
def add_english_panel(request: HttpRequest, panels: list) -> None:
    """Show the tracker's figures to those whose sections owe something."""
    found = counts(request.user)
    if any(count for state, count in found.items() if state != State.CURRENT):
        panels.append(EnglishPanel(found))


class RequiredTranslationViewSet(SnippetViewSet):
    """Which page types must have an English page."""

    model = RequiredTranslation
    icon = "wagtail-localize-language"
    list_display = ["__str__", "reason"]


register_snippet(RequiredTranslationViewSet)
