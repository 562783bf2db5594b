"""Imports, and what became of their lines."""

from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count, F, Q, QuerySet

from claims.enums import LineState
from claims.models import BulkImport, ImportLine
from sources.permissions import readable, sees_embargoed
from sources.queries import State, marked


def imports_listed(seen_by: User | None) -> QuerySet[BulkImport]:
    """Imports with how many of their lines are done, have failed, and are `settled`, which is both.

    Those of keys that see more are left out.
    """
    seen = BulkImport.objects.all() if sees_embargoed(seen_by) else BulkImport.objects.filter(sees_embargoed=False)
    counted = {name: Count("rows", Q(rows__state=name)) for name in (LineState.DONE.value, LineState.FAILED.value)}
    return seen.select_related("owner").annotate(**counted, settled=F("done") + F("failed"))


def lines_of(import_id: Any, seen_by: User | None) -> QuerySet[ImportLine]:
    """The lines of an import, without what was sent in them."""
    seen = Q(article=None) | (Q(article__isnull=False) & readable(seen_by, "article"))
    return ImportLine.objects.filter(seen, bulk=import_id).defer("content")


def import_state(import_id: int, seen_by: User | None) -> State | None:
    """The state of an import: every line that is settled writes its row."""
    seen = BulkImport.objects.filter(pk=import_id)
    if not sees_embargoed(seen_by):
        seen = seen.filter(sees_embargoed=False)
    mark = "claims_bulkimport.xmin::text || claims_bulkimport.ctid"
    return marked(seen, [mark], ["claims_bulkimport.finished_at", "claims_bulkimport.created_at"])
