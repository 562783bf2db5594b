"""Examples for every answer and error of the API's description: a hook of drf-spectacular.

What an operation shows by itself stays, and is shown as well wherever the same shape is answered.
"""

from collections.abc import Iterator
from typing import Any

from claims.api.examples_rows import BY_SHAPE, FOR_READERS
from factcheck.api import STATUS_OF
from factcheck.problems import catalogue
from sources.api.problems import MEDIA_TYPE, problem

Schema = dict[str, Any]
_REF = "#/components/schemas/"
# The code that a status usually has, and others that operations answer with.
USUAL = {
    "400": ["invalid"],
    "401": ["not_authenticated", "authentication_failed"],
    "403": ["permission_denied", "scope_missing"],
    "404": ["not_found"],
    "409": ["idempotency_key_in_use"],
    "412": ["changed_meanwhile"],
    "413": ["too_large"],
    "422": ["idempotency_key_reused"],
    "428": ["if_match_required"],
    "429": ["throttled"],
    "503": ["unavailable"],
}
OF_OPERATION = {
    ("post", "/articles", "409"): ["address_taken"],
    ("post", "/articles", "413"): ["too_large", "text_too_long"],
    ("post", "/articles", "422"): ["empty_text"],
    ("post", "/articles/{article_id}/versions", "413"): ["too_large", "text_too_long"],
    ("post", "/articles/{article_id}/versions", "422"): ["empty_text"],
    ("post", "/claims", "409"): ["still_read", "already_marked"],
    ("post", "/claims", "422"): ["span_outside_text", "content_invalid"],
    ("post", "/comments", "422"): ["comment_empty"],
    ("get", "/events/stream", "503"): ["too_many_streams"],
    ("post", "/evidence", "409"): ["already_linked"],
    ("post", "/evidence", "422"): ["words_not_found", "own_words"],
    ("delete", "/evidence/{evidence_id}", "409"): ["stale_evidence"],
    ("post", "/flags", "409"): ["already_flagged"],
    ("post", "/flags", "422"): ["not_comparable"],
    ("post", "/flags/{flag_id}/decisions", "409"): ["stale_flag", "wrong_state"],
    ("post", "/flags/{flag_id}/decisions", "422"): ["reason_missing"],
    ("post", "/gate", "422"): ["empty_text"],
    ("post", "/gate/overrides", "409"): ["stop_changed"],
    ("post", "/gate/overrides", "422"): ["nothing_stopped"],
    ("post", "/match/watch", "422"): ["nothing_to_check", "too_many_watches"],
    ("post", "/sources", "409"): ["source_taken"],
    ("post", "/token", "400"): ["bad_credentials"],
    ("post", "/token", "403"): ["second_factor_required"],
    ("post", "/verdicts", "409"): ["wrong_state"],
    ("patch", "/verdicts/{verdict_id}", "409"): ["stale_verdict", "wrong_state"],
    ("post", "/verdicts/{verdict_id}/acts", "403"): ["own_revision", "service_account", "scope_missing"],
    ("post", "/verdicts/{verdict_id}/acts", "409"): ["wrong_state", "stale_verdict"],
    ("post", "/verdicts/{verdict_id}/acts", "422"): ["open_conflict", "evidence_missing"],
    ("post", "/webhooks", "422"): ["fetch_refused"],
    ("post", "/webhooks/{webhook_id}/test", "422"): ["not_deliverable"],
}
# What is said of one case where the title says it of all.
SAID = {
    "invalid": "Some of what was sent is not valid.",
    "not_authenticated": "Authentication credentials were not provided.",
    "scope_missing": "This key is not good for that: it lacks the scope check.",
    "not_found": "There is nothing here.",
    "throttled": "Request was throttled. Expected available in 42 seconds.",
    "own_revision": "You wrote or changed this revision, so somebody else has to approve it.",
    "open_conflict": "The claim has an open conflict. Decide it first, or ask the desk head to override.",
}
_WRONG = [{"field": "start", "code": "required", "detail": "This field is required."}]


def filled(result: Schema, **_: Any) -> Schema:
    """The finished description, with an example for each body that has none."""
    shapes = result["components"]["schemas"]
    known = {name: value for *_, content in _contents(result) for name, value in _shown(content)} | BY_SHAPE
    used: set[str] = set()
    for method, path, status, media, content in _contents(result):
        if media == MEDIA_TYPE:
            codes = OF_OPERATION.get((method, path.removeprefix("/api/v1"), status), USUAL[status])
            used.update(codes)
            content["examples"] = {code: {"$ref": f"#/components/examples/{code}"} for code in codes}
        elif "examples" not in content:
            example = FOR_READERS.get((path, media)) or _example(content["schema"], shapes, known)
            content["examples"] = {"Example": {"value": example}}
    result["components"]["examples"] = {code: _problem(code) for code in sorted(used)}
    return result


def _contents(result: Schema) -> Iterator[tuple[str, str, str, str, Schema]]:
    """Method, path, status, media type and content of every answer with a body."""
    for path, methods in result["paths"].items():
        for method, operation in methods.items():
            for status, answer in operation["responses"].items():
                for media, content in answer.get("content", {}).items():
                    yield method, path, status, media, content


def _shown(content: Schema) -> Iterator[tuple[str, Any]]:
    ref = content["schema"].get("$ref", "")
    for example in list(content.get("examples", {}).values())[:1]:
        yield ref.removeprefix(_REF), example["value"]


def _example(schema: Schema, shapes: Schema, known: dict[str, Any]) -> Any:
    """Of a shape, or of a page of rows of a shape."""
    name = schema["$ref"].removeprefix(_REF)
    if name in known:
        return known[name]
    row = shapes[name]["properties"]["results"]["items"]["$ref"]
    return {"next": None, "results": [known[row.removeprefix(_REF)]]}


def _problem(code: str) -> Schema:
    status, title = catalogue(STATUS_OF)[code]
    wrong = _WRONG if code == "invalid" else None
    said = SAID.get(code, title)
    return {"value": problem(code, said, status=status, title=title, path="/api/v1/claims", errors=wrong)}
