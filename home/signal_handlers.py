"""A changed menu, identity, alert or address shows on every page at once."""

from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core.cache import forget
from core.models import PortalRendition
from core.tasks import make_image_renditions
from home.context import cache_name
from home.models import AlertBanner, Menu, SiteIdentity


@receiver(post_save, sender=SiteIdentity)
def make_logo(sender, instance, raw=False, **kwargs) -> None:
    """Make the emblem's size when it is chosen; a worker that does so later lets the pages know."""
    if instance.logo_id and not raw:
        transaction.on_commit(lambda: make_image_renditions.enqueue(instance.logo_id, ["logo"]))


@receiver([post_save, post_delete], sender=AlertBanner)
@receiver([post_save, post_delete], sender=Menu)
@receiver([post_save, post_delete], sender=SiteIdentity)
@receiver([post_save, post_delete], sender=PageViewRestriction)
@receiver(post_save, sender=PortalRendition)
@receiver([page_published, page_unpublished, page_slug_changed, post_page_move])
def forget_chrome(sender, **kwargs) -> None:
    """Drop what surrounds the pages in every language."""
    forget(*[cache_name(code) for code, _name in settings.LANGUAGES])
