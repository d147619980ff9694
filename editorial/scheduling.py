"""What is due: expiries, scheduled publications and release bundles, in the order of their times.

Each is done in a transaction of its own that looks again before it acts: several runs at once do nothing twice, what
a standstill left behind goes out in order, and one that cannot be published stops none of the others.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from editorial.models.bundles import BundleState, ReleaseBundle
from editorial.release import release

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Due:
    """One thing to do: ``act`` tells whether it did anything (another run may have been quicker)."""

    at: datetime
    name: str
    act: Callable[[], bool]


@dataclass
class Outcome:
    """What a run did, and what it could not do as ``(name, why)``."""

    done: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)


def due(now: datetime) -> list[Due]:
    """Return everything whose time has come by ``now``, oldest first."""
    return sorted([*_expiries(now), *_publications(now), *_bundles(now)], key=lambda item: item.at)


def run(now: datetime | None = None) -> Outcome:
    """Do everything that is due; ``now`` is the clock unless a test says otherwise."""
    outcome = Outcome()
    for item in due(now or timezone.now()):
        try:
            if item.act():
                outcome.done.append(item.name)
        except (ValidationError, PermissionDenied) as error:
            outcome.failed.append((item.name, _why(error)))
        except Exception as error:
            # A bug in one page type must not keep the others from going out.
            logger.exception("not done when it was due: %s", item.name)
            outcome.failed.append((item.name, repr(error)))
    return outcome


def _why(error: Exception) -> str:
    return "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)


def _expiries(now: datetime) -> Iterator[Due]:
    models = [Page, *(m for m in apps.get_models() if issubclass(m, DraftStateMixin) and not issubclass(m, Page))]
    for model in models:
        for thing in model._default_manager.filter(live=True, expire_at__lt=now):
            yield Due(thing.expire_at, f"expire {model._meta.model_name} {thing.pk}", _expire(thing, now))


def _expire(thing: Any, now: datetime) -> Callable[[], bool]:
    @transaction.atomic
    def act() -> bool:
        again = (
            type(thing)._default_manager.select_for_update().filter(pk=thing.pk, live=True, expire_at__lt=now).first()
        )
        if again is None:
            return False
        again.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        return True

    return act


def _publications(now: datetime) -> Iterator[Due]:
    for revision in Revision.objects.filter(approved_go_live_at__lt=now).defer("content"):
        name = f"publish {revision.content_type.model} {revision.object_id} (revision {revision.pk})"
        yield Due(revision.approved_go_live_at, name, _publish(revision.pk, now))


def _publish(pk: int, now: datetime) -> Callable[[], bool]:
    @transaction.atomic
    def act() -> bool:
        revision = Revision.objects.select_for_update().filter(pk=pk, approved_go_live_at__lt=now).first()
        if revision is None:
            return False
        revision.publish(log_action="wagtail.publish.scheduled")
        return True

    return act


def _bundles(now: datetime) -> Iterator[Due]:
    ready = ReleaseBundle.objects.filter(Q(publish_at__isnull=True) | Q(publish_at__lte=now))
    for bundle in ready.filter(state=BundleState.APPROVED):
        yield Due(bundle.publish_at or bundle.approved_at, f"bundle {bundle.pk}", _release(bundle.pk))


def _release(pk: int) -> Callable[[], bool]:
    return lambda: release(pk)
