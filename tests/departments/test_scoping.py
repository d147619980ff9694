"""One unit's people and another unit's things: every door of the admin whose address takes a number."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.forms import model_to_dict
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail.models import Collection, GroupCollectionPermission, Page

from core.models import PortalDocument, PortalImage
from news.models import NewsPage
from tests.factories import (
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationPageFactory,
    PortalDocumentFactory,
    PortalImageFactory,
)
from tests.factories.staff import make_staff

pytestmark = pytest.mark.django_db

SECRET = "zqxbimatzqx"
ROLES = {
    "contributor": ("add",),
    "editor": ("add", "change"),
    "approver": ("add", "change", "publish", "lock"),
    "feedback officer": (),
}


@pytest.fixture
def theirs(organisation_index) -> dict[str, Any]:
    """The other unit's drafts and files, named by a word that no page has by chance."""
    unit = OrganisationPageFactory(parent=organisation_index, title="Sở khác", slug="so-khac")
    index = NewsIndexPageFactory(parent=unit, title="Tin", slug="tin")
    writer = make_staff(unit, "add", "change")
    draft = NewsPageFactory(parent=index, title=f"Dự thảo {SECRET}", slug="du-thao", live=False, owner=writer)
    old = draft.save_revision(user=writer, clean=False)
    newest = draft.save_revision(user=writer, clean=False)
    collection = Collection.get_first_root_node().add_child(name=f"Kho {SECRET}")
    return {
        "unit": unit,
        "page": draft,
        "old": old,
        "newest": newest,
        "image": PortalImageFactory(title=f"Ảnh {SECRET}", collection=collection),
        "document": PortalDocumentFactory(title=f"Tệp {SECRET}", collection=collection),
    }


@pytest.fixture
def ours(organisation_index):
    """The section of the person who tries."""
    unit = OrganisationPageFactory(parent=organisation_index, title="Sở ta", slug="so-ta")
    return NewsIndexPageFactory(parent=unit, title="Tin", slug="tin")


def staff_client(section: Page, verbs: tuple[str, ...]) -> Client:
    """Return a client of somebody with ``verbs`` on the section and the files of its own collection."""
    user = make_staff(section, *verbs)
    group = user.groups.get()
    collection = Collection.get_first_root_node().add_child(name="Kho ta")
    for codename in ("add_image", "change_image", "choose_image", "add_document", "change_document"):
        permission = Permission.objects.get(codename=codename, content_type__app_label__startswith="wagtail")
        GroupCollectionPermission.objects.create(group=group, collection=collection, permission=permission)
    client = Client()
    client.force_login(user)
    return client


