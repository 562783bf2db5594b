"""What of a row goes out, and what comes along: by names that are known, the same however it is asked for."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from rest_framework.test import APIClient

from claims import queries
from claims.api.claim_shapes import ClaimShape
from claims.enums import DismissalReason, Outcome, Scope
from claims.models import Claim, Correction, Mention
from claims.services import comments, decisions, events
from sources.api import included
from sources.models import Article
from sources.queries import keys
from tests import factories
from tests.api import bodies
from tests.api.test_schema import check

CLAIMS = "/api/v1/claims"
ALL = "article,source,verdict,evidence,flags"


@pytest.fixture
def rows(checker: User, reviewer: User) -> dict[str, Any]:
    """Each kind of claim, in two versions, with a verdict, evidence, and flags within and between articles."""
    text = "12.5 tonnes burned. “Réally – 木?” said Ann Vale. He denied that he left."
    version = factories.first_version(text, url="https://ledger.example.org/1", story=factories.story(), by=checker)
    a = factories.figure(version, "12.5 tonnes burned", "12.5", "12.50", None)
    quote = factories.quote(version, "Réally – 木?", "Ann Vale")
    said = factories.attribution(version, "He denied that he left", None, "denied", "he left")
    later = factories.next_version(version.article, text.replace("12.5", "13"))
    b = factories.figure(later, "13 tonnes burned", "13", 13, 13, claim=a.claim, outcome=Outcome.VALUE_CHANGED)
    other = factories.first_version("9 tonnes burned.", source="Harbour Gazette", by=checker)
    c = factories.figure(other, "9 tonnes burned", "9", 9, 9)
    factories.flag(a, b)
    between = factories.flag(b, c, scope=Scope.BETWEEN_SOURCES)
    verdict = factories.approved(quote, checker, reviewer)
    return {"a": a, "b": b, "c": c, "quote": quote, "said": said, "flag": between, "verdict": verdict}


def _shaped(user: User) -> list[dict[str, Any]]:
    """The same claims by the shape that stands in the description."""
    claims = list(queries.claims_listed(user).order_by("-pk"))
    return list(ClaimShape(claims, many=True, context={"open_flags": queries.open_flag_counts(claims, user)}).data)


def test_rows_are_as_their_shape_has_them(rows: dict[str, Any], checking: APIClient, checker: User) -> None:
    Claim.objects.filter(pk=rows["c"].claim_id).update(created_at=factories.MORNING)
    Claim.objects.filter(pk=rows["said"].claim_id).update(created_at=factories.MORNING + timedelta(microseconds=5))
    Mention.objects.filter(pk=rows["c"].pk).update(low=0, high="1234567.000000001")
    told = checking.get(CLAIMS).json()["results"]
    assert told == _shaped(checker)
    assert [len(told), {row["kind"] for row in told}] == [4, {"figure", "quote", "attribution"}]
    assert [row["open_flags"] for row in told] == [1, 0, 0, 2]


@pytest.mark.parametrize("names", ["id", "kind,id", "mention", "open_flags,article,id"])
def test_fields_are_those_and_no_others(rows: dict[str, Any], checking: APIClient, names: str) -> None:
    whole = checking.get(CLAIMS).json()["results"]
    told = checking.get(f"{CLAIMS}?fields={names}").json()["results"]
    assert told == [{name: row[name] for name in names.split(",")} for row in whole]


def test_what_comes_along(rows: dict[str, Any], checking: APIClient) -> None:
    told = checking.get(f"{CLAIMS}?fields=id&include={ALL}").json()["results"]
    along = {row["id"]: row["included"] for row in told}
    first, quote = along[rows["a"].claim_id], along[rows["quote"].claim_id]
    article = rows["a"].version.article
    assert {name: first["article"][name] for name in ("id", "url", "source", "story")} == {
        "id": article.pk,
        "url": article.canonical_url,
        "source": article.source_id,
        "story": article.story_id,
    }
    assert first["source"] == checking.get(f"/api/v1/sources/{article.source_id}").json()
    assert (first["verdict"], first["evidence"]) == (None, [])
    assert rows["flag"].pk in [flag["id"] for flag in first["flags"]]
    assert len(first["flags"]) == 2
    assert (quote["verdict"]["id"], quote["verdict"]["rating"]) == (rows["verdict"].pk, "confirmed")
    kept = rows["verdict"].stands_on.get().evidence
    assert quote["evidence"] == [
        {"id": kept.pk, "stance": "supports", "text": kept.text, "article": kept.version.article_id, "version": 1}
    ]
    assert set(checking.get(f"{CLAIMS}?include=source").json()["results"][0]["included"]) == {"source"}


@pytest.mark.parametrize(
    ("asked", "field", "code"),
    [
        ("fields=rank", "fields", "unknown_field"),  # a column that is there and is nobody's business
        ("fields=", "fields", "unknown_field"),
        ("fields=id,,kind", "fields", "unknown_field"),
        ("fields=included", "fields", "unknown_field"),
        ("fields=ID", "fields", "unknown_field"),
        ("include=article.created_by", "include", "unknown_include"),
        ("include=source;--", "include", "unknown_include"),
        ("fields=id&fields=kind", "fields", "repeated"),
    ],
)
def test_names_that_are_none(rows: dict[str, Any], checking: APIClient, asked: str, field: str, code: str) -> None:
    answer = checking.get(f"{CLAIMS}?{asked}")
    assert answer.status_code == 400
    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == [(field, code)]


def test_an_error_names_what_is_known(checking: APIClient) -> None:
    (error,) = checking.get("/api/v1/sources?fields=nmae").json()["errors"]
    assert error["detail"] == "There is no field 'nmae'. Known: id, name, kind, tier, independence."


# Each list, and one thing of it, with what may come along.
INCLUDES = {
    "articles": "claims,versions",
    "articles/{article}": "claims",
    "claims": ALL,
    "claims/{claim}": ALL,
    "comments": "claim",
    "corrections": "claim",
    "evidence": "claim,article",
    "evidence/{evidence}": "claim,article",
    "flags": "claims,story",
    "flags/{flag}": "claims,story",
    "mentions": "claim,article",
    "reviews": "verdict",
    "stories": "articles",
    "stories/{story}": "articles",
    "verdicts": "claim,evidence,reviews",
    "verdicts/{verdict}": "claim,evidence,reviews",
}
SPARSE = ["articles/{article}/versions", "events", "flags/{flag}/decisions", "gate/overrides", "imports", "match/watch",
          "sources", "webhooks", *(path for path in INCLUDES if "{" not in path)]  # fmt: skip


@pytest.fixture
def desk(rows: dict[str, Any], checker: User, desk_head: User, api_of: Callable[..., APIClient]) -> APIClient:
    """The desk head's, for whom there is a row in every list."""
    comments.say(rows["a"].claim, "Is that all?", by=checker)
    corrected = {"before": {"low": "12"}, "after": {"low": "13"}, "by": checker}
    Correction.objects.create(claim=rows["a"].claim, mention=rows["a"], **corrected)
    decisions.dismiss(rows["flag"], by=checker, code=DismissalReason.ANOTHER_TIME)
    events.number()
    client = api_of(desk_head)
    client.post("/api/v1/imports", [bodies.article()])
    hook = client.post("/api/v1/webhooks", {"url": "https://example.org/", "types": []}).json()["id"]
    client.post("/api/v1/match/watch", {"text": "9 died.", "webhook": hook})
    asked = {"article": rows["b"].version.article_id}
    basis = client.post("/api/v1/gate", asked).json()["basis"]
    client.post("/api/v1/gate/overrides", {**asked, "basis": basis, "reason": "So be it."})
    return client


