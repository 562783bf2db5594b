"""An entry of the audit trail in one plain line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.dateparse import parse_datetime

from claims.enums import Change, FlagState
from claims.queries.trail import TrailRow
from claims.web.happened import ACTS, FLAG_WORDS
from claims.web.words import state_of

Payload = dict[str, Any]
FOUND, INSERT, UPDATE, DELETE = "found", "insert", "update", "delete"
# An entry follows what it tells of by as much as a transaction takes.
JUST_NOW = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class AuditRow:
    """What the template of a row reads. who: "" where the row itself does not say. why: the reason that was given."""

    found: TrailRow

    @property
    def seq(self) -> int:
        return self.found.entry.seq

    @property
    def who(self) -> str:
        entry = self.found.entry
        if entry.relation == "claims_evidence" and entry.what == UPDATE and not _moved(self.found):
            return "The engine"
        by = entry.by
        return self.found.people.get(by, f"login {by}") if by else ""

    @property
    def words(self) -> str:
        entry = self.found.entry
        told = _WORDS.get(entry.relation, _plain)(self.found, entry.payload)
        return f"stood already when the trail began: {told}" if entry.what == FOUND else told

    @property
    def why(self) -> str:
        payload = self.found.entry.payload
        return str(payload.get("reason") or payload.get("rationale") or payload.get("note") or "")

    @property
    def columns(self) -> list[tuple[str, str]]:
        """All that the entry keeps, column by column."""
        return [(name, "–" if value is None else str(value)) for name, value in self.found.entry.payload.items()]

    @property
    def address(self) -> str:
        """Of the claim that the entry is about, "" for none."""
        found = self.found
        return f"{reverse('article', args=[found.article])}?claim={found.claim}#m{found.claim}" if found.article else ""

    @property
    def flag(self) -> int | None:
        return self.found.entry.payload.get("flag_id") if self.found.entry.relation == "claims_flagmove" else None


def _review(row: TrailRow, payload: Payload) -> str:
    known = {act.value: words for act, words in ACTS.items()}
    words = known.get(payload["act"], payload["act"]).replace(" {revision}", "")
    return f"{words.replace('revision', 'a revision', 1)}{', setting a rule aside' if payload.get('override') else ''}"


def _verdict(row: TrailRow, payload: Payload) -> str:
    if row.entry.what == INSERT:
        return f"opened revision {payload['revision']}"
    state = str(payload["state"]).replace("_", " ")
    return (
        f"wrote revision {payload['revision']}"
        if state == "draft"
        else f"revision {payload['revision']} is {state} now"
    )


def _contributor(row: TrailRow, payload: Payload) -> str:
    return f"{_person(row, payload['person_id'])} became a contributor of a revision"


def _evidence(row: TrailRow, payload: Payload) -> str:
    if row.entry.what == INSERT:
        return "linked a passage"
    moved = _moved(row)
    return f"{'took' if moved == 'removed_at' else 'put'} a passage back" if moved else "looked at a passage again"


def _moved(row: TrailRow) -> str:
    """What a person did to a passage just before the entry, "" where the engine alone looked at it."""
    for name in ("removed_at", "restored_at"):
        at = row.entry.payload.get(name)
        if at and row.entry.at - parse_datetime(at) < JUST_NOW:
            return name
    return ""


def _comment(row: TrailRow, payload: Payload) -> str:
    return "took a comment back" if payload.get("removed_at") else "commented"


def _claim_move(row: TrailRow, payload: Payload) -> str:
    was, became = payload["was"], payload["became"]
    told = {
        Change.STATE: f"moved the claim from {state_of(was)} to {state_of(became)}",
        Change.ASSIGNEE: f"gave the claim to {became}" if became else f"took the claim from {was}",
        Change.DUE: "set a deadline" if became else "took the deadline away",
        Change.PRIORITY: f"set the priority to {became}",
    }
    return told.get(payload["what"], "asked for a glance" if became else "found the new words right")


def _flag_move(row: TrailRow, payload: Payload) -> str:
    return {state.value: words for state, words in FLAG_WORDS.items()}[FlagState(payload["became"]).value]


def _correction(row: TrailRow, payload: Payload) -> str:
    return "took a correction back" if payload.get("undone_at") else "corrected what the engine read"


def _override(row: TrailRow, payload: Payload) -> str:
    return "stopped a text again" if payload.get("withdrawn_at") else "let a text out that the gate stops"


def _role(row: TrailRow, payload: Payload) -> str:
    role = row.roles.get(payload["group_id"], "a role").replace("_", " ")
    person = _person(row, payload["user_id"])
    return f"{person} lost the role {role}" if row.entry.what == DELETE else f"{person} has the role {role}"


def _login(row: TrailRow, payload: Payload) -> str:
    rights = [word for name, word in _RIGHTS.items() if payload.get(name)]
    changed = {INSERT: "was added", DELETE: "was deleted"}.get(row.entry.what, "has other rights")
    return f"the login {payload['username']} {changed}: {', '.join(rights) or 'closed'}"


def _profile(row: TrailRow, payload: Payload) -> str:
    return f"{_person(row, payload['user_id'])} is {'a machine' if payload['service'] else 'a person'}"


def _factor(row: TrailRow, payload: Payload) -> str:
    kind = {"totp": "authenticator app", "webauthn": "passkey", "recovery_codes": "recovery codes"}
    verb = "lost" if row.entry.what == DELETE else "has"
    return f"{_person(row, payload['user_id'])} {verb} as a second factor: {kind.get(payload['type'], payload['type'])}"


def _about_person(row: TrailRow, payload: Payload) -> str:
    return f"{_person(row, payload['person_id'])}: {payload['words']}"


def _key(row: TrailRow, payload: Payload) -> str:
    verb = "revoked" if payload.get("revoked_at") else "made" if row.entry.what == INSERT else "changed"
    return f"{verb} the key {payload['name']} of {_person(row, payload['owner_id'])}"


def _webhook(row: TrailRow, payload: Payload) -> str:
    verb = {INSERT: "added", DELETE: "removed"}.get(row.entry.what, "changed")
    return f"{verb} the webhook {payload['url']}{'' if payload.get('active') else ', switched off'}"


def _embargo(row: TrailRow, payload: Payload) -> str:
    until = payload["became"]
    return f"held an article back until {until[:16].replace('T', ' ')} UTC" if until else "lifted an embargo"


def _plain(row: TrailRow, payload: Payload) -> str:
    return f"{row.entry.what} of {row.entry.relation} {row.entry.subject}"


def _person(row: TrailRow, key: int) -> str:
    return row.people.get(key, f"login {key}")


_RIGHTS = {"is_active": "open", "is_staff": "may use the administration", "is_superuser": "may do everything"}
_WORDS: dict[str, Callable[[TrailRow, Payload], str]] = {
    "claims_review": _review,
    "claims_verdict": _verdict,
    "claims_verdictcontributor": _contributor,
    "claims_verdictevidence": lambda row, _: "had a revision stand on a passage",
    "claims_evidence": _evidence,
    "claims_comment": _comment,
    "claims_claimmove": _claim_move,
    "claims_flagmove": _flag_move,
    "claims_correction": _correction,
    "claims_gatepolicy": lambda _, payload: f"set what the gate goes by, revision {payload['revision']}",
    "claims_gateoverride": _override,
    "auth_user_groups": _role,
    "auth_user": _login,
    "sources_profile": _profile,
    "mfa_authenticator": _factor,
    "sources_personact": _about_person,
    "sources_apikey": _key,
    "claims_webhook": _webhook,
    "sources_embargomove": _embargo,
}
