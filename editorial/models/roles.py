"""A unit's office: its groups, its media collection, its workflow. Made by ``editorial.roles``, never by hand."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Collection, TaskState, Workflow

from core.publication import unfinished
from departments.models import OrganisationPage
from editorial.enums import Role
from editorial.forms import ReasonForm


class UnitOffice(models.Model):
    """What belongs to the section of one unit; without a unit: to the province itself."""

    organisation = models.OneToOneField(
        OrganisationPage,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="office",
        verbose_name=_("unit"),
    )
    collection = models.ForeignKey(
        Collection, on_delete=models.PROTECT, related_name="+", verbose_name=_("collection")
    )
    workflow = models.ForeignKey(Workflow, on_delete=models.PROTECT, related_name="+", verbose_name=_("workflow"))

    class Meta:
        verbose_name = _("office of a unit")
        verbose_name_plural = _("offices of units")

    def __str__(self) -> str:
        return self.organisation.title if self.organisation else str(_("Province"))


class RoleGroup(models.Model):
    """The group of accounts that have one role in one office."""

    office = models.ForeignKey(
        UnitOffice, on_delete=models.CASCADE, related_name="role_groups", verbose_name=_("office")
    )
    role = models.CharField(_("role"), max_length=30, choices=Role)
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="role", verbose_name=_("group"))

    class Meta:
        verbose_name = _("group of a role")
        verbose_name_plural = _("groups of roles")
        constraints = [models.UniqueConstraint(fields=["office", "role"], name="unique_role_group")]

    def __str__(self) -> str:
        return self.group.name


class RoleApprovalTask(AbstractGroupApprovalTask):
    """A step that the people of a role take: never on their own change, never on an unfinished text.

    Who submitted and holds the role himself has taken the step by submitting, unless it is the last one.
    """

    class Meta:
        verbose_name = _("step of a role")
        verbose_name_plural = _("steps of roles")

    def start(self, workflow_state, user=None) -> TaskState:
        """Begin the step, or count it as taken by its own people while another step is still to come."""
        if not self._is_taken_by_submitting(workflow_state):
            return super().start(workflow_state, user=user)
        return TaskState.objects.create(
            workflow_state=workflow_state,
            revision=workflow_state.content_object.get_latest_revision(),
            task=self,
            status=TaskState.STATUS_SKIPPED,
        )

    def _is_taken_by_submitting(self, workflow_state) -> bool:
        submitter = workflow_state.requested_by
        tasks = list(workflow_state.workflow.tasks.values_list("pk", flat=True))
        return bool(submitter) and self.pk in tasks[:-1] and self._user_in_groups(submitter)

    def get_actions(self, obj, user) -> list:
        from editorial.four_eyes import refusal

        actions = super().get_actions(obj, user)
        if not actions or refusal(user, obj):
            return []
        if unfinished([obj]):
            return [action for action in actions if action[0] == "reject"]
        return actions

    def get_form_for_action(self, action: str):
        """Ask for the reason of a return."""
        return ReasonForm if action == "reject" else super().get_form_for_action(action)

    @classmethod
    def get_description(cls) -> str:
        return _("People of the chosen roles approve; nobody approves his own change")  # type: ignore[return-value]
