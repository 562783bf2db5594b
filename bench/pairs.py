"""How well the comparison engine tells what contradicts what, without a database.

    python -m bench.pairs STORIES [--extract] [--folds FOLDER] [--only NAMES] [--keep FOLDER] [--json OUT]

Feeds the documents of each story in the order of publication: a version against itself, against the version before it
(through carry-over) and against the latest version of every other document. Mentions come from the gold claims (spans,
kind, value, unit, approximation, claimant, cue, polarity; neither measure nor proposition), or with --extract from the
extraction. With --folds each story is compared as if nobody had read it: by the lesson that the other stories taught
(`bench.same_measure --folds`), without the wordings that it alone has. Scored by bench/score.py.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.score import score
from bench.unlearnt import texts_of, unread
from claims.engine.carry import carry
from claims.engine.drift import RULES
from claims.engine.findings import findings_across, findings_between, findings_within
from claims.engine.mentions import mentions_of
from claims.engine.records import Carry, Finding, Mention, Record
from claims.enums import Outcome, Part
from factcheck.gold import gold_records

OFFICIAL = {"government", "police", "court", "company"}
# In these "we" is the publisher, as in `claims.services.pipeline`.
OWN_VOICE = {"official_statement", "report", "social_post"}


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document, its records and where they stand."""

    document: str
    number: int
    published: datetime
    note: str
    texts: dict[Part, str]
    records: tuple[Record, ...]
    mentions: tuple[Mention, ...]


def versions_of(story: dict[str, Any], extracts: bool) -> list[Version]:
    """The versions of a story in order of publication."""
    found = []
    for document in story["documents"]:
        found += [_version(story, document, version, extracts) for version in document["versions"]]
    return sorted(found, key=lambda v: (v.published, v.document))


def _version(story: dict[str, Any], document: dict[str, Any], version: dict[str, Any], extracts: bool) -> Version:
    published = datetime.fromisoformat(version["published"])
    texts = {Part.HEADLINE: version["title"], Part.BODY: version["text"]}
    records = tuple(_records(story, document, version, published, extracts))
    name = f"{document['id']}-{version['number']}"
    mentions = mentions_of(
        texts,
        records,
        keys=[f"{name}-{at}" for at in range(len(records))],
        document=document["id"],
        version=version["number"],
        source=document["publisher"],
        published=published,
        official=document["publisher_kind"] in OFFICIAL,
    )
    return Version(document["id"], version["number"], published, version["note"], texts, records, tuple(mentions))


def _records(
    story: dict[str, Any],
    document: dict[str, Any],
    version: dict[str, Any],
    published: datetime,
    extracts: bool,
) -> list[Record]:
    if not extracts:
        return gold_records(story, document["id"], version["number"])
    from claims.engine.extract import extract

    publisher = document["publisher"] if document["document_kind"] in OWN_VOICE else ""
    found = extract(version["text"], title=version["title"], published=published, publisher=publisher)
    return list(found.records)


def predict(story: dict[str, Any], extracts: bool = False) -> dict[str, Any]:
    """A prediction for one story in the story format, each disagreement listed where it first holds."""
    latest: dict[str, Version] = {}
    identity: dict[str, str] = {}
    listed: set[tuple[str, str, str]] = set()
    in_body: set[str] = set()
    out: dict[str, list[dict[str, Any]]] = {"claims": [], "contradictions": []}
    for version in versions_of(story, extracts):
        body = [m for m in version.mentions if m.record.part is Part.BODY]
        in_body |= {m.key for m in body}
        out["claims"] += [claim(m) for m in body]
        before = latest.get(version.document)
        carries = carry(before.texts, version.texts, before.records, version.records) if before else []
        identity.update(_identities(before, version, carries, identity))
        for finding in _findings(version, before, carries, latest):
            if not {finding.a, finding.b} <= in_body or finding.comparison.rule in RULES:
                continue
            a, b = identity[finding.a], identity[finding.b]
            if a == b and before:
                a, b = finding.a, finding.b
            mark = (*sorted((a, b)), str(finding.comparison.type))
            if mark not in listed:
                listed.add(mark)
                out["contradictions"].append(contradiction(finding))
        latest[version.document] = version
    return out


