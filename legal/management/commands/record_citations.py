"""``manage.py record_citations``: note which documents the live pages name, as their publication would."""

from django.core.management.base import BaseCommand
from wagtail.models import Page

from legal.models import Citation
from legal.tasks import record_citations


class Command(BaseCommand):
    """After an update that reads more of a page than before, or another manner of writing numbers."""

    help = "Note anew which official documents every live page names. May run as often as you like."

    def handle(self, *args, **options) -> None:
        pages = Page.objects.live().filter(depth__gt=1).order_by("pk").values_list("pk", flat=True)
        before = Citation.objects.count()
        for number, page_id in enumerate(pages, start=1):
            record_citations.call(page_id)
            if number % 100 == 0:
                self.stderr.write(f"{number}/{len(pages)}")
        self.stdout.write(
            self.style.SUCCESS(f"{len(pages)} pages: {Citation.objects.count()} documents named, {before} before")
        )
