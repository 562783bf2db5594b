"""The form by which a person marks a claim: where it stands, and what it asserts."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.http import QueryDict

from claims.engine.compare.words import stem
from claims.engine.lexicon import lexicon
from claims.engine.records import Span
from claims.enums import Approximation, Kind, Part, Polarity
from claims.errors import WordsNotFound
from claims.services import evidence
from claims.services.by_hand import AttributionContent, FigureContent, Marking, QuoteContent
from claims.services.evidence import Passage
from claims.services.passages import words_in
from claims.web.content import STANCES, WORDINGS
from claims.web.correction_form import key_of
from sources.models import ArticleVersion
from sources.models.choices import choices
from sources.web.fields import PastedField

_NUMBER = re.compile(r"\d[\d,. ]*\d|\d")
_BOUND = {"max_digits": 30, "decimal_places": 9, "required": False}
FIGURE = ("number", "low", "high", "approximation", "unit", "measure", "as_of")
ATTRIBUTION = ("cue", "proposition", "polarity")


class MarkForm(forms.Form):
    """Words of a version by their place, which the selection fills in, or as they stand; and what they assert."""

    kind = forms.ChoiceField(choices=choices(Kind), widget=forms.HiddenInput)
    words = PastedField(label="Words of the claim", max_length=8_000, widget=forms.Textarea(attrs={"rows": 3}))
    part = forms.ChoiceField(choices=choices(Part), required=False, widget=forms.HiddenInput)
    start = forms.IntegerField(min_value=0, max_value=2**31 - 1, required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(min_value=1, max_value=2**31 - 1, required=False, widget=forms.HiddenInput)
    number = PastedField(label="The number, as it stands there", max_length=200)
    low = forms.DecimalField(label="Lowest", **_BOUND)
    high = forms.DecimalField(label="Highest", **_BOUND)
    approximation = forms.ChoiceField(
        label="Wording", choices=[(kind.value, words) for kind, words in WORDINGS.items()]
    )
    unit = PastedField(label="Unit", max_length=80, help_text="Or the singular of what is counted: person.")
    measure = PastedField(label="What is counted", max_length=300)
    as_of = PastedField(label="As of", max_length=200)
    proposition = PastedField(label="What is said", max_length=4_000)
    cue = PastedField(label="The word that says so", max_length=300, help_text="Such as “said” or “denied”.")
    polarity = forms.ChoiceField(label="Stance", choices=[(kind.value, words) for kind, words in STANCES.items()])
    claimant = PastedField(label="Who says so", max_length=300, help_text="Empty for the outlet itself.")

    def __init__(self, version: ArticleVersion, given: QueryDict | None = None, **kwargs: Any) -> None:
        self.version = version
        super().__init__(given, auto_id="mark-%s", **kwargs)
        kind = self["kind"].value()
        left_out = {Kind.FIGURE: ATTRIBUTION, Kind.QUOTE: (*FIGURE, *ATTRIBUTION), Kind.ATTRIBUTION: FIGURE}
        for name in left_out.get(kind, ()):
            del self.fields[name]
        for field in self.fields.values():
            field.widget.attrs |= {"class": "input", "dir": "auto"}

    @property
    def rows(self) -> list[forms.BoundField]:
        """The fields of what is asserted, in the order to be shown."""
        return [self[name] for name in self.fields if name not in {"kind", "words", "part", "start", "end"}]

    def marking(self) -> Marking:
        """What the person marks; only of a valid form. Raises WordsNotFound."""
        given = self.cleaned_data
        place = self._place()
        content: FigureContent | QuoteContent | AttributionContent = QuoteContent()
        if given["kind"] == Kind.FIGURE:
            content = self._figure(place)
        elif given["kind"] == Kind.ATTRIBUTION:
            said = given["proposition"].strip()
            span = self._inside(place, said)
            content = AttributionContent(said or self._text(place), Polarity(given["polarity"]), span)
        return Marking(
            place.part,
            Span(place.start, place.end),
            content,
            claimant=given["claimant"].strip() or None,
            cue=given.get("cue", "").strip(),
        )

    def _place(self) -> Passage:
        given = self.cleaned_data
        start, end = given["start"], given["end"]
        if given["part"] and start is not None and end is not None and start < end:
            place = Passage(self.version, Part(given["part"]), start, end)
            if self._text(place).split() == given["words"].split():
                return place
        return evidence.find(self.version, given["words"])

    def _figure(self, place: Passage) -> FigureContent:
        given = self.cleaned_data
        number = self._inside(place, given["number"]) if given["number"].strip() else None
        if given["number"].strip() and number is None:
            raise WordsNotFound("The number does not stand in the words of the claim.")
        measure = given["measure"].strip()
        return FigureContent(
            low=given["low"],
            high=given["high"],
            approximation=Approximation(given["approximation"]),
            unit=given["unit"].strip(),
            measure=measure,
            measure_key=key_of(measure, self.version.language),
            value=number,
            as_of=given["as_of"].strip(),
        )

    def _inside(self, place: Passage, words: str) -> Span | None:
        found = words_in(self._text(place), words)
        return Span(place.start + found[0], place.start + found[1]) if found else None

    def _text(self, place: Passage) -> str:
        whole = self.version.title if place.part is Part.HEADLINE else self.version.text
        return whole[place.start : place.end]


def offered(asked: QueryDict, version: ArticleVersion) -> dict[str, Any]:
    """What a form begins with: the place that was selected, and what can be read off its words."""
    kind = asked.get("kind") if asked.get("kind") in Kind.__members__.values() else Kind.FIGURE.value
    initial: dict[str, Any] = {"kind": kind, "polarity": Polarity.AFFIRMED.value}
    start, end = asked.get("start", ""), asked.get("end", "")
    if start.isdecimal() and end.isdecimal() and len(start + end) < 18:
        text = version.title if asked.get("part") == Part.HEADLINE else version.text
        words = text[int(start) : int(end)]
        initial |= {"part": asked.get("part"), "start": start, "end": end, "words": words}
        initial |= _number_in(words) if kind == Kind.FIGURE else {}
        initial |= {"proposition": words, **_cue_in(words, version.language)} if kind == Kind.ATTRIBUTION else {}
    return initial


def _number_in(words: str) -> dict[str, Any]:
    found = _NUMBER.search(words)
    if found is None:
        return {}
    try:
        value = Decimal(found.group().replace(",", "").replace(" ", ""))
    except InvalidOperation:
        return {"number": found.group()}
    return {"number": found.group(), "low": value, "high": value}


def _cue_in(words: str, language: str) -> dict[str, Any]:
    """The first word of saying that the lexicon knows."""
    verbs = {stem(verb, language) for verb in lexicon(language, "cues").VERBS}
    bare = [word.strip('.,;:“”"') for word in words.split()]
    said = next((word for word in bare if word and stem(word, language) in verbs), "")
    return {"cue": said} if said else {}
