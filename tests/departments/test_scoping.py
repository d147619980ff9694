"""One unit's people and another unit's things: every door of the admin whose address takes a number."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.forms import model_to_dict
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail.models import Collection, GroupCollectionPermission, Page, PageViewRestriction
from wagtail_localize.models import Translation, TranslationSource

from core.models import PortalDocument, PortalImage
from editorial.models.bundles import BundleItem, ReleaseBundle
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

# What is searched for, which a search box repeats, and what only a title of the other unit holds.
SECRET, HIDDEN = "zqxbimatzqx", "zqxduoizqx"
NO_UNIT = "kept by the province: no role of a unit has a right to it"
RECORDS = "tried with real records in test_unit_record_doors.py"
# What the number means in the doors of a name or namespace: something of the other unit, or why none is needed.
DOORS = {
    **dict.fromkeys(("wagtailimages", "wagtailimages_chooser"), "image"),
    **dict.fromkeys(("wagtaildocs", "wagtaildocs_chooser"), "document"),
    **dict.fromkeys(("wagtail_localize",), "translation"),
    **dict.fromkeys(("bundles", "editorial_bundle"), "bundle"),
    **dict.fromkeys(("wagtailadmin_pages", "wagtailadmin_explore", "wagtailadmin_explore_results"), "page"),
    **dict.fromkeys(("wagtailadmin_choose_page_child", "wagtailadmin_api", "wagtailadmin_editing_sessions"), "page"),
    **dict.fromkeys(
        ("editorial_setup_roles", "editorial_review", "editorial_send_link", "editorial_withdraw"), "page"
    ),
    **dict.fromkeys(("task_suggestions", "editorial_submit_translation"), "page"),
    **dict.fromkeys(("leaders", "editorial_revoke_link"), "made and read by who sent it: test_review_links.py"),
    "wagtailadmin_collections": NO_UNIT,
    "wagtailadmin_workflows": NO_UNIT,
    "wagtail_bulk_action": "every action is tried by name below",
    "wagtailadmin_tag_model_autocomplete": "tags are words of the whole portal",
    "wagtailadmin_password_reset_confirm": "the number is one's own account",
    "reorganisations": NO_UNIT,
    "review_rules": NO_UNIT,
    **dict.fromkeys(("wagtailforms", "wagtailredirects", "wagtailsearchpromotions", "wagtailsettings"), NO_UNIT),
    **dict.fromkeys(("wagtaillocales", "wagtailsites", "wagtailusers_users", "wagtailusers_groups"), NO_UNIT),
    **{
        f"{space}_{label}": reason
        for space in ("wagtailsnippets", "wagtailsnippetchoosers")
        for reason, labels in {
            RECORDS: ("person", "servicepoint", "openinghours", "holiday"),
            NO_UNIT: ("administrativeunit",),
        }.items()
        for label in (f"departments_{name}" for name in labels)
    },
    **{
        f"{space}_{label}": NO_UNIT
        for space in ("wagtailsnippets", "wagtailsnippetchoosers")
        for label in (
            *("search_abbreviation", "editorial_misspelling", "editorial_requiredtranslation", "core_field"),
            *("home_alertbanner", "home_menu", "home_siteidentity", "legal_documenttype", "legal_issuingbody"),
            *("news_category", "news_topic", "news_newssource", "news_author"),
        )
    },
}
# Whose rights hold those of all others: this role tries every door twice, also those that lead to nothing of a unit.
FULLEST = "approver"
ROLES = {
    "contributor": ("add",),
    "editor": ("add", "change"),
    "approver": ("add", "change", "publish", "lock"),
    "feedback officer": (),
}


@pytest.fixture
def theirs(organisation_index, english) -> dict[str, Any]:
    """The other unit's drafts and files, named by a word that no page has by chance."""
    unit = OrganisationPageFactory(parent=organisation_index, title="Sở khác", slug="so-khac")
    index = NewsIndexPageFactory(parent=unit, title="Tin", slug="tin")
    writer = make_staff(unit, "add", "change")
    draft = NewsPageFactory(
        parent=index, title=f"Dự thảo {SECRET} {HIDDEN}", slug="du-thao", live=False, owner=writer
    )
    old = draft.save_revision(user=writer, clean=False)
    newest = draft.save_revision(user=writer, clean=False)
    collection = Collection.get_first_root_node().add_child(name=f"Kho {SECRET} {HIDDEN}")
    draft.copy_for_translation(english, copy_parents=True)
    source, _made = TranslationSource.update_or_create_from_instance(draft)
    bundle = ReleaseBundle.objects.create(title=f"Bộ {SECRET} {HIDDEN}", created_by=writer)
    BundleItem.objects.create(bundle=bundle, page=draft)
    live = NewsPageFactory(parent=index, title="Tin đã đăng", slug="da-dang", owner=writer)
    live.title = f"Tên mới {SECRET} {HIDDEN}"
    live.save_revision(user=writer)
    Page.objects.filter(pk=draft.pk).update(locked=True, locked_by=writer)
    return {
        "unit": unit,
        "page": draft,
        "live": live,
        "bundle": bundle,
        "translation": Translation.objects.create(source=source, target_locale=english),
        "old": old,
        "newest": newest,
        "image": PortalImageFactory(title=f"Ảnh {SECRET} {HIDDEN}", collection=collection),
        "document": PortalDocumentFactory(title=f"Tệp {SECRET} {HIDDEN}", collection=collection),
    }


