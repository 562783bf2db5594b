"""Texts that are not stored, before the gate: read as versions are, and nothing of them is left."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone
from rest_framework.test import APIClient

from claims.engine.records import Extraction
from claims.enums import RunState
from claims.models import GateJob
from claims.services import events, gate_jobs, leases, pipeline, runs
from sources.models import Article, ArticleVersion
from sources.services.articles import Content
from tests import factories

FIRST = "12 people were killed when a ferry burned, the coastguard said.\nThe ferry left at dawn."
SECOND = "14 people were killed when a ferry burned, the coastguard said.\nThe ferry left at dawn."
URL = "https://ledger.example.org/ferry"


def asked(client: APIClient, code: int, **body: Any) -> Any:
    answer = client.post("/api/v1/gate", body)
    assert answer.status_code == code, answer.json()
    return answer


def read(version: ArticleVersion) -> None:
    """The worker's part."""
    runs.schedule_missing()
    pipeline.bring_up_to(version.pk)


def rows() -> dict[str, int]:
    """How many rows each table has, but for the jobs' own and what a key notes of its use."""
    kept = {model._meta.db_table for model in apps.get_models()} - {"claims_gatejob", "django_session"}
    with connection.cursor() as cursor:
        return {name: cursor.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in sorted(kept)}


def told(body: Any) -> Any:
    """What an answer says of a text, without where it was asked."""
    against = [{name: one[name] for name in ("kind", "start", "end", "text", "reasons")} for one in body["claims"]]
    return body["answer"], body["reasons"], against, body["counted"], [one["reason"] for one in body["rules"]]


def test_the_answer_is_that_of_the_same_text_pushed_and_nothing_is_left(
    checking: APIClient, checker: User, reviewer: User
) -> None:
    version = factories.first_version(FIRST, url=URL)
    other = factories.first_version("9 people were killed when a ferry burned, police said.", source="Harbour Gazette")
    read(version)
    factories.approved(version.mentions.get(kind="figure"), checker, reviewer)
    read(other)
    before = rows()
    waiting = asked(checking, 202, url=URL, text=SECOND, title=version.title, published_at="2026-04-15T10:00:00Z")
    body = waiting.json()
    # What stands there word for word is known before anything is read; the changed sentence is not.
    assert (body["answer"], body["counted"], waiting["Retry-After"]) == (None, 0, "1")
    assert waiting["Location"] == body["poll"] == f"/api/v1/gate/jobs/{body['job']['id']}"
    gate_jobs.carry_out(body["job"]["id"])
    found = checking.get(body["poll"])
    assert (found.status_code, found.json()["job"]["state"], found.json()["poll"]) == (200, "done", None)
    assert rows() == before
    again = asked(checking, 200, url=URL, text=SECOND, title=version.title, published_at="2026-04-15T10:00:00Z")
    assert again.json()["job"]["id"] == body["job"]["id"]
    assert told(again.json()) == told(found.json())

    pushed = checking.post(
        f"/api/v1/articles/{version.article_id}/versions",
        {"text": SECOND, "title": version.title, "published_at": "2026-04-15T10:00:00Z"},
    )
    read(version.article.versions.get(number=pushed.json()["number"]))
    stored = asked(checking, 200, article=version.article_id).json()
    assert told(found.json()) == told(stored)
    assert stored["answer"] == "stop"
    assert [one["reasons"] for one in stored["claims"] if one["kind"] == "figure"] == [["changed", "silent_change"]]
    # The text is stored by now, so it needs no job.
    assert asked(checking, 200, url=URL, text=SECOND).json()["job"] is None


def test_what_an_article_says_word_for_word_is_known_at_once(checking: APIClient) -> None:
    version = factories.first_version("12 people died. 3 boats burned.", url=URL)
    for words, value in (("12 people died", "12"), ("3 boats burned", "3")):
        factories.figure(version, words, value, value, value)
    body = asked(checking, 202, url=URL, text="12 people died. 4 boats burned.").json()
    assert [one["text"] for one in body["claims"]] == ["12 people died"]
    assert (body["answer"], body["text"]["processed"]) == (None, False)


