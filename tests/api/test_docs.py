"""docs/api.md keeps its word: its commands run, its tables are the code's."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from pytest_django.live_server_helper import LiveServer
from standardwebhooks import Webhook as Reader

from claims.api import articles, claims, evidence, flags, gate_overrides, imports, mentions, verdicts, watches
from claims.api import webhooks as hooks
from claims.models import Webhook
from claims.services import checked, events, pipeline, webhooks
from factcheck.api import STATUS_OF
from factcheck.problems import catalogue
from sources.api import views
from sources.api.desk import DeskView
from sources.api.problems import KINDS
from sources.models import ArticleVersion
from tests import factories
from tests.sites import LOOPBACK, Site, body

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
STEPS = re.findall(r"```sh\n(.*?)```\n```json\n(.*?)```", TEXT, re.DOTALL)
END = "\x1e"


class Shell:
    """A shell that stays open, as a reader's does."""

    def __init__(self, folder: Path) -> None:
        self.errors = folder / "errors"
        with self.errors.open("w") as errors:
            self.process = subprocess.Popen(
                ["bash", "-u"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True
            )

    def run(self, script: str) -> str:
        """What the commands print; fails where one of them complains."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{script}\nprintf '\\x1e\\n'\n")
        self.process.stdin.flush()
        lines = iter(self.process.stdout.readline, f"{END}\n")
        printed = []
        for line in lines:
            assert line, self.errors.read_text()
            printed.append(line)
            if line.endswith(f"{END}\n"):
                break
        assert self.errors.read_text() == ""
        return "".join(printed).removesuffix(f"{END}\n")


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Shell]:
    opened = Shell(tmp_path)
    yield opened
    assert opened.process.stdin is not None
    opened.process.stdin.close()
    assert opened.process.wait(timeout=30) == 0
    assert opened.process.stdout is not None
    opened.process.stdout.close()


def _shown_of(answer: Any, shown: Any) -> Any:
    """What an answer says of that which is shown."""
    if isinstance(shown, dict) and isinstance(answer, dict):
        return {name: _shown_of(answer.get(name), inner) for name, inner in shown.items()}
    if isinstance(shown, list) and isinstance(answer, list) and len(shown) == len(answer):
        return [_shown_of(one, inner) for one, inner in zip(answer, shown, strict=True)]
    return answer


@pytest.mark.skipif(not (shutil.which("curl") and shutil.which("jq")), reason="the commands need curl and jq")
@pytest.mark.django_db(transaction=True)
def test_the_commands_do_what_is_shown(
    live_server: LiveServer, checker: User, desk_head: User, shell: Shell, site: Site, settings: Any
) -> None:
    settings.CALL_NETWORKS, settings.CALL_PORTS = (LOOPBACK,), frozenset({site.port})
    site.pages["/hook"] = body(b"")
    shell.run(f"DESK={live_server.url} PASSWORD={factories.PASSWORD} HOOK={site.address('/hook')}")
    for script, shown in STEPS:
        assert _shown_of(answer := json.loads(shell.run(script)), json.loads(shown)) == json.loads(shown), answer
        for version in ArticleVersion.objects.exclude(runs__state="done"):  # the worker's part
            pipeline.bring_up_to(version.pk)
        checked.complete()
        events.number()
        webhooks.deliver_due()
    assert len(STEPS) == TEXT.count("```sh") == 21
    assert Reader(Webhook.objects.earliest("id").secret).verify(site.bodies[0], site.headers[0])["type"] == "test"


def _rows(heading: str) -> dict[str, list[str]]:
    """A table of the document: first cell to the codes in the others."""
    return dict(_listed(heading))


def _listed(heading: str) -> list[tuple[str, list[str]]]:
    table = TEXT.split(heading)[1].split("\n\n")[0]
    lines = [line.strip("|").split("|") for line in table.splitlines()[1:] if line.startswith("|")]
    return [(cells[0].strip(), [" ".join(re.findall(r"`([^`]+)`", cell)) for cell in cells[1:]]) for cells in lines]


@pytest.mark.parametrize(
    ("address", "view"),
    [
        ("`/articles`", articles.ArticleList),
        ("`/articles/{id}/versions`", articles.VersionList),
        ("`/claims`", claims.ClaimList),
        ("`/flags`", flags.FlagList),
        ("`/mentions`", mentions.MentionList),
        ("`/evidence`", evidence.EvidenceList),
        ("`/verdicts`", verdicts.VerdictList),
        ("`/reviews`", verdicts.ReviewList),
        ("`/corrections`", mentions.CorrectionList),
        ("`/comments`", mentions.CommentList),
        ("`/sources`", views.SourceList),
        ("`/stories`", views.StoryList),
        ("`/imports`", imports.ImportList),
        ("`/imports/{id}/lines`", imports.ImportLines),
        ("`/gate/overrides`", gate_overrides.GateOverrideList),
        ("`/match/watch`", watches.WatchList),
        ("`/webhooks`", hooks.WebhookList),
        ("`/webhooks/{id}/deliveries`", hooks.DeliveryList),
    ],
)
def test_filters_and_orders_are_those_of_the_code(address: str, view: type[DeskView]) -> None:
    filterset = getattr(view, "filterset_class", None)
    filters = " ".join(filterset.base_filters) if filterset else ""
    assert _rows("| list |")[address] == [filters, " ".join(view.orderings)]


def test_every_code_is_listed_with_its_status() -> None:
    """Those of the API itself, and of the rules' refusals all that have a status of their own; the others are 422."""
    rows = [(status, cells) for status, cells in _listed("| status |") if status.isdigit()]
    listed = {code: int(status) for status, cells in rows for code in cells[0].split()}
    known = {code: status for code, (status, _) in catalogue(STATUS_OF).items()}
    assert listed == {code: known[code] for code in known if code in {*KINDS, *STATUS_OF, *listed}}
