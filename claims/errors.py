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


class NothingToSplit(Refusal):
    """Articles can be split off a story that they are in and that keeps others."""

    code = "nothing_to_split"


class SameStory(Refusal):
    """A story cannot be merged with itself."""

    code = "same_story"


class NotDeliverable(Refusal):
    """Nothing is sent to a webhook that is switched off."""

    code = "not_deliverable"
