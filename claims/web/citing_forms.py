"""Forms by which a passage is chosen, and by which a new source is added on the spot."""

from typing import Any

from django import forms

from claims.enums import Part, Stance
from claims.services import evidence
from claims.services.evidence import Bearing, Passage
from sources.enums import ArticleKind, SourceKind
from sources.models import ArticleVersion
from sources.models.choices import choices
from sources.services.articles import TITLE_LENGTH, Content
from sources.services.submissions import Origin
from sources.web.fields import MomentField, NameField, PastedField, WebAddressField

STANCES = {
    Stance.SUPPORTS: ("Supports", "It says the same."),
    Stance.REFUTES: ("Refutes", "It says that this is not so."),
    Stance.CONTEXT: ("Context", "Good to know; it proves neither."),
}


class PassageForm(forms.Form):
    """A passage by its place, which the selection fills in, or by its words, and what it means for the claim."""

    words = PastedField(label="Words of the passage", max_length=8_000)
    part = forms.ChoiceField(choices=choices(Part), required=False, widget=forms.HiddenInput)
    start = forms.IntegerField(min_value=0, max_value=2**31 - 1, required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(min_value=1, max_value=2**31 - 1, required=False, widget=forms.HiddenInput)
    stance = forms.ChoiceField(
        label="What it means for the claim",
        choices=[(stance.value, words) for stance, (words, _) in STANCES.items()],
        initial=Stance.SUPPORTS.value,
    )
    locator = PastedField(label="Where a reader finds it", max_length=300)
    note = PastedField(label="Note", max_length=2_000)

    @property
    def options(self) -> list[tuple[str, str, str, bool]]:
        """Code, words, hint, and whether it is chosen, of each stance."""
        chosen = self["stance"].value()
        return [(one.value, words, hint, one.value == chosen) for one, (words, hint) in STANCES.items()]

    def passage(self, version: ArticleVersion) -> Passage:
        """Where the passage stands; only of a valid form. Raises WordsNotFound.

        The place counts only where the words at it are those that the person sees in the form.
        """
        given = self.cleaned_data
        start, end = given["start"], given["end"]
        if given["part"] and start is not None and end is not None and start < end:
            part = Part(given["part"])
            text = version.title if part is Part.HEADLINE else version.text
            if not given["words"].strip() or text[start:end].split() == given["words"].split():
                return Passage(version, part, start, end)
        return evidence.find(version, given["words"])

    def bearing(self) -> Bearing:
        given = self.cleaned_data
        return Bearing(Stance(given["stance"]), note=given["note"], locator=given["locator"])


class SourceForm(forms.Form):
    """A text that is not stored yet: who published it, when, and its words."""

    source = NameField(label="Source", max_length=200)
    source_kind = forms.ChoiceField(label="Kind of source", choices=choices(SourceKind), help_text="Of a new source.")
    kind = forms.ChoiceField(label="What it is", choices=choices(ArticleKind), initial=ArticleKind.OFFICIAL_STATEMENT)
    published_at = MomentField(label="Published", required=False, help_text="Empty means now.")
    title = PastedField(label="Headline", max_length=TITLE_LENGTH)
    url = WebAddressField(label="Address")
    text = PastedField(label="Text", widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = "input"

    def origin(self, story: str) -> Origin:
        """Where it comes from; only of a valid form. story: its title, "" for none."""
        given = self.cleaned_data
        return Origin(
            given["source"],
            source_kind=SourceKind(given["source_kind"]),
            kind=ArticleKind(given["kind"]),
            story=story,
            url=given["url"] or None,
        )

    def content(self) -> Content:
        given = self.cleaned_data
        return Content(text=given["text"], title=given["title"], published_at=given["published_at"])
