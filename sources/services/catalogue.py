"""Sources and stories by name, made where they are missing."""

import hashlib
from itertools import count

from django.db import IntegrityError, transaction
from django.db.models import Value
from django.db.models.functions import Lower
from django.utils.text import slugify

from sources.engine.text import one_line
from sources.enums import FIRST_HAND, Independence, SourceKind, Tier
from sources.errors import SourceTaken
from sources.models import Source, Story

TITLE_LENGTH = 300
SLUG_LENGTH = 120
# Room for a number behind the slug of a title that another story has.
_NUMBERED = SLUG_LENGTH - 8


def source_named(name: str, *, kind: SourceKind = SourceKind.NEWS_OUTLET) -> Source:
    """The source of that name, case aside; a new one of `kind` where there is none yet."""
    name = one_line(name)[:200]
    # Compared as the unique index does: UPPER, behind `iexact`, folds some letters otherwise than LOWER.
    same = Source.objects.alias(lower=Lower("name")).filter(lower=Lower(Value(name)))
    found = same.first()
    if found:
        return found
    tier = Tier.PRIMARY if kind in FIRST_HAND else Tier.SECONDARY
    try:
        with transaction.atomic():
            return Source.objects.create(name=name, kind=kind, tier=tier)
    except IntegrityError:  # somebody else was a moment faster
        return same.get()


def add_source(*, name: str, kind: SourceKind, tier: Tier | None = None, relays: int | None = None) -> Source:
    """A source that is not there yet. relays: the id of the one whose texts it passes on. Raises SourceTaken."""
    chosen = tier or (Tier.PRIMARY if kind in FIRST_HAND else Tier.SECONDARY)
    independence = Independence.RELAYS if relays is not None else Independence.ORIGINAL
    try:
        with transaction.atomic():
            return Source.objects.create(
                name=one_line(name)[:200], kind=kind, tier=chosen, independence=independence, relays_id=relays
            )
    except IntegrityError as error:
        raise SourceTaken("There is a source of this name already.") from error


def story_named(title: str) -> Story:
    """The story of that title, or the one that it was merged into; a new one where there is none yet."""
    title = one_line(title)[:TITLE_LENGTH]
    story, _ = Story.objects.get_or_create(slug=_slug(title), defaults={"title": title})
    return standing(story)


def open_story(title: str) -> Story:
    """A new story, whatever others are called: two events may make the same headline."""
    title = one_line(title)[:TITLE_LENGTH]
    slug = _slug(title)
    taken = set(Story.objects.filter(slug__startswith=slug[:_NUMBERED]).values_list("slug", flat=True))
    for number in count(2):
        if slug not in taken:
            break
        slug = f"{_slug(title)[:_NUMBERED]}-{number}"
    return Story.objects.create(slug=slug, title=title)


def standing(story: Story) -> Story:
    """The story itself, or the one that holds its articles since it was merged."""
    while story.merged_into is not None:
        story = story.merged_into
    return story


def _slug(title: str) -> str:
    return slugify(title, allow_unicode=True)[:SLUG_LENGTH] or hashlib.sha256(title.encode()).hexdigest()[:16]
