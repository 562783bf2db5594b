"""What the frame of a page needs: signs from the one sprite."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def icon(name: str, turns: bool = False) -> SafeString:
    """A sign of the sprite by its id; one that points somewhere turns round in right-to-left pages."""
    return format_html(
        '<svg class="i{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        " i--turn" if turns else "",
        static("factcheck/icons.svg"),
        name,
    )
