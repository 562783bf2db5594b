"""A retraction withdraws the finding: an older revision does not come back by itself, and the status says what went.

What stands is the latest revision that was ever decided, unless it was retracted; /match has always gone by that.
"""

from importlib import import_module

from django.db import migrations

_EARLIER = import_module("claims.migrations.0033_status_step_by_step").FORWARDS
_BEFORE = _EARLIER[: _EARLIER.index("CREATE FUNCTION claims_conflicts_of")].replace("CREATE", "CREATE OR REPLACE", 1)
_REPLACED = {
    "    retracted timestamptz; later_revision": "    gone json; later_revision",
    """    SELECT * INTO verdict FROM claims_verdict WHERE claim_id = asked_claim AND state IN ('approved', 'published')
        ORDER BY revision DESC LIMIT 1;
    IF NOT FOUND THEN
        SELECT changed_at INTO retracted FROM claims_verdict WHERE claim_id = asked_claim AND state = 'retracted'
            ORDER BY revision DESC LIMIT 1;
    ELSE
""": """    SELECT * INTO verdict FROM claims_verdict
        WHERE claim_id = asked_claim AND state IN ('approved', 'published', 'retracted')
        ORDER BY revision DESC LIMIT 1;
    IF verdict.state = 'retracted' THEN
        SELECT json_build_object('id', verdict.id, 'revision', verdict.revision, 'state', verdict.state,
                'rating', verdict.rating, 'in_substance', verdict.in_substance, 'as_of', verdict.as_of,
                'approved_at', verdict.approved_at, 'retracted_at', review.at, 'reason', review.reason) INTO gone
            FROM claims_review AS review WHERE review.verdict_id = verdict.id AND review.act = 'retract'
            ORDER BY review.id DESC LIMIT 1;
        verdict := NULL;
    ELSIF FOUND THEN
""",
    "'retracted_at', retracted,": "'withdrawn', gone,",
}


def _with_withdrawn() -> str:
    found = _BEFORE
    for old, new in _REPLACED.items():
        if found.count(old) != 1:
            raise ValueError(f"claims_status_of has changed: {old!r} stands there {found.count(old)} times")
        found = found.replace(old, new)
    return found


class Migration(migrations.Migration):
    dependencies = [("claims", "0037_restored_without_a_superuser")]
    operations = [migrations.RunSQL(_with_withdrawn(), _BEFORE)]
