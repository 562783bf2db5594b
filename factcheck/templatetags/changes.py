"""Rows of what changed between two versions. There are hundreds on a page, so they are written in one go."""

from dataclasses import dataclass
from html import escape
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.dateformat import format as date_words
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator, capfirst

from claims.enums import FlagState
from claims.web.version_rows import Group, VersionRow
from claims.web.versions_page import VersionsPage
from factcheck.templatetags.shell import icon

register = template.Library()
SUBJECT, VALUE, OTHER, SENTENCE = 90, 160, 80, 200


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is the same in all rows. glance: the beginning of the form that answers a glance, "" for who may not."""

    article: str
    earlier: int
    later: int
    arrow: str
    flag: str
    glance: str


@register.simple_tag(takes_context=True)
def version_rows(context: template.Context, group: Group, page: VersionsPage) -> SafeString:
    """The rows of one group, each with its values, outcome, old verdict and what the note says of it."""
    frame = _Frame(
        article=reverse("article", args=[page.article.pk]),
        earlier=page.earlier.number,
        later=page.later.number,
        arrow=icon("arrow", turns=True),
        flag=icon("flag"),
        glance=_form(page, context["csrf_token"]) if context["may_check"] else "",
    )
    return mark_safe("".join(_row(row, frame) for row in group.rows))  # noqa: S308  # each part escaped


def _form(page: VersionsPage, token: Any) -> str:
    address = f"{reverse('versions_still_right', args=[page.article.pk])}?{page.query}"
    return format_html(
        '<form action="{}" method="post" data-still hx-post="{}" hx-target="#changes" hx-swap="outerHTML">'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}"><input type="hidden" name="claims" value="',
        address,
        address,
        token,
    )


def _row(row: VersionRow, frame: _Frame) -> str:
    return (
        f'<tr class="row{" is-bad" if row.silent else ""}">\n'
        f'  <th scope="row" dir="auto">{_subject(row, frame)}</th>\n'
        f'  <td class="full">{_values(row, frame)}\n    {_reading(row)}\n    {_voice(row)}\n    {_together(row)}\n'
        f"    {_sentence(row)}</td>\n"
        f"  <td>{_outcome(row)}</td>\n"
        f"  <td>{_verdict(row)}</td>\n"
        f"  <td>{_noted(row, frame)}</td>\n"
        f'  <td class="n">{_glance(row, frame)}</td>\n'
        "</tr>\n"
    )


def _cut(words: str, most: int) -> str:
    return escape(words if len(words) <= most else Truncator(words).chars(most))


def _subject(row: VersionRow, frame: _Frame) -> str:
    if row.step is None:
        return f'<span class="soft">{escape(row.subject)}</span>'
    pk = row.step.claim.pk
    version = frame.later if row.step.new else frame.earlier
    return (
        f'<a class="claim" id="c{pk}" href="{frame.article}?v={version}&amp;claim={pk}#m{pk}">'
        f"{_cut(row.subject, SUBJECT)}</a>"
    )


def _values(row: VersionRow, frame: _Frame) -> str:
    old = f'<span class="old" dir="auto">{_cut(row.old, VALUE)}</span>' if row.old else ""
    if row.old and row.new and row.same_words:
        return old
    new = f'<span class="new" dir="auto">{_cut(row.new, VALUE)}</span>' if row.new else ""
    return (
        f'<span class="fromto">{old or _quiet("not there")} {frame.arrow} <span class="sr">became</span> '
        f"{new or _quiet('gone')}</span>"
    )


def _quiet(words: str) -> str:
    return f'<span class="quiet">{escape(words)}</span>'


def _line(words: str) -> str:
    return f'<span class="read small soft" dir="auto">{words}</span>'


def _reading(row: VersionRow) -> str:
    """How both were read, once where that is the same."""
    readings = list(dict.fromkeys(one for one in (row.old_reading, row.new_reading) if one))
    return _line(f"Read as {', now '.join(escape(one) for one in readings)}") if readings else ""


def _voice(row: VersionRow) -> str:
    return _line(f"Who says so: {escape(row.who)}") if row.who else ""


def _together(row: VersionRow) -> str:
    """The other claim, where a flag joins two."""
    if row.other is None:
        return ""
    link = f'<a href="#c{row.other.claim_id}" dir="auto">{_cut(row.other_words, OTHER)}</a>'
    return f'<span class="read small soft">Flagged together with {link}</span>'


def _sentence(row: VersionRow) -> str:
    return _line(_cut(row.sentence, SENTENCE)) if row.sentence else ""


def _outcome(row: VersionRow) -> str:
    if not row.state:
        return f'<span class="soft">{escape(row.label)}</span>'
    return f'<span class="state" data-state="{row.state}">{escape(row.label)}</span>'


def _verdict(row: VersionRow) -> str:
    """The verdict on the old words, and what became of it."""
    if not row.fate or row.step is None:
        return ""
    verdict, again, told = row.step.verdict, row.step.again, ""
    if verdict:
        as_of = date_words(timezone.localtime(verdict.as_of), "j M, H:i")
        told = f'<span>{escape(verdict.get_rating_display())}</span> <span class="quiet small">as of {as_of}</span>'
    rated = f": {escape(again.get_rating_display().lower())}" if again and row.fate == "checked again" else ""
    look = " due--soon" if row.fate == "sent back" else " soft"
    return f'{told} <span class="read small{look}">{escape(capfirst(row.fate))}{rated}</span>'


def _noted(row: VersionRow, frame: _Frame) -> str:
    flag = row.flag
    if flag is None:
        return _quiet(row.noted)
    decided = ""
    if flag.state != FlagState.OPEN:
        decided = f' <span class="read quiet small">{escape(flag.get_state_display())}</span>'
    return (
        f'<a href="{reverse("flag", args=[flag.pk])}" class="{"tag tag--bad" if row.silent else "quiet"}">'
        f"{frame.flag if row.silent else ''}{escape(row.noted)}</a>{decided}"
    )


def _glance(row: VersionRow, frame: _Frame) -> str:
    """The button that says that the verdict fits the new words too."""
    if not (frame.glance and row.step and row.step.asks):
        return ""
    return (
        f'{frame.glance}{row.step.claim.pk}"><button class="btn btn--small">Still right'
        f'<span class="sr">: {_cut(row.subject, SUBJECT)}</span></button></form>'
    )
