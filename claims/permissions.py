"""Who may do what with claims, flags and verdicts; pages, API and templates ask here.

What a person may do with one revision of a verdict depends on its state too: `claims.workflow` says that.
"""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from sources.permissions import read, roles
from sources.roles import Role

__all__ = [
    "CHECKERS",
    "approve_verdicts",
    "arrange_stories",
    "assign_others",
    "check_claims",
    "comment",
    "decide_flags",
    "import_articles",
    "look_after_webhooks",
    "mark_claims",
    "override_gate",
    "publish_verdicts",
    "raise_flags",
    "read",
    "read_queue",
    "retry_runs",
    "set_gate",
    "verify_audit",
    "write_notes",
]

Person = AbstractBaseUser | AnonymousUser
CHECKERS = frozenset({Role.CHECKER, Role.REVIEWER, Role.DESK_HEAD})


def arrange_stories(user: Person) -> bool:
    """The desk head merges stories and splits them."""
    return Role.DESK_HEAD in roles(user)


def decide_flags(user: Person) -> bool:
    """Checkers, reviewers and the desk head decide on flags, and take decisions back."""
    return bool(roles(user) & CHECKERS)


def mark_claims(user: Person) -> bool:
    """Checkers, reviewers and the desk head mark claims by hand, and correct what the engine read."""
    return bool(roles(user) & CHECKERS)


def raise_flags(user: Person) -> bool:
    """Checkers, reviewers and the desk head raise flags by hand."""
    return bool(roles(user) & CHECKERS)


def check_claims(user: Person) -> bool:
    """Checkers, reviewers and the desk head take claims, link evidence and write verdicts."""
    return bool(roles(user) & CHECKERS)


def approve_verdicts(user: Person) -> bool:
    """Reviewers and the desk head approve verdicts, each those of others."""
    return bool(roles(user) & {Role.REVIEWER, Role.DESK_HEAD})


def publish_verdicts(user: Person) -> bool:
    """The desk head publishes verdicts and retracts them."""
    return Role.DESK_HEAD in roles(user)


def assign_others(user: Person) -> bool:
    """The desk head assigns claims to others, and sets deadlines and priorities; a checker takes claims for herself."""
    return Role.DESK_HEAD in roles(user)


def read_queue(user: Person) -> bool:
    """Whoever works on claims has a queue."""
    return bool(roles(user) & CHECKERS)


def comment(user: Person) -> bool:
    """Anybody on the desk says something about a claim."""
    return bool(roles(user))


def write_notes(user: Person) -> bool:
    """Anybody on the desk drafts what readers are told of a change; nothing is published from it."""
    return bool(roles(user))


def retry_runs(user: Person) -> bool:
    """Anybody on the desk may have a failed text tried again."""
    return bool(roles(user))


def look_after_webhooks(user: Person) -> bool:
    """The desk head and the admin say which addresses are told what happens here."""
    return bool(roles(user) & {Role.DESK_HEAD, Role.ADMIN})


def import_articles(user: Person) -> bool:
    """The desk head and the admin hand over many articles in one piece."""
    return bool(roles(user) & {Role.DESK_HEAD, Role.ADMIN})


def override_gate(user: Person) -> bool:
    """The desk head lets a text out that the gate stops, and takes that back; never a machine."""
    return Role.DESK_HEAD in roles(user)


def set_gate(user: Person) -> bool:
    """The admin says what stops a text and what is only noted."""
    return Role.ADMIN in roles(user)


def verify_audit(user: Person) -> bool:
    """The desk head and the admin see the audit trail."""
    return bool(roles(user) & {Role.DESK_HEAD, Role.ADMIN})
