"""Flags that a person raises between two passages."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from claims.enums import FlagState, FlagType, Kind, Outcome, Part, Relation, Scope
from claims.errors import AlreadyFlagged, NotComparable
from claims.models import ContradictionFlag, Mention
from claims.services.raising import TYPES, raise_flag
from tests import factories

pytestmark = pytest.mark.django_db
ONE = "12 people died. 9 were hurt."


def _raise(
    one: Mention, other: Mention, by: User, type: FlagType = FlagType.FIGURE, reason: str = "Both cannot be."
) -> ContradictionFlag:
    return raise_flag(one, other, type=type, relation=Relation.CONFLICT, reason=reason, by=by)


def _figure(text: str, words: str, source: str = "Tidewater Ledger", hour: int = 0) -> Mention:
    version = factories.first_version(
        text, source=source, story=factories.story(), published_at=factories.MORNING + timedelta(hours=hour)
    )
    return factories.figure(
        version, words, words.partition(" ")[0], int(words.partition(" ")[0]), int(words.partition(" ")[0])
    )


def _next(before: Mention, words: str, note: str = "") -> Mention:
    version = factories.next_version(
        before.version.article, f"{words}.", note=note, published_at=before.version.published_at + timedelta(hours=1)
    )
    value = words.partition(" ")[0]
    return factories.figure(
        version, words, value, int(value), int(value), claim=before.claim, outcome=Outcome.VALUE_CHANGED
    )


def test_within_a_version_in_the_order_of_the_text(checker: User) -> None:
    a = _figure(ONE, "12 people died")
    b = factories.figure(a.version, "9 were hurt", "9", 9, 9, measure="people injured", measure_key="injured")
    flag = _raise(b, a, checker, FlagType.ARITHMETIC, " The two\x00 are one count. ")
    flag.refresh_from_db()
    assert (flag.a, flag.b, flag.scope, flag.silent) == (a, b, Scope.WITHIN_DOCUMENT, False)
    assert (flag.rule, flag.reason, flag.state) == ("by_hand", "The two are one count.", FlagState.OPEN)
    assert (flag.reading_a, flag.reading_b) == ("12 people killed", "9 people injured")
    assert (flag.raised_by, flag.story, flag.type) == (checker, a.version.article.story, "arithmetic")


# A headline comes before the body, whatever the offsets.
def test_the_headline_comes_first(checker: User) -> None:
    version = factories.first_version("12 people died.", title="At sea 9 people died")
    body = factories.figure(version, "12 people died", "12", 12, 12)
    headline = factories.figure(version, "9 people died", "9", 9, 9, part=Part.HEADLINE)
    assert _raise(body, headline, checker).a == headline


@pytest.mark.parametrize(
    ("note", "silent"),
    [("", True), ("Corrects the spelling of a name.", True), ("Updated with the number of people killed.", False)],
)
def test_across_versions_silent_as_the_note_is(checker: User, note: str, silent: bool) -> None:
    a = _figure(ONE, "12 people died")
    flag = _raise(_next(a, "14 people died", note), a, checker)
    assert (flag.a, flag.scope, flag.silent) == (a, Scope.ACROSS_VERSIONS, silent)


def test_between_sources_the_earlier_one_first(checker: User) -> None:
    late = _figure("12 people died.", "12 people died", hour=2)
    early = _figure("9 people died.", "9 people died", source="Harbour Gazette", hour=1)
    flag = _raise(late, early, checker)
    assert (flag.a, flag.b, flag.scope, flag.silent) == (early, late, Scope.BETWEEN_SOURCES, False)


def test_what_cannot_contradict(checker: User) -> None:
    a = _figure(ONE + " “We lost contact,” he said.", "12 people died")
    quote = factories.quote(a.version, "We lost contact")
    for other in (a, quote):
        with pytest.raises(NotComparable):
            _raise(a, other, checker)


@pytest.mark.parametrize("type", FlagType)
@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_its_types(checker: User, kind: Kind, type: FlagType) -> None:
    version = factories.first_version(
        "12 or 9 died. “We lost contact.” “We were lost.” He denied he left. He said he left."
    )
    pair = {
        Kind.FIGURE: lambda: [factories.figure(version, words, words, 9, 9) for words in ("12", "9")],
        Kind.QUOTE: lambda: [factories.quote(version, words) for words in ("We lost contact", "We were lost")],
        Kind.ATTRIBUTION: lambda: [
            factories.attribution(version, f"He {cue} he left", None, cue, "he left") for cue in ("denied", "said")
        ],
    }[kind]()
    if type in TYPES[kind]:
        assert _raise(*pair, checker, type).type == type
    else:
        with pytest.raises(NotComparable):
            _raise(*pair, checker, type)


def test_one_open_flag_of_a_type(checker: User, second_checker: User) -> None:
    a = _figure(ONE, "12 people died")
    b = _next(a, "14 people died")
    flag = _raise(a, b, checker)
    with pytest.raises(AlreadyFlagged):
        _raise(b, a, second_checker)
    # The same two claims in a later version are the same two claims.
    with pytest.raises(AlreadyFlagged):
        _raise(a, _next(b, "15 people died"), second_checker)
    ContradictionFlag.objects.filter(pk=flag.pk).update(state=FlagState.DISMISSED)
    assert _raise(a, b, second_checker).pk != flag.pk


def test_a_flag_of_the_engine_counts_too(checker: User) -> None:
    a = _figure(ONE, "12 people died")
    b = factories.figure(a.version, "9 were hurt", "9", 9, 9)
    factories.flag(a, b)
    with pytest.raises(AlreadyFlagged):
        _raise(a, b, checker)
    assert _raise(a, b, checker, FlagType.ARITHMETIC).state == FlagState.OPEN
