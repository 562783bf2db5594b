"""Filters that live in the address, and small forms."""

from urllib.parse import urlencode

from django import forms
from django.contrib.auth.models import User
from django.http import QueryDict

from claims.enums import FlagState, FlagType, Relation, Scope
from claims.queries import ArticleFilters, FlagFilters
from sources.models import Story
from sources.models.choices import choices
from sources.queries import stories_seen
from sources.web.fields import NameField

STORIES = Story.objects.filter(merged_into=None)


class FilterForm(forms.Form):
    """A form whose fields are all optional; what cannot be used is left out, never an error."""

    def __init__(self, *args: object, seen_by: User | None = None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "story" in self.fields:
            self.fields["story"].queryset = stories_seen(seen_by).filter(merged_into=None)
        for name, field in self.fields.items():
            field.required = False
            field.widget.attrs |= {"class": "chip" if name != "q" else "input", "id": f"filter-{name}"}
        self.is_valid()

    def given(self, name: str) -> str:
        """The code of a choice, or "" for any."""
        return self.cleaned_data.get(name) or ""

    def story_id(self) -> int | None:
        story = self.cleaned_data.get("story")
        return story.pk if story else None

    @property
    def query(self) -> str:
        """What was asked for, as the query of an address, "" for nothing; what could not be used is left out."""
        given = [(name, value) for name, value in self.cleaned_data.items() if value]
        return urlencode({name: "on" if value is True else getattr(value, "pk", value) for name, value in given})

    @property
    def narrows(self) -> bool:
        """Whether anything is filtered at all."""
        return any(self.cleaned_data.values())


class ArticleFilterForm(FilterForm):
    q = forms.CharField(
        label="Search", max_length=200, widget=forms.TextInput(attrs={"placeholder": "Headline, source or story"})
    )
    story = forms.ModelChoiceField(STORIES, label="Story", empty_label="All stories")
    state = forms.ChoiceField(
        label="State",
        choices=[("", "Any state"), ("flagged", "With open flags"), ("waiting", "Being read"), ("failed", "Not read")],
    )

    def filters(self) -> ArticleFilters:
        return ArticleFilters(words=self.given("q"), story=self.story_id(), state=self.given("state"))


class FlagFilterForm(FilterForm):
    state = forms.ChoiceField(label="State", choices=[("", "All states"), *choices(FlagState)])
    type = forms.ChoiceField(label="Type", choices=[("", "All types"), *choices(FlagType)])
    scope = forms.ChoiceField(label="Scope", choices=[("", "All scopes"), *choices(Scope)])
    relation = forms.ChoiceField(label="Relation", choices=[("", "Conflicts and updates"), *choices(Relation)])
    story = forms.ModelChoiceField(STORIES, label="Story", empty_label="All stories")
    silent = forms.BooleanField(label="Silent changes only")
    article = forms.IntegerField(label="Article", min_value=1, max_value=2**62, widget=forms.HiddenInput)

    def filters(self) -> FlagFilters:
        return FlagFilters(
            state=self.given("state"),
            type=self.given("type"),
            scope=self.given("scope"),
            relation=self.given("relation"),
            story=self.story_id(),
            article=self.cleaned_data.get("article"),
            silent=bool(self.given("silent")),
        )


class StoryForm(forms.Form):
    """The story that an article belongs to."""

    story = NameField(
        label="Story", max_length=300, widget=forms.TextInput(attrs={"class": "input", "list": "stories"})
    )


def number_in(asked: QueryDict, name: str) -> int | None:
    """A number of the address, None where there is none; one that is no number of ours matches nothing."""
    value = asked.get(name)
    if not value:
        return None
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else 0
