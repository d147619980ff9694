"""An alert is seen by everybody within a minute, also where the processes share no cache."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache.backends.locmem import LocMemCache
from django.utils import timezone
from wagtail.models import Locale

from core import cache as kept
from home.models import AlertBanner
from home.models.chrome import AlertLevel

pytestmark = pytest.mark.django_db


def new_alert() -> AlertBanner:
    return AlertBanner(
        locale=Locale.objects.get(language_code="vi"),
        level=AlertLevel.URGENT,
        text="Nước sông đang lên nhanh.",
        starts_at=timezone.now() - timedelta(minutes=1),
        ends_at=timezone.now() + timedelta(days=1),
    )


# What another process does, as this one sees it: the rows change and no signal drops anything from its cache.
def saved() -> None:
    AlertBanner.objects.bulk_create([new_alert()])


def changed() -> None:
    AlertBanner.objects.update(text="Đã qua.")


def taken_back() -> None:
    AlertBanner.objects.all()._raw_delete("default")


@pytest.mark.parametrize(("act", "before", "after"), [(saved, 0, 1), (changed, 1, 0), (taken_back, 1, 0)])
def test_another_process_with_a_cache_of_its_own_follows_within_a_minute(
    client, home, monkeypatch, act, before, after
):
    if before:
        saved()
    monkeypatch.setattr(kept, "cache", LocMemCache(f"process-{act.__name__}", {}))
    assert client.get("/").content.decode().count("Nước sông") == before
    act()
    # It still shows what it kept: the clock is what makes it look again.
    assert client.get("/").content.decode().count("Nước sông") == before
    with time_machine.travel(timezone.now() + timedelta(seconds=59), tick=False):
        assert client.get("/").content.decode().count("Nước sông") == after


def test_the_process_that_saves_shows_it_with_the_next_request(client, home):
    client.get("/")
    new_alert().save()
    assert "Nước sông" in client.get("/").content.decode()
