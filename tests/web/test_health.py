"""The two health addresses: one asks the process, the other asks the database whether work gets done."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from claims.enums import RunState
from claims.models import ExtractionRun
from tests import factories


@pytest.mark.django_db
def test_an_idle_desk_is_ready(client: Client) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (
        200,
        {"ready": True, "database": "ok", "oldest_due_seconds": None, "failed_runs": 0},
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("leases", "status"), [(4, 200), (6, 503)])
def test_work_that_waits_too_long_is_no_health(client: Client, leases: int, status: int) -> None:
    waits = factories.run(factories.first_version("Thirty-one people died."), RunState.DUE)
    since = timezone.now() - timedelta(seconds=leases * settings.RUN_LEASE)
    ExtractionRun.objects.filter(pk=waits.pk).update(created_at=since)
    factories.run(factories.first_version("Nobody died.", source="Kalder Post"), RunState.FAILED, error="It broke.")
    answer = client.get("/readyz")
    body = answer.json()
    assert (answer.status_code, body["ready"], body["failed_runs"]) == (status, status == 200, 1)
    assert round(body["oldest_due_seconds"] / settings.RUN_LEASE) == leases


def test_without_a_database_it_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr("factcheck.health.connection.cursor", refuse)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"ready": False, "database": "unreachable"})


def test_the_process_answers_for_itself(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
