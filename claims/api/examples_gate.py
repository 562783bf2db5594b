"""What the gate is asked and answers, as it looks, for the schema."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

_POLICY = {
    "revision": 0,
    "changed_at": None,
    "unchecked_percent": 50,
    "stale_days": 30,
    "kinds": ["figure", "quote", "attribution"],
    "least_priority": "low",
}
_MARK = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"
_STOP: dict[str, Any] = {
    "answer": "stop",
    "text": {"article": 7, "version": 2, "sha256": _MARK, "latest": True, "processed": True},
    "reasons": [],
    "claims": [
        {
            "claim": 30,
            "kind": "figure",
            "part": "body",
            "start": 0,
            "end": 26,
            "text": "14 passengers were killed",
            "reasons": ["changed"],
            "stops": True,
            "summary": "Version 1 was rated confirmed; version 2 says something else than these words, so they count"
            " as unchecked.",
        }
    ],
    "counted": 3,
    "rules": [
        {
            "reason": "changed",
            "effect": "stop",
            "meaning": "A claim says something else than what was approved.",
        }
    ],
    "policy": _POLICY,
    "override": None,
    "basis": _MARK,
    "job": None,
    "poll": None,
    "checked_at": "2026-04-15T11:30:00Z",
}
_ID = "6f0c7f3e-8f6a-4a0a-9f0f-0f6f4f2d9a10"
_JOB = {"id": _ID, "state": "due", "attempts": 0, "error": "", "expires_at": "2026-04-16T11:30:00Z"}
_WAITS = _STOP | {
    "answer": None,
    "text": _STOP["text"] | {"version": None, "processed": False},
    "claims": [],
    "counted": 0,
    "rules": [],
    "basis": None,
    "job": _JOB,
    "poll": f"/api/v1/gate/jobs/{_ID}",
}
_READ = _STOP | {
    "text": _STOP["text"] | {"version": None},
    "claims": [_STOP["claims"][0] | {"claim": None, "reasons": ["unchecked"], "stops": False}],
    "reasons": ["mostly_unchecked"],
    "job": _JOB | {"state": "done", "attempts": 1},
}
_OVERRIDE = {
    "id": 3,
    "article": 7,
    "role": "desk_head",
    "reason": "The coastguard confirmed 14 by telephone; the verdict follows.",
    "against": ["changed"],
    "at": "2026-04-15T11:32:00Z",
    "withdrawn_at": None,
}


def _answer(name: str, value: Any, code: str) -> OpenApiExample:
    return OpenApiExample(name, value, response_only=True, status_codes=[code])


GATE_ASKED = [
    OpenApiExample("The latest version of an article", {"article": 7}, request_only=True),
    OpenApiExample("By its address", {"url": "https://ledger.example.org/ferry", "version": 2}, request_only=True),
    OpenApiExample(
        "A text that is not stored",
        {"article": 7, "title": "Ferry fire in Kalderhaven", "text": "15 passengers were killed when a ferry burned."},
        request_only=True,
    ),
    _answer("Stopped", _STOP, "200"),
    _answer("Being read", _WAITS, "202"),
]
GATE_JOB = [_answer("Read", _READ, "200"), _answer("Being read", _WAITS, "202")]
GATE_OVERRIDE = [
    OpenApiExample(
        "With the basis of the answer",
        {"article": 7, "version": 2, "basis": _MARK, "reason": _OVERRIDE["reason"]},
        request_only=True,
    ),
    _answer("Let out", _OVERRIDE, "201"),
    _answer("Read", _OVERRIDE, "200"),
]
