"""Which mentions of a version disagree: with each other, with the version before, with other sources of the story."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claims.engine.bulletins import brought_up_to_date
from claims.engine.candidates import is_coarse, keys
from claims.engine.compare import compare
from claims.engine.compare.arithmetic import compare_arithmetic
from claims.engine.compare.figures import as_conflict
from claims.engine.compare.notes import corrects, tells_of
from claims.engine.compare.odds import Likelihoods
from claims.engine.compare.relation import Course
from claims.engine.compare.values import both_can_hold
from claims.engine.drift import RULES, compare_drift
from claims.engine.records import Carry, Comparison, Figure, Finding, Mention
from claims.engine.rivals import Compared, weighed
from claims.engine.witnesses import heard
from claims.enums import Answer, FlagType, Kind, Outcome, Part, Relation, Scope

# Why an update may be a conflict after all.
BEHIND = Course(Relation.CONFLICT, "figure.behind", "BEHIND")
CORRECTED = Course(Relation.CONFLICT, "figure.corrected", "CORRECTED")
# Each mention is held against so many others at most: in a story of a thousand wires the same count stands everywhere,
# and the nearest of them say all there is to say.
MOST_PAIRS = 48
_CHANGED = (Outcome.VALUE_CHANGED, Outcome.ATTRIBUTION_CHANGED)
_KEPT = (Outcome.UNCHANGED, Outcome.MOVED)


def findings_within(
    mentions: Sequence[Mention], language: str = "en", *, left_out: Counter[str] | None = None
) -> list[Finding]:
    """One version against itself: sums and shares that do not add up, and claims that exclude each other.

    left_out: where the pairs beyond MOST_PAIRS are counted that are not compared, by kind of mention.
    """
    found = [
        Finding(a.key, b.key, Scope.WITHIN_DOCUMENT, answer) for a, b, answer in compare_arithmetic(mentions, language)
    ]
    for a, b in _candidate_pairs(mentions, mentions, language, left_out):
        first, second = _in_order(a, b)
        if first.record.kind is Kind.FIGURE or first.record.span.touches(second.record.span):
            continue
        answer = compare(first, second, language=language)
        if answer.type is not None:
            found.append(Finding(first.key, second.key, Scope.WITHIN_DOCUMENT, answer))
    return _once(found)


def findings_across(
    old: Sequence[Mention],
    new: Sequence[Mention],
    carries: Sequence[Carry],
    note: str,
    language: str = "en",
    *,
    left_out: Counter[str] | None = None,
) -> list[Finding]:
    """The nearest versions of one document against each other.

    carries: what `carry` gave for the records of old and new, in their order. A finding is silent where the new
    version's note says nothing of what changed.
    """
    found: list[Finding] = []
    settled: set[tuple[str, str]] = set()
    for step in carries:
        if step.old is None or step.new is None:
            continue
        a, b = old[step.old], new[step.new]
        settled.add((a.key, b.key))
        if step.outcome in _CHANGED or step.outcome is Outcome.REWORDED:
            answer = compare(a, b, anchored=True, language=language)
            drift = None if answer.type is not None else compare_drift(a, b, language)
            found += _across(a, b, drift or answer, note, language)
    kept_old = {old[c.old].key for c in carries if c.old is not None and c.outcome in _KEPT}
    kept_new = {new[c.new].key for c in carries if c.new is not None and c.outcome in _KEPT}
    for a, b in _candidate_pairs(old, new, language, left_out):
        if (a.key, b.key) in settled or a.key in kept_old or b.key in kept_new:
            continue
        found += _across(a, b, compare(a, b, language=language), note, language)
    mentions = {mention.key: mention for mention in (*old, *new)}
    return brought_up_to_date(_once(_told_once(found, mentions)), mentions, note, language)


def findings_between(
    new: Sequence[Mention],
    others: Sequence[Mention],
    language: str = "en",
    *,
    left_out: Counter[str] | None = None,
) -> list[Finding]:
    """The mentions of one version against those of other sources; the earlier published one comes first."""
    compared = []
    new, others = introduced(new, others), introduced(others, new)
    for a, b in _candidate_pairs(new, others, language, left_out, coarse=True):
        if a.document != b.document:
            first, second = _in_order(a, b)
            compared.append((first, second, compare(first, second, language=language)))
    likelihoods = Likelihoods(language)
    compared = heard(weighed(compared, likelihoods), likelihoods)
    agreeing = _agreeing(compared)
    return _once(
        [
            Finding(a.key, b.key, Scope.BETWEEN_SOURCES, _behind_its_time(a, b, answer, agreeing, language))
            for a, b, answer in compared
            if answer.type is not None
        ]
    )


def introduced(some: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """Attributions of people whose office their own text leaves out, with the offices that another text names."""
    known = {m.record.claimant: m.known_as for m in (*some, *others) if m.known_as}
    return [
        replace(m, known_as=known[m.record.claimant])
        if m.record.kind is Kind.ATTRIBUTION and not m.known_as and m.record.claimant in known
        else m
        for m in some
    ]


def _agreeing(compared: Sequence[Compared]) -> dict[str, list[Mention]]:
    """For each mention those of other sources that say the same."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for a, b, answer in compared:
        if answer.answer is Answer.AGREES:
            found[a.key].append(b)
            found[b.key].append(a)
    return found