def _filled(path: str, rows: dict[str, Any]) -> str:
    article = rows["a"].version.article
    ids = {"article": article.pk, "claim": rows["quote"].claim_id, "flag": rows["flag"].pk, "story": article.story_id,
           "verdict": rows["verdict"].pk, "evidence": rows["verdict"].stands_on.get().evidence_id}  # fmt: skip
    return f"/api/v1/{path.format(**ids)}"


def test_every_list_takes_fields(rows: dict[str, Any], desk: APIClient) -> None:
    for name in SPARSE:
        path = _filled(name, rows)
        whole = desk.get(path).json()["results"]
        first = next(iter(whole[0]))
        told = desk.get(f"{path}?fields={first}").json()["results"]
        assert (name, told) == (name, [{first: row[first]} for row in whole])
        unknown = [desk.get(f"{path}?{asked}").status_code for asked in ("fields=colour", "include=colour")]
        assert (name, unknown) == (name, [400, 400])


def test_what_comes_along_is_as_the_description_says(rows: dict[str, Any], desk: APIClient, schema: Any) -> None:
    """And takes no more statements for three rows than for one."""
    for name, asked in INCLUDES.items():
        path, told = _filled(name, rows), "/api/v1/" + name.replace("}", "_id}")
        whole = desk.get(path).json()
        answer = desk.get(f"{path}?include={asked}")
        check(schema, told, "get", answer)
        got = answer.json()
        for row, plain in zip(got.get("results", [got]), whole.get("results", [whole]), strict=True):
            assert (name, sorted(row["included"])) == (name, sorted(asked.split(",")))
            assert {key: value for key, value in row.items() if key != "included"} == plain
        assert desk.get(path, headers={"If-None-Match": answer["ETag"]}).status_code == 200
        again = desk.get(f"{path}?include={asked}", headers={"If-None-Match": answer["ETag"]})
        assert (name, again.status_code) == (name, 304)