def numbered_doors(resolver: URLResolver, prefix: str = "", spaces: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield the name and the parameters of every named address of the admin that has any."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{spaces}{entry.namespace}:" if entry.namespace else spaces
            yield from numbered_doors(entry, f"{prefix}{entry.pattern}", space)
        elif isinstance(entry, URLPattern) and entry.name and prefix.startswith("admin/"):
            names = list(dict.fromkeys([*_parameters(prefix), *entry.pattern.regex.groupindex]))
            if names:
                yield f"{spaces}{entry.name}", names


def _parameters(prefix: str) -> list[str]:
    return [part.split(">")[0].split(":")[-1] for part in prefix.split("<")[1:]]


def address(name: str, parameters: list[str], theirs: dict[str, Any]) -> str | None:
    """Return the address of a door that leads to the other unit's thing, ``None`` where a number makes no sense."""
    kind = "image" if "images" in name else "document" if "docs" in name else "page"
    number = theirs[kind].pk
    words = {
        "revision_id": theirs["newest"].pk,
        "revision_id_a": theirs["old"].pk,
        "revision_id_b": theirs["newest"].pk,
        "content_type_app_name": "news",
        "content_type_model_name": "newspage",
        "app_label": "wagtailcore",
        "model_name": "page",
        "action": "publish",
        "action_name": "approve",
        "parent_page_id": theirs["page"].get_parent().pk if name.endswith("add") else theirs["page"].pk,
        "model": "page",
    }
    try:
        return reverse(name, kwargs={parameter: words.get(parameter, number) for parameter in parameters})
    except Exception:
        return None


def doors(theirs: dict[str, Any]) -> dict[str, str]:
    """Return name → address of every door, and of the lists that could name what is not one's own."""
    found = {name: address(name, names, theirs) for name, names in numbered_doors(get_resolver())}
    page, unit = theirs["page"], theirs["unit"]
    lists = {
        "explorer": reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        "explorer of the unit": reverse("wagtailadmin_explore", args=[unit.pk]),
        "search": reverse("wagtailadmin_pages:search") + f"?q={SECRET}",
        "chooser": reverse("wagtailadmin_choose_page_child", args=[page.get_parent().pk]),
        "chooser at the draft": reverse("wagtailadmin_choose_page_child", args=[page.pk]),
        "chooser's search": reverse("wagtailadmin_choose_page_search") + f"?q={SECRET}",
        "images": reverse("wagtailimages:index") + f"?q={SECRET}",
        "documents": reverse("wagtaildocs:index") + f"?q={SECRET}",
        "home": reverse("wagtailadmin_home"),
        "locked": reverse("wagtailadmin_reports:locked_pages"),
        "ageing": reverse("wagtailadmin_reports:aging_pages"),
        "history of the site": reverse("wagtailadmin_reports:site_history"),
        "workflows": reverse("wagtailadmin_reports:workflow"),
        "workflow tasks": reverse("wagtailadmin_reports:workflow_tasks"),
    }
    for action in ("delete", "publish", "unpublish", "move"):
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        lists[f"bulk {action}"] = f"{url}?id={page.pk}"
    for kind in ("image", "document"):
        label = theirs[kind]._meta
        for action in ("delete", "add_to_collection", "add_tags"):
            url = reverse("wagtail_bulk_action", args=[label.app_label, label.model_name, action])
            lists[f"bulk {action} {kind}"] = f"{url}?id={theirs[kind].pk}"
    return {name: url for name, url in (found | lists).items() if url}


def facts(theirs: dict[str, Any]) -> list:
    """Return everything about the other unit's things that a stranger could change."""
    page = NewsPage.objects.get(pk=theirs["page"].pk)
    return [
        {name: str(value) for name, value in model_to_dict(page).items()},
        [page.path, page.live, page.locked, page.latest_revision_id, page.view_restrictions.count()],
        list(page.revisions.values_list("pk", "approved_go_live_at")),
        Page.objects.descendant_of(theirs["unit"]).count(),
        list(PortalImage.objects.filter(pk=theirs["image"].pk).values()),
        list(PortalDocument.objects.filter(pk=theirs["document"].pk).values()),
        NewsPage.objects.filter(title__contains=SECRET).count(),
    ]


@pytest.mark.parametrize("role", ROLES)
def test_no_door_of_the_admin_tells_or_changes_anything_of_another_unit(ours, theirs, role):
    client = staff_client(ours, ROLES[role])
    client.raise_request_exception = False
    before = facts(theirs)
    leaks = []
    found = doors(theirs)
    assert len(found) > 100, "the doors of the admin were not found"
    forged = {
        "title": "chiếm",
        "slug": "chiem",
        "new_title": "chiếm",
        "new_slug": "chiem",
        "new_parent_page": ours.pk,
        "action-publish": "1",
        "chooser": ours.pk,
        "next": "/admin/",
    }
    for name, url in found.items():
        for method, data in (("get", {}), ("post", forged)):
            response = getattr(client, method)(url, data)
            text = b"" if response.streaming else response.content
            # A search box repeats what was asked for.
            text = text.decode(errors="replace").replace(f'value="{SECRET}"', "").replace(f"q={SECRET}", "")
            if any(f"{word} {SECRET}" in text for word in ("Dự thảo", "Ảnh", "Tệp", "Kho")):
                leaks.append((method, name))
    assert not leaks, leaks
    assert facts(theirs) == before
