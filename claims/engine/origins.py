"""How many independent origins stand behind what several sources say: those that relay one origin count once."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from claims.engine.lexicon import lexicon
from claims.engine.profiles import name_words
from claims.engine.relays import canonical, credits_of, same_body, told_to

# Runs of so many words; two texts that share half of the shorter one's are one text, edited.
SHINGLE = 5
SAME_TEXT = 0.5
# Shorter texts share runs by chance: a headline, a name with its titles.
LEAST_SHINGLES = 25
# Of a long text so many characters are held against others.
READ = 20_000
# A sentence of so many words that two have letter for letter was written once.
SAME_SENTENCE = 15
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Report:
    """One source saying it. key: the caller's id. source: who published it. text: the whole version.

    sentence: the one that says it. claimant: who is named as saying so, or None. relays: whom the source is known to
    relay, "" where nobody.
    """

    key: str
    source: str
    text: str
    sentence: str = ""
    claimant: str | None = None
    relays: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that go back to one origin. names: their publishers and whom they relay or name; () for one alone."""

    keys: frozenset[str]
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class _Read:
    """What a report says of where it has its news from."""

    report: Report
    shingles: frozenset[tuple[str, ...]]
    sentence: str
    bodies: dict[str, None] = field(default_factory=dict)


def origins(reports: Sequence[Report], agencies: Collection[str] = (), language: str = "en") -> tuple[Origin, ...]:
    """The independent origins behind reports of one value, in the order of their first report.

    Reports have one origin where they have the same publisher, credit or relay the same agency, name the same claimant,
    are largely the same text, or share a long sentence letter for letter. agencies: further names of agencies.
    """
    read = [_read(report, agencies, language) for report in reports]
    group = list(range(len(read)))
    for a, b in combinations(range(len(read)), 2):
        if group[a] != group[b] and _one_origin(read[a], read[b], language):
            joined, gone = min(group[a], group[b]), max(group[a], group[b])
            group = [joined if at == gone else at for at in group]
    return tuple(
        _origin([one for one, at in zip(read, group, strict=True) if at == first]) for first in sorted(set(group))
    )


def _origin(members: Sequence[_Read]) -> Origin:
    names = dict.fromkeys(name for one in members for name in one.bodies) if len(members) > 1 else {}
    return Origin(frozenset(one.report.key for one in members), tuple(names))


def _read(report: Report, agencies: Collection[str], language: str) -> _Read:
    bodies = [report.source, *sorted(credits_of(report.text, agencies, language))]
    bodies += sorted(told_to(report.sentence, agencies, language))
    if report.relays:
        bodies.append(canonical(report.relays, language))
    if report.claimant and _is_named(report.claimant, language):
        bodies.append(report.claimant)
    spoken = _WORD.findall(report.sentence.lower())
    sentence = " ".join(spoken) if len(spoken) >= SAME_SENTENCE else ""
    return _Read(report, _shingles(report.text), sentence, dict.fromkeys(bodies))


@lru_cache(maxsize=128)
def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text[:READ].lower())
    return frozenset(zip(*(words[at:] for at in range(SHINGLE)), strict=False))


def _is_named(claimant: str, language: str) -> bool:
    """Whether a claimant is somebody in particular: "officials" of two reports need not be the same people."""
    unnamed = lexicon(language, "titles").ANONYMOUS
    words = name_words(claimant, language)
    return bool(words) and not any(word in unnamed or word.removesuffix("s") in unnamed for word in words)


def _one_origin(a: _Read, b: _Read, language: str) -> bool:
    return (
        a.report.source == b.report.source
        or any(_is_one(one, other, a, b, language) for one in a.bodies for other in b.bodies)
        or bool(a.sentence and a.sentence == b.sentence)
        or _same_text(a.shingles, b.shingles)
    )


def _is_one(one: str, other: str, a: _Read, b: _Read, language: str) -> bool:
    """Whether two bodies behind two reports are one. Publishers are told apart by their names as they are: one paper's
    may hold another's ("The Herald", "The Sunday Herald")."""
    publishers = one == next(iter(a.bodies)) and other == next(iter(b.bodies))
    return not publishers and same_body(one, other, language)


def _same_text(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> bool:
    shorter = min(len(a), len(b))
    return shorter >= LEAST_SHINGLES and len(a & b) >= SAME_TEXT * shorter