def test_what_belongs_to_each_row(rows: dict[str, Any], desk: APIClient, checker: User) -> None:
    def one(path: str) -> Any:
        return desk.get(_filled(path, rows)).json()["included"]

    article = rows["a"].version.article
    counts = one("articles/{article}?include=claims")["claims"]
    assert {key: value for key, value in counts.items() if value} == {"all": 3, "unchecked": 2, "approved": 1}
    (listed,) = (
        row["included"]
        for row in desk.get("/api/v1/articles?include=claims,versions").json()["results"]
        if row["id"] == article.pk
    )
    assert listed["claims"] == counts
    assert listed["versions"] == desk.get(_filled("articles/{article}/versions", rows)).json()["results"]
    flag = one("flags/{flag}?include=claims,story")
    sides = {side: claim["id"] for side, claim in flag["claims"].items()}
    assert sides == {"a": rows["b"].claim_id, "b": rows["c"].claim_id}
    verdict = one("verdicts/{verdict}?include=claim,evidence,reviews")
    assert (verdict["claim"]["id"], verdict["claim"]["state"]) == (rows["quote"].claim_id, "approved")
    assert [row["id"] for row in verdict["evidence"]] == [rows["verdict"].stands_on.get().evidence_id]
    assert [row["act"] for row in verdict["reviews"]] == ["submit", "approve"]
    passage = one("evidence/{evidence}?include=article")
    assert passage["article"]["id"] == rows["verdict"].stands_on.get().evidence.version.article_id
    assert [row["id"] for row in one("stories/{story}?include=articles")["articles"]] == [article.pk]
    quote = one("claims/{claim}?include=verdict,evidence")
    (row,) = desk.get("/api/v1/claims?kind=quote&include=verdict,evidence").json()["results"]
    assert quote == row["included"]


def test_of_many_the_newest_come_along(rows: dict[str, Any], desk: APIClient, monkeypatch: Any) -> None:
    monkeypatch.setattr(included, "MOST_ALONG", 1)
    told = desk.get("/api/v1/articles?include=versions&order=id").json()["results"]
    assert [[one["number"] for one in row["included"]["versions"]] for row in told] == [[2], [1], [1]]


