"""The line that is suggested for the note of a version which changed something silently."""

from claims.engine.compare.suggestions import draft_line
from claims.engine.records import Comparison
from claims.models import Mention
from claims.services import rows


def suggested(a: Mention, b: Mention, comparison: Comparison, *, silent: bool) -> str:
    """A line for the note of b's version, "" where the change is not silent. Both need their version and source."""
    if not silent:
        return ""
    (old,), (new,) = rows.placed([a]), rows.placed([b])
    return draft_line(old, new, comparison, b.version.language)
