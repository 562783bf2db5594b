"""Somebody lets a text out that the gate stops: who may, how long it holds, and that nobody else is told more."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from rest_framework.test import APIClient

from claims.enums import GateEffect, GateReason, Kind, Priority, Rating, Scope
from claims.errors import ServiceAccount, StalePolicy, WrongRole
from claims.models import AuditEntry, GateOverride
from claims.services import gate
from sources.models import Article, ArticleVersion, Profile
from tests import factories

OVERRIDES = "/api/v1/gate/overrides"
REASON = "The coastguard confirmed it by telephone."


@pytest.fixture
def version(checker: User, reviewer: User) -> ArticleVersion:
    """A text that stops, since what it says was found to be wrong."""
    version = factories.first_version("12 people died.")
    factories.approved(
        factories.figure(version, "12 people died", "12", 12, 12), checker, reviewer, rating=Rating.WRONG
    )
    return version


@pytest.fixture
def heading(api_of: Callable[..., APIClient], desk_head: User) -> APIClient:
    return api_of(desk_head)


def asked(client: APIClient, version: ArticleVersion) -> Any:
    return client.post("/api/v1/gate", {"article": version.article_id}).json()


def override(client: APIClient, version: ArticleVersion, **change: Any) -> Any:
    basis = asked(client, version)["basis"] or "0" * 64
    return client.post(OVERRIDES, {"article": version.article_id, "basis": basis, "reason": REASON} | change)


def test_it_lets_the_text_out_says_so_and_can_be_taken_back(
    heading: APIClient, checking: APIClient, version: ArticleVersion
) -> None:
    stopped = asked(checking, version)
    assert (stopped["answer"], stopped["override"], stopped["basis"]) == ("stop", None, None)
    assert [(one["reason"], one["effect"]) for one in stopped["rules"]] == [("rated_wrong", "stop")]
    made = override(heading, version)
    assert (made.status_code, made.json()["against"], made.json()["role"]) == (201, ["rated_wrong"], "desk_head")
    passed = asked(checking, version)
    assert (passed["answer"], passed["override"]) == ("go_with_notes", made.json())
    assert passed["claims"] == stopped["claims"]
    one = f"{OVERRIDES}/{made.json()['id']}"
    assert heading.delete(one).status_code == 428
    gone = heading.delete(one, headers={"If-Match": heading.get(one)["ETag"]})
    assert (gone.status_code, gone.json()["withdrawn_at"] is not None) == (200, True)
    assert asked(checking, version)["answer"] == "stop"
    listed = checking.get(OVERRIDES, {"article": version.article_id, "withdrawn": "true"}).json()["results"]
    assert listed == [gone.json()]


def test_it_lapses_when_the_text_or_what_speaks_against_it_changes(heading: APIClient, version: ArticleVersion) -> None:
    assert override(heading, version).status_code == 201
    mention = version.mentions.get()
    other = factories.first_version("9 people died.", source="Harbour Gazette")
    flag = factories.flag(mention, factories.figure(other, "9 people died", "9", 9, 9), scope=Scope.BETWEEN_SOURCES)
    assert asked(heading, version)["answer"] == "stop"
    flag.delete()
    assert asked(heading, version)["answer"] == "go_with_notes"
    later = factories.next_version(version.article, "12 people died. More to follow.")
    factories.figure(later, "12 people died", "12", 12, 12, claim=mention.claim)
    assert asked(heading, version)["answer"] == "stop"


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        ({"basis": "0" * 64}, 409, "stop_changed"),
        ({"reason": " \u200b"}, 422, "reason_missing"),
        ({"article": 999_999}, 404, "not_found"),
        ({"reason": None}, 400, "invalid"),
    ],
)
def test_what_is_refused(heading: APIClient, version: ArticleVersion, change: Any, code: int, said: str) -> None:
    answer = override(heading, version, **change)
    assert (answer.status_code, answer.json()["code"]) == (code, said)
    assert not GateOverride.objects.exists()


def test_nothing_is_set_aside_where_nothing_stops(heading: APIClient) -> None:
    fine = factories.first_version("Nothing happened.")
    factories.run(fine)
    assert override(heading, fine).json()["code"] == "nothing_stopped"


def test_nobody_else_may_and_a_machine_never(
    checking: APIClient, api_of: Callable[..., APIClient], version: ArticleVersion, reviewer: User, desk_head: User
) -> None:
    for client in (checking, api_of(reviewer)):
        assert override(client, version).json()["code"] == "permission_denied"
    # Whoever sees not all that stops it cannot answer for it.
    assert override(api_of(desk_head, "read", "review"), version).status_code == 403
    Profile.objects.update_or_create(user=desk_head, defaults={"service": True})
    answer = override(api_of(desk_head), version)
    assert (answer.status_code, answer.json()["code"]) == (403, "service_account")
    row = {"basis": "a" * 64, "basis_open": "a" * 64, "text_mark": "a" * 64, "against": [], "reason": "x", "role": "x"}
    with pytest.raises(IntegrityError, match="a machine never says"), transaction.atomic():
        GateOverride.objects.create(by=desk_head, **row)


def test_what_is_held_back_moves_no_answer_of_a_key_without_the_scope(
    heading: APIClient, api_of: Callable[..., APIClient], checker: User, version: ArticleVersion
) -> None:
    blind = api_of(checker, "read")
    override(heading, version)
    other = factories.first_version("9 people died.", source="Harbour Gazette")
    Article.objects.filter(pk=other.article_id).update(embargoed_until=timezone.now() + timedelta(days=1))
    nine = factories.figure(other, "9 people died", "9", 9, 9)
    factories.flag(version.mentions.get(), nine, scope=Scope.BETWEEN_SOURCES)
    assert asked(heading, version)["answer"] == "stop", "it lapsed, as there is a conflict more"
    assert asked(blind, version)["answer"] == "go_with_notes", "of which she hears nothing"
    # Nor does a new override on all of it tell her of the conflict.
    made = override(heading, version).json()
    assert made["against"] == ["conflict", "rated_wrong"]
    assert asked(blind, version)["override"]["against"] == ["rated_wrong"]


@pytest.mark.django_db(transaction=True)
def test_it_stands_in_the_audit_trail_and_is_never_rewritten(heading: APIClient, version: ArticleVersion) -> None:
    override(heading, version)
    row = GateOverride.objects.get()
    gate.withdraw(row, by=row.by)
    entries = AuditEntry.objects.filter(relation="claims_gateoverride").order_by("seq")
    assert [(one.what, one.payload["reason"]) for one in entries] == [("insert", REASON), ("update", REASON)]
    for statement in ("UPDATE claims_gateoverride SET reason = 'Nothing.'", "DELETE FROM claims_gateoverride"):
        with pytest.raises(IntegrityError, match="append-only"), connection.cursor() as cursor:
            cursor.execute(statement)


def said(by: User, after: int, **change: Any) -> Any:
    given: dict[str, Any] = {
        "effects": {},
        "unchecked_percent": 50,
        "stale_days": 30,
        "kinds": list(Kind),
        "least_priority": Priority.LOW,
    }
    return gate.set_policy(after=after, by=by, **given | change)


def test_the_desk_says_what_stops(checking: APIClient, admin: User, checker: User, version: ArticleVersion) -> None:
    said(admin, 0, effects={GateReason.RATED_WRONG: GateEffect.NOTE})
    noted = asked(checking, version)
    assert (noted["answer"], noted["policy"]["revision"]) == ("go_with_notes", 1)
    assert [(one["reason"], one["effect"]) for one in noted["rules"]] == [("rated_wrong", "note")]
    with pytest.raises(StalePolicy):
        said(admin, 0)
    with pytest.raises(WrongRole):
        said(checker, 1)
    said(admin, 1, effects={GateReason.RATED_WRONG: GateEffect.IGNORE})
    assert asked(checking, version)["answer"] == "go"
    said(admin, 2, kinds=[Kind.QUOTE])
    assert (asked(checking, version)["answer"], asked(checking, version)["counted"]) == ("go", 1)
    said(admin, 3, least_priority=Priority.HIGH)
    assert asked(checking, version)["answer"] == "go"
    version.mentions.get().claim.__class__.objects.update(priority=Priority.HIGH)
    assert asked(checking, version)["answer"] == "stop"
    Profile.objects.update_or_create(user=admin, defaults={"service": True})
    with pytest.raises(ServiceAccount):
        said(admin, 4)