def test_what_comes_along_takes_as_many_statements_for_one_row_as_for_three(
    rows: dict[str, Any], desk: APIClient
) -> None:
    for number in (2, 3):
        version = factories.first_version(
            f"{number} left.", source=f"Paper {number}", story=factories.story(f"{number}")
        )
        left = factories.figure(version, f"{number} left", str(number), number, number)
        factories.flag(left, rows["c"], rule="figure.other")
    for name in ("articles", "evidence", "flags", "mentions", "reviews", "stories", "verdicts"):
        counts = []
        for limit in (1, 3):
            path = f"/api/v1/{name}?limit={limit}&include={INCLUDES[name]}"
            desk.get(path)
            with CaptureQueriesContext(connection) as statements:
                desk.get(path)
            counts.append(len(statements))
        assert (name, counts[0]) == (name, counts[1])


def test_a_reporter_is_given_nothing_of_others_along(
    rows: dict[str, Any], reporter: User, reporting: APIClient
) -> None:
    """Her article has a flag with somebody else's, which is named, and leads no further."""
    own = factories.figure(factories.first_version("7 tonnes burned.", by=reporter), "7 tonnes burned", "7", 7, 7)
    factories.flag(rows["a"], own, rule="figure.other")
    (flag,) = reporting.get("/api/v1/flags?include=claims,story").json()["results"]
    assert (flag["included"]["claims"]["a"], flag["included"]["story"]) == (None, None)
    assert flag["included"]["claims"]["b"]["id"] == own.claim_id
    assert reporting.get("/api/v1/articles?include=claims").json()["results"][0]["included"]["claims"]["all"] == 1


def test_pages_hold_still(rows: dict[str, Any], checking: APIClient) -> None:
    """A claim that is added between two pages shifts none, and the next address asks for the same."""
    ids = [row["id"] for row in checking.get(CLAIMS).json()["results"]]
    found: list[int] = []
    following = f"{CLAIMS}?limit=1&fields=id&include=source"
    while following:
        page = checking.get(following).json()
        assert [set(row) for row in page["results"]] == [{"id", "included"}]
        found += [row["id"] for row in page["results"]]
        following = page["next"]
        factories.figure(rows["c"].version, "9", "9", 9, 9) if len(found) == 1 else None
    assert found == ids


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_takes_one_statement(rows: dict[str, Any], checking: APIClient, count: int) -> None:
    path = f"{CLAIMS}?limit={count}&include={ALL}"
    for _ in range(2):
        checking.get(path)
    with CaptureQueriesContext(connection) as statements:
        assert len(checking.get(path).json()["results"]) == count
    assert len(statements) == 1


def test_both_ways_give_the_same_page(rows: dict[str, Any], checking: APIClient) -> None:
    path = f"{CLAIMS}?limit=2&kind=figure&has_open_flag=true&include={ALL}"
    answers = [checking.get(path) for _ in range(3)]
    keys._REMEMBERED.clear()
    answers.append(checking.get(path))
    assert len({answer.content for answer in answers}) == 1
    assert [len(answers[0].json()["results"]), answers[0].json()["next"]] == [2, None]
    heads = [{name: value for name, value in one.items() if name != "RateLimit"} for one in answers]
    assert all(head == heads[0] for head in heads)


def test_what_is_held_back_is_in_no_row(
    rows: dict[str, Any], api_of: Callable[..., APIClient], checker: User, reporting: APIClient
) -> None:
    """The other side of a flag, and what is evidence, come under embargo; a reporter sees none of all this."""
    client = api_of(checker, "read")
    path = f"{CLAIMS}?fields=id,open_flags&include={ALL}"
    assert len(client.get(path).json()["results"]) == 4
    source = rows["verdict"].stands_on.get().evidence.version.article_id
    later = timezone.now() + timedelta(hours=1)
    Article.objects.filter(pk__in=[source, rows["c"].version.article_id]).update(embargoed_until=later)
    for _ in range(3):
        told = {row["id"]: row for row in client.get(path).json()["results"]}
        assert set(told) == {rows[name].claim_id for name in ("a", "quote", "said")}
        assert told[rows["a"].claim_id]["open_flags"] == len(told[rows["a"].claim_id]["included"]["flags"]) == 1
        assert told[rows["quote"].claim_id]["included"]["evidence"] == []
        assert reporting.get(path).json()["results"] == []
    assert len(api_of(checker).get(path).json()["results"]) == 4
