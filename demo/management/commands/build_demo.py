"""``manage.py build_demo``: the invented province Sông Mây, built once."""

import os
import secrets
import time

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from core.models import User
from demo.building.accounts import ADMIN
from demo.building.province import build, demo_exists


class Command(BaseCommand):
    """Builds the demo if it is not there; a second run changes nothing."""

    help = "Build the demo province (pages, pictures, accounts). DEMO_PASSWORD gives the accounts' password."

    def handle(self, *args, **options) -> None:
        if demo_exists():
            self.stdout.write("The demo province is there already (remove_demo takes it away).")
            return
        start = time.monotonic()
        given = os.environ.get("DEMO_PASSWORD", "")
        password = given or secrets.token_urlsafe(9)

        def progress(step: str) -> None:
            self.stdout.write(f"  {time.monotonic() - start:5.1f} s  {step}")
            self.stdout.flush()

        self.stdout.write("Building the demo province Sông Mây…")
        try:
            users = build(password, progress)
        except (ValidationError, User.DoesNotExist) as error:
            raise CommandError(f"The demo does not fit beside what is here: {error}") from error
        progress("done")
        self._tell_accounts(users, "" if given else password)

    def _tell_accounts(self, users: dict[str, User], password: str) -> None:
        if ADMIN not in users:
            self.stdout.write(f"The account {ADMIN!r} was there already and keeps its password.")
        self.stdout.write("Accounts: " + ", ".join(users))
        if password:
            self.stdout.write(f"Their password, shown this once: {password}")
