"""Rows and choices of the queue. There are some hundred on a page, so they are written in one go."""

from collections.abc import Iterable
from html import escape

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString, mark_safe

from claims.web.queue_rows import QueueRow
from factcheck.templatetags.desk import embargo

register = template.Library()


@register.simple_tag
def options(choices: Iterable[tuple[object, str]] | BoundField, chosen: object = None) -> SafeString:
    """The options of a list; a field has its own choices, and knows which of them is chosen."""
    if isinstance(choices, BoundField):
        choices, chosen = choices.field.choices, choices.value()
    given = "" if chosen is None else str(chosen)
    return mark_safe(  # noqa: S308  # each part escaped
        "".join(_option(str(value), words, str(value) == given) for value, words in choices)
    )


@register.simple_tag
def queue_rows(rows: Iterable[QueueRow], me: int) -> SafeString:
    """The rows of the table. me: the key of the person who looks."""
    return mark_safe("".join(_row(row, me) for row in rows))  # noqa: S308  # each part escaped


def _option(value: str, words: str, chosen: bool) -> str:
    return f'<option value="{escape(value)}"{" selected" if chosen else ""}>{escape(str(words))}</option>'


def _row(row: QueueRow, me: int) -> str:
    flagged = '<br><span class="state" data-state="flagged">Flagged</span>' if row.found.flags else ""
    return (
        f'<tr class="row" data-state="{row.sign}">\n'
        f'  <td class="col-sel"><input class="check" type="checkbox" name="claim" value="{row.key}"'
        f' aria-label="Choose C-{row.key}"></td>\n'
        f'  <td class="col-state"><span class="state" data-state="{row.sign}">{row.state}</span>{flagged}</td>\n'
        f'  <th class="col-claim" scope="row">{_claim(row)}</th>\n'
        f'  <td class="col-why">{_why(row)}</td>\n'
        f'  <td class="col-who">{_who(row, me)}</td>\n'
        f'  <td class="col-due">{_due(row)}</td>\n'
        "</tr>\n"
    )


def _claim(row: QueueRow) -> str:
    before, value, after = (escape(part) for part in row.words)
    focus = " autofocus" if row.focused else ""
    claim = row.found.claim
    return (
        f'<a class="claim" href="{escape(row.address)}" dir="auto"{focus}>{before}<b>{value}</b>{after}</a>'
        f'<p class="meta"><span>{claim.get_kind_display()}</span> '
        f"<span><bdi>{escape(claim.article.source.name)}</bdi>{row.version}</span> {embargo(claim.article)}</p>"
    )


def _why(row: QueueRow) -> str:
    notes = " ".join(f'<span dir="auto">{escape(note)}</span>' for note in row.notes)
    return f'<p class="why" dir="auto">{escape(row.why)}</p>' + (f'<p class="meta">{notes}</p>' if notes else "")


def _who(row: QueueRow, me: int) -> str:
    if not row.who:
        return '<span class="quiet">–<span class="sr"> nobody</span></span>'
    own, who = " who--me" if row.found.claim.assignee_id == me else "", escape(row.who)
    return (
        f'<span class="who{own}" aria-hidden="true" title="{who}">{escape(row.initials)}</span> '
        f'<span class="sr">{who}</span>'
    )


def _due(row: QueueRow) -> str:
    soon = ' class="due--soon"' if row.due_is_near else ""
    due = f"<span{soon}>{escape(row.due)}</span>" if row.due else ""
    return due + (f'<p class="meta"><span>{row.urgency}</span></p>' if row.urgency else "")
