"""Schemes, their projects, tasks, committees and the dated figures that tell how far they are."""

from projects.models.committee import CommitteeMember, CommitteePage
from projects.models.figures import (
    Indicator,
    IndicatorValue,
    MoneyFigure,
    ProgressFigure,
    SchemeMoneyFigure,
)
from projects.models.project import Milestone, ProjectPage
from projects.models.scheme import LegalBasis, SchemePage
from projects.models.scheme_index import SchemeIndexPage
from projects.models.task import SchemeTask

__all__ = [
    "CommitteeMember",
    "CommitteePage",
    "Indicator",
    "IndicatorValue",
    "LegalBasis",
    "Milestone",
    "MoneyFigure",
    "ProgressFigure",
    "ProjectPage",
    "SchemeIndexPage",
    "SchemeMoneyFigure",
    "SchemePage",
    "SchemeTask",
]
