"""Two versions of an article with what became of each claim between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.contrib.auth.models import User
from django.db.models import Prefetch, Q

from claims.engine.carried import through
from claims.enums import Change, FlagState, Kind, NoteKind, Outcome, RunState, Scope, VerdictState
from claims.models import Claim, ClaimMove, ContradictionFlag, ExtractionRun, FlagMove, Mention, NoteDraft, Verdict
from claims.queries.runs import run_of
from sources.models import Article, ArticleVersion
from sources.queries import versions_of

# Verdicts that the desk stood by at some time.
DECIDED = (VerdictState.APPROVED, VerdictState.PUBLISHED, VerdictState.RETRACTED)
_MOVES = Prefetch("moves", FlagMove.objects.select_related("by").order_by("pk"))


@dataclass(frozen=True, slots=True)
class Step:
    """A claim on its way from one version to the other. old, new: where it stands in each, None where it does not.

    flags: what was found of it between the two versions. verdict: the latest on its words in the old version or before;
    again: the latest on those in the new one. glanced: how the question whether it is still right was last answered.
    """

    claim: Claim
    old: Mention | None
    new: Mention | None
    outcome: Outcome
    flags: list[ContradictionFlag] = field(default_factory=list)
    verdict: Verdict | None = None
    again: Verdict | None = None
    glanced: ClaimMove | None = None

    @property
    def mention(self) -> Mention:
        """Where it stands in the newer version, or stood."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def asks(self) -> bool:
        """Whether somebody is to look if its verdict fits the new words."""
        return self.claim.glance and self.outcome is Outcome.REWORDED


@dataclass(frozen=True)
class VersionPair:
    """versions: all of the article, oldest first, without texts. earlier, later: the two that are compared.

    run: of the later one. steps: one for each claim of either, in the order of the newer text, dropped ones at the end.
    other_flags: between two different claims. drafts: what people wrote for the notes.
    """

    article: Article
    versions: list[ArticleVersion]
    earlier: ArticleVersion
    later: ArticleVersion
    run: ExtractionRun | None
    steps: list[Step]
    other_flags: list[ContradictionFlag]
    drafts: dict[NoteKind, NoteDraft]

    @property
    def through(self) -> bool:
        return self.run is not None and self.run.state == RunState.DONE

    @cached_property
    def flags(self) -> list[ContradictionFlag]:
        return [*(flag for step in self.steps for flag in step.flags), *self.other_flags]

    @property
    def notes(self) -> list[ArticleVersion]:
        """The versions behind the earlier one that tell readers of a change."""
        between = (one for one in self.versions if self.earlier.number < one.number <= self.later.number)
        return [version for version in between if version.note.strip()]

    @property
    def silent(self) -> list[ContradictionFlag]:
        """Changes that no note names, but for those that were found to be none, or settled by a line of a note."""
        return [flag for flag in self.flags if is_silent(flag)]


def is_silent(flag: ContradictionFlag) -> bool:
    """Whether readers are still to be told of a change."""
    return flag.silent and flag.state in (FlagState.OPEN, FlagState.UPHELD)


def read_pair(article: Article, earlier: int | None = None, later: int | None = None) -> VersionPair | None:
    """Two versions by their numbers, the last two without; None where there are no such versions, or only one.

    A number alone is that of the later one. Nine queries, whatever the number of claims, flags and versions.
    """
    versions = list(versions_of(article))
    chosen = _chosen(versions, earlier, later)
    if chosen is None:
        return None
    texts = ArticleVersion.objects.in_bulk([version.pk for version in chosen])
    first, second = (texts[version.pk] for version in chosen)
    for version in (first, second):
        version.article = article
    run = run_of(second)
    between = [version.pk for version in versions if first.number <= version.number <= second.number]
    standing = _standing(between, {first.pk: first, second.pk: second})
    through_engine = run is not None and run.state == RunState.DONE
    found = _steps(standing, first, second) if through_engine else []
    steps, others = _with_what_is_known(found, between, first, second)
    drafts = NoteDraft.objects.filter(earlier=first, later=second).select_related("by")
    kept = {NoteKind(draft.kind): draft for draft in drafts}
    return VersionPair(article, versions, first, second, run, steps, others, kept)


def _chosen(
    versions: Sequence[ArticleVersion], earlier: int | None, later: int | None
) -> tuple[ArticleVersion, ArticleVersion] | None:
    """The two versions, the older one first; of one number the version before it, or else the one behind it."""
    by_number = {version.number: at for at, version in enumerate(versions)}
    asked = sorted({number for number in (earlier, later) if number is not None})
    if len(versions) < 2 or any(number not in by_number for number in asked):
        return None
    places = [by_number[number] for number in asked] or [len(versions) - 1]
    if len(places) == 1:
        places = [places[0] - 1, places[0]] if places[0] else [0, 1]
    return versions[places[0]], versions[places[1]]


