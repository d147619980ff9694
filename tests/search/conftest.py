"""What tests of the search room share."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import TestCase


@pytest.fixture
def at_work(db) -> Callable:
    """A context manager: what is saved within it is in the index afterwards, as a worker would see to it."""
    return lambda: TestCase.captureOnCommitCallbacks(execute=True)


@pytest.fixture
def titles(client, db) -> Callable:
    """Return the titles that the search page lists for a query."""

    def found(query: str, path: str = "/tim-kiem/", **parameters) -> list[str]:
        response = client.get(path, {"q": query, **parameters})
        assert response.status_code == 200
        return [result.entry.title for result in response.context["results"]]

    return found


@pytest.fixture
def rebuilt(db) -> Callable:
    """Bring the index in step with what factories saved."""
    return lambda: call_command("rebuild_index", stdout=StringIO(), stderr=StringIO())
