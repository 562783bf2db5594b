"""Sources and stories by name, made where they are missing."""

import hashlib

from django.db import IntegrityError, transaction
from django.db.models import Value
from django.db.models.functions import Lower
from django.utils.text import slugify

from sources.engine.text import one_line
from sources.enums import FIRST_HAND, SourceKind, Tier
from sources.models import Source, Story


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


def story_named(title: str) -> Story:
    """The story of that title; a new one where there is none yet."""
    title = one_line(title)[:300]
    slug = slugify(title, allow_unicode=True)[:120] or hashlib.sha256(title.encode()).hexdigest()[:16]
    story, _ = Story.objects.get_or_create(slug=slug, defaults={"title": title})
    return story
