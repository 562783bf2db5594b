"""The example of a content system's gate, run as it is given out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from pytest_django.live_server_helper import LiveServer

from claims.models import GateJob
from claims.services import gate_jobs
from sources.models import ArticleVersion
from tests import factories
from tests.processes import ROOT, wait_until

GATE = ROOT / "docs" / "examples" / "cms_gate.py"


# What the text says, and what the gate says of it.
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("text", "said", "code"),
    [
        ("Nothing happened at the harbour.", "Go.\n", 0),
        ("12 passengers were killed.", "12 passengers were killed: Nobody has checked this.\n", 1),
    ],
)
def test_it_lets_through_what_holds_no_claim_that_nobody_checked(
    text: str, said: str, code: int, live_server: LiveServer, checker: User, tmp_path: Path
) -> None:
    written = tmp_path / "text"
    written.write_text(text)
    given = {"DESK": live_server.url, "KEY": factories.key(checker), "PYTHONPATH": str(ROOT / "clients" / "python")}
    process = subprocess.Popen(
        [sys.executable, GATE, "Harbour", written], env={**os.environ, **given}, stdout=subprocess.PIPE, text=True
    )
    wait_until(GateJob.objects.exists, 60, "the text waits for the gate")
    gate_jobs.carry_out(GateJob.objects.get().pk)  # the worker's part
    assert process.communicate(timeout=60)[0] == said
    assert (process.returncode, GateJob.objects.get().state, ArticleVersion.objects.count()) == (code, "done", 0)
