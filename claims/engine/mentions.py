"""From records to mentions: each record with the words around it that the comparison reads."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from claims.engine.offices import offices_of
from claims.engine.records import Figure, Mention, Record, Span
from claims.engine.sentences import paragraphs, sentences
from claims.enums import Part


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    paragraph: Span


def mentions_of(
    texts: Mapping[Part, str],
    records: Sequence[Record],
    *,
    keys: Sequence[str],
    document: str,
    version: int,
    source: str,
    published: datetime,
    official: bool = False,
    language: str = "en",
) -> list[Mention]:
    """The mentions of one version, in the order of its records.

    texts: headline and body as stored. keys: the caller's id of each record's mention, as many as there are records.
    Raises ValueError where the two differ in number.
    """
    cut = {part: _cut(text, language) for part, text in texts.items()}
    names = {record.claimant for record in records}
    offices = {name: offices_of(name, texts.get(Part.BODY, ""), language) for name in names}
    values = _values(records)
    found = []
    for key, record in zip(keys, records, strict=True):
        text = texts[record.part]
        sentence, before = _around(record.span, text, cut[record.part])
        found.append(
            Mention(
                key,
                record,
                document,
                version,
                source,
                sentence.of(text),
                published,
                title=texts.get(Part.HEADLINE, ""),
                official=official,
                sentence_start=sentence.start,
                before=before,
                known_as=offices[record.claimant],
                lone=isinstance(record, Figure) and len(values[record.unit]) == 1,
            )
        )
    return found


def _values(records: Sequence[Record]) -> dict[str, set[tuple[Decimal | None, Decimal | None]]]:
    """The intervals that a version gives in each unit."""
    found: dict[str, set[tuple[Decimal | None, Decimal | None]]] = defaultdict(set)
    for record in records:
        if isinstance(record, Figure):
            found[record.unit].add((record.low, record.high))
    return found


def _cut(text: str, language: str) -> list[_Sentence]:
    return [_Sentence(span, line) for line in paragraphs(text) for span in sentences(text, line, language)]


def _around(span: Span, text: str, cut: Sequence[_Sentence]) -> tuple[Span, str]:
    """The sentences that a span runs over, as one stretch, and what the paragraph says before them."""
    at = max(0, bisect_right([sentence.span.start for sentence in cut], span.start) - 1)
    if not cut:
        return span, ""
    end = max(cut[at].span.end, span.end)
    start = min(cut[at].span.start, span.start)
    return Span(start, end), text[min(cut[at].paragraph.start, start) : start].strip()


def own_words(mention: Mention) -> str:
    """The words of a mention's own span; its sentence where the caller did not say where that begins."""
    if mention.sentence_start is None:
        return mention.sentence
    span = mention.record.span
    return mention.sentence[span.start - mention.sentence_start : span.end - mention.sentence_start]
