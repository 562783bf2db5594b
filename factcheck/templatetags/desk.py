"""Words of the desk in templates: states, people, times."""

from datetime import datetime

from django import template
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.enums import ClaimState
from claims.web.verdict_panel import rating_words
from claims.web.words import STATES, name_of
from sources.models import Article

register = template.Library()

FLAGGED = "flagged"


@register.filter
def state_word(state: str) -> str:
    """A state as the desk calls it."""
    return "Flagged" if state == FLAGGED else STATES[ClaimState(state)]


@register.filter
def rating_word(code: str) -> str:
    """A rating as the desk calls it, "" for none."""
    return rating_words(code)


@register.filter
def person(user: User | None) -> str:
    """A person's name; what nobody did, the engine did."""
    return name_of(user) if user else "the engine"


@register.simple_tag
def moment(at: datetime) -> SafeString:
    """A time as the desk says it: the hour alone today, the day before it else."""
    local = timezone.localtime(at)
    today = local.date() == timezone.localdate()
    words = f"{local:%H:%M}" if today else f"{local.day} {local:%b, %H:%M}"
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), words)


@register.simple_tag
def embargo(article: Article) -> SafeString:
    """A sign that an article is held back from readers and machines, and until when; "" where it is not."""
    until = article.embargoed_until
    if until is None or not article.embargoed:
        return SafeString("")
    return format_html(
        '<span class="tag tag--warn" title="Held back from readers and machines">Embargo until {}</span>', moment(until)
    )
