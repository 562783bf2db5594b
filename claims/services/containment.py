"""Looks whether evidence holds what its claim says, and raises a flag where it is to support the claim and does not.

The answer stands on the row. It is found again when the evidence's text has been read, when the claim's article has a
new version, and when somebody corrects what was read.
"""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db.models import Q

from claims.engine import ENGINE_VERSION
from claims.engine import records as engine
from claims.engine.evidence import PassageCheck, check_passage
from claims.engine.lexicon import UnknownLanguage
from claims.enums import Containment, FlagState, Kind, Part, Relation, RunState, Scope, Stance
from claims.models import Claim, ContradictionFlag, Evidence, ExtractionRun, Mention
from claims.services import decisions, events, rows
from claims.services.severity import severity
from sources.models import ArticleVersion

RULE = "evidence.differs"
THROUGH = (RunState.DONE, RunState.FAILED)
_LATER = "The text is still being read. What it holds is looked up as soon as that is done."
_OTHER_LANGUAGE = "The engine does not read this language. Read it yourself."


def current(claim: Claim) -> Mention | None:
    """The mention that the claim stands in now, ready to be compared; None where the engine no longer finds any."""
    return (
        Mention.objects.filter(claim=claim, withdrawn=False)
        .select_related("claim", "version__article__source")
        .order_by("-version__number", "pk")
        .first()
    )


def look(evidence: Evidence) -> PassageCheck:
    """What a passage holds of its claim now."""
    claim = current(evidence.claim)
    if claim is None:
        return PassageCheck(Containment.UNCLEAR, "The claim stands in no version.")
    if claim.kind != Kind.QUOTE and run_through(evidence.version) is None:
        return PassageCheck(Containment.UNCLEAR, _LATER)
    found = mentions_within(evidence.version, Part(evidence.part), evidence.start, evidence.end)
    (ours,) = rows.placed([claim])
    try:
        return check_passage(ours, evidence.text, rows.placed(found), claim.version.language)
    except UnknownLanguage:
        return PassageCheck(Containment.UNCLEAR, _OTHER_LANGUAGE)


def run_through(version: ArticleVersion) -> ExtractionRun | None:
    """The latest run of a version that is done or given up."""
    return version.runs.filter(state__in=THROUGH).order_by("pk").last()


def mentions_within(version: ArticleVersion, part: Part, start: int, end: int) -> list[Mention]:
    """What the engine reads in a stretch of a version; a figure by where its number stands."""
    touching = Q(start__lt=end, end__gt=start) & (~Q(kind=Kind.FIGURE) | Q(value_start__lt=end, value_end__gt=start))
    found = Mention.objects.filter(touching, version=version, part=part, withdrawn=False)
    return list(found.select_related("claim", "version__article__source").order_by("start", "pk"))


def renew(evidence: Iterable[Evidence]) -> None:
    """Looks again at passages, and brings their flags up to date."""
    for row in evidence:
        found = look(row)
        Evidence.objects.filter(pk=row.pk).update(contains=found.contains, contains_reason=found.reason)
        row.contains, row.contains_reason = found.contains, found.reason
        _sync_flag(row, found)


def renew_beside(version: ArticleVersion) -> None:
    """Looks again after a version went through: at passages of it, and at those of its article's claims."""
    renew(_live(Q(version=version) | Q(claim__article=version.article_id)))


def renew_of(claim: Claim) -> None:
    """Looks again at the evidence of a claim, and at passages of its article that are evidence for others."""
    renew(_live(Q(claim=claim) | Q(version__article=claim.article_id)))


def close_flags(evidence: Evidence, *, reason: str, by: User | None = None) -> None:
    """Closes the open flags that hang on a passage."""
    for flag in ContradictionFlag.objects.filter(evidence=evidence, state=FlagState.OPEN):
        decisions.move(flag, FlagState.RESOLVED, by=by, reason=reason)


def _live(which: Q) -> list[Evidence]:
    found = Evidence.objects.filter(which, removed_at=None)
    return list(found.select_related("claim", "version__article__source").order_by("pk"))


def _sync_flag(evidence: Evidence, found: PassageCheck) -> None:
    """One open flag where a supporting passage says otherwise, unless a person decided on the same before; else none.

    A quote may stand in a text that has no quotation marks, such as a transcript: then the passage itself is the flag's
    other side, once the text has been read.
    """
    wanted = found.contains is Containment.DIFFERS and evidence.stance == Stance.SUPPORTS
    claim = current(evidence.claim) if wanted else None
    other = _other_side(evidence, found) if claim is not None else None
    if claim is None or other is None:
        if not wanted:
            close_flags(evidence, reason="The passage is no longer at odds with the claim.")
        return
    known = ContradictionFlag.objects.filter(Q(a=claim, b=other) | Q(a=other, b=claim), rule=RULE)
    if known.exclude(state=FlagState.RESOLVED).exists():
        return
    close_flags(evidence, reason="The claim, or how it is read, changed.")
    _open(evidence, claim, other, found)


def _open(evidence: Evidence, claim: Mention, other: Mention, found: PassageCheck) -> None:
    a, b = sorted((claim, other), key=lambda row: (row.version.published_at, row.pk))
    flag = ContradictionFlag.objects.create(
        story_id=claim.version.article.story_id,
        a=a,
        b=b,
        type=found.type,
        scope=Scope.AGAINST_EVIDENCE,
        relation=Relation.CONFLICT,
        rule=RULE,
        reason=f"Linked as support for the claim. {found.reason}",
        reading_a=a.reading,
        reading_b=b.reading,
        severity=severity(
            a, b, kind=found.type, relation=Relation.CONFLICT, scope=Scope.AGAINST_EVIDENCE, silent=False
        ),
        evidence=evidence,
        engine_version=ENGINE_VERSION,
    )
    events.flags_opened([flag])


def _other_side(evidence: Evidence, found: PassageCheck) -> Mention | None:
    if found.against:
        return Mention.objects.select_related("version__article__source").get(pk=int(found.against))
    run = run_through(evidence.version)
    if run is None:
        return None
    same = Mention.objects.filter(
        version=evidence.version, kind=Kind.QUOTE, part=evidence.part, start=evidence.start, end=evidence.end
    )
    return same.select_related("version__article__source").first() or _as_mention(evidence, run)


def _as_mention(evidence: Evidence, run: ExtractionRun) -> Mention:
    """The passage as a withdrawn mention: the flag can show it, and nothing else does."""
    words = engine.Quote(
        engine.Span(evidence.start, evidence.end),
        evidence.text,
        engine.Why(RULE, "", f"“{evidence.text}”"),
        part=Part(evidence.part),
    )
    (row,) = rows.mentions_from([words], evidence.version)
    row.claim = Claim.objects.create(article_id=evidence.version.article_id, kind=Kind.QUOTE, stands=False)
    row.run, row.withdrawn = run, True
    row.save()
    return row
