"""Directives and the tasks that follow from them."""

from directives.models.directive import DirectivePage
from directives.models.index import DirectiveIndexPage
from directives.models.task import CoordinatingAgency, DirectiveTask, ProgressNote

__all__ = ["CoordinatingAgency", "DirectiveIndexPage", "DirectivePage", "DirectiveTask", "ProgressNote"]
