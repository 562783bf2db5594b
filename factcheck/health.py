"""Is the process up, and does work get done? The second is asked of the database, never of a process."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from claims import queries


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 as long as this process answers."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 with the age of the oldest version that waits; 503 without a database or when work has piled up.

    A version that waits for longer than five leases means that no worker does its work, whatever processes there are.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        age = queries.oldest_due_age()
        failed = queries.failed_runs().count()
    except DatabaseError:
        return JsonResponse({"ready": False, "database": "unreachable"}, status=503)
    late = age is not None and age > 5 * settings.RUN_LEASE
    answer = {"ready": not late, "database": "ok", "oldest_due_seconds": age, "failed_runs": failed}
    return JsonResponse(answer, status=503 if late else 200)
