"""Screens of Wagtail's that would name any page to anybody; ``portal.urls`` puts these addresses before its own."""

from collections import defaultdict
from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.chooser import ChosenMultipleView, ExternalLinkView
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.models import ModelLogEntry, Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import policy_registry
from wagtail.utils.urlpatterns import decorate_urlpatterns
from wagtail_localize.models import Translation
from wagtail_localize.views.report import TranslationsReportView

from departments.scoping import known_pages, knows


class KnownPageTypesView(PageTypesUsageReportView):
    """Counts pages of all units, and names the one edited last only to who knows it."""

    def decorate_paginated_queryset(self, page_types: Any) -> Any:
        rows = super().decorate_paginated_queryset(page_types)
        keys = [row.last_edited_page.pk for row in rows if row.last_edited_page]
        known = set(known_pages(self.request.user, Page.objects.filter(pk__in=keys)).values_list("pk", flat=True))
        for row in rows:
            if row.last_edited_page and row.last_edited_page.pk not in known:
                row.last_edited_page = None
        return rows


class KnownChosenMultipleView(ChosenMultipleView):
    """Answers for the pages among the numbers that the account knows."""

    def get(self, request: HttpRequest) -> HttpResponse:
        numbers = [key for key in request.GET.getlist("id") if key.isdecimal()]
        known: QuerySet = known_pages(request.user, Page.objects.filter(pk__in=numbers, depth__gt=1))  # type: ignore[arg-type]
        asked = QueryDict(mutable=True)
        asked.setlist("id", [str(key) for key in known.values_list("pk", flat=True)])
        request.GET = asked  # type: ignore[assignment]
        return super().get(request)


class KnownExternalLinkView(ExternalLinkView):
    """An address that is a page of the portal becomes a link to it, under its public title."""

    def render_chosen_response(self, result: dict[str, Any]) -> HttpResponse:
        page = Page.objects.filter(pk=result.get("id")).first()
        if page and not knows(self.request.user, page):
            result = {**result, "adminTitle": page.title}
        return super().render_chosen_response(result)


class KnownTranslationsView(TranslationsReportView):
    """Lists no translation of a page that the account does not know in one of its languages.

    It fetches what a list shows at once, where Wagtail-localize's own view asks eight times for each row.
    """

    def get_queryset(self) -> QuerySet:
        known = known_pages(self.request.user, Page.objects.all()).order_by()
        unknown = Page.objects.exclude(pk__in=known.values("pk")).order_by()
        rows = super().get_queryset().exclude(source__object__in=unknown.values("translation_key"))
        return rows.select_related("source__specific_content_type", "source__locale", "target_locale").order_by("-pk")

    def decorate_paginated_queryset(self, object_list: Any) -> list[Translation]:
        translations = list(object_list)
        keys: dict[Any, set] = defaultdict(set)
        for translation in translations:
            kind = translation.source.specific_content_type.model_class()
            keys[Page if issubclass(kind, Page) else kind].add(translation.source.object_id)
        things = {
            (thing.translation_key, thing.locale_id): thing
            for kind, some in keys.items()
            for thing in kind._default_manager.filter(translation_key__in=some)
        }
        # What the template calls of each row; it asks for what is not there as before.
        for translation in translations:
            source = translation.source
            if original := things.get((source.object_id, source.locale_id)):
                source.get_source_instance = partial(_same, original)
            if twin := things.get((source.object_id, translation.target_locale_id)):
                translation.get_target_instance = partial(_same, twin)
            translation.get_progress = partial(_same, (1, not translation.waiting_for_translation))
        return translations


class KnownHistoryView(LogEntriesView):
    """Tells of records what happened to those that the account may work with, and what it did itself.

    Wagtail's own asks for the right to the model: one unit's administrator would read the names of another's people.
    """

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        queryset = super().filter_queryset(queryset)
        user = self.request.user
        if queryset.model is not ModelLogEntry or user.is_superuser:
            return queryset
        for kind in ContentType.objects.filter(pk__in=ModelLogEntry.objects.order_by().values("content_type")):
            model = kind.model_class()
            policy: Any = policy_registry.get_by_type(model) if model else None
            if policy is None or type(policy) is ModelPermissionPolicy:
                continue
            known = policy.instances_user_has_any_permission_for(user, ["add", "change", "delete", "view"])
            keys = known.order_by().annotate(_key=Cast("pk", CharField())).values("_key")
            queryset = queryset.filter(~Q(content_type=kind) | Q(object_id__in=keys) | Q(user=user))
        return queryset


def _same(thing: Any) -> Any:
    return thing


_screens = [
    path("choose-page/chosen-multiple/", KnownChosenMultipleView.as_view()),
    path("choose-external-link/", KnownExternalLinkView.as_view()),
    path("reports/site-history/", KnownHistoryView.as_view()),
    path("reports/site-history/results/", KnownHistoryView.as_view(results_only=True)),
    path("reports/page-types-usage/", KnownPageTypesView.as_view()),
    path("reports/page-types-usage/results/", KnownPageTypesView.as_view(results_only=True)),
    path("localize/reports/translations/", KnownTranslationsView.as_view()),
    path("localize/reports/translations/results/", KnownTranslationsView.as_view(results_only=True)),
]
urlpatterns = decorate_urlpatterns(decorate_urlpatterns(_screens, require_admin_access), never_cache)