@pytest.fixture
def nothing_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine finds nothing in any text, quickly."""
    monkeypatch.setattr(pipeline, "read", lambda *_: Extraction(()))
    monkeypatch.setattr(gate_jobs.rehearsal.placement, "read_profile", lambda *_: None)
    monkeypatch.setattr(gate_jobs.rehearsal.placement, "place", lambda *_: None)


@pytest.mark.usefixtures("nothing_found")
def test_one_text_is_one_job_of_one_asker(
    checking: APIClient, api_of: Callable[..., APIClient], checker: User, second_checker: User, desk_head: User
) -> None:
    first = asked(checking, 202, text="Nothing happened.", title="A").json()["job"]["id"]
    assert asked(checking, 202, text="Nothing\x00 happened.", title="A").json()["job"]["id"] == first
    assert asked(checking, 202, text="Nothing happened.", title="B").json()["job"]["id"] != first
    stranger = api_of(second_checker)
    assert asked(stranger, 202, text="Nothing happened.", title="A").json()["job"]["id"] != first
    assert stranger.get(f"/api/v1/gate/jobs/{first}").status_code == 404
    # A key that sees less has an answer of its own; the desk head reads what she may let out.
    less = api_of(checker, "read")
    assert less.get(f"/api/v1/gate/jobs/{first}").status_code == 404
    assert asked(less, 202, text="Nothing happened.", title="A").json()["job"]["id"] != first
    assert api_of(desk_head).get(f"/api/v1/gate/jobs/{first}").status_code == 202
    gate_jobs.carry_out(first)
    known = checking.get(f"/api/v1/gate/jobs/{first}")
    assert (known.json()["answer"], known.json()["job"]["attempts"]) == ("go", 1)
    tagged = checking.get(f"/api/v1/gate/jobs/{first}", headers={"If-None-Match": known["ETag"]})
    assert tagged.status_code == 304


@pytest.mark.usefixtures("nothing_found")
def test_what_happened_meanwhile_has_it_read_again(checking: APIClient) -> None:
    job = asked(checking, 202, text="Nothing happened.").json()["job"]["id"]
    gate_jobs.carry_out(job)
    asked(checking, 200, text="Nothing happened.")
    events.version_recorded(factories.first_version("12 people died."))
    assert asked(checking, 202, text="Nothing happened.").json()["job"] | {"expires_at": ""} == {
        "id": job,
        "state": "due",
        "attempts": 0,
        "error": "",
        "expires_at": "",
    }


def test_what_is_held_back_is_told_to_no_key_without_the_scope(
    checking: APIClient, api_of: Callable[..., APIClient], checker: User
) -> None:
    held = factories.first_version("9 people were killed when a ferry burned, police said.", source="Harbour Gazette")
    read(held)
    Article.objects.filter(pk=held.article_id).update(embargoed_until=timezone.now() + timedelta(days=1))
    body = {"text": FIRST, "title": "Ferry fire in Kalderhaven", "source": "Tidewater Ledger"}
    answers = []
    for client in (checking, api_of(checker, "read")):
        job = asked(client, 202, **body, published_at="2026-04-15T09:00:00Z").json()["job"]["id"]
        gate_jobs.carry_out(job)
        answers.append(client.get(f"/api/v1/gate/jobs/{job}").json())
    seeing, blind = ({reason for one in found["claims"] for reason in one["reasons"]} for found in answers)
    assert (seeing, blind) == ({"conflict", "unchecked"}, {"unchecked"})
    assert {one["claim"] for found in answers for one in found["claims"]} == {None}


@pytest.mark.usefixtures("nothing_found")
def test_a_worker_that_died_is_followed_by_another(checker: User) -> None:
    job = gate_jobs.ask(gate_jobs.Asked(Content("Nothing happened.")), by=checker)
    assert leases.overdue(GateJob, 10) == [], "its message was sent just now"
    lease = leases.take(GateJob, job.pk)
    assert lease is not None
    assert leases.take(GateJob, job.pk) is None, "somebody holds it"
    late = timezone.now() - timedelta(seconds=1)
    GateJob.objects.filter(pk=job.pk).update(leased_until=late, due_at=late)
    assert leases.overdue(GateJob, 10) == [job.pk]
    assert leases.overdue(GateJob, 10) == [], "each is sent once"
    gate_jobs.carry_out(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == (RunState.DONE, 2)
    assert not leases.finish(GateJob, job.pk, lease, found=[1]), "the first one comes back too late"


def test_one_that_fails_again_and_again_is_given_up(
    checking: APIClient, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    def broken(*_: Any) -> Any:
        raise ValueError("no such word")

    monkeypatch.setattr(pipeline, "read", broken)
    job = asked(checking, 202, text="Nothing happened.").json()["job"]["id"]
    for _ in range(settings.RUN_ATTEMPTS):
        gate_jobs.carry_out(job)
    found = checking.get(f"/api/v1/gate/jobs/{job}")
    assert (found.status_code, found.json()["answer"], found.json()["job"]["state"]) == (200, None, "failed")
    assert re.fullmatch(r"ValueError: no such word", found.json()["job"]["error"])
    assert asked(checking, 202, text="Nothing happened.").json()["job"]["attempts"] == 0


def test_a_text_is_forgotten_after_a_day(checking: APIClient) -> None:
    job = asked(checking, 202, text="Nothing happened.").json()["job"]["id"]
    assert gate_jobs.forget_expired() == 0
    GateJob.objects.update(expires_at=timezone.now())
    assert gate_jobs.forget_expired() == 1
    assert checking.get(f"/api/v1/gate/jobs/{job}").status_code == 404
