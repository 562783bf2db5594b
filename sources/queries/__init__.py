"""Reads of what was published; they never write."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from sources.models import ApiKey, Article, ArticleVersion, PersonAct, Source, Story
from sources.permissions import out_of_embargo, read_all, readable, sees_embargoed
from sources.queries.keys import KeyRow, key_rows, key_sent, keys_working, remember, remembered
from sources.queries.prepared import Prepared
from sources.queries.states import (
    LAST_ID,
    State,
    Stated,
    key_mark,
    latest_of,
    mark_of,
    marked,
    marks_of,
    stated,
    stated_by,
)
from sources.roles import Role

__all__ = [
    "LAST_ID",
    "OF_SOURCE",
    "KeyRow",
    "PersonRow",
    "Prepared",
    "State",
    "Stated",
    "acts_about",
    "article_with_versions",
    "key_mark",
    "key_rows",
    "key_sent",
    "keys_working",
    "latest_of",
    "latest_version",
    "mark_of",
    "marked",
    "marks_of",
    "people_page",
    "people_with",
    "person_row",
    "remember",
    "remembered",
    "source_names",
    "sources_seen",
    "stated",
    "stated_by",
    "stories_seen",
    "story_titles",
    "versions_of",
]

# A list of suggestions longer than this helps nobody; a name may be typed all the same.
SUGGESTED = 500
PEOPLE = 50


def article_with_versions(article_id: int, seen_by: User | None = None) -> Article | None:
    """An article with its source and story; None where there is none, or none that the person sees."""
    found = Article.objects.select_related("source", "story").filter(readable(seen_by, ""))
    return found.filter(pk=article_id).first()


def versions_of(article: Article) -> QuerySet[ArticleVersion]:
    """The versions of an article, oldest first, without their texts."""
    return article.versions.defer("text").order_by("number")


def latest_version(article_id: int, seen_by: User | None = None) -> ArticleVersion | None:
    """The latest version of an article, with its article, source and story; None where the person sees no such one."""
    versions = ArticleVersion.objects.filter(readable(seen_by, "article"), article=article_id)
    return versions.select_related("article__source", "article__story").order_by("-number").first()


def source_names() -> list[str]:
    """Names of sources to choose from."""
    return list(Source.objects.values_list("name", flat=True)[:SUGGESTED])


def stories_seen(seen_by: User | None = None) -> QuerySet[Story]:
    """The stories that a person sees: for a reporter those that hold an article of hers.

    For a key that sees no embargo, one that holds nothing but what is held back is none.
    """
    if seen_by is not None and not read_all(seen_by):
        return Story.objects.filter(pk__in=Article.objects.filter(readable(seen_by, "")).values("story"))
    return Story.objects.all() if sees_embargoed(seen_by) else _known_openly(Story.objects.all(), "story")


def sources_seen(seen_by: User | None = None) -> QuerySet[Source]:
    """The sources that a person sees: all, but those that have published nothing yet but what is held back from her."""
    return _sources(embargoed=sees_embargoed(seen_by))


def _sources(*, embargoed: bool) -> QuerySet[Source]:
    return Source.objects.all() if embargoed else _known_openly(Source.objects.all(), "source")


def _known_openly(rows: QuerySet[Any], name: str) -> QuerySet[Any]:
    own = Article.objects.filter(**{name: OuterRef("pk")})
    held_back = own.filter(embargoed_until__gt=Now())
    return rows.exclude(Exists(held_back) & ~Exists(own.filter(out_of_embargo(""))))


OF_SOURCE = stated(
    "source",
    lambda eyes, source: _sources(embargoed=eyes.embargoed).filter(pk=source),
    lambda _: [mark_of("sources_source")],
    lambda _: ["sources_source.created_at"],
)


def story_titles(seen_by: User | None = None) -> list[str]:
    """Titles of stories to choose from, the newest first, without those merged into another."""
    return list(stories_seen(seen_by).filter(merged_into=None).values_list("title", flat=True)[:SUGGESTED])


def people_with(roles: Iterable[Role]) -> list[User]:
    """Who has any of these roles and may log in, by name."""
    named = Q(groups__name__in=[role.value for role in roles]) | Q(is_superuser=True)
    return list(User.objects.filter(named, is_active=True).distinct().order_by("first_name", "last_name", "username"))


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody with a login. roles: in words, the order of `Role`. has_second_factor: beside recovery codes."""

    user: User
    roles: list[str]
    service: bool
    has_second_factor: bool
    has_key: bool


def people_page(number: str | int | None = 1) -> Page[PersonRow]:
    """One page of everybody who has a login: the open ones first, by name. Two queries for a page, and one to count."""
    page = Paginator(_people().order_by("-is_active", "username"), PEOPLE).get_page(number)
    page.object_list = [_row(user) for user in page.object_list]
    return page


def person_row(user: User) -> PersonRow:
    """Somebody as the list has her."""
    return _row(_people().get(pk=user.pk))


def acts_about(user: User) -> list[PersonAct]:
    """What was done about a person, the latest first."""
    return list(PersonAct.objects.filter(person=user).select_related("by")[:PEOPLE])


def _people() -> QuerySet[User]:
    factors = Authenticator.objects.filter(user=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
    keys = ApiKey.objects.filter(keys_working(timezone.now()), owner=OuterRef("pk"))
    people = User.objects.select_related("profile").prefetch_related("groups")
    return people.annotate(factored=Exists(factors), keyed=Exists(keys))


def _row(user: Any) -> PersonRow:
    names = {group.name for group in user.groups.all()}
    profile = getattr(user, "profile", None)
    said = [role.value.replace("_", " ") for role in Role if role.value in names or user.is_superuser]
    return PersonRow(user, said, profile is not None and profile.service, user.factored, user.keyed)
