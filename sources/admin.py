"""The admin: sources and stories may be put right here; what was published, and what the roles are, is only read."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.db import models
from django.http import HttpRequest

from sources.models import Article, ArticleVersion, Source, Story


class ReadOnly(admin.ModelAdmin):
    """Rows that nobody adds, changes or deletes here: services do, with their rules."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    list_display = ["name", "kind", "tier", "independence", "relays"]
    list_filter = ["kind", "tier", "independence"]
    search_fields = ["name"]
    raw_id_fields = ["relays"]


@admin.register(Story)
class StoryAdmin(admin.ModelAdmin):
    list_display = ["title", "slug", "created_at"]
    search_fields = ["title"]
    readonly_fields = ["created_at"]


@admin.register(Article)
class ArticleAdmin(ReadOnly):
    list_display = ["id", "source", "story", "kind", "created_by", "created_at"]
    list_filter = ["kind"]
    list_select_related = ["source", "story", "created_by"]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


@admin.register(ArticleVersion)
class ArticleVersionAdmin(ReadOnly):
    list_display = ["article_id", "number", "title", "published_at", "recorded_by"]
    list_select_related = ["recorded_by"]
    search_fields = ["title"]
    exclude = ["snapshot"]


admin.site.unregister([Group, User])


@admin.register(Group)
class RoleAdmin(ReadOnly):
    """The roles of a desk. What each may do stands in the code (`permissions.py`), so there is nothing to change."""

    list_display = ["name"]
    exclude = ["permissions"]


@admin.register(User)
class LoginAdmin(UserAdmin):
    """Django's own, but for the pair of lists, which no screen reader makes sense of, and for times nobody sets."""

    filter_horizontal = ()
    readonly_fields = ["last_login", "date_joined"]