def _identities(
    before: Version | None, version: Version, carries: list[Carry], identity: dict[str, str]
) -> dict[str, str]:
    """The claim that each mention is: that of the version before where it was carried unchanged."""
    known = {mention.key: mention.key for mention in version.mentions}
    for step in carries:
        same = step.outcome in (Outcome.UNCHANGED, Outcome.MOVED, Outcome.REWORDED)
        if before and same and step.old is not None and step.new is not None:
            known[version.mentions[step.new].key] = identity[before.mentions[step.old].key]
    return known


def _findings(
    version: Version, before: Version | None, carries: list[Carry], latest: dict[str, Version]
) -> Iterator[Finding]:
    yield from findings_within(version.mentions)
    if before:
        yield from findings_across(before.mentions, version.mentions, carries, version.note)
    others = [m for name, other in latest.items() if name != version.document for m in other.mentions]
    yield from findings_between(version.mentions, others)


def claim(mention: Mention) -> dict[str, Any]:
    record = mention.record
    figure = getattr(record, "low", None), getattr(record, "high", None)
    return {
        "id": mention.key,
        "document": mention.document,
        "version": mention.version,
        "kind": record.kind.value,
        "start": record.span.start,
        "end": record.span.end,
        "claimant": record.claimant,
        "figure": {
            "low": None if figure[0] is None else float(figure[0]),
            "high": None if figure[1] is None else float(figure[1]),
            "unit": getattr(record, "unit", ""),
            "approximation": str(getattr(record, "approximation", "")),
        },
        "polarity": str(getattr(record, "polarity", "")),
    }


def contradiction(finding: Finding) -> dict[str, Any]:
    answer = finding.comparison
    kind = "figure" if str(answer.type) == "arithmetic" else str(answer.type)
    return {
        "a": finding.a,
        "b": finding.b,
        "type": kind,
        "scope": str(finding.scope),
        "relation": str(answer.relation),
        "rule": answer.rule,
        "why": answer.reason,
        "silent": finding.silent,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--extract", action="store_true", help="take the claims from the extraction, not from the gold")
    parser.add_argument("--folds", type=Path, help="the lessons that all stories but one taught")
    parser.add_argument("--keep", type=Path, help="write the predictions to this folder")
    parser.add_argument("--only", default="", help="stories whose name holds one of these words, parted by commas")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        gold, predicted = Path(scratch) / "gold", arguments.keep or Path(scratch) / "predicted"
        gold.mkdir()
        predicted.mkdir(exist_ok=True, parents=True)
        names = [name for name in arguments.only.split(",") if name]
        stories = {
            path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(arguments.stories.glob("*.json"))
        }
        texts = texts_of(stories)
        for stem, story in stories.items():
            if names and not any(name in stem for name in names):
                continue
            with unread(stem, texts, arguments.folds) if arguments.folds else nullcontext():
                answer = predict(story, arguments.extract)
            (gold / f"{stem}.json").write_text(json.dumps(story), encoding="utf-8")
            (predicted / f"{stem}.json").write_text(json.dumps(answer), encoding="utf-8")
        result = score(gold, predicted)
    for table in ("contradictions_by_type", "contradictions_by_scope"):
        print(f"{table:26s} precision  recall     f1   right  wrong missed")
        for name, row in result[table].items():
            print(
                "  {:24s} {precision:9.3f} {recall:7.3f} {f1:6.3f} {right:7d}{wrong:7d}{missed:7d}".format(name, **row)
            )
    print("relation", result["relation_accuracy"], " false alarms", result["compatible_false_alarm_rate"])
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
