"""The schema: valid, complete, and what the API really answers."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.urls import URLResolver
from django.urls.resolvers import RoutePattern
from jsonschema import Draft202012Validator
from rest_framework.test import APIClient

from claims.enums import DismissalReason, Outcome, Scope
from claims.services import comments, decisions
from factcheck import api
from factcheck.api_examples import OF_OPERATION
from factcheck.problems import catalogue
from tests import factories
from tests.api import bodies

ROUTES = {
    "/api/v1/articles": {"get", "post"},
    "/api/v1/articles/{article_id}": {"get"},
    "/api/v1/articles/{article_id}/embargo": {"put"},
    "/api/v1/articles/{article_id}/versions": {"get", "post"},
    "/api/v1/articles/{article_id}/versions/{number}": {"get"},
    "/api/v1/claims": {"get", "post"},
    "/api/v1/claims/{claim_id}": {"get"},
    "/api/v1/claims/{claim_id}/badge.svg": {"get"},
    "/api/v1/claimreview.jsonl": {"get"},
    "/api/v1/context.jsonld": {"get"},
    "/api/v1/feeds/{what}.{form}": {"get"},
    "/api/v1/oembed": {"get"},
    "/api/v1/events": {"get"},
    "/api/v1/events/stream": {"get"},
    "/api/v1/comments": {"get", "post"},
    "/api/v1/corrections": {"get"},
    "/api/v1/evidence": {"get", "post"},
    "/api/v1/evidence/{evidence_id}": {"get", "delete"},
    "/api/v1/flags": {"get", "post"},
    "/api/v1/flags/{flag_id}": {"get"},
    "/api/v1/flags/{flag_id}/decisions": {"get", "post"},
    "/api/v1/match": {"get"},
    "/api/v1/match/watch": {"get", "post"},
    "/api/v1/match/watch/{watch_id}": {"get", "delete"},
    "/api/v1/imports": {"get", "post"},
    "/api/v1/imports/{import_id}": {"get"},
    "/api/v1/imports/{import_id}/lines": {"get"},
    "/api/v1/mentions": {"get"},
    "/api/v1/reviews": {"get"},
    "/api/v1/sources": {"get", "post"},
    "/api/v1/sources/{source_id}": {"get"},
    "/api/v1/claims/{claim_id}/status": {"get"},
    "/api/v1/gate": {"post"},
    "/api/v1/gate/jobs/{job_id}": {"get"},
    "/api/v1/gate/overrides": {"get", "post"},
    "/api/v1/gate/overrides/{override_id}": {"get", "delete"},
    "/api/v1/status": {"get"},
    "/api/v1/stories": {"get"},
    "/api/v1/webhooks": {"get", "post"},
    "/api/v1/webhooks/{webhook_id}": {"get", "delete"},
    "/api/v1/webhooks/{webhook_id}/deliveries": {"get"},
    "/api/v1/webhooks/{webhook_id}/replay": {"post"},
    "/api/v1/webhooks/{webhook_id}/rotate": {"post"},
    "/api/v1/webhooks/{webhook_id}/test": {"post"},
    "/api/v1/stories/{story_id}": {"get"},
    "/api/v1/stories/{story_id}/series": {"get"},
    "/api/v1/problems/{code}": {"get"},
    "/api/v1/token": {"post"},
    "/api/v1/verdicts": {"get", "post"},
    "/api/v1/verdicts/{verdict_id}": {"get", "patch"},
    "/api/v1/verdicts/{verdict_id}/acts": {"post"},
}
# Asked in tests of their own.
ELSEWHERE = {"stream", "webhooks", "jobs", "overrides", "imports"}
# Without a key; in test_public.py.
FOR_ANYBODY = {
    "/api/v1/claims/{claim_id}/badge.svg",
    "/api/v1/claimreview.jsonl",
    "/api/v1/context.jsonld",
    "/api/v1/feeds/{what}.{form}",
    "/api/v1/oembed",
}

# What is open to everybody has errors of its own.
NEEDED = {"/api/v1/token": {"400", "403", "429", "503"}, "/api/v1/problems/{code}": {"404"}}
_PARAMETER = re.compile(r"<\w+:")


# Parameters without which an address answers nothing.
ASKED_WITH = {
    "/api/v1/match": "?text=60+killed",
    "/api/v1/status": "?article={article_id}",
    "/api/v1/stories/{story_id}/series": "?measure_key=killed",
}


def test_it_is_valid_and_gives_no_warning(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("spectacular", "--validate", "--fail-on-warn")
    assert capsys.readouterr().err == ""


def test_it_has_every_route_and_no_other(schema: Any) -> None:
    assert schema["openapi"] == "3.1.0"
    assert {path: set(methods) for path, methods in schema["paths"].items()} == ROUTES
    served = {f"/api/v1/{_PARAMETER.sub('{', route).replace('>', '}')}" for route in _routes(api.urlpatterns)}
    # The schema does not describe itself, nor the address that names all of this.
    assert served == {*ROUTES, "/api/v1/schema", "/api/v1/"}


def _routes(patterns: Any) -> set[str]:
    """All addresses that are served, but for the one that answers what is none."""
    found = set()
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            found |= _routes(pattern.url_patterns)
        elif isinstance(pattern.pattern, RoutePattern):
            found.add(str(pattern.pattern))
    return found


def test_every_operation_tells_its_errors(schema: Any) -> None:
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            bad = {code for code in operation["responses"] if code >= "400"}
            needed = set() if path in FOR_ANYBODY else {"400", "401", "403", "429"}
            assert NEEDED.get(path, needed) <= bad, (path, method)
            for code in bad:
                (content,) = operation["responses"][code]["content"].items()
                assert content[0] == "application/problem+json"
                assert content[1]["schema"] == {"$ref": "#/components/schemas/Problem"}


def check(schema: Any, path: str, method: str, answer: Any) -> None:
    """Whether an answer is what the schema promises, with nothing that it does not name."""
    described = schema["paths"][path][method]["responses"][str(answer.status_code)]
    shape = described["content"][answer["Content-Type"]]["schema"]
    Draft202012Validator(_closed(schema) | shape).validate(answer.json())


def _closed(schema: Any) -> Any:
    """The components, with every object refusing properties that it does not name."""
    components = json.loads(json.dumps(schema["components"]))
    for component in components["schemas"].values():
        if "properties" in component:
            component["additionalProperties"] = False
    return {"components": components}


def test_answers_are_as_it_says(schema: Any, checking: APIClient, checker: User, reviewer: User) -> None:
    story = factories.story()
    version = factories.first_version("12 people died. “We lost contact,” said Ann Vale. He denied that he left.")
    a = factories.figure(version, "12 people died", "12", 12, 12)
    factories.quote(version, "We lost contact", "Ann Vale")
    factories.attribution(version, "He denied that he left", None, "denied", "he left")
    other = factories.first_version("9 people died.", source="Harbour Gazette", story=story)
    b = factories.figure(other, "9 people died", "9", 9, None, outcome=Outcome.NEW)
    flag = factories.flag(a, b, scope=Scope.BETWEEN_SOURCES)
    decisions.dismiss(flag, by=checker, code=DismissalReason.ANOTHER_TIME)
    verdict = factories.approved(a, checker, reviewer)
    comments.say(a.claim, "@reviewer, is that all?", by=checker)
    watched = checking.post("/api/v1/match/watch", {"text": "9 died.", "url": "https://example.org/"})
    check(schema, "/api/v1/match/watch", "post", watched)
    ids = {
        "article_id": version.article_id,
        "watch_id": watched.json()["id"],
        "number": 1,
        "claim_id": a.claim_id,
        "flag_id": flag.pk,
        "verdict_id": verdict.pk,
        "evidence_id": a.claim.evidence.get().pk,
        "source_id": version.article.source_id,
        "story_id": story.pk,
        "code": "throttled",
    }
    for path, methods in ROUTES.items():
        if (
            "get" in methods
            and path not in FOR_ANYBODY
            and "stream" not in path
            and not ELSEWHERE & set(path.split("/"))
        ):
            address = path.format(**ids) + ASKED_WITH.get(path, "").format(**ids)
            answer = checking.get(address)
            assert answer.status_code == 200
            check(schema, path, "get", answer)
            check(schema, path, "get", APIClient().get(address))
    versions = "/api/v1/articles/{article_id}/versions"
    check(schema, "/api/v1/articles", "post", checking.post("/api/v1/articles", bodies.article()))
    check(schema, "/api/v1/articles", "post", checking.post("/api/v1/articles", {}))
    check(schema, versions, "post", checking.post(versions.format(**ids), {"text": version.text}))
    check(schema, versions, "post", checking.post(versions.format(**ids), {"text": "Nobody died."}))
    body = bodies.figure(version, "12 people died", "12")
    check(schema, "/api/v1/claims", "post", checking.post("/api/v1/claims", body))
    quote = {"article": version.article_id, "version": 1, "kind": "quote", "start": 0, "end": 9}
    check(schema, "/api/v1/claims", "post", checking.post("/api/v1/claims", quote))
    joined = {"one": a.pk, "other": b.pk, "type": "arithmetic", "reason": "Both cannot be."}
    check(schema, "/api/v1/flags", "post", checking.post("/api/v1/flags", joined))


def test_answers_about_webhooks_are_as_it_says(
    schema: Any, api_of: Callable[[User], APIClient], desk_head: User
) -> None:
    client = api_of(desk_head)
    added = client.post("/api/v1/webhooks", {"url": "https://example.org/", "types": ["flag.opened"]})
    check(schema, "/api/v1/webhooks", "post", added)
    check(schema, "/api/v1/webhooks", "post", client.post("/api/v1/webhooks", {"url": "https://example.org:22/"}))
    for path in (path for path in ROUTES if "{webhook_id}" in path):
        for method in ROUTES[path] - {"delete"}:
            address, sent = path.format(webhook_id=added.json()["id"]), {"after": 0} if "replay" in path else None
            check(schema, path, method, getattr(client, method)(address, sent))
    check(schema, "/api/v1/webhooks", "get", client.get("/api/v1/webhooks"))


def test_the_gate_answers_as_it_says(schema: Any, desk_head: User, api_of: Any) -> None:
    client = api_of(desk_head)
    gate, jobs, overrides = ("/api/v1/gate", "/api/v1/gate/jobs/{job_id}", "/api/v1/gate/overrides")
    waiting = client.post(gate, {"text": "12 people died."})
    check(schema, gate, "post", waiting)
    check(schema, jobs, "get", client.get(waiting.json()["poll"]))
    version = factories.first_version("12 people died.")
    factories.figure(version, "12 people died", "12", 12, 12)
    stopped = client.post(gate, {"article": version.article_id})
    check(schema, gate, "post", stopped)
    sent = {"article": version.article_id, "basis": stopped.json()["basis"], "reason": "So be it."}
    made = client.post(overrides, sent)
    check(schema, overrides, "post", made)
    check(schema, overrides, "get", client.get(overrides))
    check(schema, gate, "post", client.post(gate, {"article": version.article_id}))
    one = client.get(f"{overrides}/{made.json()['id']}")
    check(schema, f"{overrides}/{{override_id}}", "get", one)
    gone = client.delete(f"{overrides}/{made.json()['id']}", headers={"If-Match": one["ETag"]})
    check(schema, f"{overrides}/{{override_id}}", "delete", gone)


def test_imports_answer_as_it_says(schema: Any, desk_head: User, api_of: Any) -> None:
    client, path = api_of(desk_head), "/api/v1/imports"
    begun = client.post(path, [bodies.article(), {"title": "No text"}])
    check(schema, path, "post", begun)
    for address in (path, f"{path}/{begun.json()['id']}", f"{path}/{begun.json()['id']}/lines"):
        check(schema, address.replace(f"/{begun.json()['id']}", "/{import_id}"), "get", client.get(address))


def test_acts_answer_as_it_says(schema: Any, checking: APIClient, desk_head: User, api_of: Any) -> None:
    mention = factories.figure(factories.first_version("12 people died."), "12 people died", "12", 12, 12)
    said = factories.first_version("12 people died, the police said.", source="Harbour police")
    verdicts = "/api/v1/verdicts"
    draft = checking.post(verdicts, {"claim": mention.claim_id})
    check(schema, verdicts, "post", draft)
    one, acts = f"{verdicts}/{draft.json()['id']}", f"{verdicts}/{draft.json()['id']}/acts"
    passage = {"claim": mention.claim_id, "article": said.article_id, "version": 1, "words": "12 people died"}
    linked = checking.post("/api/v1/evidence", passage | {"stance": "supports"})
    check(schema, "/api/v1/evidence", "post", linked)
    check(schema, f"{verdicts}/{{verdict_id}}", "patch", checking.patch(one, {"rating": "confirmed"}))  # 428
    tag = {"If-Match": draft["ETag"]}
    found = {"rating": "confirmed", "rationale": "The police say so."}
    written = checking.patch(one, found, headers=tag)
    check(schema, f"{verdicts}/{{verdict_id}}", "patch", written)
    check(schema, f"{verdicts}/{{verdict_id}}", "patch", checking.patch(one, found, headers=tag))  # 412
    done = checking.post(acts, {"act": "submit"}, headers={"If-Match": written["ETag"]})
    check(schema, f"{verdicts}/{{verdict_id}}/acts", "post", done)
    approval = api_of(desk_head).post(acts, {"act": "approve"}, headers={"If-Match": done["ETag"]})
    assert approval.status_code == 201
    check(schema, f"{verdicts}/{{verdict_id}}/acts", "post", approval)
    check(schema, "/api/v1/comments", "post", checking.post("/api/v1/comments", {"claim": 1, "text": ""}))
    check(schema, "/api/v1/sources", "post", checking.post("/api/v1/sources", {"name": "Quay Radio"}))


def test_every_body_has_an_example_as_it_says(schema: Any) -> None:
    """What is sent, what is answered, and what goes wrong, which is told by reference."""
    closed = _closed(schema)
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            told = {"body": operation.get("requestBody", {}), **operation["responses"]}
            for status, described in told.items():
                for media, content in described.get("content", {}).items():
                    assert content.get("examples"), (path, method, status, media)
                    for example in content["examples"].values():
                        value = _named(schema, example)["value"]
                        shape = Draft202012Validator(closed | content["schema"])
                        errors = [one.message for one in shape.iter_errors(value)]
                        assert (path, method, status, errors) == (path, method, status, [])


def test_an_example_of_an_error_has_its_status(schema: Any) -> None:
    codes = catalogue(api.STATUS_OF)
    for methods in schema["paths"].values():
        for operation in methods.values():
            for status, answer in operation["responses"].items():
                shown = answer.get("content", {}).get("application/problem+json", {}).get("examples", {})
                told = [_named(schema, example)["value"] for example in shown.values()]
                assert {(str(one["status"]), codes[one["code"]][0]) for one in told} <= {(status, int(status))}
    # Each that is named for an operation is one that this operation has.
    for method, path, status in OF_OPERATION:
        assert status in schema["paths"][f"/api/v1{path}"][method]["responses"]


def _named(schema: Any, example: Any) -> Any:
    name = example.get("$ref", "").rpartition("/")[2]
    return schema["components"]["examples"][name] if name else example
