"""``manage.py make_renditions``: make the image sizes that published pages lack."""

from django.core.management.base import BaseCommand
from wagtail.models import Page

from core.tasks import make_page_renditions


class Command(BaseCommand):
    """After a restore without renditions, or when the portal shows new sizes."""

    help = "Make the image sizes that published pages show and that do not exist yet."

    def handle(self, *args, **options) -> None:
        pages = Page.objects.live().filter(depth__gt=1).order_by("-last_published_at").values_list("pk", flat=True)
        for number, page_id in enumerate(pages, start=1):
            make_page_renditions.call(page_id)
            if number % 100 == 0:
                self.stderr.write(f"{number}/{len(pages)}")
        self.stdout.write(self.style.SUCCESS(f"{len(pages)}/{len(pages)}"))
