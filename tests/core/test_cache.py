"""What is kept between requests, and that a missing cache server is only slow."""

import socket

import pytest
from django.test import override_settings

from core.cache import ForgivingRedisCache, forget, remember


def test_remember_builds_once_and_forget_builds_anew():
    built = []

    def build() -> int:
        built.append(1)
        return len(built)

    assert [remember("thu", build), remember("thu", build)] == [1, 1]
    forget("thu", "khong-co")
    assert remember("thu", build) == 2


@pytest.mark.parametrize("value", [None, False, 0, "", [], {}])
def test_an_empty_value_is_remembered_too(value):
    assert remember("rong", lambda: value) == value
    assert remember("rong", lambda: pytest.fail("built twice")) == value


def test_what_is_remembered_grows_old():
    import time_machine

    with time_machine.travel(0, tick=False) as clock:
        assert remember("cu", lambda: 1, seconds=30) == 1
        clock.shift(29)
        assert remember("cu", lambda: 2, seconds=30) == 1
        clock.shift(2)
        assert remember("cu", lambda: 3, seconds=30) == 3


@pytest.fixture
def dead_redis():
    """A Redis at a port where nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    options = {"socket_timeout": 0.2, "socket_connect_timeout": 0.2}
    return ForgivingRedisCache(f"redis://127.0.0.1:{port}/0", {"OPTIONS": options})


CALLS = [
    ("add", ("a", 1), True),
    ("get", ("a",), None),
    ("get", ("a", "mặc định"), "mặc định"),
    ("set", ("a", 1), None),
    ("touch", ("a",), False),
    ("delete", ("a",), False),
    ("get_many", (["a", "b"],), {}),
    ("set_many", ({"a": 1},), []),
    ("delete_many", (["a"],), None),
]


@pytest.mark.parametrize(("method", "arguments", "answer"), CALLS)
def test_a_dead_redis_is_a_miss_and_a_line_in_the_log(dead_redis, caplog, method, arguments, answer):
    assert getattr(dead_redis, method)(*arguments) == answer
    assert "cache" in caplog.text


def test_asking_a_dead_redis_for_a_key_is_no(dead_redis):
    """Sessions ask so at every login."""
    assert "a" not in dead_redis


@pytest.mark.django_db
def test_readers_do_not_notice_a_dead_redis(client, news_index, dead_redis):
    backend = {"BACKEND": "core.cache.ForgivingRedisCache", "LOCATION": dead_redis._servers[0]}
    with override_settings(CACHES={"default": backend}):
        for url in ("/", "/tin-tuc/", "/tim-kiem/?q=a", "/robots.txt"):
            assert client.get(url).status_code == 200
