"""Marks in a text and lines in the list beside it. There are hundreds on a page, so they are written in one go."""

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from claims.enums import ClaimState, Kind, Part
from claims.web.marks import Piece
from claims.web.page import ArticlePage
from claims.web.rows import Row
from factcheck.templatetags.desk import FLAGGED, state_word

register = template.Library()


@register.simple_tag
def marks(pieces: Iterable[Piece], page: ArticlePage, plain: str = "") -> SafeString:
    """Stretches of a text, each mark a link that chooses its claim. plain: a class more for all of them."""
    return mark_safe("".join(_piece(piece, page, plain) for piece in pieces))  # noqa: S308  # each part escaped


@register.simple_tag
def claim_lines(rows: Iterable[Row], version: int, page: ArticlePage) -> SafeString:
    """Claims in the list. version: where links lead; those of the version that the page shows have marks there."""
    return mark_safe("\n".join(_line(row, version, page) for row in rows))  # noqa: S308  # each part escaped


def _line(row: Row, version: int, page: ArticlePage) -> str:
    mention = row.mention
    claim = mention.claim_id
    marked = f' data-claim="{claim}"' if version == page.version.number else ""
    current = ' aria-current="true"' if claim == page.claim_id else ""
    place = " in the headline" if mention.part == Part.HEADLINE else ""
    return (
        f'<li><a href="{page.address}?v={version}&amp;claim={claim}#m{claim}"{marked}'
        f' data-state="{row.state}"{current}>'
        f'<span class="line" dir="auto">{_words(row)}</span>'
        f'<span class="meta"><span>{_state(row)}</span><span>{mention.kind}{place}</span></span></a></li>'
    )


def _piece(piece: Piece, page: ArticlePage, plain: str) -> str:
    if piece.mention is None:
        return escape(piece.text)
    claim, kind = piece.mention.claim_id, piece.mention.kind
    cut = f"{' hl--goes-from' if piece.goes_from else ''}{' hl--goes-on' if piece.goes_on else ''}"
    name = 'tabindex="-1"' if piece.goes_from else f'id="m{claim}"'
    current = ' aria-current="true"' if claim == page.claim_id else ""
    return (
        f'<a class="hl{plain}{cut}" {name} href="{page.address}?v={page.version.number}&amp;claim={claim}#m{claim}" '
        f'data-claim="{claim}" data-kind="{kind}" data-state="{piece.state}" '
        f'aria-describedby="k-{kind} s-{piece.state}"{current}>'
        f"{escape(piece.text)}</a>"
    )


def _words(row: Row) -> str:
    mention = row.mention
    if mention.kind == Kind.QUOTE:
        who = f"{escape(mention.claimant)}: " if mention.claimant else ""
        return f"{who}“{escape(mention.text)}”"
    return f"{escape(row.before)}<b>{escape(row.value)}</b>{escape(row.after)}"


def _state(row: Row) -> str:
    """What the mark shows; behind a flag, how far the work on the claim is."""
    beneath = row.mention.state
    if row.state != FLAGGED or beneath == ClaimState.UNCHECKED:
        return state_word(row.state)
    return f"{state_word(row.state)}, {state_word(beneath).lower()}"
