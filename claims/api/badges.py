"""The badge: rating and as-of in two fields. Widths are worked out from the letters, as nobody measures them here."""

from django.utils import timezone
from django.utils.html import escape

from claims.enums import Rating
from claims.models import Verdict
from claims.queries.public import RATINGS

LETTER, PAD, HEIGHT = 6.6, 8, 22
# White words pass 4.5:1 on each of them.
_COLOUR = {
    Rating.CONFIRMED: "#1f6b3b",
    Rating.CONFIRMED_WITH_CHANGE: "#1f6b3b",
    Rating.WRONG: "#b3261e",
    Rating.DISPUTED: "#8a5300",
    Rating.OUTDATED: "#8a5300",
    Rating.NOT_CONFIRMABLE: "#4b5563",
    Rating.NOT_CHECKABLE: "#4b5563",
}


def badge(verdict: Verdict) -> str:
    """SVG that says what was found, and as of when."""
    rating = RATINGS[Rating(verdict.rating)]
    moment = timezone.localtime(verdict.as_of)
    as_of = f"as of {moment.day} {moment:%b %Y}"
    left, right = (round(len(words) * LETTER + 2 * PAD) for words in (rating, as_of))
    colour = _COLOUR[Rating(verdict.rating)]
    said = escape(f"{rating}, {as_of}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{HEIGHT}" role="img"'
        f' aria-label="{said}"><title>{said}</title>'
        f'<rect width="{left + right}" height="{HEIGHT}" rx="4" fill="#3a3f47"/>'
        f'<path d="M4 0h{left - 4}v{HEIGHT}H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z" fill="{colour}"/>'
        '<g fill="#ffffff" font-family="system-ui,Verdana,sans-serif" font-size="12">'
        f'<text x="{PAD}" y="15" textLength="{left - 2 * PAD}">{escape(rating)}</text>'
        f'<text x="{left + PAD}" y="15" textLength="{right - 2 * PAD}">{escape(as_of)}</text></g></svg>'
    )
