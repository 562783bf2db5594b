"""ETags: one that changes with everything that is answered, and with nothing but it; and what If-Match is good for."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.http import parse_http_date
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.test import APIClient, APIRequestFactory, force_authenticate

from claims import permissions
from claims.api.claim_shapes import ClaimDetailShape
from claims.enums import Change, ClaimState, DismissalReason, Outcome, RunState, Scope
from claims.models import Claim, ContradictionFlag, ExtractionRun, Mention
from claims.queries.states import OF_CLAIM
from claims.services import claim_moves, decisions, verdicts
from sources.api.conditional import Conditional
from sources.api.tags import shape_mark
from sources.enums import Scope as KeyScope
from sources.models import Article, Source, Story
from sources.queries import keys
from tests import factories
from tests.api import bodies
from tests.api.test_schema import ASKED_WITH, FOR_ANYBODY, ROUTES


@pytest.fixture
def rows(checker: User) -> dict[str, Any]:
    """Two articles of a story that say otherwise, flagged; and a third, which is nobody's business here."""
    story = factories.story()
    version = factories.first_version("12 people died. He left.", story=story, by=checker)
    a = factories.figure(version, "12 people died", "12", 12, 12)
    other = factories.first_version("9 people died.", source="Harbour Gazette", story=story, by=checker)
    b = factories.figure(other, "9 people died", "9", 9, 9)
    apart = factories.first_version("40 people left.", source="Coast Herald", title="A fair", by=checker)
    c = factories.figure(apart, "40 people left", "40", 40, 40)
    flag = factories.flag(a, b, scope=Scope.BETWEEN_SOURCES)
    factories.run(version)
    return {"a": a, "b": b, "c": c, "flag": flag, "version": version, "apart": apart, "other": other, "by": checker}


def _paths(rows: dict[str, Any]) -> dict[str, str]:
    return {
        "claim": f"/api/v1/claims/{rows['a'].claim_id}",
        "flag": f"/api/v1/flags/{rows['flag'].pk}",
        "article": f"/api/v1/articles/{rows['version'].article_id}",
        "version": f"/api/v1/articles/{rows['version'].article_id}/versions/1",
    }


def _set(model: Any, pk: int, **columns: Any) -> None:
    assert model.objects.filter(pk=pk).update(**columns) == 1


def _article(rows: dict[str, Any], side: str = "version") -> Article:
    found: Article = rows[side].article
    return found


