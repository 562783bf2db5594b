"""Stored passages that may bear on a claim: what shares its candidate keys, in its story first, then in articles like
it. Reads only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from claims.engine.evidence import PassageCheck, check_passage
from claims.engine.lexicon import UnknownLanguage
from claims.enums import Containment, Part, Stance
from claims.models import Claim, Evidence, Mention, StoryProfile
from claims.queries.neighbours import nearest_articles
from claims.services import containment, rows
from sources.models import Article, ArticleVersion

# So many articles of the story and so many like it are looked at, the newest or the nearest first.
MOST_IN_STORY = 60
MOST_LIKE_IT = 20
# Articles like it are looked for within so much time before and after.
WINDOW = timedelta(days=14)
SHOWN = 8
_RANK = {Containment.CONTAINS: 0, Containment.DIFFERS: 1, Containment.UNCLEAR: 2}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence [start, end) of a version that may bear on the claim. mention: what was read in it. reason: why it is
    here. stance: what it would be linked as."""

    mention: Mention
    start: int
    end: int
    text: str
    check: PassageCheck
    in_story: bool

    @property
    def stance(self) -> Stance:
        return Stance.REFUTES if self.check.contains is Containment.DIFFERS else Stance.SUPPORTS

    @property
    def reason(self) -> str:
        """Where it stands, then what it holds, in one sentence each."""
        source = self.mention.version.article.source
        where = "In the same story" if self.in_story else "In an article of much the same content"
        return f"{where}{', first-hand' if source.first_hand else ''}. {self.check.reason}"


def suggest(claim: Claim) -> list[Suggestion]:
    """At most SHOWN passages, those that hold what the claim says first, then those that say otherwise.

    Of each text one sentence once; what is linked already is left out.
    """
    mention = containment.current(claim)
    if mention is None or not mention.keys:
        return []
    story = _versions_in_story(claim.article)
    versions = {*story, *_versions_like(claim.article)}
    found = (
        Mention.objects.filter(version__in=versions, kind=claim.kind, keys__overlap=mention.keys, withdrawn=False)
        .select_related("claim", "version__article__source")
        .order_by("version_id", "start", "pk")
    )
    linked = _linked(claim)
    rows_of = [row for row in found if not any(_within(row, spot) for spot in linked)]
    suggested = [_suggestion(mention, row, in_story=row.version_id in story) for row in rows_of]
    return _best(suggested)


def _versions_in_story(article: Article) -> set[int]:
    if article.story_id is None:
        return set()
    return _latest(Article.objects.filter(story=article.story_id).exclude(pk=article.pk).values_list("pk", flat=True))


def _versions_like(article: Article) -> set[int]:
    """Articles outside the story whose openings are nearest in meaning."""
    profile = StoryProfile.objects.filter(article=article).first()
    if profile is None:
        return set()
    with transaction.atomic():
        near = nearest_articles(
            profile.vector, profile.model, profile.published_at, WINDOW, excluded=article.pk, most=MOST_LIKE_IT
        )
    return _latest(near)


def _latest(articles: Iterable[int]) -> set[int]:
    newest = ArticleVersion.objects.filter(article__in=list(articles)).order_by("article_id", "-number")
    dated = newest.distinct("article_id").values_list("pk", "published_at")
    ranked = sorted(dated, key=lambda row: row[1], reverse=True)
    return {pk for pk, _ in ranked[:MOST_IN_STORY]}


def _linked(claim: Claim) -> list[Evidence]:
    return list(Evidence.objects.filter(claim=claim, removed_at=None))


def _within(row: Mention, spot: Evidence) -> bool:
    return (row.version_id, row.part) == (spot.version_id, spot.part) and row.start < spot.end and spot.start < row.end


def _suggestion(claim: Mention, row: Mention, *, in_story: bool) -> Suggestion:
    start, end = sentence_of(row)
    text = (row.version.title if row.part == Part.HEADLINE else row.version.text)[start:end]
    (ours,), (theirs,) = rows.placed([claim]), rows.placed([row])
    try:
        check = check_passage(ours, text, [theirs], claim.version.language)
    except UnknownLanguage:
        check = PassageCheck(Containment.UNCLEAR, "In another language.")
    return Suggestion(row, start, end, text, check, in_story)


def sentence_of(row: Mention) -> tuple[int, int]:
    """Where the sentence around a mention stands in its part; the mention itself where it is not found."""
    text = row.version.title if row.part == Part.HEADLINE else row.version.text
    size = len(row.sentence)
    at = text.find(row.sentence, max(0, row.end - size), row.start + size) if size else -1
    return (at, at + size) if at >= 0 else (row.start, row.end)


def _best(found: Sequence[Suggestion]) -> list[Suggestion]:
    ranked = sorted(
        found,
        key=lambda one: (
            _RANK[one.check.contains],
            not one.in_story,
            not one.mention.version.article.source.first_hand,
            -one.mention.version.published_at.timestamp(),
            one.mention.pk,
        ),
    )
    once = {(one.mention.version_id, one.mention.part, one.start): one for one in reversed(ranked)}
    return [one for one in ranked if once[(one.mention.version_id, one.mention.part, one.start)] is one][:SHOWN]
