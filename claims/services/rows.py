"""Between the engine's records and the database's rows, both ways, in one place."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from claims.engine import records as engine
from claims.engine.candidates import keys
from claims.engine.mentions import mentions_of
from claims.enums import Approximation, Direction, Kind, Part, Polarity
from claims.models import Mention
from sources.models import ArticleVersion

# As many as the columns hold; a third is 33.333333333 per cent in the engine's answer and in the row alike.
PLACES = Decimal("1e-9")
_GROUP_SEPARATOR = "; "


def parts(version: ArticleVersion) -> dict[Part, str]:
    """The texts that offsets count in. A headline that was made of the text's first words is none."""
    made_up = version.text.startswith(version.title.rstrip("…"))
    return {Part.HEADLINE: "" if made_up else version.title, Part.BODY: version.text}


def mentions_from(records: Sequence[engine.Record], version: ArticleVersion) -> list[Mention]:
    """Unsaved rows for the records of a version; claim, run and outcome are the caller's to fill."""
    around = _placed(version, records, [str(index) for index in range(len(records))])
    return [_mention_from(mention, version) for mention in around]


def _placed(version: ArticleVersion, records: Sequence[engine.Record], keys: Sequence[str]) -> list[engine.Mention]:
    source = version.article.source
    return mentions_of(
        parts(version),
        records,
        keys=keys,
        document=str(version.article_id),
        version=version.number,
        source=source.name,
        published=version.published_at,
        official=source.first_hand,
        language=version.language,
    )


def _mention_from(placed: engine.Mention, version: ArticleVersion) -> Mention:
    record = placed.record
    row = Mention(
        version=version,
        kind=record.kind,
        part=record.part,
        start=record.span.start,
        end=record.span.end,
        text=record.span.of(parts(version)[record.part]),
        sentence=placed.sentence,
        keys=key_hashes(placed, version.language),
        rule=record.why.rule,
        trigger=record.why.trigger,
        reading=record.why.reading,
        claimant=_cut(record.claimant, "claimant") if record.claimant else None,
    )
    for name, value in _typed(record).items():
        setattr(row, name, _cut(value, name) if isinstance(value, str) else value)
    return row


def key_hashes(mention: engine.Mention, language: str) -> list[int]:
    """The candidate keys of a mention as 64-bit integers: what the index holds instead of words."""
    return sorted(
        int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)
        for key in keys(mention, language)
    )


def record_from(row: Mention) -> engine.Record:
    """The engine's record that a row was made of."""
    span, why = engine.Span(row.start, row.end), engine.Why(row.rule, row.trigger, row.reading)
    part = Part(row.part)
    if row.kind == Kind.FIGURE:
        assert row.value_start is not None
        assert row.value_end is not None
        return engine.Figure(
            span=span,
            value_span=engine.Span(row.value_start, row.value_end),
            low=row.low,
            high=row.high,
            approximation=Approximation(row.approximation),
            unit=row.unit,
            measure=row.measure,
            why=why,
            measure_key=row.measure_key,
            thing=row.thing,
            place=row.place,
            as_of=row.as_of,
            group=tuple(row.group.split(_GROUP_SEPARATOR)) if row.group else (),
            direction=Direction(row.direction),
            claimant=row.claimant,
            part=part,
        )
    if row.kind == Kind.QUOTE:
        return engine.Quote(span=span, words=row.text, why=why, claimant=row.claimant, cue=row.cue, part=part)
    return engine.Attribution(
        span=span,
        proposition_span=engine.Span(
            row.start if row.proposition_start is None else row.proposition_start,
            row.end if row.proposition_end is None else row.proposition_end,
        ),
        proposition=row.proposition,
        cue=row.cue,
        polarity=Polarity(row.polarity),
        why=why,
        claimant=row.claimant,
        anonymous=row.anonymous,
        part=part,
    )


def says(row: Mention) -> tuple[object, ...]:
    """What a mention comes to, whatever version it stands in."""
    if row.approximation:
        return row.claim_id, row.low, row.high, row.approximation, row.unit
    return row.claim_id, " ".join(row.text.lower().split()), row.claimant, row.polarity


def placed(mentions: Sequence[Mention]) -> list[engine.Mention]:
    """What the comparison needs to know of the mentions of one version; its article and source have to be loaded."""
    if not mentions:
        return []
    version = mentions[0].version
    records = [record_from(row) for row in mentions]
    return _placed(version, records, [str(row.pk) for row in mentions])


def placed_alone(mentions: Sequence[Mention]) -> list[engine.Mention]:
    """The same of mentions of any versions by their stored sentences alone, in their order; no text has to be loaded.

    What stands before the sentence and offices of claimants stay unknown, and figures that are not among the mentions.
    """
    values: dict[tuple[int, str], set[tuple[Decimal | None, Decimal | None]]] = defaultdict(set)
    for row in mentions:
        values[row.version_id, row.unit].add((row.low, row.high))
    return [_alone(row, lone=len(values[row.version_id, row.unit]) == 1) for row in mentions]


def _alone(row: Mention, *, lone: bool) -> engine.Mention:
    version, source = row.version, row.version.article.source
    return engine.Mention(
        str(row.pk),
        record_from(row),
        str(version.article_id),
        version.number,
        source.name,
        row.sentence or row.text,
        version.published_at,
        title=version.title,
        official=source.first_hand,
        sentence_start=row.start - max(0, row.sentence.find(row.text)),
        lone=lone,
    )


def _typed(record: engine.Record) -> dict[str, Any]:
    """The columns of one kind."""
    if isinstance(record, engine.Figure):
        return {
            "value_start": record.value_span.start,
            "value_end": record.value_span.end,
            "low": _stored(record.low),
            "high": _stored(record.high),
            "approximation": record.approximation,
            "unit": record.unit,
            "measure": record.measure,
            "measure_key": record.measure_key,
            "thing": record.thing,
            "place": record.place,
            "as_of": record.as_of,
            "group": _GROUP_SEPARATOR.join(record.group),
            "direction": record.direction,
        }
    if isinstance(record, engine.Quote):
        return {"cue": record.cue}
    return {
        "cue": record.cue,
        "proposition": record.proposition,
        "proposition_start": record.proposition_span.start,
        "proposition_end": record.proposition_span.end,
        "polarity": record.polarity,
        "anonymous": record.anonymous,
    }


def _stored(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(PLACES)


def _cut(value: str, column: str) -> str:
    """A value that fits its column: a name of 300 characters is a parse gone wrong, no reason to lose the version."""
    longest: int | None = getattr(Mention._meta.get_field(column), "max_length", None)
    return value if longest is None else value[:longest]
