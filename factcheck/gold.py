"""Records of the engine made from the claims of a story file, without what the gold alone could know."""

import re
from decimal import Decimal
from typing import Any

from claims.engine.records import Attribution, Figure, Quote, Record, Span, Why
from claims.enums import Approximation, Part, Polarity

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_SPELT = re.compile(
    r"\b(?:no one|nobody|none|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|"
    r"hundreds?|thousands?|millions?|dozens?|a dozen|"
    r"half|halved|a third|two-thirds|a quarter|quarter|twice|doubled?|tripled?|trebled)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
# When and to whom it was said, and what opens a clause: "on Wednesday that", "me that".
_BEHIND_CUE = re.compile(r"\s*(?:(?:\w+ ){1,3})?that\s|\s*(?:to|of|on|about)\s(?=\w+ing\b)")
_GIVEN = Why("gold", "", "")


def gold_records(story: dict[str, Any], document: str, version: int) -> list[Record]:
    """The gold claims of one version as records: spans, values, claimants; no measure, no proposition but their
    words."""
    text = next(
        v["text"] for d in story["documents"] if d["id"] == document for v in d["versions"] if v["number"] == version
    )
    claims = [c for c in story["claims"] if (c["document"], c["version"]) == (document, version)]
    return [_record(claim, text) for claim in sorted(claims, key=lambda c: (c["start"], c["end"], c["id"]))]


def _record(claim: dict[str, Any], text: str) -> Record:
    span = Span(claim["start"], claim["end"])
    if claim["kind"] == "figure":
        return _figure(claim, span, text)
    if claim["kind"] == "quote":
        return Quote(span, claim["text"], _GIVEN, claim["claimant"], part=Part.BODY)
    return Attribution(
        span,
        span,
        _proposition(claim),
        claim.get("cue") or "",
        Polarity(claim["polarity"]),
        _GIVEN,
        claim["claimant"],
    )


def _proposition(claim: dict[str, Any]) -> str:
    """The span's words without the cue: a stand-in for what the extraction would find."""
    text: str = claim["text"]
    cue = claim.get("cue") or ""
    at = text.lower().find(cue.lower()) if cue else -1
    if at < 0:
        return text
    before, behind = text[:at].strip(" ,"), _BEHIND_CUE.sub("", text[at + len(cue) :]).strip(" ,")
    name = (claim["claimant"] or " ").split()[-1]
    if behind and (
        set(_WORD.findall(before)) & set(_WORD.findall(claim["claimant"] or "")) - {"the", "a", "of"}
        or name in before
        or len(behind) >= len(before)
    ):
        return behind
    said, _, tail = before.rpartition(",")
    return said if said and name in tail else before


def _figure(claim: dict[str, Any], span: Span, text: str) -> Figure:
    given = claim["figure"]
    low, high = given["low"], given["high"]
    return Figure(
        span,
        _value_span(span, text, given),
        None if low is None else Decimal(str(low)),
        None if high is None else Decimal(str(high)),
        Approximation(given["approximation"]),
        given["unit"],
        "",
        _GIVEN,
        claimant=claim["claimant"],
    )


def _value_span(span: Span, text: str, given: dict[str, Any]) -> Span:
    """The number inside a span: the one with the claim's digits, else the first one, else the first word."""
    digits = {re.sub(r"\D", "", f"{value:g}").strip("0") for value in (given["low"], given["high"]) if value}
    found = list(_NUMBER.finditer(text, span.start, span.end))
    for number in found:
        if re.sub(r"\D", "", number.group()).strip("0") in digits:
            return Span(number.start(), number.end())
    first = _SPELT.search(text, span.start, span.end)
    if first is None and found:
        return Span(found[0].start(), found[0].end())
    return Span(first.start(), first.end()) if first else span
