"""Lines of two texts in one, in one go: a template for each piece takes longer than the page may."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from sources.engine.redline import Line, Mark

register = template.Library()
WRITTEN = {Mark.IN: "<ins>{}</ins>", Mark.OUT: "<del>{}</del>", Mark.KEPT: "{}"}


@register.simple_tag
def redlined(line: Line) -> SafeString:
    """The pieces of a line, escaped, what was put in and taken out in elements of their own."""
    return format_html_join("", "{}", ((format_html(WRITTEN[piece.mark], piece.text),) for piece in line.pieces))
