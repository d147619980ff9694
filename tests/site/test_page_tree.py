"""Every page type: where it may stand, that it can be made, shown, edited and previewed."""

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.forms import Form
from django.urls import reverse
from wagtail.models import Page, get_page_models
from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from core.checks import check_page_type, check_page_types
from core.models import BasePage, Field
from core.text import vietnamese_slugify
from departments.models import OrganisationIndexPage, OrganisationPage, PlaceLookupPage
from directives.models import DirectiveIndexPage, DirectivePage
from home.models import HomePage, LinkDirectoryPage, PlainPage, SectionPage, SiteMapPage
from legal.models import LegalDocumentPage, LegalIndexPage
from news.models import NewsIndexPage, NewsPage, NoticeIndexPage, NoticePage
from projects.models import CommitteePage, ProjectPage, SchemeIndexPage, SchemePage
from tests.factories import CategoryFactory, IssuingBodyFactory
from tests.factories.legal import document_type
from tests.factories.province import build_province

# page type → (may stand below, may hold)
TREE: dict[type[Page], tuple[set[type[Page]], set[type[Page]]]] = {
    HomePage: (
        {Page},
        {
            NewsIndexPage,
            NoticeIndexPage,
            LegalIndexPage,
            DirectiveIndexPage,
            OrganisationIndexPage,
            PlaceLookupPage,
            SchemeIndexPage,
            SectionPage,
            PlainPage,
            LinkDirectoryPage,
            SiteMapPage,
        },
    ),
    NewsIndexPage: ({HomePage, OrganisationPage}, {NewsPage}),
    NewsPage: ({NewsIndexPage}, set()),
    NoticeIndexPage: ({HomePage, OrganisationPage}, {NoticePage}),
    NoticePage: ({NoticeIndexPage}, set()),
    LegalIndexPage: ({HomePage, OrganisationPage}, {LegalDocumentPage}),
    LegalDocumentPage: ({LegalIndexPage}, set()),
    DirectiveIndexPage: ({HomePage, OrganisationPage}, {DirectivePage}),
    DirectivePage: ({DirectiveIndexPage}, set()),
    OrganisationIndexPage: ({HomePage}, {OrganisationPage}),
    OrganisationPage: (
        {OrganisationIndexPage},
        {
            NewsIndexPage,
            NoticeIndexPage,
            LegalIndexPage,
            DirectiveIndexPage,
            SchemeIndexPage,
            SectionPage,
            PlainPage,
        },
    ),
    SchemeIndexPage: ({HomePage, OrganisationPage}, {SchemePage, CommitteePage}),
    SchemePage: ({SchemeIndexPage}, {ProjectPage}),
    ProjectPage: ({SchemePage}, set()),
    CommitteePage: ({SchemeIndexPage}, set()),
    SectionPage: ({HomePage, SectionPage, OrganisationPage}, {PlainPage, SectionPage}),
    PlainPage: ({HomePage, SectionPage, OrganisationPage}, set()),
    PlaceLookupPage: ({HomePage}, set()),
    LinkDirectoryPage: ({HomePage}, set()),
    SiteMapPage: ({HomePage}, set()),
}

# What an editor must write besides title; the rest of a form is as the editor finds it.
REQUIRED = {
    NewsPage: lambda: {"lead": "Hai câu tóm tắt.", "category": CategoryFactory().pk},
    NoticePage: lambda: {"lead": "Hai câu tóm tắt."},
    DirectivePage: lambda: {"date": "2025-06-02"},
    LegalDocumentPage: lambda: {
        "document_number": "959/QĐ-UBND",
        "document_type": document_type("QĐ", normative=False).pk,
        "issuing_body": IssuingBodyFactory().pk,
        "issued_on": "2025-06-02",
        "abstract": "Về việc phê duyệt kế hoạch.",
        "body": streamfield([("heading", "Điều 1")]),
    },
    SchemePage: lambda: {"period_start": 2025, "period_end": 2030},
    ProjectPage: lambda: {"field": Field.objects.get(slug="y-te").pk},
}


def our_page_types() -> list[type[Page]]:
    return [model for model in get_page_models() if model is not Page and not model.__module__.startswith("tests")]


def editor_form(model: type[Page], **written) -> dict:
    """Return what a browser sends for the form of ``model`` when nothing but ``written`` was typed."""
    data: dict = {"slug": ""}
    for name in model.get_edit_handler().get_form_class().base_fields:
        try:
            column = model._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        if hasattr(column, "stream_block"):
            data[name] = streamfield([])
        elif "RichText" in type(column).__name__:
            data[name] = rich_text("")
        elif isinstance(column, models.Field) and column.choices or isinstance(column, models.IntegerField):
            data[name] = "" if column.null else column.default
    for name in model.get_edit_handler().get_form_class().formsets or {}:
        data[name] = inline_formset([])
    for name in ("bylines", "groups", "comments"):
        if hasattr(model, name):
            data.setdefault(name, inline_formset([]))
    return nested_form_data(data | written)


