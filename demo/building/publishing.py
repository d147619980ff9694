"""Pages enter the tree as an editor's would: as a child, with a revision, published."""

from datetime import datetime
from typing import TypeVar

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import Page, Revision

from core.models import BasePage
from demo.building.marks import mark

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
    page.live = False
    page.first_published_at = at
    parent.add_child(instance=page)
    return republish(page, at, owner)


def republish(page: Made, at: datetime, user: AbstractBaseUser) -> Made:
    """Publish the present state of a page through a revision by ``user``, dated ``at``."""
    revision = page.save_revision(user=user, log_action=False, clean=True)
    # An author may lack the right to publish; here nobody has to be asked.
    revision.publish(log_action=False)
    page.refresh_from_db()
    Revision.objects.filter(pk=revision.pk).update(created_at=at)
    Page.objects.filter(pk=page.pk).update(last_published_at=at, latest_revision_created_at=at)
    return page


def clear(page: BasePage) -> None:
    """Publish the present state of a page whose blocks the demo filled, as of now and by nobody."""
    page.save_revision(log_action=False, clean=False).publish(log_action=False)
