"""How often a key may ask: each for itself, all processes together, and no cache is no reason to refuse."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from rest_framework.test import APIClient
from time_machine import Traveller

from sources.api import rates
from tests import factories

PATH = "/api/v1/sources"


@pytest.fixture(autouse=True)
def clock() -> Iterator[Traveller]:
    """The clock stands 18 seconds after the start of a window."""
    with time_machine.travel(factories.MORNING.replace(second=18), tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def _three_a_minute(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.API_RATE = 3
    monkeypatch.setattr(rates._Rest, "until", 0.0)


def _asked(client: Any, times: int) -> list[tuple[int, str]]:
    answers = [client.get(PATH) for _ in range(times)]
    return [(answer.status_code, answer["RateLimit"]) for answer in answers]


def test_a_key_has_so_many_a_minute(reporting: APIClient, clock: Traveller) -> None:
    assert _asked(reporting, 3) == [(200, f'"key";r={left};t=42') for left in (2, 1, 0)]
    refused = reporting.get(PATH)
    assert (refused.status_code, refused.json()["code"], refused["Retry-After"]) == (429, "throttled", "42")
    assert (refused["RateLimit"], refused["RateLimit-Policy"]) == ('"key";r=0;t=42', '"key";q=3;w=60')
    clock.shift(42)
    assert _asked(reporting, 1) == [(200, '"key";r=2;t=60')]


def test_each_is_counted_for_itself(
    api_of: Callable[..., APIClient], reporting: APIClient, reporter: User, as_reporter: Client
) -> None:
    assert [status for status, _ in _asked(reporting, 4)] == [200, 200, 200, 429]
    assert _asked(api_of(reporter), 1) == [(200, '"key";r=2;t=42')]
    assert _asked(as_reporter, 1) == [(200, '"session";r=2;t=42')]
    assert _asked(APIClient(REMOTE_ADDR="192.0.2.7"), 4) == [
        *((401, f'"address";r={left};t=42') for left in (2, 1, 0)),
        (429, '"address";r=0;t=42'),
    ]
    assert _asked(APIClient(REMOTE_ADDR="192.0.2.8"), 1) == [(401, '"address";r=2;t=42')]


def test_keys_that_are_none_count_against_the_address(db: None) -> None:
    tries = [APIClient(REMOTE_ADDR="192.0.2.9", headers={"Authorization": f"Bearer {n}"}).get(PATH) for n in range(4)]
    assert [answer.status_code for answer in tries] == [401, 401, 401, 429]


def test_writes_and_refusals_count_too(reporting: APIClient) -> None:
    assert [reporting.post(PATH, {}).status_code for _ in range(4)] == [400, 400, 400, 429]


def test_all_processes_count_together() -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        counted = list(pool.map(rates.count, ["together"] * 20))
    assert sorted(counted) == list(range(1, 21))
    assert rates.count("together") == 21


def test_no_limit(reporting: APIClient, settings: Any) -> None:
    settings.API_RATE = 0
    answers = [reporting.get(PATH) for _ in range(5)]
    assert {(answer.status_code, answer.has_header("RateLimit")) for answer in answers} == {(200, False)}


def test_a_cache_that_is_away_stops_nobody_and_is_left_alone(reporting: APIClient, settings: Any) -> None:
    standing = settings.CACHES
    settings.CACHES = {"default": {**standing["default"], "LOCATION": "unix:///nowhere/valkey.sock"}}
    answers = [reporting.get(PATH) for _ in range(5)]
    assert {(answer.status_code, answer.has_header("RateLimit")) for answer in answers} == {(200, False)}
    assert rates._Rest.until > 0
