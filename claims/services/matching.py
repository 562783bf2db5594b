"""Has this been checked? What a text says, read and compared as any article's, held against all standing verdicts.

The language model and the embeddings are loaded with the first text, once a process.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from claims.engine import matching as engine
from claims.engine.embedding import embed
from claims.engine.lexicon import LANGUAGES
from claims.engine.mentions import mentions_of
from claims.engine.records import Mention
from claims.enums import Kind, MatchRelation, Part, Rating
from claims.models import CheckedClaim
from claims.queries import matching as queries
from claims.services import rows

LANGUAGE = LANGUAGES[0]
# So many claims are read out of a text, and so many matches are told of each.
MOST_CLAIMS = 20
MOST_MATCHES = 5
# Of two matches that are about as likely of one thing, the one that says the same comes first.
ABOUT_AS_LIKELY = 0.1
_RANK = {
    MatchRelation.SAME: 0,
    MatchRelation.DIFFERS: 1,
    MatchRelation.UPDATES: 1,
    MatchRelation.UNCLEAR: 2,
}
# The models were made for one text at a time, and two threads that load one load it twice.
_READING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Read:
    """A claim of a text, with what it is found by."""

    mention: Mention
    keys: tuple[int, ...]
    vector: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A verdict that has to do with a claim of a text."""

    row: CheckedClaim
    match: engine.Match


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim of a text, and the verdicts that have to do with it, the best first."""

    mention: Mention
    hits: tuple[Hit, ...]

    @property
    def same(self) -> Hit | None:
        """The verdict on what the text says, if the best match is one."""
        best = self.hits[0] if self.hits else None
        return best if best and best.match.relation is MatchRelation.SAME else None


def read(text: str, now: datetime) -> list[Read]:
    """What can be checked in a text that was cleaned, in its order, at most MOST_CLAIMS. now: when it is said."""
    from claims.engine.extract import extract  # not before somebody asks: it takes seconds and much memory

    with _READING:
        records = extract(text, published=now, language=LANGUAGE).records
        mentions = mentions_of(
            {Part.HEADLINE: "", Part.BODY: text},
            records,
            keys=[str(at) for at in range(len(records))],
            document="asked",
            version=1,
            source="",
            published=now,
            language=LANGUAGE,
        )[:MOST_CLAIMS]
        vectors = embed([mention.sentence for mention in mentions])
    return [
        Read(mention, tuple(rows.key_hashes(mention, LANGUAGE)), tuple(vector))
        for mention, vector in zip(mentions, vectors, strict=True)
    ]


def asked(text: str, seen_by: User | None, now: datetime) -> list[Answer]:
    """Each claim of a text with the verdicts that have to do with it, as far as the person sees them."""
    found = read(text, now)
    wanted = [queries.Wanted(Kind(one.mention.record.kind), one.keys, one.vector) for one in found]
    candidates = queries.candidates(wanted, seen_by)
    likely = [_likely(one.mention, near) for one, near in zip(found, candidates, strict=True)]
    told = _elsewhere([(one.mention, hits) for one, hits in zip(found, likely, strict=True)])
    return [Answer(one.mention, tuple(_best(one.mention, hits))) for one, hits in zip(found, told, strict=True)]


def held_against(found: Sequence[Read], row: CheckedClaim, cosines: Sequence[float]) -> list[Hit | None]:
    """For each claim of a text what one checked claim has to do with it; None for nothing. One statement.

    cosines: of each claim's sentence and that of the checked one.
    """
    hits = [_likely(one.mention, [queries.Candidate(row, cosine)]) for one, cosine in zip(found, cosines, strict=True)]
    return [
        one[0] if one else None
        for one in _elsewhere([(read.mention, hit) for read, hit in zip(found, hits, strict=True)])
    ]


def mention_of(row: CheckedClaim) -> Mention:
    """What a verdict is on, as the comparison takes it, without its text being loaded."""
    version, source = row.mention.version, row.article.source
    return Mention(
        key=str(row.mention_id),
        record=rows.record_from(row.mention),
        document=str(row.article_id),
        version=version.number,
        source=source.name,
        sentence=row.mention.sentence or row.mention.text,
        published=version.published_at,
        title=version.title,
        official=source.first_hand,
        sentence_start=row.sentence_start,
        before=row.before,
        known_as=tuple(row.known_as),
        lone=row.lone,
    )


def _likely(mention: Mention, candidates: Sequence[queries.Candidate]) -> list[Hit]:
    """The matches that are worth telling, in the order of their scores."""
    hits = [
        Hit(
            one.row,
            engine.match(
                mention,
                mention_of(one.row),
                cosine=one.cosine,
                upheld=one.row.verdict.rating == Rating.CONFIRMED,
                language=LANGUAGE,
            ),
        )
        for one in candidates
        if one.row.kind == mention.record.kind and one.row.mention.version.language == LANGUAGE
    ]
    return sorted((hit for hit in hits if hit.match.told), key=lambda hit: (-hit.match.score, hit.row.pk))


def _elsewhere(found: Sequence[tuple[Mention, Sequence[Hit]]]) -> list[list[Hit]]:
    """Takes back what is told of another town: the text names what the checked article nowhere does. One statement."""
    names = [engine.names_told(mention, LANGUAGE) for mention, _ in found]
    pairs = [
        (hit.row.mention.version_id, name)
        for (_, hits), told in zip(found, names, strict=True)
        for hit in hits
        if hit.match.relation is not MatchRelation.UNCLEAR
        for name in told
    ]
    missing = queries.not_named(pairs)
    return [
        [_placed(mention, hit, [name for name in told if name in missing.get(hit.row.mention.version_id, ())])
         for hit in hits]
        for (mention, hits), told in zip(found, names, strict=True)
    ]  # fmt: skip


def _placed(mention: Mention, hit: Hit, missing: list[str]) -> Hit:
    if not missing or hit.match.relation is MatchRelation.UNCLEAR:
        return hit
    return Hit(hit.row, engine.elsewhere(hit.match, mention, mention_of(hit.row), missing, LANGUAGE))


def _best(mention: Mention, hits: Sequence[Hit]) -> list[Hit]:
    """The best first, at most MOST_MATCHES. "133 killed" is no event's where verdicts on several have such counts."""
    known = [hit for hit in hits if hit.match.relation is not MatchRelation.UNCLEAR]
    if len({hit.row.article.story_id or -hit.row.article_id for hit in known}) > 1:
        hits = [_of_any_event(mention, hit) for hit in hits]
    hits = [hit for hit in hits if hit.match.told]
    top = max((hit.match.score for hit in hits), default=0.0)
    ranked = sorted(
        hits,
        key=lambda hit: (
            int((top - hit.match.score) / ABOUT_AS_LIKELY),
            _RANK[hit.match.relation],
            -hit.match.score,
            -hit.row.verdict.as_of.timestamp(),
            hit.row.pk,
        ),
    )
    return ranked[:MOST_MATCHES]


def _of_any_event(mention: Mention, hit: Hit) -> Hit:
    if not hit.match.anywhere or hit.match.relation is not MatchRelation.SAME:
        return hit
    return Hit(hit.row, engine.of_any_event(hit.match, mention, mention_of(hit.row), LANGUAGE))
