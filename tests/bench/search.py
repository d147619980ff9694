"""``make bench-search``: what the search finds and how long it takes, on a generated corpus.

``SIZES=1000,10000`` says how large (each is measured in turn); ``TEST_DATABASE_URL`` names a PostgreSQL server.
"""

# ruff: noqa: T201 (it prints what it measures)
import os
import statistics
import sys
import time
from collections import defaultdict
from itertools import islice

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test.utils import get_runner, setup_test_environment

    setup_test_environment()
    runner = get_runner(settings)(verbosity=0, interactive=False, keepdb=False)
    old = runner.setup_databases()
    try:
        for size in map(int, os.environ.get("SIZES", "1000,10000").split(",")):
            measure(size, connection.vendor)
    finally:
        runner.teardown_databases(old)


def measure(size: int, engine: str) -> None:
    """Fill up to ``size`` entries, then ask."""
    from django.db import connection

    from search import vocabulary_building
    from search.indexing import build, store
    from search.models import SearchEntry
    from tests.bench.corpus import things

    corpus = list(islice(things(), size))
    have = SearchEntry.objects.count()
    started = time.perf_counter()
    for start in range(have, size, 200):
        part = corpus[start : min(start + 200, size)]
        store([build(key, facts, f"/{key}/", "vi", None) for key, facts in part], learning=False)
    stored = time.perf_counter()
    grams = vocabulary_building.rebuild()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    print(f"\n## {engine}, {size} entries: {size - have} written in {stored - started:.0f} s, "
          f"{grams} words and pairs counted in {time.perf_counter() - stored:.0f} s", flush=True)  # fmt: skip
    quality(corpus)
    speed(corpus)
    one_entry(corpus, size)


def quality(corpus) -> None:
    from search.finding import find
    from tests.bench.corpus import TODAY
    from tests.bench.judged import judged

    rows = defaultdict(list)
    missed = []
    for query in judged(corpus):
        keys = [hit.row.key for hit in find(query.text, "vi", today=TODAY).hits[:20]]
        rank = next((place for place, key in enumerate(keys, 1) if key in query.wanted), 0)
        rows[query.name].append((rank, query.held_out))
        if not 0 < rank <= 5:
            missed.append((query.name, query.text, sorted(query.wanted)[:1], keys[:2]))
    everything = [row for found in rows.values() for row in found]
    held = [row for row in everything if row[1]]
    for name, found in [*rows.items(), ("held out", held), ("ALL", everything)]:
        recall = sum(0 < rank <= 5 for rank, _held in found) / len(found)
        reciprocal = sum(1 / rank for rank, _held in found if rank) / len(found)
        print(f"| {name} ({len(found)}) | {recall:.3f} | {reciprocal:.3f} |", flush=True)
    if os.environ.get("MISSED"):
        for row in missed:
            print("missed", row)


def _times(visit, texts) -> str:
    """Return median and 95th percentile in milliseconds, of wall clock and of this process."""
    wall, own = [], []
    for text in texts:
        started, cpu = time.perf_counter(), time.process_time()
        visit(text)
        wall.append(1000 * (time.perf_counter() - started))
        own.append(1000 * (time.process_time() - cpu))
    cut = statistics.quantiles
    return " · ".join(
        f"{name} p50 {statistics.median(values):.0f} p95 {cut(values, n=20)[-1]:.0f} ms"
        for name, values in (("wall", wall), ("process", own))
    )


def speed(corpus) -> None:
    from django.test import Client

    from tests.bench.judged import judged

    client = Client()
    texts = [query.text for query in judged(corpus, each=12)]
    common = [
        "ủy ban nhân dân",
        "kế hoạch",
        "xã",
        "người dân",
        "sở y tế",
        "hướng dẫn người dân thực hiện",
        "năm 2024",
    ]
    for text in texts[:5]:
        client.get("/tim-kiem/", {"q": text})
    print("search page, judged queries:", _times(lambda text: client.get("/tim-kiem/", {"q": text}), texts))
    print("search page, common words:", _times(lambda text: client.get("/tim-kiem/", {"q": text}), common * 3))
    begun = [text[: 3 + n % 12] for n, text in enumerate(texts)]
    print("suggestions:", _times(lambda text: client.get("/tim-kiem/goi-y/", {"q": text}), begun), flush=True)


def one_entry(corpus, size: int) -> None:
    from search.indexing import build, store

    def write(place: int) -> None:
        key, facts = corpus[100 + place]
        store([build(key, facts, f"/{key}/{size}-{place}/", "vi", None)])

    print("one entry written:", _times(write, range(40)), flush=True)


if __name__ == "__main__":
    sys.exit(main())
