"""The admin: claims, flags and runs are only read here; services write them, with their rules."""

from django.contrib import admin

from claims.models import Claim, ContradictionFlag, ExtractionRun, Mention
from sources.admin import ReadOnly


@admin.register(Claim)
class ClaimAdmin(ReadOnly):
    list_display = ["id", "article_id", "kind", "state", "created_by", "created_at"]
    list_filter = ["kind", "state"]
    list_select_related = ["created_by"]


@admin.register(Mention)
class MentionAdmin(ReadOnly):
    list_display = ["id", "claim_id", "version_id", "kind", "part", "text", "rule", "outcome"]
    list_filter = ["kind", "part", "outcome"]
    search_fields = ["text"]


@admin.register(ContradictionFlag)
class FlagAdmin(ReadOnly):
    list_display = ["id", "type", "scope", "relation", "state", "silent", "reason", "opened_at"]
    list_filter = ["state", "type", "scope", "relation", "silent"]


@admin.register(ExtractionRun)
class RunAdmin(ReadOnly):
    list_display = ["id", "version_id", "engine_version", "state", "attempts", "due_at", "finished_at", "error"]
    list_filter = ["state", "engine_version"]
    exclude = ["parse"]
