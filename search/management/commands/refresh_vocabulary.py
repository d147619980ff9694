"""``manage.py refresh_vocabulary``: counts the words of everything public anew, and forgets old queries."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from search import vocabulary_building
from search.models import QueryCount


class Command(BaseCommand):
    """For a timer at night."""

    help = "Count the words that completions and corrections rest on, and drop query counts that are too old."

    def handle(self, *args: Any, **options: Any) -> None:
        total = vocabulary_building.rebuild()
        oldest = timezone.localdate() - timedelta(days=settings.SEARCH_QUERIES_KEPT_DAYS)
        dropped, _by_model = QueryCount.objects.filter(day__lt=oldest).delete()
        self.stdout.write(f"{total} words and pairs counted, {dropped} old query counts dropped")
