"""Which files anybody may fetch: what only hidden pages offer is not handed out to who guesses its address.

A private collection is Wagtail's own rule and is asked too. A file that nothing refers to is fetched as before: it
may be named in a letter. So is one that a later draft of a public page adds: Wagtail's references do not know it yet.
"""

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest
from wagtail import hooks
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from core import withdrawals
from core.models import PortalDocument
from core.privacy import open_to_all
from editorial.models import ReviewLink
from editorial.reports.base import own_pages


@hooks.register("before_serve_document")
def keep_files_of_hidden_pages(document: PortalDocument, request: HttpRequest) -> None:
    """Answer 404 for a file that the visitor meets on no page and in no list of the admin."""
    offers = ReferenceIndex.get_references_to(document).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    pages = Page.objects.filter(pk__in={int(key) for key in offers.values_list("object_id", flat=True)})
    if pages and not (
        open_to_all(pages).exists() or _is_staff_for(document, pages, request) or _may_read(pages, request)
    ):
        raise Http404


def _is_staff_for(document: PortalDocument, pages, request: HttpRequest) -> bool:
    user = request.user
    if not user.is_authenticated:
        return False
    files = policy_registry.get_by_type(PortalDocument)
    return (
        files.user_has_any_permission_for_instance(user, ["choose", "change"], document)
        or pages.filter(pk__in=own_pages(user).order_by().values("pk")).exists()
    )


def _may_read(pages, request: HttpRequest) -> bool:
    """Tell whether one of the hidden pages is withdrawn but readable, unlocked by the visitor, or with a leader."""
    links = ReviewLink.objects.filter(items__page__in=pages)
    if any(link.is_open for link in links):
        return True
    for page in pages.specific():
        shown = page.live or ((gone := withdrawals.find(page)) and gone.shown)
        if shown and all(restriction.accept_request(request) for restriction in page.get_view_restrictions()):
            return True
    return False
