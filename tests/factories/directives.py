"""Directives and their tasks."""

import factory
import wagtail_factories
from django.utils import timezone
from wagtail.signal_handlers import disable_reference_index_auto_update

from directives.models import DirectiveIndexPage, DirectivePage, DirectiveTask


class DirectiveIndexPageFactory(wagtail_factories.PageFactory):
    """A list of directives."""

    title = "Chỉ đạo, điều hành"
    slug = "chi-dao-dieu-hanh"

    class Meta:
        model = DirectiveIndexPage


class DirectivePageFactory(wagtail_factories.PageFactory):
    """A directive of today without tasks."""

    title = factory.Sequence(lambda n: f"Kết luận cuộc họp số {n}")
    slug = factory.Sequence(lambda n: f"ket-luan-{n}")
    date = factory.LazyFunction(timezone.localdate)
    leader_name = "Chủ tịch UBND tỉnh"

    class Meta:
        model = DirectivePage


def add_task(page: DirectivePage, content: str = "Rà soát kế hoạch", **values) -> DirectiveTask:
    """Add a task to ``page`` and store the page."""
    values.setdefault("lead_name", "" if values.get("lead_agency") else "Sở Tài chính")
    coordinating = values.pop("coordinating", [])
    notes = values.pop("notes", [])
    task = DirectiveTask(content=content, **values)
    task.coordinating = coordinating
    task.notes = notes
    page.tasks.add(task)
    # Wagtail notes the references of the whole page once for every task that is stored.
    with disable_reference_index_auto_update():
        page.save()
    return task