def _behind_its_time(
    a: Mention, b: Mention, answer: Comparison, agreeing: Mapping[str, Sequence[Mention]], language: str
) -> Comparison:
    """An update is a conflict where a third source had the later value before the earlier one was published."""
    if answer.answer is Answer.UPDATES and any(
        c.published < a.published and not _both_hold(c, a, language) for c in agreeing.get(b.key, ())
    ):
        return as_conflict(a, b, answer, BEHIND, language)
    return answer


def _both_hold(a: Mention, b: Mention, language: str) -> bool:
    return isinstance(a.record, Figure) and isinstance(b.record, Figure) and both_can_hold(a.record, b.record, language)


def _across(a: Mention, b: Mention, answer: Comparison, note: str, language: str) -> Iterator[Finding]:
    if answer.type is not None:
        silent = not tells_of(note, (a, b), answer, language)
        if answer.answer is Answer.UPDATES and corrects(note, (a, b), language):
            answer = as_conflict(a, b, answer, CORRECTED, language)
        yield Finding(a.key, b.key, Scope.ACROSS_VERSIONS, answer, silent)


def _candidate_pairs(
    some: Sequence[Mention],
    others: Sequence[Mention],
    language: str,
    left_out: Counter[str] | None,
    *,
    coarse: bool = False,
) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of one kind that share a key, each once. coarse: a key that only tells the kind of thing will do."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for at, mention in enumerate(others):
        for key in keys(mention, language):
            if coarse or not is_coarse(key):
                by_key[key].append(at)
    seen: set[tuple[str, str]] = set()
    for mention in some:
        nearest, beyond = _nearest(mention, others, by_key, language)
        if left_out is not None and beyond:
            left_out[mention.record.kind.value] += beyond
        for at in nearest:
            other = others[at]
            pair = (min(mention.key, other.key), max(mention.key, other.key))
            if other.key != mention.key and pair not in seen and other.record.kind is mention.record.kind:
                seen.add(pair)
                yield mention, other


def _nearest(
    mention: Mention, others: Sequence[Mention], by_key: Mapping[str, Sequence[int]], language: str
) -> tuple[list[int], int]:
    """The indices of what shares a key with a mention, at most MOST_PAIRS, and how many there are beyond.

    Most shared keys first, then the newest.
    """
    shared = Counter(at for key in keys(mention, language) for at in by_key.get(key, ()))
    ranked = sorted(shared, key=lambda at: (-shared[at], -others[at].published.timestamp(), at))
    return sorted(ranked[:MOST_PAIRS]), max(0, len(ranked) - MOST_PAIRS)


def _in_order(a: Mention, b: Mention) -> tuple[Mention, Mention]:
    first, second = sorted((a, b), key=lambda m: (m.published, m.document, m.version, m.record.span, m.key))
    return first, second


def _told_once(found: Sequence[Finding], mentions: Mapping[str, Mention]) -> list[Finding]:
    """The findings with one of drift for each sentence: that of its attribution, else that of its first figure."""
    drifted = [f for f in found if f.comparison.rule in RULES]
    ranked = sorted(drifted, key=lambda f: mentions[f.b].record.kind is not Kind.ATTRIBUTION)
    first: dict[tuple[Part, str], Finding] = {}
    for finding in ranked:
        there = mentions[finding.b]
        first.setdefault((there.record.part, there.sentence.rstrip(".")), finding)
    kept = {id(finding) for finding in first.values()}
    return [f for f in found if f.comparison.rule not in RULES or id(f) in kept]


def _once(found: Sequence[Finding]) -> list[Finding]:
    """Each pair and type once, the first reason given."""
    by_pair: dict[tuple[str, str, FlagType | None], Finding] = {}
    for finding in found:
        by_pair.setdefault((finding.a, finding.b, finding.comparison.type), finding)
    return list(by_pair.values())
