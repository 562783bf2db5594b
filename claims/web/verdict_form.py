"""The form in which a verdict is written."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils import timezone

from claims.enums import Kind, Rating
from claims.models import Claim, Verdict
from claims.queries.public import RATINGS
from claims.services import verdicts
from sources.web.fields import MomentField, PastedField

LONGEST = 8_000
_CHOICES = [(rating.value, words) for rating, words in RATINGS.items()]


class VerdictForm(forms.Form):
    """What a person finds. edits: the count of changes of the draft that she saw; empty where there was no draft."""

    rating = forms.ChoiceField(label="Finding", choices=[("", "Choose a finding"), *_CHOICES], required=False)
    in_substance = forms.ChoiceField(
        label="Is what they say right?", choices=[("", "Not looked into"), *_CHOICES], required=False
    )
    as_of = MomentField(label="As of", required=False)
    rationale = PastedField(label="Reasons", max_length=LONGEST)
    edits = forms.IntegerField(min_value=0, max_value=2**31 - 1, required=False)

    @classmethod
    def of(cls, verdict: Verdict | None) -> "VerdictForm":
        """A form that shows a draft as it stands; an empty one where there is none."""
        if verdict is None:
            return cls(initial={"as_of": _local(timezone.now())})
        return cls(
            initial={
                "rating": verdict.rating,
                "in_substance": verdict.in_substance,
                "as_of": _local(verdict.as_of),
                "rationale": verdict.rationale,
                "edits": verdict.edits,
            }
        )

    def save(self, claim: Claim, by: User) -> Verdict:
        """Writes the draft, opening one where there is none. Only if valid. Raises StaleVerdict and other refusals."""
        given = self.cleaned_data
        draft = verdicts.open_draft(claim, by=by)
        seen = given["edits"]
        if seen is None:
            # A draft that nobody has written in yet is what an empty form shows.
            seen = 0
        return verdicts.write(draft, by=by, edits=seen, **self._written(claim, draft))

    def _written(self, claim: Claim, draft: Verdict) -> dict[str, Any]:
        given = self.cleaned_data
        written: dict[str, Any] = {"rationale": given["rationale"]}
        if given["rating"]:
            written["rating"] = Rating(given["rating"])
        if claim.kind == Kind.ATTRIBUTION:
            written["in_substance"] = Rating(given["in_substance"]) if given["in_substance"] else ""
        # The field tells minutes; a moment that was not touched keeps its seconds.
        if given["as_of"] and _local(given["as_of"]) != _local(draft.as_of):
            written["as_of"] = given["as_of"]
        return written


def _local(moment: datetime) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")
