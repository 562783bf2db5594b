"""What the engine read, as fields that a person may overrule."""

from typing import Any

from django import forms

from claims.engine.lexicon import lexicon
from claims.enums import Approximation, Kind, Polarity
from claims.models import Mention
from claims.services.corrections import FIELDS
from claims.web.content import STANCES, WORDINGS, number
from sources.web.fields import PastedField

_BOUND = {"max_digits": 30, "decimal_places": 9, "required": False}
_SHORT = {"max_length": 300}


class CorrectionForm(forms.Form):
    """The fields of one kind of claim, filled with what is read now.

    edits: the claim's count of changes that the person saw.
    """

    low = forms.DecimalField(label="Lowest", **_BOUND)
    high = forms.DecimalField(label="Highest", **_BOUND)
    approximation = forms.ChoiceField(
        label="Wording", choices=[(kind.value, words) for kind, words in WORDINGS.items()]
    )
    unit = PastedField(label="Unit", max_length=80)
    measure = PastedField(label="What is counted", **_SHORT)
    thing = PastedField(label="Of what", **_SHORT)
    place = PastedField(label="Place", **_SHORT)
    as_of = PastedField(label="As of", max_length=200)
    proposition = PastedField(label="What", max_length=4_000)
    polarity = forms.ChoiceField(label="Stance", choices=[(kind.value, words) for kind, words in STANCES.items()])
    claimant = PastedField(label="Who says so", **_SHORT)
    reason = PastedField(label="Why", max_length=1_000)
    edits = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)

    def __init__(self, mention: Mention, given: Any = None) -> None:
        self.mention = mention
        super().__init__(given, initial=_initial(mention), auto_id="read-%s")
        kept = {*FIELDS[mention.kind], "reason", "edits"}
        for name in [name for name in self.fields if name not in kept]:
            del self.fields[name]
        if mention.kind == Kind.QUOTE:
            self.fields["claimant"].label = "Speaker"
        for field in self.fields.values():
            field.localize = False
            field.widget.attrs["class"] = "input"

    @property
    def rows(self) -> list[forms.BoundField]:
        """The fields of what was read, in the order to be shown."""
        return [self[name] for name in self.fields if name not in {"reason", "edits"}]

    def changes(self) -> dict[str, Any]:
        """What the person gives for the columns of the mention; only of a valid form."""
        given = {name: value for name, value in self.cleaned_data.items() if name in FIELDS[self.mention.kind]}
        if "claimant" in given:
            given["claimant"] = given["claimant"].strip() or None
        for name, kind in (("approximation", Approximation), ("polarity", Polarity)):
            if name in given:
                given[name] = kind(given[name]).value
        if "measure" in given and given["measure"].strip() != self.mention.measure:
            given["measure_key"] = key_of(given["measure"].strip(), self.mention.version.language)
        return given


def measures(language: str) -> list[str]:
    """What the engine knows to count, in words, to choose from."""
    return sorted(set(lexicon(language, "measures").LABELS.values()))


def _initial(mention: Mention) -> dict[str, Any]:
    initial = {name: getattr(mention, name) for name in FIELDS[mention.kind]}
    for name in ("low", "high"):
        if name in initial:
            initial[name] = number(initial[name], "").replace(",", "")
    return initial | {"edits": mention.claim.edits}


def key_of(measure: str, language: str) -> str:
    """The engine's id of a measure that a person names in words, "" for one that it does not know.

    "people killed" counts what "killed" does.
    """
    labels = lexicon(language, "measures").LABELS
    found = {label: key for key, label in reversed(labels.items())}
    return found.get(measure) or found.get(measure.rpartition(" ")[2], "")
