"""A new version that brings many counts up to date: what rose in it moved on, and was not wrong before."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.engine.compare.figures import as_update
from claims.engine.compare.notes import corrects
from claims.engine.compare.relation import MOVED, ROSE, can_grow, rose
from claims.engine.records import Finding, Mention
from claims.enums import Relation

# Where a count of what goes on grew, so many that rose in all make a version a bulletin, in which whatever rose was
# brought up to date. So many make it one by themselves, and then every count was.
SOME, MANY = 2, 4


def brought_up_to_date(
    found: Sequence[Finding], mentions: Mapping[str, Mention], note: str, language: str = "en"
) -> list[Finding]:
    """The findings between two versions of a document, conflicts of counts being updates where the version is a
    bulletin.

    mentions: by key, those of both versions. What the note says was corrected stays a conflict, and so do swapped
    digits, counts that cannot grow (employees, votes) and growing counts that fell.
    """
    moved = {
        (f.a, f.b): rose(mentions[f.a], mentions[f.b])
        for f in found
        if f.comparison.relation is Relation.UPDATE or _may_move(f, mentions, note, language)
    }
    grown = sum(moved.values())
    goes_on = any(f.comparison.relation is Relation.UPDATE for f in found)
    if grown < (SOME if goes_on else MANY):
        return list(found)
    answers = []
    for finding in found:
        pair = mentions[finding.a], mentions[finding.b]
        if _may_move(finding, mentions, note, language) and (moved[finding.a, finding.b] or grown >= MANY):
            course = ROSE if moved[finding.a, finding.b] else MOVED
            answers.append(replace(finding, comparison=as_update(*pair, finding.comparison, course, language)))
        else:
            answers.append(finding)
    return answers


def _may_move(finding: Finding, mentions: Mapping[str, Mention], note: str, language: str) -> bool:
    """Whether a conflict is of a count that may have moved on."""
    a, b = mentions[finding.a], mentions[finding.b]
    if finding.comparison.rule != "figure.value" or corrects(note, (a, b), language):
        return False
    return can_grow(a, b, language)
