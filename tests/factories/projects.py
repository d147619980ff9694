"""Schemes and projects."""

import factory
import wagtail_factories

from core.models import Field
from projects.models import CommitteePage, ProjectPage, SchemeIndexPage, SchemePage


class SchemeIndexPageFactory(wagtail_factories.PageFactory):
    """The list of schemes."""

    title = "Đề án"
    slug = "de-an"

    class Meta:
        model = SchemeIndexPage


class SchemePageFactory(wagtail_factories.PageFactory):
    """A scheme of 2025–2030."""

    title = factory.Sequence(lambda n: f"Đề án {n}")
    slug = factory.Sequence(lambda n: f"de-an-{n}")
    period_start = 2025
    period_end = 2030

    class Meta:
        model = SchemePage


class ProjectPageFactory(wagtail_factories.PageFactory):
    """A project in the field of health."""

    title = factory.Sequence(lambda n: f"Dự án {n}")
    slug = factory.Sequence(lambda n: f"du-an-{n}")
    field = factory.LazyFunction(lambda: Field.objects.get(slug="y-te"))

    class Meta:
        model = ProjectPage


class CommitteePageFactory(wagtail_factories.PageFactory):
    """A steering committee."""

    title = factory.Sequence(lambda n: f"Ban Chỉ đạo {n}")
    slug = factory.Sequence(lambda n: f"ban-chi-dao-{n}")

    class Meta:
        model = CommitteePage
