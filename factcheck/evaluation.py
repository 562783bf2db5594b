"""Runs story files through the product, as a user would, and reads off what it found.

Each story is recorded and processed inside one transaction that is rolled back, so nothing is left behind and no other
story is met.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import transaction

from claims import tasks
from claims.engine import drift
from claims.engine.records import Extraction
from claims.enums import FlagType, Kind, Part, RunState
from claims.models import ContradictionFlag, ExtractionRun, Mention
from claims.services import pipeline, runs
from factcheck.gold import gold_records
from sources.services import story_files

# The story format has no type of its own for sums and shares that do not add up: they are figures that disagree.
TYPE_IN_FORMAT = {FlagType.ARITHMETIC: FlagType.FIGURE}


class VersionFailedError(Exception):
    """The engine gave a version up; its prediction would be worth nothing."""


def predict(path: Path, *, gold_claims: bool = False) -> Iterator[str | dict[str, Any]]:
    """The prediction for one story file, in the format of docs/stories.md; before it, a line for each version done.

    gold_claims: the file's own claims take the place of what the engine would read, without what they measure or
    propose, so that the comparison is measured by itself. Raises VersionFailedError, and StoryFileInvalid.
    """
    story_file = story_files.read_story_file(path)
    with transaction.atomic():
        documents: dict[int, str] = {}
        for filed, recorded in story_files.record_story(story_file):
            version = recorded.version
            documents[version.article_id] = filed.document
            runs.schedule(version.pk)
            if gold_claims:
                pipeline.bring_up_to(version.pk, reading=_given(path, filed))
            else:
                tasks.process_version(version.pk)
            _must_be_done(version.pk)
            yield f"{filed.document} {filed.number}: {Mention.objects.filter(version=version).count()} mentions"
        yield _prediction(story_file.name, documents)
        transaction.set_rollback(True)


def _given(path: Path, filed: story_files.FiledVersion) -> pipeline.Reading:
    story = json.loads(path.read_text(encoding="utf-8"))
    records = gold_records(story, filed.document, filed.number)
    return lambda _: Extraction(tuple(records))


def _must_be_done(version_id: int) -> None:
    run = ExtractionRun.objects.get(version_id=version_id)
    if run.state != RunState.DONE:
        raise VersionFailedError(f"version {version_id} is {run.state}: {run.error}")


def _prediction(name: str, documents: dict[int, str]) -> dict[str, Any]:
    mentions = Mention.objects.filter(version__article__in=documents, part=Part.BODY).select_related("version")
    # Drift of attributions is no contradiction in the story format, and so no part of a prediction.
    mentions = mentions.exclude(rule=drift.UNCREDITED)
    flags = ContradictionFlag.objects.filter(a__in=mentions, b__in=mentions).exclude(rule__in=drift.RULES)
    return {
        "story": name,
        "claims": [_claim(row, documents[row.version.article_id]) for row in mentions],
        "contradictions": [_contradiction(flag) for flag in flags],
    }


def _claim(row: Mention, document: str) -> dict[str, Any]:
    claim = {
        "id": str(row.pk),
        "document": document,
        "version": row.version.number,
        "kind": row.kind,
        "text": row.text,
        "start": row.start,
        "end": row.end,
        "claimant": row.claimant,
    }
    if row.kind == Kind.FIGURE:
        claim["figure"] = {
            "low": None if row.low is None else float(row.low),
            "high": None if row.high is None else float(row.high),
            "approximation": row.approximation,
            "unit": row.unit,
            "measure": row.measure,
        }
    if row.kind == Kind.ATTRIBUTION:
        claim |= {"cue": row.cue, "proposition": row.proposition, "polarity": row.polarity}
    return claim


def _contradiction(flag: ContradictionFlag) -> dict[str, Any]:
    kind = FlagType(flag.type)
    return {
        "a": str(flag.a_id),
        "b": str(flag.b_id),
        "type": TYPE_IN_FORMAT.get(kind, kind),
        "scope": flag.scope,
        "relation": flag.relation,
        "why": flag.reason,
    }