@pytest.fixture
def ours(organisation_index):
    """The section of the person who tries."""
    unit = OrganisationPageFactory(parent=organisation_index, title="Sở ta", slug="so-ta")
    return NewsIndexPageFactory(parent=unit, title="Tin", slug="tin")


def staff_client(section: Page, verbs: tuple[str, ...], collection: Collection | None = None) -> Client:
    """Return a client of somebody with ``verbs`` on the section and the files of its own collection."""
    user = make_staff(section, *verbs)
    group = user.groups.get()
    collection = collection or Collection.get_first_root_node().add_child(name="Kho ta")
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


def address(name: str, parameters: list[str], theirs: dict[str, Any]) -> str:
    """Return the address of a door that leads to the other unit's thing."""
    number = theirs.get(DOORS[name.partition(":")[0]], theirs["page"]).pk
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
    return reverse(name, kwargs={parameter: words.get(parameter, number) for parameter in parameters})


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
    return found | lists


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
        # Not the first page of the admin, to which a refusal leads.
        "next": "/admin/pages/",
    }
    for name, url in found.items():
        kind = DOORS.get(name.partition(":")[0], "page")
        if role != FULLEST and kind not in theirs:
            continue
        for method, data in (("post", forged), ("get", {})):
            response = getattr(client, method)(url, data)
            if HIDDEN in text_of(response):
                leaks.append((method, name))
            if role != FULLEST and is_refusal(response):
                break
    assert not leaks, leaks
    assert facts(theirs) == before


def is_refusal(response) -> bool:
    """Tell whether the address as such was refused, so that looking at it would be, too."""
    home = reverse("wagtailadmin_home")
    return response.status_code in (403, 404) or (response.status_code == 302 and response.url == home)


def text_of(response) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode(errors="replace")


def test_what_every_number_means_is_written_down():
    spaces = {name.partition(":")[0] for name, _parameters in numbered_doors(get_resolver())}
    assert spaces == set(DOORS)


def plain_doors(resolver: URLResolver, prefix: str = "", spaces: str = "") -> Iterator[str]:
    """Yield the name of every named address of the admin that takes no parameter."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{spaces}{entry.namespace}:" if entry.namespace else spaces
            yield from plain_doors(entry, f"{prefix}{entry.pattern}", space)
        elif entry.name and prefix.startswith("admin/") and not entry.pattern.regex.groupindex and "<" not in prefix:
            yield f"{spaces}{entry.name}"


def test_no_list_report_search_or_chooser_names_what_is_not_ones_own(ours, theirs):
    client = staff_client(ours, ROLES["approver"])
    client.raise_request_exception = False
    leaks = []
    words = f"?q={SECRET}&search={SECRET}&id={theirs['page'].pk}&id={theirs['image'].pk}"
    for name in set(plain_doors(get_resolver())) - {"wagtailadmin_logout", "wagtailadmin_error_test"}:
        if HIDDEN in text_of(client.get(reverse(name) + words)):
            leaks.append(name)
    assert not leaks, leaks


def test_the_new_title_in_the_draft_of_a_public_page_is_its_own_units(ours, theirs):
    client = staff_client(ours, ROLES["approver"])
    client.raise_request_exception = False
    live = theirs["live"]
    newest = live.latest_revision
    found = doors({**theirs, "page": live, "old": newest, "newest": newest})
    assert not [name for name, url in found.items() if HIDDEN in text_of(client.get(url))]
    pasted = {"external-link-chooser-url": live.full_url, "external-link-chooser-link_text": "x"}
    answer = text_of(client.post(reverse("wagtailadmin_choose_page_external_link"), pasted))
    assert HIDDEN not in answer
    assert f'"id": {live.pk}' in answer


@pytest.mark.parametrize("restriction", ["password", "groups"])
def test_a_page_that_one_may_not_read_is_not_named_either(ours, theirs, restriction):
    client = staff_client(ours, ROLES["approver"])
    client.raise_request_exception = False
    private = NewsPageFactory(parent=theirs["live"].get_parent(), title=f"Kín {SECRET} {HIDDEN}", slug="kin")
    revision = private.save_revision()
    PageViewRestriction.objects.create(page=private, restriction_type=restriction, password="mo-cua-ra")
    found = doors({**theirs, "page": private, "old": revision, "newest": revision})
    assert not [name for name, url in found.items() if HIDDEN in text_of(client.get(url))]


def test_the_office_itself_reads_its_titles_at_the_same_doors(theirs):
    """The doors above are shut to strangers, not to everybody."""
    client = staff_client(theirs["page"].get_parent(), ROLES["approver"], theirs["image"].collection)
    wanted = {"wagtailadmin_pages:edit", "wagtailadmin_pages:history", "explorer", "search", "chooser's search"}
    wanted |= {"bulk delete", "bulk delete image", "images", "documents"}
    found = doors(theirs)
    assert {name for name in wanted if HIDDEN in text_of(client.get(found[name]))} == wanted
