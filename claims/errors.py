"""Refusals: named, with a code that the web and the API map to an answer in one place."""

from sources.errors import Refusal


class SpanOutsideText(Refusal):
    """A claim is to stand where its version has no text."""

    code = "span_outside_text"


class AlreadyMarked(Refusal):
    """A claim of this kind stands at these words already."""

    code = "already_marked"


class NotComparable(Refusal):
    """Two claims cannot contradict each other: they are one and the same, or of different kinds."""

    code = "not_comparable"


class AlreadyFlagged(Refusal):
    """The two claims have an open flag of this type."""

    code = "already_flagged"


class NotFailed(Refusal):
    """Only a failed run can be tried again by hand."""

    code = "not_failed"


class ContentInvalid(Refusal):
    """What a claim is said to assert does not fit together, or does not stand in its words."""

    code = "content_invalid"


class StillRead(Refusal):
    """A version is not through the engine yet; what it finds would collide with what a person marks now."""

    code = "still_read"


class ReasonMissing(Refusal):
    """A decision that has to be explained was not."""

    code = "reason_missing"


class StaleFlag(Refusal):
    """Somebody else decided on a flag between the look and the act."""

    code = "stale_flag"


class StaleNote(Refusal):
    """Somebody else saved the draft of a note between the look and the act."""

    code = "stale_note"


class NothingToSplit(Refusal):
    """Articles can be split off a story that they are in and that keeps others."""

    code = "nothing_to_split"


class SameStory(Refusal):
    """A story cannot be merged with itself."""

    code = "same_story"


class NotDeliverable(Refusal):
    """Nothing is sent to a webhook that is switched off, or whose secret cannot be read."""

    code = "not_deliverable"


class NothingToCheck(Refusal):
    """A text without a claim, for which no verdict can ever come."""

    code = "nothing_to_check"


class TooManyWatches(Refusal):
    """A person has as many watches as are kept."""

    code = "too_many_watches"


class TooManyStreams(Refusal):
    """As many streams of events are open as may be, or the server is about to stop."""

    code = "too_many_streams"


class StaleClaim(Refusal):
    """Somebody else changed a claim between the look and the act."""

    code = "stale_claim"


class WrongRole(Refusal):
    """The act takes a role that the person does not have."""

    code = "wrong_role"


class VerdictRefusal(Refusal):
    """An act on a revision of a verdict that the rules do not allow. verdict_id: of which, where several were tried."""

    verdict_id: int | None = None


class StaleVerdict(VerdictRefusal):
    """Somebody else changed a revision between the look and the act; the message says who and when."""

    code = "stale_verdict"


class WrongState(VerdictRefusal):
    """The act does not belong to the state that the verdict, or its claim, is in."""

    code = "wrong_state"


class VerdictRole(VerdictRefusal, WrongRole):
    """The act on a revision takes a role that the person does not have."""

    code = "wrong_role"


class StaleRevision(VerdictRefusal):
    """A newer revision was opened."""

    code = "stale_revision"


class ClaimChanged(VerdictRefusal):
    """What the claim says changed after the words that the revision judges."""

    code = "claim_changed"


class ServiceAccount(VerdictRefusal):
    """A login of a machine can never approve."""

    code = "service_account"


class OwnRevision(VerdictRefusal):
    """A contributor of a revision can never approve it."""

    code = "own_revision"


class NotYours(VerdictRefusal):
    """Only a contributor of a revision can take it back."""

    code = "not_yours"


class RatingMissing(VerdictRefusal):
    """A revision without a rating cannot be submitted."""

    code = "rating_missing"


class RationaleMissing(VerdictRefusal):
    """A revision without a rationale cannot be submitted."""

    code = "rationale_missing"


class VerdictReasonMissing(VerdictRefusal, ReasonMissing):
    """An act on a revision that has to be explained was not."""

    code = "reason_missing"


class OverrideRefused(VerdictRefusal):
    """Only the desk head can set a rule aside."""

    code = "override_refused"


class EvidenceMissing(VerdictRefusal):
    """No passage bears on the claim that can stand alone."""

    code = "evidence_missing"


class OpenConflict(VerdictRefusal):
    """The claim has an open conflict."""

    code = "open_conflict"


OF_WORKFLOW: dict[str, type[VerdictRefusal]] = {
    kind.code: kind
    for kind in (
        WrongState,
        VerdictRole,
        StaleRevision,
        ClaimChanged,
        ServiceAccount,
        OwnRevision,
        NotYours,
        RatingMissing,
        RationaleMissing,
        VerdictReasonMissing,
        OverrideRefused,
        EvidenceMissing,
        OpenConflict,
    )
}


class TooManyViews(Refusal):
    """A person has as many saved views as are kept."""

    code = "too_many_views"


class OwnWords(Refusal):
    """An article cannot be evidence for what it says itself."""

    code = "own_words"


class AlreadyLinked(Refusal):
    """The passage is linked to the claim already."""

    code = "already_linked"


class WordsNotFound(Refusal):
    """The words that somebody points at do not stand in the text."""

    code = "words_not_found"


class StaleEvidence(Refusal):
    """Somebody else removed the evidence, or put it back, in the meantime."""

    code = "stale_evidence"


class CommentEmpty(Refusal):
    """A comment without words."""

    code = "comment_empty"


class NotYourComment(Refusal):
    """Only who wrote a comment can take it back."""

    code = "not_your_comment"


class StaleCorrection(Refusal):
    """What the engine read was corrected, or a correction undone, between the look and the act."""

    code = "stale_correction"


class NotMergeable(Refusal):
    """Two claims of other kinds or articles, or ones that were decided on apart, are not one."""

    code = "not_mergeable"


class TooManyJobs(Refusal):
    """So many texts of one asker wait for the gate already."""

    code = "too_many_jobs"


class NothingStopped(Refusal):
    """The gate lets the text out, so there is nothing to set aside."""

    code = "nothing_stopped"


class StopChanged(Refusal):
    """What the stop rests on changed between the look and the act."""

    code = "stop_changed"


class StalePolicy(Refusal):
    """Somebody else changed what the gate goes by between the look and the act."""

    code = "stale_policy"
