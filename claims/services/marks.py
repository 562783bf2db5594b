"""Claims that a person marked go on to stand in the next version as long as their words do."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.engine import records as engine
from claims.enums import Outcome, Part
from claims.models import Mention
from claims.services import rows
from claims.services.by_hand import RULE as BY_HAND
from sources.engine.diff import OffsetMap
from sources.models import ArticleVersion

__all__ = ["BY_HAND", "stand_again"]


def stand_again(
    carries: Sequence[engine.Carry],
    old: Sequence[Mention],
    old_texts: Mapping[Part, str],
    version: ArticleVersion,
) -> tuple[list[engine.Carry], tuple[Mention, ...]]:
    """Finds the words of marked claims, which the engine did not find itself, in a new version.

    Gives the carries, in which those that stand again are no longer dropped, and their unsaved mentions, whose indices
    follow those of the mentions that the engine found.
    """
    steps = list(carries)
    lost = [
        at
        for at, step in enumerate(steps)
        if step.old is not None and step.outcome is Outcome.DROPPED and old[step.old].rule == BY_HAND
    ]
    if not lost or Mention.objects.filter(version=version).exists():  # read again: its marks are there already
        return steps, ()
    texts = rows.parts(version)
    maps = {part: OffsetMap(old_texts[part], texts[part]) for part in Part}
    following = sum(step.new is not None for step in steps)
    found: list[engine.Record] = []
    for at in lost:
        step = steps[at]
        assert step.old is not None
        record = _shifted(rows.record_from(old[step.old]), maps)
        if record is not None:
            steps[at] = replace(
                step, new=following + len(found), outcome=Outcome.UNCHANGED, reason="Its words stand as they stood."
            )
            found.append(record)
    return steps, tuple(rows.mentions_from(found, version))


def _shifted(record: engine.Record, maps: Mapping[Part, OffsetMap]) -> engine.Record | None:
    """The record where its words stand now, or None where they do not."""
    offsets = maps[record.part]
    span = _image(record.span, offsets)
    if span is None:
        return None
    if isinstance(record, engine.Figure):
        value = _image(record.value_span, offsets)
        return None if value is None else replace(record, span=span, value_span=value)
    if isinstance(record, engine.Attribution):
        proposition = _image(record.proposition_span, offsets)
        return None if proposition is None else replace(record, span=span, proposition_span=proposition)
    return replace(record, span=span)


def _image(span: engine.Span, offsets: OffsetMap) -> engine.Span | None:
    found = offsets.exact(span.start, span.end)
    return engine.Span(*found) if found and found[1] - found[0] == span.end - span.start else None
