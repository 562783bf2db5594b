"""Forms that move articles between stories."""

from django import forms
from django.contrib.auth.models import User

from sources.models import Article, Story
from sources.permissions import readable
from sources.web.fields import NameField, PastedField

LONGEST = 1_000
NONE_CHOSEN = "Choose at least one article."
GONE = "An article that you chose is no longer in this story. Look again."


class ArrangeForm(forms.Form):
    """Articles of a story, the title of the story to take them to, and why."""

    articles = forms.ModelMultipleChoiceField(
        Article.objects.none(),
        error_messages={"required": NONE_CHOSEN, "invalid_choice": GONE, "invalid_pk_value": GONE},
    )
    title = NameField(
        label="Story",
        max_length=300,
        error_messages={"required": "Give the story a title."},
        help_text="Its title. One that is new makes a new story.",
    )
    reason = PastedField(label="Reason", max_length=LONGEST, help_text="Stands beside the articles from now on.")

    def __init__(self, story: Story, *args: object, seen_by: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        seen = story.articles.filter(readable(seen_by, ""))
        self.fields["articles"].queryset = seen.select_related("story").order_by("pk")

    @property
    def chosen(self) -> set[str]:
        """The ids that were sent, as they came."""
        return set(self["articles"].value() or [])


class MergeForm(forms.Form):
    """The story that takes up this one, and why."""

    into = forms.ModelChoiceField(
        Story.objects.none(), label="Into", empty_label="Choose a story", error_messages={"required": "Choose a story."}
    )
    reason = PastedField(label="Reason", max_length=LONGEST)

    def __init__(self, story: Story, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = Story.objects.filter(merged_into=None).exclude(pk=story.pk)
