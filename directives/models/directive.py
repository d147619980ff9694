"""The directive page."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from core.blocks import StoryBlock
from core.blocks.story import images_in
from core.enums import DatePrecision
from core.fields import StreamField, fixed
from core.images import attach_renditions
from core.languages import name_of
from core.models import BasePage
from core.privacy import is_public
from core.searchable import SearchFacts
from departments.ownership import owning_organisation
from directives.enums import Occasion
from directives.forms import DirectiveForm
from directives.models.task import DirectiveTask
from directives.paths import follow_up_path
from directives.querysets import DirectiveManager, TaskQuerySet
from directives.status import task_problems


class DirectivePage(BasePage):
    """What a leader instructed on a day (ý kiến chỉ đạo, thông báo kết luận), with the tasks that follow."""

    date = models.DateField(_("date"), default=timezone.localdate, help_text=_("When it was given."))
    leader_person = models.ForeignKey(
        "departments.Person",
        verbose_name=_("leader"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="directives",
        help_text=_("Readers are told the post that he or she held on the date above."),
    )
    leader_name = models.CharField(
        _("leader in words"),
        max_length=255,
        blank=True,
        help_text=_("Name and post, if the leader is not among the people of the directory."),
    )
    occasion = models.CharField(_("occasion"), max_length=20, choices=Occasion, default=Occasion.MEETING)
    occasion_detail = models.CharField(
        _("which one"), max_length=255, blank=True, help_text=_("For example: the meeting on the April results.")
    )
    source_document = models.ForeignKey(
        "legal.LegalDocumentPage",
        verbose_name=_("source document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="directives",
    )
    reported_in = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("reported in"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The news that reported it."),
    )
    scheme = models.ForeignKey(
        "projects.SchemePage",
        verbose_name=_("scheme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="directives",
        help_text=_("The scheme that it moves forward."),
    )
    lead = models.TextField(_("lead"), max_length=500, blank=True)
    body = StreamField(StoryBlock(), blank=True, verbose_name=_("text"))

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("date"), FieldPanel("occasion")]),
        FieldPanel("occasion_detail"),
        FieldRowPanel([FieldPanel("leader_person"), FieldPanel("leader_name")]),
        MultiFieldPanel(
            [FieldPanel("source_document"), FieldPanel("reported_in"), FieldPanel("scheme")],
            heading=_("What it belongs to"),
        ),
        FieldPanel("lead"),
        FieldPanel("body"),
        InlinePanel("tasks", label=_("assigned task"), heading=_("Assigned tasks")),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.FilterField("date"),
        index.FilterField("occasion"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *fixed("date", "occasion", "source_document", "reported_in", "scheme"),
    ]
    parent_page_types = ["directives.DirectiveIndexPage"]
    subpage_types: list[str] = []
    page_description = _("What a leader instructed on a day, with the tasks that follow from it.")
    template = "directives/directive_page.html"
    in_site_map = False
    search_kind = "directive"
    display_select_related = ("source_document", "reported_in", "scheme", "leader_person", "share_image")

    base_form_class = DirectiveForm
    objects = DirectiveManager()

    class Meta:
        verbose_name = _("directive")
        verbose_name_plural = _("directives")
        indexes = [models.Index(fields=["-date", "-page_ptr"], name="directives_list")]

    # True while the editor's form, which sees the tasks as they were just typed, checks them itself.
    tasks_checked_by_form = False

    def clean(self) -> None:
        super().clean()
        if self.date and self.date > timezone.localdate():
            raise ValidationError({"date": _("A directive cannot be dated later than today.")})
        if self.date and not self.tasks_checked_by_form:
            self._check_tasks()

    def _check_tasks(self) -> None:
        errors = []
        for place, task in enumerate(self.tasks.all(), start=1):
            coordinating = [(agency.organisation_id, agency.name) for agency in task.coordinating.all()]
            problems = task_problems(self.date, task, coordinating)
            errors += [
                _("Task %(number)d: %(problem)s") % {"number": place, "problem": problem}
                for problem in problems.values()
            ]
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Number the public tasks without a gap, so that no number tells of an internal one."""
        if kwargs.get("update_fields") is None:
            number = 0
            for place, task in enumerate(self.tasks.get_object_list()):
                task.sort_order = place
                number += task.is_public
                task.number = number if task.is_public else None
                task.fill_derived()
        super().save(*args, **kwargs)

    # -- what readers are told ---------------------------------------------------------------------------------

    @property
    def summary_text(self) -> str:
        return self.search_description or self.lead

    # Lists show the day of a directive, which has no hour.
    published_precision = DatePrecision.DAY

    @property
    def date_for_listing(self):
        """The date that lists show and sort by."""
        return self.date

    @property
    def leader(self) -> str:
        """Who gave it, with the post held on that day."""
        if self.leader_person is None:
            return self.leader_name
        held = [a for a in self.leader_person.appointments.all() if _was_held(a, self.date)]
        first = min(held, key=lambda appointment: appointment.order, default=None)
        post = first.full_post if first else self.leader_name
        return ", ".join(filter(None, [self.leader_person.name_with_honorific, post]))

    @cached_property
    def public_tasks(self) -> list[DirectiveTask]:
        """The tasks that readers may see, in order; unsaved ones of a preview included."""
        tasks = self.tasks.all()
        if isinstance(tasks, models.QuerySet):
            stored = TaskQuerySet(DirectiveTask).for_list().filter(directive=self)
            tasks = stored.order_by("sort_order").prefetch_related("notes")
        return [task for task in tasks if task.is_public]

    @property
    def short_texts(self) -> list[str]:
        """The occasion, and what the public tasks and their public notes say."""
        rows = (text for task in self.public_tasks for text in (task.content, *(n.text for n in task.public_notes)))
        return [self.occasion_detail, *rows]

    @property
    def body_text(self) -> str:
        """The words of the body and of the public tasks; an internal task is found by nobody."""
        tasks = (f"{task.content} {task.lead}" for task in self.public_tasks)
        return " ".join([super().body_text, *tasks])

    def search_facts(self) -> SearchFacts:
        return SearchFacts(
            kind=self.search_kind,
            title=self.title,
            lead=self.summary_text,
            body=f"{self.leader} {self.body_text}",
            day=self.date,
            fields=tuple({task.field.name: None for task in self.public_tasks if task.field}),
        )

    def get_images(self) -> list:
        return super().get_images() + [(image, "figure") for image in images_in(self.body)]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        attach_renditions([self.share_image, *images_in(self.body)])
        context = super().get_context(request, *args, **kwargs)
        context["owner"] = owning_organisation(self)
        context["tasks"] = self.public_tasks
        context["links"] = self._links()
        index = self.route_ancestors[-1] if self.route_ancestors else None
        context["follow_up_url"] = f"{index.url}{follow_up_path()}" if index and index.live else ""
        context["meta"].og_type = "article"
        return context

    def _links(self) -> list[dict[str, Any]]:
        """Return ``{"label", "title", "url"}`` of what the directive came from, if the public may open it."""
        related = [
            (_("Source document"), self.source_document),
            (_("Scheme"), self.scheme),
            (_("Reported in"), self.reported_in),
        ]
        return [
            {"label": label, "title": name_of(page), "url": page.url}
            for label, page in related
            if page and is_public(page)
        ]


def _was_held(appointment: Any, day: datetime.date) -> bool:
    """Whether a post was held on ``day``; an unknown beginning or end does not bound it."""
    starts, ends = appointment.starts_on, appointment.ends_on
    return (starts is None or starts <= day) and (ends is None or ends >= day)
