"""The two ways in that the browser has: a new article, and a new version of one."""

from typing import Any

from django import forms
from django.conf import settings

from sources.engine.text import clean
from sources.enums import ArticleKind, SourceKind
from sources.errors import UnreadableFile
from sources.models.choices import choices
from sources.services.articles import TITLE_LENGTH, Content, text_of_file
from sources.web.fields import MomentField, NameField, PastedField, WebAddressField

LONG_TEXT = forms.Textarea(attrs={"rows": 14, "class": "pasted", "dir": "auto"})


class TextForm(forms.Form):
    """A text, pasted or from a file, with what was published along with it.

    A text that is still the one that was offered (`initial`) gives way to a file; one that somebody typed does not.
    """

    title = PastedField(
        label="Headline", max_length=TITLE_LENGTH, help_text="Left empty, the first words of the text stand for it."
    )
    text = PastedField(label="Text", widget=LONG_TEXT)
    file = forms.FileField(
        label="Or a text file",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".txt,text/plain"}),
        help_text="A .txt file in UTF-8, UTF-16 or Windows-1252.",
    )
    published_at = MomentField(
        label="Published", required=False, help_text=f"Time zone: {settings.TIME_ZONE}. Empty means now."
    )
    note = PastedField(
        label="Update or correction note",
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text="As readers see it. A changed figure that no note names is shown as a silent change.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = " ".join(["input", field.widget.attrs.get("class", "")]).strip()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        uploaded = cleaned.get("file")
        if uploaded is None or "text" not in cleaned:
            return cleaned
        if self._typed(cleaned["text"]):
            self.add_error("file", "There is a text in the field above too. Empty it, or leave the file out.")
        elif uploaded.size > settings.TEXT_LIMIT * 4:
            self.add_error("file", f"The file has {uploaded.size:,} bytes; no text that long can be added.")
        else:
            self._read(uploaded.read())
        return cleaned

    def content(self) -> Content:
        """What was handed in, for the service; only of a valid form."""
        given = self.cleaned_data
        return Content(
            text=given["text"],
            title=given["title"],
            note=given["note"],
            published_at=given["published_at"],
            raw=given.get("raw"),
        )

    def _typed(self, text: str) -> bool:
        return clean(text).text not in {"", clean(self.initial.get("text", "")).text}

    def _read(self, raw: bytes) -> None:
        try:
            text = text_of_file(raw)
        except UnreadableFile as refusal:
            self.add_error("file", str(refusal))
            return
        self.cleaned_data |= {"text": text, "raw": raw}
        # A browser does not keep the choice of a file; should another field be refused, its text is not lost.
        self.data = self.data.copy()
        self.data["text"] = text


class VersionForm(TextForm):
    """A new text of an article that is there."""


class ArticleForm(TextForm):
    """A new article with its first text."""

    source = NameField(
        label="Source", max_length=200, help_text="Who published it. A name that is not in the list makes a new source."
    )
    source_kind = forms.ChoiceField(
        label="Kind of source", choices=choices(SourceKind), help_text="Counts for a new source only."
    )
    kind = forms.ChoiceField(label="What it is", choices=choices(ArticleKind))
    story = NameField(
        label="Story",
        required=False,
        max_length=300,
        help_text="Articles of one story are compared. Left empty, the engine finds it; a new title makes a new one.",
    )
    url = WebAddressField(label="Address", help_text="Where it is published, if it is on the web.")
    embargoed_until = MomentField(
        label="Embargo until",
        required=False,
        help_text="Until then nothing of it reaches readers or machines. Empty means no embargo.",
    )
