"""The screen on which an editor turns sentences into tasks."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.models import Page

from core.text import fold
from departments.recognition import Recogniser, recogniser
from directives.admin.forms import SuggestionFormSet, TargetForm, initial_of
from directives.admin.reading import text_of
from directives.models import DirectiveIndexPage, DirectivePage, DirectiveTask
from directives.suggestions import suggest_tasks

# Kinds of pages whose text may set tasks; the names are those of core.searchable.KINDS.
READABLE = ("directive", "news", "notice")


def may_read_tasks(page: Page, user: Any) -> bool:
    """Tell whether tasks may be taken from ``page`` by ``user``: a page of text that he or she may edit."""
    model = page.specific_class
    readable = getattr(model, "search_kind", "") in READABLE and hasattr(model, "body")
    return readable and page.permissions_for_user(user).can_edit()


class TaskSuggestionsView(WagtailAdminTemplateMixin, TemplateView):
    """Shows the sentences that seem to set tasks; the ticked ones become tasks of a draft.

    Nothing is public by this: a directive gets a new draft revision, an article a new draft directive that names it.
    """

    template_name = "directives/admin/suggestions.html"
    page_title = gettext_lazy("Task suggestions")
    header_icon = "tasks"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.page = get_object_or_404(Page, pk=kwargs["page_id"])
        if not may_read_tasks(self.page, request.user):
            raise PermissionDenied
        self.draft = self.page.specific.get_latest_revision_as_object()
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        own = [{"url": edit, "label": self.get_page_subtitle()}, {"url": "", "label": self.page_title}]
        return [*super().get_breadcrumbs_items(), *own]

    # -- what is offered ---------------------------------------------------------------------------------------

    @property
    def is_directive(self) -> bool:
        return isinstance(self.draft, DirectivePage)

    @cached_property
    def recogniser(self) -> Recogniser:
        return recogniser()

    @property
    def day(self):
        """The day from which deadlines are counted: the directive's, or that of what the article reports."""
        if self.is_directive:
            return self.draft.date
        moment = getattr(self.draft, "event_date", None) or getattr(self.draft, "published_at", None)
        return timezone.localdate(moment) if moment else timezone.localdate()

    @cached_property
    def indexes(self) -> list[DirectiveIndexPage]:
        """The lists below which the account may add a directive, in the page's language."""
        found = DirectiveIndexPage.objects.filter(locale=self.page.locale_id)
        return [index for index in found if index.permissions_for_user(self.request.user).can_add_subpage()]

    def initial(self) -> list[dict[str, Any]]:
        found = suggest_tasks(text_of(self.draft), self.day, self.recogniser, is_directive=self.is_directive)
        known = {fold(task.content) for task in self.draft.tasks.all()} if self.is_directive else set()
        return [initial_of(suggestion, fold(suggestion.content) in known) for suggestion in found]

    def target(self, data: Any = None) -> TargetForm | None:
        if self.is_directive:
            return None
        initial = {"title": self.draft.title, "date": min(self.day, timezone.localdate())}
        return TargetForm(data, initial=initial, indexes=self.indexes, prefix="target")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(SuggestionFormSet(initial=self.initial(), prefix="task"), self.target())

    def show(self, rows: Any, target: TargetForm | None) -> HttpResponse:
        context = self.get_context_data(
            rows=[{"form": form, "pieces": self.pieces(form["sentence"].value() or "")} for form in rows],
            formset=rows,
            target=target,
            may_add=self.is_directive or bool(self.indexes),
            locked=self.is_locked,
            edited=self.page,
        )
        return self.render_to_response(context)

    def pieces(self, sentence: str) -> list[tuple[str, bool]]:
        """Return a sentence as (words, whether they name an agency)."""
        pieces, place = [], 0
        for mention in self.recogniser.find(sentence):
            pieces += [(sentence[place : mention.start], False), (mention.text, True)]
            place = mention.end
        return [*pieces, (sentence[place:], False)]

    @property
    def is_locked(self) -> bool:
        lock = self.page.specific.get_lock() if self.is_directive else None
        return bool(lock and lock.for_user(self.request.user))

    # -- what is confirmed -------------------------------------------------------------------------------------

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        rows = SuggestionFormSet(request.POST, prefix="task")
        target = self.target(request.POST)
        if self.is_locked:
            messages.error(request, _("The page could not be saved as it is locked."))
            return self.show(rows, target)
        valid = rows.is_valid()
        if target is not None and not target.is_valid():
            valid = False
        tasks = self.checked(rows, target) if valid else []
        if tasks is None or not valid:
            messages.error(request, _("Nothing was added: see the marked fields."))
            return self.show(rows, target)
        if not tasks:
            messages.error(request, _("Tick at least one task."))
            return self.show(rows, target)
        directive = self.add(tasks, target)
        words = ngettext(
            "%(number)d task was added to the draft. It is public when the directive is published.",
            "%(number)d tasks were added to the draft. They are public when the directive is published.",
            len(tasks),
        )
        messages.success(request, words % {"number": len(tasks)})
        return redirect("wagtailadmin_pages:edit", directive.pk)

    def checked(self, rows: Any, target: TargetForm | None) -> list[DirectiveTask] | None:
        """Return the tasks of the ticked rows, ``None`` if one of them is wrong; the rows then say how."""
        day = target.cleaned_data["date"] if target else self.draft.date
        ticked = [form for form in rows if form.cleaned_data.get("chosen")]
        tasks = [form.task(self.recogniser) for form in ticked]
        for form, task in zip(ticked, tasks, strict=True):
            form.check_task(task, day)
        return None if any(form.errors for form in ticked) else tasks

    @transaction.atomic
    def add(self, tasks: list[DirectiveTask], target: TargetForm | None) -> DirectivePage:
        """Store the tasks in a draft and return its page."""
        directive = self.draft if target is None else self.new_directive(target)
        for place, task in enumerate(tasks, start=directive.tasks.count()):
            task.sort_order = place
            directive.tasks.add(task)
        directive.save_revision(user=self.request.user, log_action=True)
        return directive

    def new_directive(self, target: TargetForm) -> DirectivePage:
        data = target.cleaned_data
        directive = DirectivePage(
            title=data["title"],
            date=data["date"],
            reported_in=self.page,
            locale=self.page.locale,
            owner=self.request.user,
            live=False,
        )
        parent = data["index"]
        if not parent.permissions_for_user(self.request.user).can_add_subpage():
            raise PermissionDenied
        parent.add_child(instance=directive)
        log(instance=directive, action="wagtail.create", user=self.request.user, content_changed=True)
        return directive
