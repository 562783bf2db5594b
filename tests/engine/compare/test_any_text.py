"""Whatever stands in a text, two mentions can be compared, and either way round alike."""

from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from claims.engine.candidates import MOST, keys
from claims.engine.compare import compare
from claims.engine.records import Attribution, Figure, Mention, Quote, Record, Span, Why
from claims.enums import Approximation, Polarity

WHY = Why("test", "", "")
PIECES = st.sampled_from(
    ["133", "killed", "people", " ", ", ", "of the ", "(", ")", "per cent", "İstanbul", "ß", "e\u0301", "\u202e", "🙂",
     "1974",
     "no", "not", "“", "”", "...", "\u200b", "from ", "half", "said Ann Vale", "$", "1e400", "rose", "by "]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map("".join)
UNITS = st.sampled_from(["person", "percent", "percentage_point", "EUR", "metre", "home", "", "times", "mile_per_hour"])
VALUES = st.one_of(
    st.none(), st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=0, max_value=10**9)
)


@st.composite
def made(draw: st.DrawFn) -> Mention:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    span = Span(start, draw(st.integers(start + 1, len(text))))
    record: Record = draw(
        st.one_of(
            st.builds(
                Figure,
                span=st.just(span),
                value_span=st.just(Span(span.start, span.start + 1)),
                low=VALUES,
                high=VALUES,
                approximation=st.sampled_from(Approximation),
                unit=UNITS,
                measure=st.sampled_from(["", "people killed"]),
                why=st.just(WHY),
            ),
            st.builds(Quote, st.just(span), TEXTS, st.just(WHY), st.sampled_from([None, "Ann Vale", "the mayor"])),
            st.builds(
                Attribution,
                st.just(span),
                st.just(span),
                TEXTS,
                st.just("said"),
                st.sampled_from(Polarity),
                st.just(WHY),
                st.sampled_from([None, "Ann Vale", "the mayor"]),
            ),
        )
    )
    day = datetime(2024, 3, draw(st.integers(1, 3)), tzinfo=UTC)
    known = draw(st.sampled_from([None, 0]))
    return Mention("k", record, draw(st.sampled_from("ab")), 1, "source", text, day, sentence_start=known)


@given(made(), made())
def test_two_mentions_compare_alike_either_way_round(a: Mention, b: Mention) -> None:
    one, other = compare(a, b), compare(b, a)
    assert (one.answer, one.rule, one.type, one.relation) == (other.answer, other.rule, other.type, other.relation)


@given(made())
def test_a_mention_never_contradicts_itself(mention: Mention) -> None:
    record = mention.record
    if isinstance(record, Figure) and record.low is not None and record.high is not None and record.low > record.high:
        return
    assert compare(mention, mention).type is None


@given(made())
def test_keys_are_words(mention: Mention) -> None:
    assert len(keys(mention)) <= MOST + 2
    assert all(key.strip() == key and "|" in key for key in keys(mention))


def test_a_value_of_five_thousand_digits_is_compared() -> None:
    huge = Decimal("9" * 5_000)
    figure = Figure(Span(0, 1), Span(0, 1), huge, huge, Approximation.EXACT, "person", "", WHY)
    mention = Mention(
        "k", figure, "a", 1, "s", "9 people were killed.", datetime(2024, 3, 1, tzinfo=UTC), sentence_start=0
    )
    assert compare(mention, mention).type is None
