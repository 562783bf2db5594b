"""Forms about the publish gate."""

from collections.abc import Iterator
from typing import Any

from django import forms

from claims.enums import GateEffect, GateReason, Kind, Priority
from claims.gate import MEANINGS, Policy
from claims.services.gate import MOST_DAYS
from sources.models.choices import choices
from sources.web.fields import NameField

EFFECTS = [
    (GateEffect.STOP.value, "Stops the text"),
    (GateEffect.NOTE.value, "Is a note"),
    (GateEffect.IGNORE.value, "Is ignored"),
]


class OverrideForm(forms.Form):
    """Why a text may go out that the gate stops. basis: of the stop that the person saw."""

    reason = NameField(label="Why it may go out nevertheless", max_length=2_000, widget=forms.Textarea({"rows": 3}))
    basis = forms.RegexField(r"^[0-9a-f]{64}\Z")  # hidden, of the stop that stands on the page


class PolicyForm(forms.Form):
    """What the gate goes by. revision: that the person saw."""

    unchecked_percent = forms.IntegerField(
        label="Most figures that may be unchecked, in per cent", min_value=0, max_value=100
    )
    stale_days = forms.IntegerField(label="Days after which a finding is old", min_value=1, max_value=MOST_DAYS)
    kinds = forms.MultipleChoiceField(choices=choices(Kind), widget=forms.CheckboxSelectMultiple)
    least_priority = forms.TypedChoiceField(
        label="Least priority of a claim that counts",
        choices=[(one.value, one.name.capitalize()) for one in Priority],
        coerce=lambda value: Priority(int(value)),
    )
    revision = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for reason, meaning in MEANINGS.items():
            self.fields[reason.value] = forms.ChoiceField(label=meaning, choices=EFFECTS)

    @classmethod
    def of(cls, policy: Policy, revision: int) -> "PolicyForm":
        """The form with what counts now."""
        told = {reason.value: policy.effect(reason).value for reason in GateReason}
        return cls(
            initial=told
            | {
                "unchecked_percent": round(policy.unchecked_share * 100),
                "stale_days": policy.stale_after.days,
                "kinds": [kind.value for kind in policy.kinds],
                "least_priority": policy.least_priority.value,
                "revision": revision,
            }
        )

    def effects(self) -> Iterator[forms.BoundField]:
        """The fields of what each reason does."""
        return (self[reason.value] for reason in MEANINGS)

    def wanted(self) -> dict[str, Any]:
        """As `claims.services.gate.set_policy` takes it; only of a valid form."""
        found = self.cleaned_data
        return {
            "after": found["revision"],
            "effects": {reason: GateEffect(found[reason.value]) for reason in GateReason},
            "unchecked_percent": found["unchecked_percent"],
            "stale_days": found["stale_days"],
            "kinds": [Kind(kind) for kind in found["kinds"]],
            "least_priority": found["least_priority"],
        }
