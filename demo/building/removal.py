"""Takes the demo away: what it made and nothing else."""

from django.db import transaction
from django.db.models import ProtectedError, Q
from wagtail.models import Collection, Page, PageLogEntry, ReferenceIndex, Site
from wagtail_localize.models import String, Template

from core.models import Field, PortalDocument, PortalImage, TextVersion, User
from demo.building.accounts import PEOPLE, email_of, remove_offices, remove_shared_collection
from demo.building.articles import read_news
from demo.building.attachments import files
from demo.building.desk import clear_desk
from demo.building.documents import file_title, read_documents
from demo.building.english import HOME_SLUG
from demo.building.front import BUILT
from demo.building.labels import author_names, source_domains, tags_of
from demo.building.marks import COLLECTION, PICTURE_CREDIT, is_marked, marked
from demo.building.province import HOME_DESCRIPTION, by_slug
from demo.building.publishing import clear
from demo.building.units import BASIS, HOLIDAYS, HOURS
from demo.content.reader import read_entries
from demo.drawing import PICTURES
from departments.models import (
    AdministrativeUnit,
    Holiday,
    OpeningHours,
    Person,
    PlaceSuccession,
    Reorganisation,
    ServicePoint,
)
from home.models import AlertBanner, HomePage, Menu, SiteIdentity
from legal.models import IssuingBody
from news.models import Author, Category, NewsSource, NewsTag, Tag, Topic


@transaction.atomic
def remove() -> list[str]:
    """Remove the demo; return what had to stay because somebody else's work needs it, one line each."""
    people = [email_of(username) for username in PEOPLE]
    clear_desk(people)
    remove_offices(list(marked(Page.objects.all()).values_list("pk", flat=True)))
    kept = _remove_pages()
    for model in (AlertBanner, Menu, SiteIdentity, Topic, Category, IssuingBody, Field):
        kept += _remove_rows(marked(model.objects.all()))
    _remove_unit_records()
    site = by_slug(read_entries("site.txt"))
    Author.objects.filter(full_name__in=author_names(site), bylines=None).delete()
    for source in NewsSource.objects.filter(domain__in=source_domains(site)):
        if not ReferenceIndex.get_references_to(source).exists():
            source.delete()
    Tag.objects.filter(slug__in=tags_of(read_news())).exclude(pk__in=NewsTag.objects.values("tag")).delete()
    # What the translations of removed pages were made of; what somebody else's page says stays.
    String.objects.filter(segments=None, translations=None).delete()
    Template.objects.filter(segments=None).delete()
    kept += _remove_media()
    User.objects.filter(email__in=people).delete()
    return kept


def _remove_unit_records() -> None:
    """Remove people, desks, hours and places of the units, and the acts by which some ended."""
    for model in (Person, ServicePoint):
        marked(model.objects.all()).delete()
    Reorganisation.objects.filter(legal_basis=BASIS).delete()
    OpeningHours.objects.filter(name=HOURS).delete()
    Holiday.objects.filter(name__in=[row[0] for row in HOLIDAYS]).delete()
    PlaceSuccession.objects.filter(predecessor__legal_basis=BASIS).delete()
    places = AdministrativeUnit.objects.filter(legal_basis=BASIS)
    # From the communes up: a place in which others lie is protected.
    for level in ({"parent__parent__isnull": False}, {"parent__isnull": False}, {}):
        places.filter(**level).delete()


def _remove_pages() -> list[str]:
    """Remove marked pages from the leaves up; a page with somebody's page below it stays."""
    kept: list[str] = []
    removed: list[int] = []
    _empty_home(Site.objects.get(is_default_site=True).root_page.specific)
    for page in marked(Page.objects.all()).order_by("-depth", "path"):
        current = Page.objects.get(pk=page.pk)
        if current.numchild:
            kept.append(f"page {current.url_path}: there are pages below it")
        else:
            current.specific.delete()
            removed.append(page.pk)
    for home in HomePage.objects.filter(slug=HOME_SLUG):
        _empty_home(home)
        home = HomePage.objects.get(pk=home.pk)
        if not home.body and not home.numchild:
            home.delete()
            removed.append(home.pk)
    PageLogEntry.objects.filter(page_id__in=removed).delete()
    return kept


def _empty_home(home: HomePage) -> None:
    """Take the demo's blocks off a home page."""
    blocks = [block for block in home.body.raw_data if not is_marked(block.get("id"))]
    if len(blocks) == len(home.body.raw_data):
        return
    home.body = home.body.stream_block.to_python(blocks)
    if home.search_description == HOME_DESCRIPTION:
        home.search_description = ""
    clear(home)
    home.revisions.filter(created_at=BUILT).delete()
    if not blocks:
        # What was noted of its words, for translators, was about the demo's.
        TextVersion.objects.filter(page=home).delete()


def _remove_rows(rows) -> list[str]:
    kept = []
    for row in rows:
        try:
            with transaction.atomic():
                row.delete()
        except ProtectedError:
            kept.append(f"{row._meta.verbose_name} {row}: articles use it")
    return kept


def _remove_media() -> list[str]:
    """Remove pictures, files and collections; one that another page shows stays."""
    kept: list[str] = []
    root = Collection.objects.filter(name=COLLECTION).first()
    if root is None:
        return kept
    pictures = [picture.title for picture in PICTURES.values()]
    titles = [title for title, _, _ in files().values()] + [file_title(entry) for entry in read_documents()]
    ours = [
        *PortalImage.objects.filter(
            collection__path__startswith=root.path, title__in=pictures, credit=PICTURE_CREDIT
        ),
        *PortalDocument.objects.filter(collection__path__startswith=root.path, title__in=titles),
    ]
    for item in ours:
        if ReferenceIndex.get_references_to(item).exists():
            kept.append(f"{item._meta.verbose_name} {item}: a page shows it")
        else:
            item.delete()
    for collection in [*root.get_children(), Collection.objects.get(pk=root.pk)]:
        in_it = Q(collection__path__startswith=collection.path)
        if PortalImage.objects.filter(in_it).exists() or PortalDocument.objects.filter(in_it).exists():
            kept.append(f"collection {collection}: it is not empty")
        else:
            Collection.objects.get(pk=collection.pk).delete()
    remove_shared_collection()
    return kept
