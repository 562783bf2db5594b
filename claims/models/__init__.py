"""What is asserted, where it stands, what we found, and what the desk decided."""

from claims.models.audit import AuditCheck, AuditEntry
from claims.models.checked import CheckedClaim, CheckedKey, Watch, WatchedWords
from claims.models.claim import Claim, ClaimMove, Mention
from claims.models.correction import Correction
from claims.models.desk import Comment, SavedView
from claims.models.event import Delivery, DeliveryAttempt, Event, Webhook
from claims.models.evidence import Evidence
from claims.models.flag import ContradictionFlag, FlaggedClaim, FlagMove
from claims.models.gate import GateJob, GateOverride, GatePolicy
from claims.models.imports import BulkImport, ImportLine
from claims.models.note import NoteDraft
from claims.models.placing import ProfileKey, StoryMove, StoryProfile
from claims.models.run import ExtractionRun
from claims.models.verdict import Review, Verdict, VerdictContributor, VerdictEvidence

__all__ = [
    "AuditCheck",
    "AuditEntry",
    "BulkImport",
    "CheckedClaim",
    "CheckedKey",
    "Claim",
    "ClaimMove",
    "Comment",
    "ContradictionFlag",
    "Correction",
    "Delivery",
    "DeliveryAttempt",
    "Event",
    "Evidence",
    "ExtractionRun",
    "FlagMove",
    "FlaggedClaim",
    "GateJob",
    "GateOverride",
    "GatePolicy",
    "ImportLine",
    "Mention",
    "NoteDraft",
    "ProfileKey",
    "Review",
    "SavedView",
    "StoryMove",
    "StoryProfile",
    "Verdict",
    "VerdictContributor",
    "VerdictEvidence",
    "Watch",
    "WatchedWords",
    "Webhook",
]
