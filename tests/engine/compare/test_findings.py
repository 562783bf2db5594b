"""What a version is flagged for: against itself, against the version before it, against others."""

from collections import Counter

import pytest

from claims.engine.candidates import MOST, is_coarse, keys
from claims.engine.carry import carry
from claims.engine.findings import MOST_PAIRS, findings_across, findings_between, findings_within
from claims.engine.records import Finding, Mention
from claims.enums import Kind, Part, Relation, Scope
from tests.engine.compare.cases import mentions

TOLL = "The fire in Arden killed 133 people, the police said."


def across(old_text: str, new_text: str, note: str = "") -> list[Finding]:
    old, new = mentions(old_text, "a", 1, 1), mentions(new_text, "a", 2, 2)
    texts = [{Part.HEADLINE: "", Part.BODY: text} for text in (old_text, new_text)]
    steps = carry(texts[0], texts[1], [m.record for m in old], [m.record for m in new])
    return findings_across(old, new, steps, note)


def figures(found: list[Finding]) -> list[tuple[str, Scope, Relation | None, bool]]:
    return [
        (f.comparison.rule, f.scope, f.comparison.relation, f.silent)
        for f in found
        if str(f.comparison.type) == "figure"
    ]


@pytest.mark.parametrize(
    ("note", "silent"),
    [
        # no note at all
        ("", True),
        # a note of something else
        ("Adds comment from the fire service.", True),
        # a note that names the subject
        ("Updates death toll.", False),
        # a note that speaks of figures as such
        ("Figures updated.", False),
    ],
)
def test_silent_change(note: str, silent: bool) -> None:
    found = figures(across(TOLL, TOLL.replace("133", "137"), note))
    assert found == [("figure.update", Scope.ACROSS_VERSIONS, Relation.UPDATE, silent)]


def test_a_corrected_count_is_a_conflict() -> None:
    found = figures(across(TOLL, TOLL.replace("133", "137"), "Corrects the number of people killed."))
    assert found == [("figure.corrected", Scope.ACROSS_VERSIONS, Relation.CONFLICT, False)]


def test_a_growing_count_that_fell_is_a_conflict() -> None:
    found = figures(across(TOLL, TOLL.replace("133", "115")))
    assert [(rule, relation) for rule, _, relation, _ in found] == [("figure.fell", Relation.CONFLICT)]


def test_the_same_version_again_is_silent() -> None:
    assert across(TOLL, TOLL) == []


def test_reason_names_both_values_and_the_measure() -> None:
    found = across(TOLL, TOLL.replace("133", "137"))
    reasons = [f.comparison.reason for f in found if str(f.comparison.type) == "figure"]
    assert reasons == ["137 is later and higher than 133 for the same count (people killed), so it replaces it."]


def test_an_update_that_a_third_source_had_before_is_a_conflict() -> None:
    early = mentions("The fire killed 137 people.", "c", 1)
    late = mentions("The fire killed 133 people.", "a", 2)
    newest = mentions("The fire killed 137 people.", "b", 3)
    found = {(f.a, f.b): f.comparison.rule for f in findings_between(newest, [*early, *late])}
    assert found == {("a-1-0", "b-1-0"): "figure.behind"}


def test_two_accounts_that_one_version_reports_are_no_contradiction() -> None:
    text = "Two witnesses said that the company had considered closing the Arden plant. The company denied this."
    assert findings_within(mentions(text)) == []


def test_the_order_of_the_two_is_that_of_publication() -> None:
    early, late = mentions("The fire killed 133 people.", "a", 1), mentions("The fire killed 137 people.", "b", 2)
    one_way, other_way = findings_between(late, early), findings_between(early, late)
    assert [(f.a, f.b) for f in one_way] == [(f.a, f.b) for f in other_way] == [("a-1-0", "b-1-0")]


@pytest.mark.parametrize(
    ("one", "another", "shared"),
    [
        # the same status in other words
        ("The fire killed 133 people.", "The death toll stands at 137.", True),
        # another status
        ("The fire killed 133 people.", "The fire injured 137 people.", False),
        # one dimension of which a story names few
        ("The car was travelling at 60mph.", "It was going at 90 km/h.", True),
        # money for other things: the same currency, which is a coarse key
        ("The company made a profit of $3 million.", "The bridge cost $4 million.", False),
    ],
)
def test_candidate_keys(one: str, another: str, shared: bool) -> None:
    first, second = (next(m for m in mentions(text) if m.record.kind is Kind.FIGURE) for text in (one, another))
    assert any(not is_coarse(key) for key in keys(first) & keys(second)) is shared


@pytest.mark.parametrize(
    ("one", "another", "shared"),
    [
        # one thing counted, no word in common
        ("Ministers promised 115,000 homes by 2028.", "It will put up 150,000 homes.", True),
        # two things counted
        ("Ministers promised 115,000 homes by 2028.", "It will plant 150,000 trees.", False),
        # a per cent and percentage points
        ("Rents rose by 14 per cent.", "New leases climbed 10.4 percentage points.", True),
        # people: what happened to them is the key, and nothing coarser
        ("The fire killed 133 people.", "The fire injured 137 people.", False),
    ],
)
def test_coarse_keys(one: str, another: str, shared: bool) -> None:
    first, second = (next(m for m in mentions(text) if m.record.kind is Kind.FIGURE) for text in (one, another))
    assert any(is_coarse(key) for key in keys(first) & keys(second)) is shared


def test_keys_are_few_and_stable() -> None:
    words = " ".join(f"word{chr(97 + at % 26)}{chr(97 + at // 26)}" for at in range(200))
    text = f"“{words},” said Ann Vale. The council set aside $3 million for {words}."
    first, again = mentions(text), mentions(text)
    assert [keys(m) for m in first] == [keys(m) for m in again]
    assert all(0 < len(keys(m)) <= MOST for m in first)


def test_a_hot_key_costs_no_square() -> None:
    """A thousand mentions under one key: only so many of them are compared with a new one."""
    one = mentions("The fire killed 133 people.", "a", 1)[0]
    many = [_like(one, at) for at in range(1_000)]
    new = mentions("The fire killed 137 people.", "b", 2)
    left_out: Counter[str] = Counter()
    assert len(findings_between(new, many, left_out=left_out)) == MOST_PAIRS
    assert left_out == {"figure": 1_000 - MOST_PAIRS}
    assert findings_between(new, many[:MOST_PAIRS], left_out=Counter())


def _like(mention: Mention, at: int) -> Mention:
    return Mention(
        f"{mention.key}-{at}",
        mention.record,
        f"doc{at}",
        1,
        "a",
        mention.sentence,
        mention.published,
        sentence_start=mention.sentence_start,
    )
