"""What a key asks most is answered by one statement: the same answer, and nothing that the key lost since."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import DataError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from rest_framework.test import APIClient

from claims.models import Mention
from claims.queries.states import OF_CLAIM
from sources.api import rates
from sources.models import ApiKey, Article
from sources.queries import keys, prepared
from sources.roles import Role
from tests import factories


@pytest.fixture
def killed(checker: User) -> Mention:
    version = factories.first_version("12 passengers were killed.", by=checker)
    return factories.figure(version, "12 passengers were killed", "12", 12, 12)


def _path(mention: Mention) -> str:
    return f"/api/v1/claims/{mention.claim_id}/status"


def _at_once(client: APIClient, path: str, **headers: str) -> Any:
    """An answer that took one statement, after those that made key and statement known."""
    for _ in range(2):
        client.get(path, headers=headers)
    with CaptureQueriesContext(connection) as statements:
        answer = client.get(path, headers=headers)
    assert len(statements) == 1
    return answer


def _usual(client: APIClient, path: str, **headers: str) -> Any:
    """The same from the view itself, which is asked as long as nothing is known of the key."""
    keys._REMEMBERED.clear()
    return client.get(path, headers=headers)


def test_both_ways_give_the_same(checking: APIClient, killed: Mention) -> None:
    told = [_at_once(checking, _path(killed)), _usual(checking, _path(killed))]
    bodies = [{name: value for name, value in one.json().items() if name != "checked_at"} for one in told]
    assert bodies[0] == bodies[1]
    assert bodies[0]["summary"] == "Nobody has checked this."
    heads = [{name: value for name, value in one.items() if name != "RateLimit"} for one in told]
    assert heads[0] == heads[1]
    assert heads[0]["ETag"].startswith("W/")


@pytest.mark.parametrize("path", ["/api/v1/claims/{}", "/api/v1/claims/{}/status"])
def test_both_ways_say_that_nothing_changed(checking: APIClient, killed: Mention, path: str) -> None:
    path = path.format(killed.claim_id)
    tag = checking.get(path)["ETag"]
    told = [way(checking, path, **{"If-None-Match": tag}) for way in (_at_once, _usual)]
    assert [(one.status_code, one.content, one["ETag"]) for one in told] == [(304, b"", tag)] * 2
    heads = [{name: value for name, value in one.items() if name != "RateLimit"} for one in told]
    assert heads[0] == heads[1]


def test_what_takes_no_reading_says_so(checking: APIClient, killed: Mention) -> None:
    """A key that is known asks to read what can only be written to."""
    checking.get(_path(killed))
    answer = checking.get("/api/v1/gate")
    assert (answer.status_code, answer["Allow"], answer.json()["code"]) == (405, "POST, OPTIONS", "method_not_allowed")


def _loses(**columns: Any) -> Callable[[User], Any]:
    return lambda owner: ApiKey.objects.filter(owner=owner).update(**columns)


# What happens to a key that was answered a moment ago, and what it gets then; in each it could go on as before.
LOSSES: dict[str, tuple[Callable[[User], Any], int, str]] = {
    "it is revoked": (
        lambda owner: ApiKey.objects.filter(owner=owner).update(revoked_at=timezone.now(), revoked_by=owner),
        401,
        "authentication_failed",
    ),
    "its time is over": (_loses(expires_at=timezone.now() - timedelta(hours=1)), 401, "authentication_failed"),
    "it is good for less": (_loses(scopes=["push"]), 403, "scope_missing"),
    "it is another one": (_loses(digest="0" * 64), 401, "authentication_failed"),
    "it is gone": (lambda owner: ApiKey.objects.filter(owner=owner).delete(), 401, "authentication_failed"),
    "the login is closed": (
        lambda owner: User.objects.filter(pk=owner.pk).update(is_active=False),
        401,
        "authentication_failed",
    ),
    "its owner has no role any more": (lambda owner: owner.groups.clear(), 403, "permission_denied"),
    # A reporter sees what she added herself, and this she did not.
    "its owner is a reporter now": (
        lambda owner: owner.groups.set([Group.objects.get(name=Role.REPORTER.value)]),
        404,
        "not_found",
    ),
    "her role has another name": (lambda owner: owner.groups.update(name="visitors"), 403, "permission_denied"),
    "the article is held back": (
        lambda owner: (
            _loses(scopes=["read"])(owner),
            Article.objects.update(embargoed_until=timezone.now() + timedelta(hours=1)),
        ),
        404,
        "not_found",
    ),
}


@pytest.mark.parametrize("what", LOSSES)
def test_a_loss_counts_at_once(
    what: str, api_of: Callable[..., APIClient], second_checker: User, killed: Mention
) -> None:
    change, status, code = LOSSES[what]
    client = api_of(second_checker)
    tag = _at_once(client, f"/api/v1/claims/{killed.claim_id}", **{"If-None-Match": "*"})["ETag"]
    assert _at_once(client, _path(killed)).status_code == 200
    change(second_checker)
    for path in (_path(killed), f"/api/v1/claims/{killed.claim_id}"):
        answer = client.get(path, headers={"If-None-Match": f"{tag}, *"})
        assert (answer.status_code, answer.json()["code"], answer.has_header("ETag")) == (status, code, False)


def test_it_counts_against_the_rate_once(checking: APIClient, killed: Mention, settings: Any) -> None:
    settings.API_RATE = 6
    _at_once(checking, _path(killed))
    left = [checking.get(_path(killed))["RateLimit"].partition(";t")[0] for _ in range(3)]
    assert left == ['"key";r=2', '"key";r=1', '"key";r=0']
    refused = checking.get(_path(killed))
    assert (refused.status_code, refused.json()["code"]) == (429, "throttled")
    assert int(refused["Retry-After"]) <= 60


def test_the_use_is_noted_every_minute(checking: APIClient, killed: Mention) -> None:
    _at_once(checking, _path(killed))
    earlier = timezone.now() - timedelta(minutes=2)
    ApiKey.objects.update(last_used_at=earlier)
    for _ in range(2):
        assert checking.get(_path(killed)).status_code == 200
    assert ApiKey.objects.get().last_used_at > earlier + timedelta(minutes=1)


def test_processes_take_numbers_in_blocks(db: None) -> None:
    """Two of them, in turns: no number twice, none left out but what one has taken and not given out."""
    one, other = rates._Blocks(), rates._Blocks()
    given = [blocks.next("blocks", 10) for _ in range(7) for blocks in (one, one, other)]
    assert len(set(given)) == len(given) == 21
    assert given[:3] == [1, 2, 11]
    assert set(given) == {*range(1, 11), *range(11, 18), *range(21, 25)}


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_broke_is_made_anew(checker: User) -> None:
    eyes = keys.sight(checker)
    assert OF_CLAIM.found(None, eyes, 1) == (None, None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (before,) = cursor.fetchone()
    broken = connection.copy()
    try:
        with broken.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [before])
    finally:
        broken.close()
    assert OF_CLAIM.found(None, eyes, 1) == (None, None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        assert cursor.fetchone() != (before,)


def test_a_key_passes_no_middleware_of_browsers(checking: APIClient, killed: Mention) -> None:
    """A session that came along is neither read nor answered."""
    checking.cookies["sessionid"] = "x" * 32
    answer = checking.get(_path(killed))
    assert (answer.status_code, dict(answer.cookies)) == (200, {})
    assert answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert (answer["X-Frame-Options"], answer["X-Content-Type-Options"]) == ("DENY", "nosniff")


def test_without_plans_the_answer_is_the_same(checking: APIClient, killed: Mention, settings: Any) -> None:
    """As through a pool that gives out another connection for each statement: nothing is left on the connection."""
    settings.PREPARED_STATEMENTS = False
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
        prepared._KNOWN.clear()
        told = [_at_once(checking, path).json() for path in ("/api/v1/claims?limit=1", _path(killed))]
        cursor.execute("SELECT count(*) FROM pg_prepared_statements")
        assert cursor.fetchone() == (0,)
    assert (told[0]["results"][0]["id"], told[1]["claim"]) == (killed.claim_id, killed.claim_id)


# What no parameter of a planned statement can be.
@pytest.mark.parametrize(("value", "error"), [("a\0b", DataError), ([1], TypeError), ("\ud800", UnicodeEncodeError)])
def test_what_is_no_parameter_is_refused(value: Any, error: type[Exception], db: None) -> None:
    with pytest.raises(error):
        prepared.Prepared("echo", "SELECT $1", ("text",)).row(value)


def test_parameters_come_as_they_were_sent(db: None) -> None:
    given = ("Kalderhavn, ø", True, -3, Decimal("1.50"), timezone.now(), None)
    types = ("text", "boolean", "bigint", "numeric", "timestamptz", "text")
    echo = prepared.Prepared("echoes", f"SELECT {', '.join(f'${at}' for at in range(1, 7))}", types)
    assert [echo.rows(*given) for _ in range(2)] == [[given]] * 2
    written = echo.texts(*given)
    assert written is not None
    assert (written[:4], written[5]) == (("Kalderhavn, ø", "t", "-3", "1.50"), None)
    assert prepared.Prepared("nothing", "SELECT 1 WHERE false", ()).texts() is None
