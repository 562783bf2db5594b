"""What must never be false about the gate, imports, checked claims and watches is held by the database."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import F

from claims.enums import LineState, RunState
from claims.models import (
    BulkImport,
    CheckedClaim,
    CheckedKey,
    GateJob,
    GateOverride,
    GatePolicy,
    ImportLine,
    Verdict,
    Watch,
    WatchedWords,
    Webhook,
)
from tests import factories
from tests.claims.refused import again, broken

pytestmark = pytest.mark.django_db
MORNING = factories.MORNING
LEASE = "00000000-0000-0000-0000-000000000001"
VECTOR = [1.0] + [0.0] * 383


@pytest.fixture
def rows(desk_head: User) -> dict[str, Any]:
    """One valid row of each kind."""
    version = factories.first_version("12 people died.")
    figure = factories.figure(version, "12 people died", "12", 12, 12)
    verdict = Verdict.objects.create(claim=figure.claim, mention=figure, author=desk_head)
    checked = CheckedClaim.objects.create(
        claim=figure.claim, article=version.article, verdict=verdict, mention=figure, kind="figure", at=MORNING
    )
    webhook = Webhook.objects.create(url="https://desk.example/hook", secret="whsec_a")
    watch = Watch.objects.create(
        owner=desk_head,
        webhook=webhook,
        text="12 people died.",
        mark="a",
        created_at=MORNING,
        expires_at=MORNING + timedelta(days=1),
    )
    bulk = BulkImport.objects.create(owner=desk_head, sees_embargoed=False, lines=1, due_at=MORNING)
    return {
        "policy": GatePolicy.objects.create(revision=1_000, kinds=["figure"], by=desk_head),
        "override": GateOverride.objects.create(
            article=version.article,
            text_mark="a",
            basis="b",
            basis_open="b",
            against=["unchecked"],
            reason="The mayor confirmed it by telephone.",
            role="desk_head",
            by=desk_head,
        ),
        "job": GateJob.objects.create(
            asker=desk_head,
            sees_embargoed=False,
            digest="a",
            text="12 people died.",
            due_at=MORNING,
            published_at=MORNING,
            expires_at=MORNING,
        ),
        "checked": checked,
        "key": CheckedKey.objects.create(checked=checked, key=1, at=MORNING),
        "watch": watch,
        "words": WatchedWords.objects.create(watch=watch, kind="figure", model="m", vector=VECTOR),
        "import": bulk,
        "line": ImportLine.objects.create(bulk=bulk, number=1),
    }


CHANGES = [
    ("gatejob_running_has_lease", "job", {"state": RunState.RUNNING, "lease": LEASE}),
    ("gatejob_failed_says_why", "job", {"state": RunState.FAILED}),
    ("bulkimport_running_has_lease", "import", {"state": RunState.RUNNING, "leased_until": MORNING}),
    ("bulkimport_failed_says_why", "import", {"state": RunState.FAILED}),
    ("import_line_state", "line", {"state": "lost"}),
    ("import_line_says_why", "line", {"state": LineState.FAILED}),
    # Taken back by nobody, or by somebody at no time.
    ("gate_override_withdrawn_by_somebody", "override", {"withdrawn_at": MORNING}),
    ("gate_override_withdrawn_by_somebody", "override", {"withdrawn_by": F("by")}),
    ("checked_claim_kind", "checked", {"kind": "rumour"}),
    ("watch_text_not_empty", "watch", {"text": ""}),
    ("watch_lasts", "watch", {"expires_at": F("created_at")}),
    ("watched_words_kind", "words", {"kind": "rumour"}),
]


@pytest.mark.parametrize(("constraint", "row", "change"), CHANGES)
def test_a_change_is_refused(rows: dict[str, Any], constraint: str, row: str, change: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        type(rows[row]).objects.filter(pk=rows[row].pk).update(**change)
    assert broken(refused.value) == constraint


COPIES = [
    # Policies and overrides are only added.
    ("gate_policy_percent", "policy", {"revision": 1_001, "unchecked_percent": 101}),
    ("gate_policy_days", "policy", {"revision": 1_001, "stale_days": 0}),
    ("gate_policy_kinds", "policy", {"revision": 1_001, "kinds": []}),
    ("gate_override_says_why", "override", {"reason": ""}),
    ("gate_job_once", "job", {"title": "Another headline"}),
    ("checked_key_once", "key", {}),
    ("watch_once", "watch", {"text": "Other words with the same mark."}),
    ("import_line_once", "line", {}),
]


@pytest.mark.parametrize(("constraint", "row", "changes"), COPIES)
def test_a_second_row_is_refused(rows: dict[str, Any], constraint: str, row: str, changes: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        again(rows[row], **changes).save()
    assert broken(refused.value) == constraint


# Near misses: rows that are right.
@pytest.mark.parametrize(
    ("row", "change"),
    [
        ("job", {"state": RunState.RUNNING, "lease": LEASE, "leased_until": MORNING}),
        ("import", {"state": RunState.FAILED, "error": "no"}),
        ("line", {"state": LineState.FAILED, "code": "empty_text"}),
        ("override", {"withdrawn_at": MORNING, "withdrawn_by": F("by")}),
    ],
)
def test_what_is_allowed(rows: dict[str, Any], row: str, change: dict[str, Any]) -> None:
    assert type(rows[row]).objects.filter(pk=rows[row].pk).update(**change) == 1
