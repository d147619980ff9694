"""``manage.py send_digests``: one e-mail to everybody who chose that; run it once a day by a timer."""

from django.core.management.base import BaseCommand

from editorial.notifications import send_digests


class Command(BaseCommand):
    """Sends what is new and unread; nothing new, no e-mail."""

    help = "Send the daily digest of notifications to those who chose it."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"{send_digests()} letters")
