"""From the segment editor to the approver: a translation goes the way of every other page."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from core.models import User
from editorial.translations.states import TranslationState, machine_translations


class NotReady(Exception):
    """Why a translation cannot be handed on; the message is for its editor."""


@transaction.atomic
def submit(translation: Translation, user: User, reviewed: bool = False) -> Page:
    """Save the translation as a draft and hand it to the page's workflow; nothing becomes public here.

    ``reviewed``: the person has read what the machine translated and answers for it. Raises ``NotReady``.
    """
    page = translation.get_target_instance()
    state = TranslationState(translation, page)
    if state.missing:
        count = len(state.missing)
        raise NotReady(
            ngettext(
                "%(count)s piece of text has no translation yet: %(first)s.",
                "%(count)s pieces of text have no translation yet, the first: %(first)s.",
                count,
            )
            % {"count": count, "first": f"{state.missing[0].label} “{state.missing[0].words}”"}
        )
    if state.unreviewed and not reviewed:
        raise NotReady(_("A machine translated parts of this page. Read them and confirm that you have."))
    workflow = page.get_workflow()
    if workflow is None:
        raise NotReady(_("No workflow is responsible for this page, so nobody could approve it."))
    if page.workflow_in_progress:
        raise NotReady(_("This translation is being approved already. Wait for the answer."))
    try:
        translation.save_target(user=user, publish=False)
    except ValidationError as error:
        raise NotReady(" ".join(error.messages)) from error
    keys = list(machine_translations(translation).values_list("pk", flat=True))
    StringTranslation.objects.filter(pk__in=keys).update(
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL, last_translated_by=user
    )
    draft = Page.objects.get(pk=page.pk).specific
    returned = draft.current_workflow_state
    if returned is not None and returned.status == returned.STATUS_NEEDS_CHANGES:
        returned.resume(user)
    else:
        workflow.start(draft, user)
    return draft