def _standing(between: Sequence[int], loaded: Mapping[int, ArticleVersion]) -> dict[int, list[Mention]]:
    """The mentions of each claim in these versions, oldest first."""
    found: dict[int, list[Mention]] = {}
    rows = Mention.objects.filter(version__in=between, withdrawn=False).select_related("claim").defer("keys")
    for mention in rows.order_by("version__number", "-part", "start", "-end", "pk"):
        if mention.version_id in loaded:
            mention.version = loaded[mention.version_id]
        found.setdefault(mention.claim_id, []).append(mention)
    return found


def _steps(standing: Mapping[int, list[Mention]], first: ArticleVersion, second: ArticleVersion) -> list[Step]:
    steps = []
    for mentions in standing.values():
        old = next((one for one in mentions if one.version_id == first.pk), None)
        new = next((one for one in mentions if one.version_id == second.pk), None)
        if old or new:
            behind = [Outcome(one.outcome) for one in mentions if one.version_id != first.pk]
            steps.append(Step(mentions[-1].claim, old, new, _outcome(old, new, behind)))
    return sorted(steps, key=lambda step: (step.new is None, step.mention.part == "body", step.mention.start))


def _outcome(old: Mention | None, new: Mention | None, behind: Sequence[Outcome]) -> Outcome:
    if old is None:
        return Outcome.NEW
    if new is None:
        return Outcome.DROPPED
    return through(
        behind,
        same_value=_value(old) == _value(new),
        same_voice=old.claimant == new.claimant,
        same_words=old.text.split() == new.text.split(),
    )


def _value(mention: Mention) -> tuple[object, ...]:
    if mention.kind == Kind.FIGURE:
        return mention.low, mention.high, mention.approximation, mention.unit, mention.direction
    if mention.kind == Kind.QUOTE:
        return (mention.text.casefold().split(),)
    return mention.polarity, mention.proposition.casefold().split()


def _with_what_is_known(
    steps: Sequence[Step], between: Sequence[int], first: ArticleVersion, second: ArticleVersion
) -> tuple[list[Step], list[ContradictionFlag]]:
    """The steps with their flags, verdicts and glances; and the flags that join two claims."""
    claims = [step.claim.pk for step in steps]
    flags: dict[int, list[ContradictionFlag]] = {}
    others = []
    known = {one.pk: one for step in steps for one in (step.old, step.new) if one}
    for flag in _flags(between, known) if claims else ():
        if flag.a.claim_id == flag.b.claim_id:
            flags.setdefault(flag.a.claim_id, []).append(flag)
        else:
            others.append(flag)
    verdicts = _verdicts(claims)
    glances = _glances(step.claim.pk for step in steps if step.outcome is Outcome.REWORDED)
    told = [
        Step(
            step.claim,
            step.old,
            step.new,
            step.outcome,
            flags.get(step.claim.pk, []),
            _latest(verdicts.get(step.claim.pk, ()), upto=first.number),
            _latest(verdicts.get(step.claim.pk, ()), since=second.number),
            glances.get(step.claim.pk),
        )
        for step in steps
    ]
    return told, others


def _flags(between: Sequence[int], known: Mapping[int, Mention]) -> list[ContradictionFlag]:
    """The flags between these versions. known: mentions that need not be fetched again; one query more for others."""
    wanted = Q(scope=Scope.ACROSS_VERSIONS, a__version__in=between, b__version__in=between)
    flags = list(ContradictionFlag.objects.filter(wanted).prefetch_related(_MOVES).order_by("pk"))
    others = Mention.objects.in_bulk({pk for flag in flags for pk in (flag.a_id, flag.b_id)} - known.keys())
    for flag in flags:
        flag.a, flag.b = (known.get(pk) or others[pk] for pk in (flag.a_id, flag.b_id))
    return flags


def _verdicts(claims: Sequence[int]) -> dict[int, list[Verdict]]:
    found: dict[int, list[Verdict]] = {}
    rows = Verdict.objects.filter(claim__in=claims, state__in=DECIDED).select_related("mention__version")
    for verdict in rows.defer("mention__version__text").order_by("claim_id", "-revision"):
        found.setdefault(verdict.claim_id, []).append(verdict)
    return found


def _latest(verdicts: Iterable[Verdict], *, upto: int | None = None, since: int | None = None) -> Verdict | None:
    for verdict in verdicts:
        number = verdict.mention.version.number
        if (upto is None or number <= upto) and (since is None or number >= since):
            return verdict
    return None


def _glances(claims: Iterable[int]) -> dict[int, ClaimMove]:
    rows = ClaimMove.objects.filter(claim__in=list(claims), what=Change.GLANCE).select_related("by")
    return {move.claim_id: move for move in rows.order_by("claim_id", "-pk").distinct("claim_id")}


def own_answers(first: int, last: int, *, by: User) -> list[ClaimMove]:
    """The answers to glances that a person gave from one move to another, and that still are the last word. By claim.

    Two queries.
    """
    given = ClaimMove.objects.filter(pk__range=(first, last), what=Change.GLANCE, by=by, became="")
    own = dict(given.values_list("pk", "claim"))
    latest = ClaimMove.objects.filter(claim__in=set(own.values()), what=Change.GLANCE).order_by("claim_id", "-pk")
    return [move for move in latest.distinct("claim_id") if move.pk in own]
