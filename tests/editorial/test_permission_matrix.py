"""Role × unit × action × kind of thing, every cell tried at a door of the admin.

Each attempt is undone, so that the next one finds the same two departments. Screens whose answer is their status are
not drawn: what they would show is the business of ``tests/departments/test_scoping.py``.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import nullcontext
from unittest import mock

from django.core.cache import cache
from django.db import transaction
from django.template.response import SimpleTemplateResponse
from django.test import Client, TestCase
from wagtail.models import Site

from core.models import User
from tests.editorial import permission_world
from tests.editorial.permission_table import MINE, PAGE, ROLES, TABLE, as_markdown, expected
from tests.editorial.permission_world import Together, Try, door, together

# Lists whose text says whether the thing may be known.
DRAWN = ("find in the list", "choose")


class MatrixTest(TestCase):
    """One world for all roles."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = permission_world.build(Site.objects.get(is_default_site=True).root_page)

    def check(self, role: str) -> None:
        """Try every cell of ``role`` and name all that are wrong."""
        # setUpTestData would copy the whole world for each test; nothing in it is changed.
        world = self.__class__.__dict__["world"].data
        client = Client(raise_request_exception=False)
        if role in world.people:
            client.force_login(User.objects.get(pk=world.people[role].pk))
        wrong, shared = [], defaultdict(list)
        for kind, action, whose in cells(role):
            at = Try(client, world, world.thing(kind, whose, role), kind, whose, role, action)
            if common := together(kind, action, whose):
                shared[common].append(at)
            elif attempt([at], lambda tries, action: [door(tries[0].kind, action)(tries[0])]) != [at.expects]:
                wrong.append(at)
        for (do, _what), tries in shared.items():
            wrong += [at for at, done in zip(tries, attempt(tries, do), strict=True) if done != at.expects]
        assert not wrong, f"{role}, {len(wrong)} wrong cells:\n" + "\n".join(map(str, wrong))

    def test_anonymous(self) -> None:
        self.check("anonymous")

    def test_contributor(self) -> None:
        self.check("contributor")

    def test_editor(self) -> None:
        self.check("editor")

    def test_approver(self) -> None:
        self.check("unit_approver")

    def test_department_administrator(self) -> None:
        self.check("department_admin")

    def test_feedback_officer(self) -> None:
        self.check("feedback_officer")

    def test_managing_editor(self) -> None:
        self.check("managing_editor")

    def test_editor_in_chief(self) -> None:
        self.check("editor_in_chief")

    def test_system_administrator(self) -> None:
        self.check("system_admin")


def cells(role: str) -> Iterator[tuple[str, str, str]]:
    """Yield kind, action and whose for every cell of ``role``."""
    for kind, rows in TABLE.items():
        for action, row in rows.items():
            for whose in row:
                if whose != "mine" or (kind in MINE and role != "anonymous"):
                    yield kind, action, whose


def attempt(tries: list[Try], do: Together) -> list[bool]:
    """Try one cell, or those that one request answers, and undo it."""
    cache.clear()
    # Refusals that no screen shows would pile up in the cookie.
    tries[0].client.cookies.pop("messages", None)
    action = tries[0].action
    not_drawn = mock.patch.object(SimpleTemplateResponse, "rendered_content", "")
    with transaction.atomic(), nullcontext() if action in DRAWN else not_drawn:
        try:
            return do(tries, action)
        finally:
            transaction.set_rollback(True)


def test_the_page_for_readers_is_the_table():
    """If this fails: ``python -m tests.editorial.permission_table``."""
    assert PAGE.read_text(encoding="utf-8") == as_markdown()


def test_every_row_has_a_cell_for_every_role():
    for kind, rows in TABLE.items():
        for action, row in rows.items():
            for whose in row:
                assert isinstance(expected(kind, action, whose, ROLES[-1]), bool)
