"""What the frame of a page needs: signs from the one sprite."""

from itertools import cycle

from django import template
from django.forms import BoundField
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()
# What a browser calls itself has the names of others in it, so the order counts.
BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS": "macOS",
    "Linux": "Linux",
}


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


@register.filter
def ticked(words: str) -> SafeString:
    """Words in which `this` is code, as descriptions have it."""
    forms = cycle(["{}", '<code class="mono">{}</code>'])
    parts = [format_html(form, part) for form, part in zip(forms, str(words).split("`"), strict=False) if part]
    return format_html_join("", "{}", ((part,) for part in parts))


@register.filter
def browser_words(agent: str) -> str:
    """A browser and its system in the words of a person; what is none that we know as it calls itself, cut."""
    browser = next((words for sign, words in BROWSERS.items() if f"{sign}/" in agent), "")
    system = next((words for sign, words in SYSTEMS.items() if sign in agent), "")
    return " on ".join(part for part in (browser, system) if part) if browser else agent[:60] or "Not named"
