"""Words with one meaning each; stored in the database and spoken by the API.

Plain `StrEnum`s, so that the engine, which knows nothing of Django, can use them too.
"""

from enum import IntEnum, StrEnum


class Kind(StrEnum):
    FIGURE = "figure"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"


class Part(StrEnum):
    """Where in a version a mention stands; offsets count from the start of that part."""

    HEADLINE = "headline"
    BODY = "body"


class Approximation(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"


class Direction(StrEnum):
    """Of a change; the figure itself is always positive."""

    NONE = "none"
    UP = "up"
    DOWN = "down"


class Polarity(StrEnum):
    AFFIRMED = "affirmed"
    DENIED = "denied"


class Answer(StrEnum):
    """What a comparison of two mentions comes to."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    UPDATES = "updates"
    UNCLEAR = "unclear"


class Outcome(StrEnum):
    """What became of a mention of version n in version n + 1."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    REWORDED = "reworded"
    VALUE_CHANGED = "value_changed"
    ATTRIBUTION_CHANGED = "attribution_changed"
    DROPPED = "dropped"
    NEW = "new"


class FlagType(StrEnum):
    FIGURE = "figure"
    QUOTE = "quote"
    SPEAKER = "speaker"
    ATTRIBUTION = "attribution"
    ARITHMETIC = "arithmetic"


class Scope(StrEnum):
    WITHIN_DOCUMENT = "within_document"
    ACROSS_VERSIONS = "across_versions"
    BETWEEN_SOURCES = "between_sources"
    AGAINST_EVIDENCE = "against_evidence"


class Relation(StrEnum):
    CONFLICT = "conflict"
    UPDATE = "update"


class FlagState(StrEnum):
    OPEN = "open"
    UPHELD = "upheld"
    DISMISSED = "dismissed"
    RESOLVED = "resolved"


class FlagDecision(StrEnum):
    """What a desk does with a flag."""

    UPHOLD = "uphold"
    DISMISS = "dismiss"
    RESOLVE = "resolve"
    REOPEN = "reopen"


class DismissalReason(StrEnum):
    """Why a desk found that a flag is none; the precision of each rule is counted from these."""

    ANOTHER_COUNT = "another_count"
    ANOTHER_TIME = "another_time"
    ANOTHER_PLACE = "another_place"
    SAME_IN_SUBSTANCE = "same_in_substance"
    MISREAD = "misread"
    OTHER = "other"


class NoteKind(StrEnum):
    """What a note tells readers: an update, that the world moved; a correction, that we were wrong."""

    UPDATE = "update"
    CORRECTION = "correction"


class RunState(StrEnum):
    DUE = "due"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class LineState(StrEnum):
    """What became of one line of an import."""

    DUE = "due"
    DONE = "done"
    FAILED = "failed"


class ClaimState(StrEnum):
    """Where a claim stands with the desk. An open flag is shown beside it, never instead of it.

    unchecked: nobody has it. check: somebody has it, or its verdict is a draft. sent_back: a reviewer wants more.
    review: submitted. approved: approved or published. recheck: what it says changed since, or the verdict was taken
    back. not_checkable: an opinion, a forecast, a matter of taste; with a reason, and outside the coverage.
    """

    UNCHECKED = "unchecked"
    CHECK = "check"
    SENT_BACK = "sent_back"
    REVIEW = "review"
    APPROVED = "approved"
    RECHECK = "recheck"
    NOT_CHECKABLE = "not_checkable"


class VerdictState(StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    RETRACTED = "retracted"


class Rating(StrEnum):
    """What we found. Outdated was right when it was said; not confirmable is not wrong."""

    CONFIRMED = "confirmed"
    CONFIRMED_WITH_CHANGE = "confirmed_with_change"
    WRONG = "wrong"
    DISPUTED = "disputed"
    OUTDATED = "outdated"
    NOT_CONFIRMABLE = "not_confirmable"
    NOT_CHECKABLE = "not_checkable"


class MatchRelation(StrEnum):
    """What a verdict has to do with a text. unclear: nothing shows that both are of one thing, or one says more."""

    SAME = "same"
    DIFFERS = "differs"
    UPDATES = "updates"
    UNCLEAR = "unclear"


class Act(StrEnum):
    """What one person does with a revision of a verdict."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    SEND_BACK = "send_back"
    APPROVE = "approve"
    PUBLISH = "publish"
    RETRACT = "retract"


class Stance(StrEnum):
    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Containment(StrEnum):
    """Whether a passage holds what the claim says. unclear: neither its figure nor its words could be compared."""

    CONTAINS = "contains"
    DIFFERS = "differs"
    UNCLEAR = "unclear"


class Change(StrEnum):
    """What about a claim was changed by a person, or by a new version."""

    STATE = "state"
    ASSIGNEE = "assignee"
    DUE = "due"
    PRIORITY = "priority"
    GLANCE = "glance"


class Priority(IntEnum):
    LOW = 0
    NORMAL = 1
    HIGH = 2
    URGENT = 3


class PlacedBy(StrEnum):
    """Who put an article in its story. What is done by hand is never undone by the engine."""

    ENGINE = "engine"
    HAND = "hand"


class EventType(StrEnum):
    """What happened on the desk, as machines are told."""

    VERSION_RECORDED = "version.recorded"
    VERSION_PROCESSED = "version.processed"
    CLAIM_CHANGED = "claim.changed"
    FLAG_OPENED = "flag.opened"
    FLAG_DECIDED = "flag.decided"
    VERDICT_SUBMITTED = "verdict.submitted"
    VERDICT_SENT_BACK = "verdict.sent_back"
    VERDICT_APPROVED = "verdict.approved"
    VERDICT_PUBLISHED = "verdict.published"
    VERDICT_RETRACTED = "verdict.retracted"
    VERDICT_STALE = "verdict.stale"
    VERDICT_MATCHED = "verdict.matched"
    TEST = "test"


class DeliveryState(StrEnum):
    DUE = "due"
    DELIVERED = "delivered"
    FAILED = "failed"


class GateAnswer(StrEnum):
    """What the publish gate says to a text."""

    GO = "go"
    GO_WITH_NOTES = "go_with_notes"
    STOP = "stop"


class GateEffect(StrEnum):
    """What a reason does to a text: it stops it, is noted, or is ignored. The desk says which."""

    STOP = "stop"
    NOTE = "note"
    IGNORE = "ignore"


class GateReason(StrEnum):
    """What speaks against letting a text out. changed: it says something else than what was approved."""

    CONFLICT = "conflict"
    RATED_WRONG = "rated_wrong"
    RATED_DISPUTED = "rated_disputed"
    RATED_OUTDATED = "rated_outdated"
    NOT_CONFIRMABLE = "not_confirmable"
    CHANGED = "changed"
    SILENT_CHANGE = "silent_change"
    STALE = "stale"
    UNCHECKED = "unchecked"
    NOT_APPROVED = "not_approved"
    NOT_LATEST = "not_latest"
    MOSTLY_UNCHECKED = "mostly_unchecked"
