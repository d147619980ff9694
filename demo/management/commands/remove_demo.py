"""``manage.py remove_demo``: takes the invented province away."""

from django.core.management.base import BaseCommand

from demo.building.removal import remove


class Command(BaseCommand):
    """Removes what build_demo made and nothing else; the home page stays, empty."""

    help = "Remove the demo province: its pages, labels, pictures, files, accounts and groups."

    def handle(self, *args, **options) -> None:
        kept = remove()
        for line in kept:
            self.stdout.write(f"Kept {line}.")
        self.stdout.write("The demo province is gone." if not kept else "The rest of the demo province is gone.")
