"""A backup taken and restored word for word as docs/operations.md has it: the trail holds, and a forged row shows."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from claims.models import AuditEntry, Review, Verdict
from claims.queries import audit
from factcheck import embedded
from sources.roles import Role
from tests import factories, processes

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]
RESTORED = "factcheck_restored"
HELD = "The audit trail holds, and the rows are as it says."


@pytest.fixture
def commands() -> tuple[str, str]:
    """What the chapter on backups has people type: taking one, trying it."""
    chapter = (processes.ROOT / "docs/operations.md").read_text(encoding="utf-8").split("\n## Backup\n")[1]
    take, restore, _ = re.findall(r"^```\n(.*?)^```$", chapter, re.M | re.S)
    return take, restore


@pytest.fixture
def checkout(servers: embedded.Servers, there: None) -> Iterator[Path]:
    """A folder like that of somebody who runs the workbench: its servers in `var/`, Python in `.venv/`."""
    folder = servers.home.path.parent.parent
    for name, place in {".venv": Path(sys.prefix), "manage.py": processes.ROOT / "manage.py"}.items():
        (folder / name).symlink_to(place)
    with connection.cursor() as cursor:  # tests/conftest.py switched it off, and the trail would say so
        cursor.execute("ALTER TABLE claims_auditentry ENABLE TRIGGER entry_stays_whole")
    yield folder
    for name in (".venv", "manage.py"):
        (folder / name).unlink()


def _approved() -> Verdict:
    people = [factories.person(role.value, role) for role in (Role.CHECKER, Role.REVIEWER)]
    mention = factories.figure(factories.first_version("12 people died."), "12 people died", "12", 12, 12)
    return factories.approved(mention, *people)


def _pages(verdict: Verdict) -> dict[str, int]:
    """The status of pages that read most tables, for the reviewer."""
    client = Client()
    client.force_login(factories.User.objects.get(username="reviewer"))
    article = reverse("article", args=[verdict.claim.article_id])
    ways = (reverse("articles"), reverse("queue"), article, f"{article}?claim={verdict.claim_id}", reverse("review"))
    return {way: client.get(way).status_code for way in ways}


def _forge(review: Review) -> None:
    """As the owner of the tables can: with the triggers switched off for a moment."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE claims_review DISABLE TRIGGER USER")
        cursor.execute("UPDATE claims_review SET reason = 'As agreed.' WHERE id = %s", [review.pk])
        cursor.execute("ALTER TABLE claims_review ENABLE TRIGGER USER")


def test_a_backup_restores_elsewhere_and_a_forged_row_shows_there(
    checkout: Path, move_to: Callable[[str], None], commands: tuple[str, str]
) -> None:
    verdict = _approved()
    end = audit.head()
    typed = ["/bin/bash", "-euc", "".join(commands)]
    told = subprocess.run(
        typed, cwd=checkout, env=processes.environment(), stdout=subprocess.PIPE, check=True, text=True
    )
    assert told.stdout.splitlines() == [f"{end.seq} entries. End of the trail: {end}", HELD]

    move_to(RESTORED)
    assert set(_pages(verdict).values()) == {200}
    review = Review.objects.get(act="approve")
    _forge(review)
    found = StringIO()
    with pytest.raises(CommandError, match=r"^The audit trail does not hold: 1 faults\.$"):
        call_command("verify_audit", stdout=StringIO(), stderr=found)
    entry = AuditEntry.objects.get(relation="claims_review", subject=str(review.pk))
    assert found.getvalue() == f"claims_review {review.pk} is not as entry {entry.seq} has it: reason.\n"
