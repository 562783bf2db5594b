"""The keys under which a mention must be compared: two mentions that share none are never held against each other."""

from itertools import pairwise

from claims.engine.compare.attributions import deed_of, proposition
from claims.engine.compare.features import Features, figure_features
from claims.engine.compare.quotes import spoken_words
from claims.engine.compare.values import significant, written
from claims.engine.compare.words import content
from claims.engine.lexicon import lexicon
from claims.engine.records import Figure, Mention, Quote

# Keys of one mention, at most; the rarest kinds of words come first.
MOST = 24
# What stands before a key that says no more than what kind of thing is measured: two that share no other are held
# against each other between sources only, where their likelihood decides.
COARSE = "kind|"
# Kinds of units that are held against each other: shares and points of them, days and months.
_KIND_OF = {"points": "ratio", "months": "duration"}


def keys(mention: Mention, language: str = "en") -> frozenset[str]:
    """The candidate keys of a mention, at most MOST; stable, so that they may be stored and indexed."""
    record = mention.record
    if isinstance(record, Figure):
        return _figure_keys(mention, record, language)
    if isinstance(record, Quote):
        return _quote_keys(record)
    return _attribution_keys(mention, language)


def is_coarse(key: str) -> bool:
    """Whether a key says no more than what kind of thing is measured."""
    return key.startswith(COARSE)


def _figure_keys(mention: Mention, record: Figure, language: str) -> frozenset[str]:
    features = figure_features(mention, language)
    name = features.dimension.name
    kind = _KIND_OF.get(name, name)
    coarse = frozenset() if name == "count:person" else frozenset({f"{COARSE}{kind}"})
    return _fine_keys(mention, record, features, language) | coarse


def _fine_keys(mention: Mention, record: Figure, features: Features, language: str) -> frozenset[str]:
    name = "count" if features.dimension.is_count else features.dimension.name
    name = _KIND_OF.get(name, name)
    units = lexicon(language, "conversions")
    if name in units.MEASURED:
        return frozenset({f"figure|{name}"})
    slips = frozenset(f"figure|{name}~{digits}" for digits in features.slip) | _thing(mention, record, features)
    if features.status and features.dimension.is_count:
        severe = {"figure|severe"} if features.severe else set()
        return frozenset({f"figure|{features.status}"} | severe) | slips
    asked = features.aspects & lexicon(language, "aspects").MODAL
    own = sorted(asked) + sorted(features.core) + sorted(features.near - features.core)
    found = frozenset(f"figure|{name}|{word}" for word in own[: MOST - 1]) | slips
    return found | _bare_number(record, name) if name == "ratio" or features.dimension.is_money else found


def _thing(mention: Mention, record: Figure, features: Features) -> frozenset[str]:
    """What only one figure of a version counts, and what votes are for: few words say so, and never the same."""
    counted = features.dimension.is_count and features.dimension.name != "count:person"
    return (
        frozenset({f"figure|thing|{record.unit}"})
        if counted and (mention.lone or record.unit == "vote")
        else frozenset()
    )


def _bare_number(record: Figure, name: str) -> frozenset[str]:
    """One number of more than a single digit, in per cent and points or in two currencies, is a slip wherever it
    stands."""
    name = name.partition(":")[0]
    value = record.low if record.low is not None else record.high
    return (
        frozenset({f"figure|{name}={written(value)}"}) if value is not None and significant(value) > 1 else frozenset()
    )


def _quote_keys(record: Quote) -> frozenset[str]:
    said = spoken_words(record.words)
    pairs = [f"quote|{first} {second}" for first, second in pairwise(said)]
    return frozenset(sorted(set(pairs), key=lambda pair: (-len(pair), pair))[:MOST])


def _attribution_keys(mention: Mention, language: str) -> frozenset[str]:
    told = sorted(content(proposition(mention, language), language), key=lambda word: (-len(word), word))
    deed = {"attribution|deed"} if deed_of(mention, language) else set()
    return frozenset(f"attribution|{word}" for word in told[: MOST - len(deed)]) | deed