# What happens, and which answers are others from then on; all others must stay as they are.
CHANGES: dict[str, tuple[Callable[[dict[str, Any]], Any], set[str]]] = {
    "nothing": (lambda rows: None, set()),
    "a key was used": (lambda rows: factories.key(rows["by"]), set()),
    "the claim moves": (
        lambda rows: claim_moves.move(rows["a"].claim, Change.STATE, ClaimState.CHECK, by=rows["by"]),
        {"claim"},
    ),
    "its mention is carried anew": (
        lambda rows: _set(Mention, rows["a"].pk, outcome=Outcome.MOVED, outcome_reason="One line down."),
        {"claim", "flag"},
    ),
    "its reading is corrected": (lambda rows: _set(Mention, rows["a"].pk, reading="12 dead"), {"claim", "flag"}),
    "its mention is withdrawn": (lambda rows: _set(Mention, rows["a"].pk, withdrawn=True), {"claim", "flag"}),
    "the other side is corrected": (lambda rows: _set(Mention, rows["b"].pk, sentence="Nine."), {"claim", "flag"}),
    "a mention elsewhere is corrected": (lambda rows: _set(Mention, rows["c"].pk, sentence="Forty."), set()),
    "the flag is dismissed": (
        lambda rows: decisions.dismiss(rows["flag"], by=rows["by"], code=DismissalReason.ANOTHER_COUNT),
        {"claim", "flag"},
    ),
    "the flag is graver": (lambda rows: _set(ContradictionFlag, rows["flag"].pk, severity=99), {"claim", "flag"}),
    "another flag is raised": (lambda rows: factories.flag(rows["a"], rows["c"], rule="by_hand"), {"claim"}),
    "a new version comes": (
        lambda rows: factories.next_version(_article(rows), "13 people died."),
        {"claim", "article"},
    ),
    "a version is read again": (
        lambda rows: ExtractionRun.objects.filter(version=rows["version"]).update(
            state=RunState.FAILED, error="It was too long."
        ),
        {"claim", "article", "version"},
    ),
    "the source has another name": (
        lambda rows: _set(Source, _article(rows).source_id, name="Tidewater Post"),
        {"claim", "flag", "article"},
    ),
    "the other source has another name": (
        lambda rows: _set(Source, _article(rows, "other").source_id, name="Gazette"),
        {"claim", "flag"},
    ),
    "a source elsewhere has another name": (
        lambda rows: _set(Source, _article(rows, "apart").source_id, name="Herald"),
        set(),
    ),
    "the story has another title": (lambda rows: _set(Story, _article(rows).story_id, title="Fire"), {"article"}),
    "the article is out of its story": (
        lambda rows: _set(Article, _article(rows).pk, story=None),
        {"claim", "flag", "article"},
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_the_tag_changes_with_the_answer(what: str, rows: dict[str, Any], checking: APIClient) -> None:
    change, expected = CHANGES[what]
    before = {name: checking.get(path) for name, path in _paths(rows).items()}
    change(rows)
    after = {name: checking.get(path) for name, path in _paths(rows).items()}
    other_tag = {name for name in before if before[name]["ETag"] != after[name]["ETag"]}
    other_body = {name for name in before if before[name].content != after[name].content}
    assert other_tag == expected
    assert other_body <= other_tag
    assert bool(other_body) == bool(expected)  # a change that nobody is shown would prove nothing
    for name, path in _paths(rows).items():
        status = checking.get(path, headers={"If-None-Match": before[name]["ETag"]}).status_code
        assert (name, status) == (name, 200 if name in expected else 304)


def test_what_an_answer_carries(rows: dict[str, Any], checking: APIClient) -> None:
    answers = {name: checking.get(path) for name, path in _paths(rows).items()}
    assert len({answer["ETag"] for answer in answers.values()}) == len(answers)
    for answer in answers.values():
        assert len(answer["ETag"]) == 34
        assert not answer["ETag"].startswith("W/")
        assert parse_http_date(answer["Last-Modified"]) <= timezone.now().timestamp()
        assert answer["Cache-Control"] == "private, no-cache"
        assert {"Authorization", "Cookie"} <= {name.strip() for name in answer["Vary"].split(",")}
    assert checking.post("/api/v1/claims", {})["Cache-Control"] == "no-store"


# The header as clients and proxies send it: a list, weak ones, any, another, and what is no tag.
@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ("{tag}", 304),
        ("W/{tag}", 304),
        ('"x", {tag}', 304),
        ("*", 304),
        ('"x"', 200),
        ("{bare}", 200),
        ("", 200),
    ],
)
def test_if_none_match(sent: str, status: int, rows: dict[str, Any], checking: APIClient) -> None:
    path = _paths(rows)["claim"]
    tag = checking.get(path)["ETag"]
    for ask in (checking.get, checking.head):
        answer = ask(path, headers={"If-None-Match": sent.format(tag=tag, bare=tag.strip('"'))})
        assert (answer.status_code, answer["ETag"]) == (status, tag)
        assert answer["Cache-Control"] == "private, no-cache"
        assert bool(answer.content) == (status == 200 and ask == checking.get)


def test_unchanged_is_answered_by_one_statement(
    rows: dict[str, Any], checking: APIClient, django_assert_num_queries: Callable[[int], Any]
) -> None:
    """A statement is made known to the connection once."""
    tags = {path: checking.get(path)["ETag"] for path in _paths(rows).values()}
    for path, tag in tags.items():
        with django_assert_num_queries(1):  # the key with its owner and roles, and the state
            assert checking.get(path, headers={"If-None-Match": tag}).status_code == 304


def test_a_tag_opens_nothing(rows: dict[str, Any], checking: APIClient, reporting: APIClient) -> None:
    """The reporter sees none of these articles, and the tag that a checker got says nothing to her."""
    for path in _paths(rows).values():
        tag = checking.get(path)["ETag"]
        for sent in (tag, "*"):
            answer = reporting.get(path, headers={"If-None-Match": sent})
            assert (answer.status_code, answer.has_header("ETag")) == (404, False)
        assert APIClient().get(path, headers={"If-None-Match": tag}).status_code == 401


