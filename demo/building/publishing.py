"""Pages enter the tree as an editor's would: as a child, live, with the revision that is shown."""

from datetime import datetime
from typing import TypeVar

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from core.models import BasePage
from core.translation import is_source, note_words
from demo.building.marks import mark
from editorial.models import Approval

# Who approved what the demo builds: the province is invented, and so is its editor in chief.
APPROVER = "Tổng biên tập (demo)"

Made = TypeVar("Made", bound=BasePage)


def publish(
    page: Made,
    parent: Page,
    name: str,
    at: datetime,
    owner: AbstractBaseUser,
    translation_of: BasePage | None = None,
) -> Made:
    """Add a page below ``parent`` and publish it as of ``at``.

    ``name`` gives the page its mark; a translation bears the key of the page that it translates.
    """
    page.translation_key = translation_of.translation_key if translation_of else mark(name)
    page.locale = page.locale if translation_of else parent.locale
    page.owner = owner
    page.live = True
    page.first_published_at = page.last_published_at = at
    parent.add_child(instance=page)
    revision = page.save_revision(user=owner, changed=False, clean=False)
    # What Revision.publish would leave behind; it saves and checks the page anew, which a build need not.
    Page.objects.filter(pk=page.pk).update(live_revision=revision)
    page.live_revision = revision
    date_revision(page, at)
    page_published.send(sender=page.specific_class, instance=page, revision=revision)
    return page


def republish(page: Made, at: datetime, user: AbstractBaseUser) -> Made:
    """Publish the present state of a live page through a revision by ``user``, dated ``at`` and approved."""
    revision = page.save_revision(user=user, log_action=False)
    # The words are of that day, not of the day of the build.
    if is_source(page):
        note_words(revision.as_object(), at)
    Approval.objects.create(revision=revision, reviewer=APPROVER, is_final=True, at=at)
    revision.publish(log_action=False)
    page.refresh_from_db()
    date_revision(page, at)
    return page


def date_revision(page: Page, at: datetime) -> None:
    """Date the newest revision and what the page says of it."""
    Revision.objects.filter(pk=page.latest_revision_id).update(created_at=at)
    Page.objects.filter(pk=page.pk).update(last_published_at=at, latest_revision_created_at=at)


def clear(page: BasePage) -> None:
    """Publish the present state of a page whose blocks the demo filled, as of now and by nobody."""
    page.save_revision(log_action=False, clean=False).publish(log_action=False)
