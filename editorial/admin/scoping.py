"""The rule of scope at the doors where Wagtail does not ask: choosers, bulk actions, moves, the admin's own API."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.views.pages.bulk_actions import (
    DeleteBulkAction,
    MoveBulkAction,
    PublishBulkAction,
    UnpublishBulkAction,
)
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.documents.views import bulk_actions as document_actions
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.images.views import bulk_actions as image_actions
from wagtail.models import Page, PageQuerySet
from wagtail.permissions import policy_registry

from departments.scoping import known_pages, knows


@hooks.register("construct_page_chooser_queryset")
def choose_among_known_pages(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Offer no draft of another unit, and do not open the chooser inside one."""
    parent = request.resolver_match and request.resolver_match.kwargs.get("parent_page_id")
    if parent and not knows(request.user, Page(pk=parent)):  # type: ignore[arg-type]
        raise PermissionDenied
    return known_pages(request.user, pages)  # type: ignore[arg-type]


class NamesOnlyKnownPages:
    """A bulk action that, on its confirmation, leaves out what the person may not even know of."""

    def get_actionable_objects(self) -> tuple[list[Page], dict[str, Any]]:
        objects, others = super().get_actionable_objects()  # type: ignore[misc]
        others["items_with_no_access"] = [
            page
            for page in others["items_with_no_access"]
            if knows(self.request.user, page)  # type: ignore[attr-defined]
        ]
        return objects, others


@hooks.register("register_bulk_action", order=100)
class KnownDeleteBulkAction(NamesOnlyKnownPages, DeleteBulkAction):
    """Delete."""


@hooks.register("register_bulk_action", order=100)
class KnownMoveBulkAction(NamesOnlyKnownPages, MoveBulkAction):
    """Move."""


@hooks.register("register_bulk_action", order=100)
class KnownPublishBulkAction(NamesOnlyKnownPages, PublishBulkAction):
    """Publish."""


@hooks.register("register_bulk_action", order=100)
class KnownUnpublishBulkAction(NamesOnlyKnownPages, UnpublishBulkAction):
    """Unpublish."""


class NamesOnlyOwnFiles:
    """A bulk action on files that leaves out what the person may not touch."""

    def get_actionable_objects(self) -> tuple[list, dict[str, Any]]:
        objects, others = super().get_actionable_objects()  # type: ignore[misc]
        return objects, {name: [] for name in others}


def _narrowed(action: type) -> type:
    return type(f"Own{action.__name__}", (NamesOnlyOwnFiles, action), {"__module__": __name__})


for _actions in (image_actions, document_actions):
    for _action in (_actions.DeleteBulkAction, _actions.AddTagsBulkAction, _actions.AddToCollectionBulkAction):
        hooks.register("register_bulk_action", _narrowed(_action), order=100)


@hooks.register("before_move_page")
def ask_before_naming_a_move(request: HttpRequest, page: Page, destination: Page) -> None:
    """The confirmation names the page and where it would go: only to who may move it there."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied


class KnownFiles:
    """The files of the admin's API that the person may choose or change."""

    def get_queryset(self) -> QuerySet:
        files = super().get_queryset()  # type: ignore[misc]
        policy = policy_registry.get_by_type(files.model)
        known = policy.instances_user_has_any_permission_for(self.request.user, ["choose", "change"])  # type: ignore[attr-defined]
        return files.filter(pk__in=known.order_by().values("pk"))


class KnownImagesAPIViewSet(KnownFiles, ImagesAdminAPIViewSet):
    """Images."""


class KnownDocumentsAPIViewSet(KnownFiles, DocumentsAdminAPIViewSet):
    """Documents."""


class ReadingPagesAPIViewSet(PagesAdminAPIViewSet):
    """Pages to read; Wagtail's actions here would go round what stands at the doors of the screens."""

    actions: dict[str, type] = {}


@hooks.register("construct_admin_api", order=100)
def offer_known_files(router: Any) -> None:
    """Put the narrower lists in the place of Wagtail's."""
    router.register_endpoint("pages", ReadingPagesAPIViewSet)
    router.register_endpoint("images", KnownImagesAPIViewSet)
    router.register_endpoint("documents", KnownDocumentsAPIViewSet)
