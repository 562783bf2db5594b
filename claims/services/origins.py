"""How many independent origins stand on each side of a flag: those of the story's articles that say the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from claims.engine import records as engine
from claims.engine.compare import compare
from claims.engine.origins import Origin, Report, origins
from claims.enums import Answer, FlagState, RunState, Scope
from claims.models import ContradictionFlag, Mention
from claims.services import rows, severity
from sources.enums import SourceKind
from sources.models import ArticleVersion, Source

# Of a story's articles, so many are asked, the newest first; of the agencies that a desk knows, so many names.
MOST_ARTICLES = 60
MOST_AGENCIES = 500
# Of the open flags that a new version may bear on, so many are counted anew, the gravest first.
MOST_FLAGS = 100
# What disagrees within one text has no sides that others could stand on: it is one origin that contradicts itself.
_WITH_SIDES = frozenset({Scope.BETWEEN_SOURCES, Scope.ACROSS_VERSIONS})


@dataclass(frozen=True, slots=True)
class Sides:
    """The independent origins of what each mention of a flag says; keys are ids of mentions."""

    a: tuple[Origin, ...]
    b: tuple[Origin, ...]


def count_for(flag: ContradictionFlag) -> tuple[int | None, int | None]:
    """How many independent origins stand on each side of a flag; None twice where it has no sides."""
    sides = sides_of([flag]).get(flag.pk)
    return (len(sides.a), len(sides.b)) if sides else (None, None)


def renew(flags: Iterable[ContradictionFlag]) -> None:
    """Stores the counts of flags that are stored already, all of one story, and the severity that follows."""
    counted = list(flags)
    sides = sides_of(counted)
    for flag in counted:
        found = sides.get(flag.pk)
        flag.origins_a, flag.origins_b = (len(found.a), len(found.b)) if found else (None, None)
        flag.severity = severity.of(flag)
    ContradictionFlag.objects.bulk_update(counted, ["origins_a", "origins_b", "severity"], batch_size=200)


def renew_beside(version: ArticleVersion, mentions: Sequence[Mention]) -> None:
    """Counts anew for the story's open flags beside which a version's mentions may stand, now that it has come in."""
    keys = sorted({key for row in mentions for key in row.keys})
    if not keys or version.article.story_id is None:
        return
    beside = ContradictionFlag.objects.filter(
        Q(a__keys__overlap=keys) | Q(b__keys__overlap=keys), story=version.article.story_id, state=FlagState.OPEN
    )
    sources = [f"{side}__version__article__source__relays" for side in "ab"]
    renew(beside.select_related(*sources).order_by("-severity", "-pk")[:MOST_FLAGS])


def sides_of(flags: Sequence[ContradictionFlag]) -> dict[int, Sides]:
    """The origins on both sides of flags of one story, by the flag's id."""
    asked = [flag for flag in flags if flag.scope in _WITH_SIDES]
    if not asked:
        return {}
    said = _said_in_story(asked)
    own = {one.row.pk: one for one in _by_version([row for flag in asked for row in (flag.a, flag.b)])}
    agencies = list(Source.objects.filter(kind=SourceKind.WIRE_AGENCY).values_list("name", flat=True)[:MOST_AGENCIES])
    return {flag.pk: _sides(own[flag.a_id], own[flag.b_id], said, agencies) for flag in asked}


@dataclass(frozen=True, slots=True)
class _Said:
    row: Mention
    placed: engine.Mention
    report: Report


def _sides(a: _Said, b: _Said, said: Sequence[_Said], agencies: Sequence[str]) -> Sides:
    keys = set(a.row.keys) | set(b.row.keys)
    own = {a.row.version.article_id, b.row.version.article_id}
    language = b.row.version.language
    with_a, with_b = [a.report], [b.report]
    for one in said:
        if one.row.version.article_id in own or not keys & set(one.row.keys):
            continue
        agrees = _agree(one, a, language), _agree(one, b, language)
        if agrees == (True, False):
            with_a.append(one.report)
        elif agrees == (False, True):
            with_b.append(one.report)
    return Sides(origins(with_a, agencies, language), origins(with_b, agencies, language))


def _agree(one: _Said, other: _Said, language: str) -> bool:
    first, second = sorted((one.placed, other.placed), key=lambda placed: (placed.published, placed.key))
    return compare(first, second, language=language).answer is Answer.AGREES


def _said_in_story(flags: Sequence[ContradictionFlag]) -> list[_Said]:
    """What the latest versions of the story's articles say that may be the same as one side of a flag."""
    keys = sorted({key for flag in flags for key in (*flag.a.keys, *flag.b.keys)})
    story = flags[0].b.version.article.story_id
    if story is None or not keys:
        return []
    done = ArticleVersion.objects.filter(article__story=story, runs__state=RunState.DONE)
    latest = done.order_by("article_id", "-number").distinct("article_id")
    newest = ArticleVersion.objects.filter(pk__in=latest.values("pk")).order_by("-published_at", "-pk")[:MOST_ARTICLES]
    found = (
        Mention.objects.filter(version__in=[version.pk for version in newest.only("pk")], keys__overlap=keys)
        .filter(withdrawn=False)
        .select_related("version__article__source__relays")
        .order_by("version_id", "pk")
    )
    return _by_version(found)


def _by_version(mentions: Iterable[Mention]) -> list[_Said]:
    by_version: dict[int, dict[int, Mention]] = {}
    for row in mentions:
        by_version.setdefault(row.version_id, {})[row.pk] = row
    return [said for rows_of in by_version.values() for said in _said(list(rows_of.values()))]


def _said(mentions: Sequence[Mention]) -> list[_Said]:
    """Mentions of one version with what the comparison and the count need."""
    return [
        _Said(row, placed, _report(row, placed)) for row, placed in zip(mentions, rows.placed(mentions), strict=True)
    ]


def _report(row: Mention, placed: engine.Mention) -> Report:
    source = row.version.article.source
    return Report(
        key=str(row.pk),
        source=source.name,
        text=row.version.text,
        sentence=placed.sentence,
        claimant=row.claimant,
        relays=source.relays.name if source.relays else "",
    )
