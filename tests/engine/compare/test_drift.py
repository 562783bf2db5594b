"""Drift between two versions, each wording beside one that keeps the source or the distance."""

import pytest

from claims.engine.carry import carry
from claims.engine.drift import uncredited
from claims.engine.findings import findings_across
from claims.enums import Part
from tests.engine.compare.cases import mentions

# What a version says, what the next one says, the rule.
KEPT = [
    # a source lost
    (
        "Officials said 14 people were hurt in the blast.",
        "Fourteen people were hurt in the blast.",
        "attribution.drift",
    ),
    ("Officials said 14 people were hurt in the blast.", "Fourteen people were hurt in the blast, officials said.", ""),
    # another source is another rule, and quotation marks keep the words somebody's
    ("Officials said 14 people were hurt in the blast.", "Police said 14 people were hurt in the blast.", ""),
    ("Police said 14 people were hurt.", "“Fourteen people were hurt,” a statement read.", ""),
    # a hedge lost; one kept in another word; one put in
    (
        "The firm reportedly paid $3 million for the land.",
        "The firm paid $3 million for the land.",
        "attribution.hedge",
    ),
    ("The firm reportedly paid $3 million for the land.", "The firm allegedly paid $3 million for the land.", ""),
    ("The firm paid $3 million for the land.", "The firm reportedly paid $3 million for the land.", ""),
    # a hedge that gave way to a source
    ("The firm reportedly paid $3 million for the land.", "The firm paid $3 million for the land, the mayor said.", ""),
    # a claim that became a finding
    (
        "The ministry claimed that the pilot had ignored two warnings.",
        "The ministry confirmed that the pilot had ignored two warnings.",
        "attribution.firmer",
    ),
    (
        "The ministry claimed that the pilot had ignored two warnings.",
        "The ministry said that the pilot had ignored two warnings.",
        "",
    ),
    # a value that moved is that first
    ("Officials said 14 people were hurt in the blast.", "Nineteen people were hurt in the blast.", "figure.update"),
]


@pytest.mark.parametrize(("before", "after", "rule"), KEPT)
def test_a_claim_that_is_carried(before: str, after: str, rule: str) -> None:
    old, new = mentions(before), mentions(after, day=2, version=2)
    steps = carry({Part.BODY: before}, {Part.BODY: after}, [m.record for m in old], [m.record for m in new])
    found = [finding for finding in findings_across(old, new, steps, "") if finding.comparison.rule != "quote.words"]
    assert [finding.comparison.rule for finding in found] == ([rule] if rule else [])


# What somebody is said to say, what the next version says, the sentence that now says it.
PLAIN = [
    ("Police said the driver had been drinking.", "The driver had been drinking.", "The driver had been drinking"),
    # the source is still there, before or behind
    ("Police said the driver had been drinking.", "The driver, police said, had been drinking.", ""),
    ("Police said the driver had been drinking.", "The driver had reportedly been drinking.", ""),
    # another sentence about the same
    ("Police said the driver had been drinking.", "The driver is 34 and lives in Hale.", ""),
    # a claim of responsibility
    (
        "The Northern Front claimed responsibility for the attack.",
        "The Northern Front carried out the attack on Monday.",
        "The Northern Front carried out the attack on Monday",
    ),
    (
        "The Northern Front claimed responsibility for the attack.",
        "The Northern Front denied that it carried out the attack.",
        "",
    ),
    ("The Northern Front claimed responsibility for the attack.", "An unknown group carried out the attack.", ""),
    # a court's order is no plain fact of the paper's own
    ("The High Court ruled that the firm must pay the families.", "The firm was ordered to pay the families.", ""),
]


@pytest.mark.parametrize(("before", "after", "plain"), PLAIN)
def test_an_attribution_that_is_dropped(before: str, after: str, plain: str) -> None:
    old, new = ([mention.record for mention in mentions(text)] for text in (before, after))
    texts = {Part.BODY: before}, {Part.BODY: after}
    found = uncredited(texts, (old, new), carry(*texts, old, new))
    assert [voice.record.proposition for voice in found] == ([plain] if plain else [])
    assert all(voice.record.claimant is None and not voice.again for voice in found)
