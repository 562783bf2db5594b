"""Lines of two texts in one, in one go: a template for each piece takes longer than the page may."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from sources.engine.redline import Line, Mark

register = template.Library()
WRITTEN = {Mark.IN: "<ins>%s</ins>", Mark.OUT: "<del>%s</del>", Mark.KEPT: "%s"}


@register.simple_tag
def redlined(line: Line) -> SafeString:
    """The pieces of a line, escaped, what was put in and taken out in elements of their own."""
    return mark_safe("".join(WRITTEN[piece.mark] % escape(piece.text) for piece in line.pieces))  # noqa: S308  # escaped
