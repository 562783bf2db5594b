"""The audit trail for the desk head and the admin: who did what, and whether anything was changed behind its back."""

from datetime import datetime, time, timedelta

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from claims import permissions, tasks
from claims.queries.trail import About, TrailFilters, check_waits, latest_check, trail_page
from claims.services import auditing
from claims.web.audit_rows import AuditRow
from claims.web.forms import FilterForm, number_in
from claims.web.words import name_of
from sources.web.access import desk_page

ABOUT = {
    About.VERDICTS: "Verdicts and reviews",
    About.EVIDENCE: "Evidence",
    About.CLAIMS: "Claims and corrections",
    About.FLAGS: "Flags",
    About.COMMENTS: "Comments",
    About.GATE: "Publish gate",
    About.EMBARGOES: "Embargoes",
    About.PEOPLE: "People and roles",
    About.KEYS: "Keys and webhooks",
}
# More people than this are found by the address alone.
PEOPLE = 500


class AuditFilterForm(FilterForm):
    """Who, what about, which claim, up to which day; what cannot be used is left out."""

    by = forms.IntegerField(label="By", min_value=1, max_value=2**31 - 1)
    about = forms.ChoiceField(
        label="About", choices=[("", "About anything"), *((a.value, w) for a, w in ABOUT.items())]
    )
    claim = forms.IntegerField(label="Claim", min_value=1, max_value=2**62)
    day = forms.DateField(label="Up to the day")

    def filters(self, before: int | None) -> TrailFilters:
        day = self.cleaned_data.get("day")
        until = (
            timezone.make_aware(datetime.combine(day + timedelta(days=1), time())) if day and day.year < 9999 else None
        )
        about = About(self.given("about")) if self.given("about") else None
        return TrailFilters(self.cleaned_data.get("by"), about, self.cleaned_data.get("claim"), until, before)


@desk_page(permissions.verify_audit)
@require_safe
def audit(request: HttpRequest) -> HttpResponse:
    """Fifty entries, the latest first; filters and page live in the address."""
    form, before = AuditFilterForm(request.GET), number_in(request.GET, "before")
    looked = latest_check()
    rows, following = trail_page(form.filters(before))
    people = User.objects.only("username", "first_name", "last_name").order_by("-is_active", "username")[:PEOPLE]
    context = {
        "form": form,
        "rows": [AuditRow(row) for row in rows],
        "next": following,
        "begun": before is not None,
        "persons": [("", "By anybody"), *((person.pk, name_of(person)) for person in people)],
        "check": looked,
        "faults": [(one["words"], one["seq"] and one["seq"] + 1) for one in looked.faults] if looked else [],
        "waits": check_waits(),
    }
    return render(request, "claims/audit.html", context)


@desk_page(permissions.verify_audit)
@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """Has the whole trail looked at by a worker."""
    auditing.ask(by=request.user)
    tasks.send_audit()
    messages.info(
        request, "The whole trail is being looked at. Load this page again in a moment to see what was found."
    )
    return redirect("audit")
