"""The answer on where a claim stands, put together by hand: it is asked for more often than all else.

Its shape for the schema stands in `status_shapes.py`; a test holds the two together.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from claims.enums import ClaimState, RunState, VerdictState
from claims.queries.status import approved_by

_UNDECIDED = {
    ClaimState.UNCHECKED: "Nobody has checked this.",
    ClaimState.CHECK: "This has not been checked yet: somebody has it.",
    ClaimState.SENT_BACK: "This has not been checked yet: a reviewer wants more.",
    ClaimState.REVIEW: "This has not been checked yet: a verdict waits for a second person.",
    ClaimState.RECHECK: "This has to be checked again: what it says changed.",
    ClaimState.APPROVED: "Nobody has checked this.",
    ClaimState.NOT_CHECKABLE: "Marked as not checkable: an opinion, a forecast or a matter of taste.",
}

Row = Mapping[str, Any]


def status_body(row: Row, now: datetime) -> dict[str, Any]:
    """One claim. `checked` is true only where a verdict holds for the words that were asked about."""
    rated = row["verdict"] is not None
    conflicts, withdrawn = row["conflicts"] or [], row["withdrawn"]
    return {
        "claim": row["id"],
        "article": row["article"],
        "kind": row["kind"],
        "state": row["state"],
        "checked": holds(row),
        "rating": row["rating"] if rated else None,
        "in_substance": row["in_substance"] or None,
        "rationale": row["rationale"] if rated else None,
        "as_of": moment(row["as_of"]),
        "verdict": {
            "id": row["verdict"],
            "revision": row["revision"],
            "state": row["verdict_state"],
            "approved_at": moment(row["approved_at"]),
            "approved_by": approved_by(row["roles"]),
            "overridden": row["overridden"],
        }
        if rated
        else None,
        "retracted_at": moment(withdrawn["retracted_at"]) if withdrawn else None,
        "withdrawn": _withdrawn(withdrawn) if withdrawn else None,
        "words": _place(row, "words") | {"outcome": row["words_outcome"]} if row["words_version"] else None,
        "reviewed": _place(row, "reviewed") | {"sha256": row["reviewed_sha256"]} if rated else None,
        "latest": {
            "version": row["latest_version"],
            "sha256": row["latest_sha256"],
            "processed": row["run_state"] == RunState.DONE,
            "outcome": _outcome(row),
        },
        "conflicts": {"count": len(conflicts), "flags": conflicts},
        "superseded_by": _superseded(row),
        "evidence": [_passage(passage) for passage in row["evidence"] or ()],
        "checked_at": moment(now.astimezone(UTC).isoformat()),
        "summary": summary(row),
    }


def holds(row: Row) -> bool:
    """Whether a verdict is there, approved and not taken back, on what these words say."""
    return row["verdict"] is not None and row["changed_version"] is None


def summary(row: Row) -> str:
    """The same in plain sentences."""
    said = [_finding(row)]
    if count := len(row["conflicts"] or ()):
        said.append(f"{count} open conflict{'s' if count > 1 else ''}.")
    if row["later_state"] in (VerdictState.DRAFT, VerdictState.IN_REVIEW):
        said.append(f"Revision {row['later_revision']} is being written.")
    if row["run_state"] != RunState.DONE:
        said.append(f"Version {row['latest_version']} has not been read yet.")
    elif row["latest_outcome"] is None:
        said.append(f"Version {row['latest_version']} no longer says it.")
    return " ".join(said)


def moment(at: str | None) -> str | None:
    """A point in time as the API writes it, from one as the database does."""
    return None if at is None else at.replace("+00:00", "Z")


def _finding(row: Row) -> str:
    if row["verdict"] is None:
        if row["withdrawn"]:
            return _taken_back(row["withdrawn"])
        return _UNDECIDED[ClaimState(row["state"])]
    rating = row["rating"].replace("_", " ")
    if row["changed_version"] is not None:
        return (
            f"Version {row['reviewed_version']} was rated {rating}; version {row['changed_version']} says something"
            " else than these words, so they count as unchecked."
        )
    role = approved_by(row["roles"]).replace("_", " ")
    at = datetime.fromisoformat(row["as_of"])
    substance = f", in substance {row['in_substance'].replace('_', ' ')}" if row["in_substance"] else ""
    return (
        f"Rated {rating}{substance} as of {at.day} {at:%B %Y, %H:%M} UTC, on version {row['reviewed_version']},"
        f" approved by a {role}."
    )


def _taken_back(withdrawn: Row) -> str:
    rating, as_of = withdrawn["rating"].replace("_", " "), datetime.fromisoformat(withdrawn["as_of"])
    return (
        f"Revision {withdrawn['revision']}, rated {rating} as of {as_of.day} {as_of:%B %Y, %H:%M} UTC, was taken back:"
        " no verdict is in force."
    )


def _withdrawn(withdrawn: Row) -> dict[str, Any]:
    moments = {name: moment(withdrawn[name]) for name in ("as_of", "approved_at", "retracted_at")}
    return {**withdrawn, **moments, "in_substance": withdrawn["in_substance"] or None}


def _place(row: Row, name: str) -> dict[str, Any]:
    return {column: row[f"{name}_{column}"] for column in ("version", "part", "start", "end", "text")}


def _outcome(row: Row) -> str | None:
    if row["latest_outcome"] is None and row["run_state"] == RunState.DONE:
        return "dropped"
    outcome: str | None = row["latest_outcome"]
    return outcome


def _superseded(row: Row) -> dict[str, Any] | None:
    """What has to be read in place of the verdict: words that came to say something else, or a newer revision."""
    nothing = {"version": None, "revision": None, "state": None, "text": None, "reason": ""}
    if row["changed_version"] is not None:
        return nothing | {
            "version": row["changed_version"],
            "text": row["changed_text"],
            "reason": row["changed_reason"],
        }
    if row["later_revision"] is not None:
        return nothing | {"revision": row["later_revision"], "state": row["later_state"]}
    return None


def _passage(passage: Row) -> dict[str, Any]:
    archived = f"/api/v1/articles/{passage['article']}/versions/{passage['version']}"
    return {**passage, "archived": archived}
