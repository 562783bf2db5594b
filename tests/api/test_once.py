"""Requests with an Idempotency-Key: done once, answered the same, by many at a time and after a death midway."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import httpx
import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer
from rest_framework.test import APIClient

from sources.api import views
from sources.models import KeptAnswer, Source
from sources.services import kept_answers
from tests import factories

SOURCES = "/api/v1/sources"


def sent(client: APIClient, key: str, name: str = "Quay Radio", **more: Any) -> Any:
    return client.post(SOURCES, {"name": name, **more}, headers={"Idempotency-Key": key})


def test_the_same_again_is_answered_as_before_and_done_once(checking: APIClient) -> None:
    first = sent(checking, '"a-1"')
    again = sent(checking, "a-1")
    assert (first.status_code, first.headers.get("Idempotency-Replayed")) == (201, None)
    assert (again.status_code, again.headers["Idempotency-Replayed"]) == (201, "true")
    assert (again.content, again["Location"], again["Content-Type"]) == (
        first.content,
        first["Location"],
        first["Content-Type"],
    )
    assert Source.objects.filter(name="Quay Radio").count() == 1
    # Without a key, or with another one, it is another request.
    assert checking.post(SOURCES, {"name": "Quay Radio"}).json()["code"] == "source_taken"
    assert sent(checking, "a-2").json()["code"] == "source_taken"


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        ({"name": "Dock Radio"}, 422, "idempotency_key_reused"),
        ({"kind": "wire_agency"}, 422, "idempotency_key_reused"),
        # The order of fields is none, and what is left out is not what is given.
        ({"kind": "news_outlet"}, 422, "idempotency_key_reused"),
    ],
)
def test_another_request_with_the_key_is_refused(checking: APIClient, change: Any, code: int, said: str) -> None:
    sent(checking, "a-1")
    answer = sent(checking, "a-1", **change)
    assert (answer.status_code, answer.json()["code"]) == (code, said)
    assert Source.objects.count() == 1


def test_each_key_for_the_api_has_its_own(
    checking: APIClient, api_of: Callable[..., APIClient], second_checker: User
) -> None:
    sent(checking, "a-1")
    assert sent(api_of(second_checker), "a-1", "Dock Radio").status_code == 201
    elsewhere = checking.post("/api/v1/articles", {}, headers={"Idempotency-Key": "a-1"})
    assert elsewhere.json()["code"] == "idempotency_key_reused"


@pytest.mark.parametrize("key", ["", '""', "x" * 256, "caf\u00e9", "a\x01b"])
def test_what_is_no_key(checking: APIClient, key: str) -> None:
    answer = sent(checking, key)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "Idempotency-Key")
    assert not Source.objects.exists()


def test_refusals_are_kept_and_our_own_errors_are_not(checking: APIClient, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        assert sent(checking, "a-1", "").status_code == 400
    assert KeptAnswer.objects.get().status == 400

    def broken(**_: Any) -> None:
        Source.objects.create(name="Half done", kind="police", tier="primary")
        raise RuntimeError

    checking.raise_request_exception = False
    with monkeypatch.context() as patched:
        patched.setattr(views, "add_source", broken)
        assert sent(checking, "a-2").status_code == 500
    assert not Source.objects.exists(), "what was done before the error is undone"
    assert sent(checking, "a-2").status_code == 201


def test_one_that_died_midway_is_followed_by_the_next_and_may_not_store_any_more(checking: APIClient) -> None:
    sent(checking, "a-1")
    row = KeptAnswer.objects.get()
    Source.objects.all().delete()
    now = timezone.now()
    KeptAnswer.objects.update(status=None, leased_until=now + timedelta(seconds=9))
    waiting = sent(checking, "a-1")
    assert (waiting.status_code, waiting.json()["code"]) == (409, "idempotency_key_in_use")
    KeptAnswer.objects.update(leased_until=now)
    assert sent(checking, "a-1").status_code == 201
    late = kept_answers.Begun(row.pk, row.lease)
    assert not kept_answers.keep(late, kept_answers.Answer(201, b"{}", "application/json", ""))


def test_it_is_forgotten_after_a_day(checking: APIClient) -> None:
    sent(checking, "a-1")
    assert kept_answers.forget_old() == 0
    KeptAnswer.objects.update(created_at=timezone.now() - kept_answers.KEPT)
    assert sent(checking, "a-1", "Dock Radio").status_code == 201
    KeptAnswer.objects.update(created_at=timezone.now() - kept_answers.KEPT)
    assert kept_answers.forget_old() == 1


@pytest.mark.django_db(transaction=True)
def test_of_many_at_a_time_one_is_carried_out(live_server: LiveServer, checker: User) -> None:
    headers = {"Authorization": f"Bearer {factories.key(checker)}", "Idempotency-Key": "a-1"}
    body = {
        "title": "Ferry fire",
        "text": "Nothing to count.",
        "source": {"name": "Tidewater Ledger"},
    }

    def push(_: int) -> httpx.Response:
        return httpx.post(f"{live_server.url}/api/v1/articles", json=body, headers=headers, timeout=30)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(push, range(8)))
    made = {answer.json()["id"] for answer in answers if answer.status_code == 201}
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert len(made) == 1
    assert sum("Idempotency-Replayed" not in one.headers for one in answers if one.status_code == 201) == 1
    assert push(0).json()["id"] in made
    assert Source.objects.count() == 1