class TestEveryPageType(WagtailPageTestCase):
    @classmethod
    def setUpTestData(cls):
        cls.province = build_province()
        cls.examples = {type(page): page for page in [cls.province.home, *cls.province.pages.values()]}

    def setUp(self):
        super().setUp()
        self.login()

    def test_the_table_names_every_page_type(self):
        assert set(our_page_types()) == set(TREE)
        assert set(self.examples) == set(TREE)

    def test_parents_and_children(self):
        for model, (parents, children) in TREE.items():
            with self.subTest(model=model.__name__):
                self.assertAllowedParentPageTypes(model, parents)
                self.assertAllowedSubpageTypes(model, children)

    def test_every_type_is_made_by_its_form_and_found_at_its_address(self):
        for model, (parents, _children) in TREE.items():
            for parent_type in parents - {Page}:
                parent = self.examples[parent_type]
                if getattr(model, "max_count_per_parent", None):
                    model.objects.child_of(parent).delete()
                with self.subTest(model=model.__name__, parent=parent_type.__name__):
                    self._make(model, parent)

    def _make(self, model: type[Page], parent: Page) -> None:
        title = f"Đường về {model.__name__}"
        written = {"title": title, "slug": vietnamese_slugify(title), "action-publish": "1"} | REQUIRED.get(
            model, dict
        )()
        url = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
        response = self.client.post(url, editor_form(model, **written))
        errors = response.context["form"].errors if response.context and "form" in response.context else ""
        assert response.status_code == 302, errors
        page = model.objects.child_of(parent).get(title=title)
        assert page.slug == f"duong-ve-{model.__name__.lower()}"
        assert not page.live
        page.get_latest_revision().publish(user=self.create_superuser(f"duyet-{page.pk}"))
        assert self.client.get(page.url).status_code == 200

    def test_every_type_can_be_routed_shown_edited_and_previewed(self):
        for model, page in self.examples.items():
            with self.subTest(model=model.__name__):
                self.assertPageIsRoutable(page)
                self.assertPageIsRenderable(page)
                form = editor_form(model, title=page.title, slug=page.slug, **REQUIRED.get(model, dict)())
                self.assertPageIsEditable(page, post_data=form)
                for mode, _label in page.preview_modes:
                    self.assertPageIsPreviewable(page, mode=mode, post_data=form)

    def test_only_one_link_directory_and_one_map_stand_below_a_home_page(self):
        for model in (LinkDirectoryPage, SiteMapPage):
            with self.subTest(model=model.__name__):
                assert not model.can_create_at(self.province.home)

    def test_lists_in_the_admin_open(self):
        for name in ("organisations", "news", "notices", "directives"):
            with self.subTest(name=name):
                assert self.client.get(reverse(f"{name}:index")).status_code == 200


@pytest.mark.parametrize("model", TREE, ids=lambda model: model.__name__)
def test_a_page_type_keeps_the_rules_of_the_house(model):
    assert check_page_type(model) == []
    assert model.page_description


def rows_of(form_class: type, where: str = "") -> list[tuple[str, type]]:
    """Return the forms of the rows in a form, and of the rows in those."""
    found = []
    for name, formset in getattr(form_class, "formsets", {}).items():
        found += [(f"{where}{name}", formset.form), *rows_of(formset.form, f"{where}{name}.")]
    return found


@pytest.mark.parametrize("model", TREE, ids=lambda model: model.__name__)
def test_no_field_of_a_row_hides_what_templates_ask_of_its_form(model):
    """``{{ form.prefix }}`` is the field of that name, if there is one."""
    for name, form in rows_of(model.get_edit_handler().get_form_class()):
        assert [field for field in form.base_fields if hasattr(Form(), field)] == [], name


def test_all_page_types_of_the_portal_are_checked():
    assert check_page_types(None) == []


def bad_type(bases: tuple, **attributes) -> type[Page]:
    """Return a page type that no database knows, for the checks only."""
    good = {
        "parent_page_types": [],
        "subpage_types": [],
        "page_description": "Trang thử",
        "template": "home/plain_page.html",
        "search_fields": PlainPage.search_fields,
    }
    meta = type("Meta", (), {"app_label": "tests", "abstract": True})
    rules = {key: value for key, value in (good | attributes).items() if value is not ...}
    return type("TestPage", bases, {"__module__": __name__, "Meta": meta, **rules})


@pytest.mark.parametrize(
    ("bases", "attributes", "expected"),
    [
        ((BasePage,), {}, []),
        ((Page,), {}, ["portal.E001"]),
        ((BasePage,), {"parent_page_types": ...}, ["portal.E002"]),
        ((BasePage,), {"subpage_types": ...}, ["portal.E002"]),
        ((BasePage,), {"page_description": ""}, ["portal.E003"]),
        ((BasePage,), {"template": "khong/co.html"}, ["portal.E004"]),
        ((BasePage,), {"search_fields": BasePage.search_fields}, ["portal.E005"]),
        (
            (BasePage,),
            {"page_description": "", "template": "khong/co.html", "subpage_types": ...},
            ["portal.E002", "portal.E003", "portal.E004"],
        ),
    ],
)
def test_a_bad_page_type_is_named(bases, attributes, expected):
    assert [error.id for error in check_page_type(bad_type(bases, **attributes))] == expected
