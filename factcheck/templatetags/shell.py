"""What the frame of a page needs: signs from the one sprite."""

from django import template
from django.forms import BoundField
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


@register.filter
def as_input(field: BoundField) -> SafeString:
    """A field of a form that is not ours, in our look: without the placeholder, which the label repeats."""
    field.field.widget.attrs.pop("placeholder", None)
    return field.as_widget(attrs={"class": "input"})
