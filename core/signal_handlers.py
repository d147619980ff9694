"""What follows a publication, wired once for every page type."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, PageViewRestriction, ReferenceIndex, Revision
from wagtail.signals import page_published, page_slug_changed, post_page_move

from core.cache import forget_of_pages
from core.languages import forget_untranslated
from core.models.media import PortalImage
from core.privacy import forget_private_paths
from core.publication import PublicationRefused, ask_guards
from core.tasks import make_page_renditions, remake_image_renditions
from core.translation import is_source, note_words, words_changed


@receiver(page_published)
def make_renditions_of_published_page(sender, instance, **kwargs) -> None:
    """Make image sizes after the publication is stored, so that no reader's request has to."""
    transaction.on_commit(partial(make_page_renditions.enqueue, instance.pk))


@receiver(page_published)
def note_words_of_published_page(sender, instance, **kwargs) -> None:
    """Note when the words of an original changed, so that its translations can say that they are older."""
    if instance.alias_of_id or not is_source(instance):
        return
    # As stored: blocks that a program made have no ids before.
    stored = type(instance)._default_manager.get(pk=instance.pk)
    if note_words(stored, instance.last_published_at or timezone.now()):
        words_changed.send(sender=sender, page=instance)


@receiver(post_save, sender=PortalImage)
def remake_renditions_of_changed_image(sender, instance, created, raw=False, **kwargs) -> None:
    """Wagtail drops the renditions of an image whose file changed; pages that show it need them back."""
    if created or raw or not ReferenceIndex.get_references_to(instance).exists():
        return
    transaction.on_commit(partial(remake_image_renditions.enqueue, instance.pk))


@receiver([post_save, post_delete])
def look_anew_for_untranslated_labels(sender, **kwargs) -> None:
    """A label that was given a name of its own, or lost it, is shown so from the next request on."""
    forget_untranslated(sender)


@receiver([post_save, post_delete], sender=PageViewRestriction)
@receiver(post_page_move)
def follow_privacy(sender, **kwargs) -> None:
    """A page that became private, or moved below one, is named nowhere from now on."""
    forget_private_paths()
    forget_of_pages()


@receiver([post_save, post_delete])
def follow_pages(sender, instance, **kwargs) -> None:
    """What pages show of other pages follows at once."""
    if isinstance(instance, Page):
        forget_of_pages()
        if instance.alias_of_id:
            forget_private_paths()


@receiver([page_published, page_slug_changed])
def follow_what_is_stored_after_a_page(sender, **kwargs) -> None:
    """The rows of a page, and the addresses of those below it, are stored after the page itself."""
    forget_of_pages()


@receiver(pre_save, sender=Revision)
def ask_before_a_schedule(sender, instance, update_fields=None, raw=False, **kwargs) -> None:
    """A schedule is a publication whose time has not come: the same guards look at it."""
    if not raw and instance.approved_go_live_at and "approved_go_live_at" in (update_fields or ()):
        ask_guards(instance.content_object, instance)


@receiver(pre_save)
def ask_before_a_page_is_public(sender, instance, update_fields=None, raw=False, **kwargs) -> None:
    """End here the roads to the public that go round ``publish``: a page that is stored as live or published anew.

    Wagtail's editor and its copies take such roads; so does code that sets ``live`` itself.
    """
    if raw or not isinstance(instance, Page) or not instance.live:
        return
    if update_fields is not None and not {"live", "live_revision", "live_revision_id"} & set(update_fields):
        return
    if instance.alias_of_id:
        # An alias says what its page says in public.
        if not instance.alias_of.live:
            raise PublicationRefused(_("Nobody who may publish has approved this version yet."))
        return
    if instance._state.adding:
        # A new page with a published revision is the copy of another page.
        if instance.live_revision_id:
            raise PublicationRefused(_("A copy begins as a draft."))
        return
    was_live, published = Page.objects.filter(pk=instance.pk).values_list("live", "live_revision_id").get()
    if instance.live_revision_id and instance.live_revision_id != published:
        ask_guards(instance.specific_deferred, instance.live_revision)
    elif not was_live and instance.latest_revision:
        ask_guards(instance.specific_deferred, instance.live_revision or instance.latest_revision)
