"""The form by which a desk decides on a flag."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.auth.models import User

from claims.enums import DismissalReason, FlagState
from claims.errors import ReasonMissing, StaleFlag
from claims.models import ContradictionFlag
from claims.services import decisions
from sources.models import ArticleVersion
from sources.models.choices import choices
from sources.web.fields import PastedField

LONGEST = 4_000
DECISIONS = {
    FlagState.UPHELD: ("Uphold", "They do disagree. One of them has to be corrected, or the text has to say both."),
    FlagState.DISMISSED: ("Dismiss", "They do not: they count other things, speak of other times, or one was misread."),
    FlagState.RESOLVED: (
        "Resolve with a note",
        "They did, and readers are told: by a note, a correction or a later version.",
    ),
}
# Of an update both values were right when they were said, so the question is another one.
OF_UPDATES = {
    FlagState.UPHELD: "The value did change, and readers are still to be told.",
    FlagState.DISMISSED: "It did not: they count other things, speak of other times, or one was misread.",
    FlagState.RESOLVED: "It did, and readers are told: by a note that is out, or a line for the next one.",
}
ASKED = "Read both passages. Can both stand as they are?"
ASKED_OF_UPDATES = "Read both passages. Did the value change, and do readers know?"
NONE_CHOSEN = "Choose one of the three."


class DecisionForm(forms.Form):
    """What a person decided, why, and in which state the person saw the flag."""

    decision = forms.ChoiceField(
        label="What is it?",
        choices=[(state.value, words) for state, (words, _) in DECISIONS.items()],
        error_messages={"required": NONE_CHOSEN, "invalid_choice": NONE_CHOSEN},
    )
    code = forms.ChoiceField(
        label="Why is it none?", choices=[("", "Choose a reason"), *choices(DismissalReason)], required=False
    )
    reason = PastedField(label="Reason", max_length=LONGEST)
    published = forms.ChoiceField(label="A note that readers have already", required=False)
    line = PastedField(label="Or a line for the next note", max_length=LONGEST)
    seen = forms.ChoiceField(choices=choices(FlagState), required=False)

    def __init__(self, *args: Any, notes: Sequence[ArticleVersion] = (), update: bool = False, **kwargs: Any) -> None:
        """notes: the versions whose notes may settle the flag. update: its later value replaces the earlier."""
        super().__init__(*args, **kwargs)
        self.notes, self.update = notes, update
        told = [(str(one.pk), f"Version {one.number}: {one.note}") for one in notes]
        self.fields["published"].choices = [("", "None of them"), *told]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("decision") == FlagState.DISMISSED and not cleaned.get("code") and "code" not in self.errors:
            self.add_error("code", "Choose why it is no contradiction; the rule's precision is counted from it.")
        return cleaned

    @property
    def options(self) -> list[tuple[str, str, str, bool]]:
        """Code, words, hint, and whether it is chosen, of each decision."""
        chosen = self["decision"].value()
        hints = OF_UPDATES if self.update else {state: hint for state, (_, hint) in DECISIONS.items()}
        return [(state.value, words, hints[state], state.value == chosen) for state, (words, _) in DECISIONS.items()]

    @property
    def asked(self) -> str:
        """The question that a decision answers."""
        return ASKED_OF_UPDATES if self.update else ASKED

    def record(self, flag: ContradictionFlag, by: User) -> bool:
        """Decides as the person asked; False where that is refused, with the refusal in the form. Only if valid.

        Raises StaleFlag.
        """
        given = self.cleaned_data
        flag.state = given["seen"] or FlagState.OPEN.value
        try:
            self._decide(flag, FlagState(given["decision"]), given["reason"], by)
        except ReasonMissing as refusal:
            self.add_error("reason", str(refusal))
            return False
        return True

    def again(self, flag: ContradictionFlag, refusal: StaleFlag) -> "DecisionForm":
        """The same words for another look at the flag as it stands now."""
        form = DecisionForm({**self.data.dict(), "seen": flag.state}, notes=self.notes, update=self.update)
        form.is_valid()
        form.add_error(None, str(refusal))
        return form

    def _decide(self, flag: ContradictionFlag, decision: FlagState, reason: str, by: User) -> None:
        if decision is FlagState.UPHELD:
            decisions.uphold(flag, by=by, reason=reason)
        elif decision is FlagState.DISMISSED:
            decisions.dismiss(flag, by=by, code=DismissalReason(self.cleaned_data["code"]), reason=reason)
        else:
            decisions.resolve(flag, by=by, reason=reason, note=self._note())

    def _note(self) -> str:
        """The note that was chosen, else the line that was written."""
        chosen = next((one.note for one in self.notes if str(one.pk) == self.cleaned_data["published"]), "")
        return chosen or self.cleaned_data["line"]
