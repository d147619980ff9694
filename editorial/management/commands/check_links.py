"""``manage.py check_links``: where do the links of live pages lead? Run it every night by a timer."""

from django.core.management.base import BaseCommand

from editorial.links.checking import check_links


class Command(BaseCommand):
    """Checks links inside the portal; those to other sites too where LINK_CHECK_EXTERNAL is set."""

    help = "Find links of live pages that lead nowhere; the report in the admin lists them."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"{check_links()} broken links")