class _Settled(Conditional):
    """A decision on a claim, as views of changes are made."""

    allows = {"GET": permissions.read, "POST": permissions.check_claims}
    scopes = {"GET": KeyScope.READ, "POST": KeyScope.CHECK}
    serializer_class = ClaimDetailShape
    stated = OF_CLAIM

    def post(self, request: Request, claim_id: int) -> Response:
        claim_moves.move(Claim.objects.get(pk=claim_id), Change.STATE, ClaimState.CHECK, by=request.user)
        return Response({})


def _settle(rows: dict[str, Any], user: User, **headers: str) -> Any:
    request = APIRequestFactory().post("/", {}, format="json", headers=headers)
    force_authenticate(request, user)
    return _Settled.as_view()(request, claim_id=rows["a"].claim_id)


def test_a_change_says_of_which_state_it_speaks(rows: dict[str, Any], checker: User, checking: APIClient) -> None:
    path = _paths(rows)["claim"]
    tag = checking.get(path)["ETag"]
    for sent in ({}, {"If-Match": "*"}):
        answer = _settle(rows, checker, **sent)
        assert (answer.status_code, answer.data["code"]) == (428, "if_match_required")
    # Another, a weak one, and the right one a change too late.
    for sent in ('"x"', f"W/{tag}"):
        answer = _settle(rows, checker, **{"If-Match": sent})
        assert (answer.status_code, answer.data["code"]) == (412, "changed_meanwhile")
    assert Claim.objects.get(pk=rows["a"].claim_id).state == ClaimState.UNCHECKED
    settled = _settle(rows, checker, **{"If-Match": f'"x", {tag}'})
    assert (settled.status_code, settled["ETag"]) == (200, checking.get(path)["ETag"])
    assert _settle(rows, checker, **{"If-Match": tag}).status_code == 412


def test_everything_that_is_read_is_conditional(rows: dict[str, Any], desk_head: User, api_of: Any) -> None:
    """Each GET by key, of one thing and of lists: a tag, and 304 to it, both at once and by the view itself."""
    asking, claim = api_of(desk_head), rows["a"].claim
    hook = asking.post("/api/v1/webhooks", {"url": "https://example.org/", "types": []})
    stop = asking.post("/api/v1/gate", {"article": _article(rows).pk}).json()["basis"]
    let = asking.post("/api/v1/gate/overrides", {"article": _article(rows).pk, "basis": stop, "reason": "So be it."})
    ids = {
        "article_id": _article(rows).pk,
        "number": 1,
        "claim_id": claim.pk,
        "flag_id": rows["flag"].pk,
        "evidence_id": factories.evidence(claim, rows["by"]).pk,
        "verdict_id": verdicts.open_draft(claim, by=rows["by"]).pk,
        "source_id": _article(rows).source_id,
        "story_id": _article(rows).story_id,
        "webhook_id": hook.json()["id"],
        "watch_id": asking.post("/api/v1/match/watch", {"text": "9 died.", "webhook": hook.json()["id"]}).json()["id"],
        "override_id": let.json()["id"],
        "import_id": asking.post("/api/v1/imports", [bodies.article()]).json()["id"],
        "job_id": asking.post("/api/v1/gate", {"text": "12 people died."}).json()["job"]["id"],
    }
    open_ones = {"/api/v1/problems/{code}", "/api/v1/events/stream"} | FOR_ANYBODY
    paths = [path for path in ROUTES.keys() - open_ones if "get" in ROUTES[path]]
    assert len(paths) >= 36
    for path in sorted(paths):
        address = path.format(**ids) + ASKED_WITH.get(path, "").format(**ids)
        whole = asking.get(address)
        again = [asking.get(address, headers={"If-None-Match": whole["ETag"]}) for _ in range(2)]
        keys._REMEMBERED.clear()
        again.append(asking.get(address, headers={"If-None-Match": whole["ETag"]}))
        assert [(path, one.status_code, one.content) for one in again] == [(path, 304, b"")] * 3
        told = {(one["ETag"], one["Cache-Control"], one["Vary"]) for one in (whole, *again)}
        assert told == {(whole["ETag"], "private, no-cache", "Authorization, Cookie")}


def test_a_person_with_another_name_is_another_answer(
    rows: dict[str, Any], checking: APIClient, reviewer: User
) -> None:
    verdict = factories.approved(rows["c"], rows["by"], reviewer)
    passage = verdict.stands_on.get().evidence_id
    paths = [f"/api/v1/verdicts/{verdict.pk}", f"/api/v1/evidence/{passage}", "/api/v1/reviews"]
    before = [checking.get(path)["ETag"] for path in paths]
    User.objects.filter(pk=rows["by"].pk).update(last_login=timezone.now())
    assert [checking.get(path)["ETag"] for path in paths] == before
    User.objects.filter(pk=rows["by"].pk).update(last_name="Vale-Marsh")
    after = [checking.get(path, headers={"If-None-Match": tag}) for path, tag in zip(paths, before, strict=True)]
    assert [(one.status_code, "Vale-Marsh" in one.content.decode()) for one in after] == [(200, True)] * 3


class _Wider(ClaimDetailShape):
    rating = serializers.CharField()


def test_another_shape_gives_another_tag() -> None:
    assert shape_mark(_Wider) != shape_mark(ClaimDetailShape)


def test_what_is_counted_together_is_tagged_by_what_was_found(rows: dict[str, Any], checking: APIClient) -> None:
    """Status, a text's and a story's: 304 until something in it changes."""
    story, apart = _article(rows).story_id, _article(rows, "apart").pk
    paths = [
        f"/api/v1/claims/{rows['a'].claim_id}/status",
        f"/api/v1/status?article={_article(rows).pk}",
        f"/api/v1/stories/{story}",
        f"/api/v1/stories/{story}/series?measure_key=killed",
    ]
    tags = {path: checking.get(path)["ETag"] for path in paths}

    def again(path: str) -> int:
        status: int = checking.get(path, headers={"If-None-Match": tags[path]}).status_code
        return status

    _set(Mention, rows["c"].pk, measure_key="killed", low=7)
    assert _article(rows, "apart").pk == apart
    assert [again(path) for path in paths] == [304] * 4
    _set(ContradictionFlag, rows["flag"].pk, severity=99)
    assert [again(path) for path in paths] == [200, 200, 304, 304]
    factories.figure(rows["version"], "12", "12", 12, 12)
    _set(Mention, rows["a"].pk, measure_key="killed", low=11)
    assert [again(path) for path in paths[2:]] == [200, 200]


# What happens to a claim, one thing after the other, and what of its status each changes.
STEPS: dict[str, tuple[Callable[[dict[str, Any]], Any], str]] = {
    "a flag is dismissed": (
        lambda rows: decisions.dismiss(rows["flag"], by=rows["by"], code=DismissalReason.ANOTHER_COUNT),
        "conflicts",
    ),
    "a verdict is approved": (lambda rows: factories.approved(rows["a"], rows["by"], rows["reviewer"]), "rating"),
    "the source of its passage has another name": (
        lambda rows: Source.objects.filter(name="Harbour police").update(name="Port police"),
        "evidence",
    ),
    "it is published": (lambda rows: _act(rows, verdicts.publish), "verdict"),
    "a newer revision is begun": (
        lambda rows: verdicts.revise(rows["a"].claim.verdicts.get(), by=rows["by"]),
        "superseded_by",
    ),
    "it is retracted": (lambda rows: _act(rows, verdicts.retract, reason="Not so."), "withdrawn"),
    "the article has a new version": (lambda rows: factories.next_version(_article(rows), "None died."), "latest"),
}


def _act(rows: dict[str, Any], act: Callable[..., Any], **more: Any) -> None:
    verdict = rows["a"].claim.verdicts.get(revision=1)
    act(verdict, by=rows["desk_head"], edits=verdict.edits, **more)


def test_each_change_of_a_status_gives_another_tag(
    rows: dict[str, Any], reviewer: User, desk_head: User, api_of: Callable[..., APIClient]
) -> None:
    """The key was used a moment ago, so these are answered at once; at the end it sees no more what is held back."""
    asking, path = api_of(rows["by"], "read"), f"/api/v1/claims/{rows['a'].claim_id}/status"
    rows |= {"reviewer": reviewer, "desk_head": desk_head}
    before = asking.get(path)
    for what, (change, told) in STEPS.items():
        change(rows)
        after = asking.get(path, headers={"If-None-Match": before["ETag"]})
        assert (what, after.status_code) == (what, 200)
        assert (what, after.json()[told] != before.json()[told]) == (what, True)
        assert asking.get(path, headers={"If-None-Match": after["ETag"]}).status_code == 304
        before = after
    Article.objects.update(embargoed_until=timezone.now() + timedelta(hours=1))
    gone = asking.get(path, headers={"If-None-Match": before["ETag"]})
    assert (gone.status_code, gone.has_header("ETag")) == (404, False)
