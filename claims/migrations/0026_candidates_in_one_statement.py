"""Which checked claims may be of what a text says, in one statement whose plan the database keeps.

Both ways to a candidate look at a bounded number of rows: the nearest vectors by the index, and the latest claims that
share a key. What the reader may not see is left out before anything is counted or ordered.
"""

from django.db import migrations

# Only where the extension was read already may a role without special rights name its parameters.
FORWARDS = """
SELECT '[0]'::vector;
CREATE FUNCTION claims_candidates(
    asked_kind text, asked_keys bigint[], asked_vector vector, asked_model text, most integer, per_key integer,
    everyone boolean, reader bigint, sees_embargoed boolean
) RETURNS TABLE (claim bigint, cosine double precision, shared bigint) LANGUAGE plpgsql STABLE
SET hnsw.iterative_scan = strict_order SET plan_cache_mode = force_generic_plan SET jit = off AS $$
BEGIN
    RETURN QUERY
    WITH near AS MATERIALIZED (
        SELECT checked.claim_id AS id FROM claims_checkedclaim AS checked
        JOIN sources_article AS article ON article.id = checked.article_id
        WHERE checked.kind = asked_kind AND checked.model = asked_model AND checked.vector IS NOT NULL
            AND (everyone OR article.created_by_id = reader)
            AND (sees_embargoed OR article.embargoed_until IS NULL OR article.embargoed_until <= now())
        ORDER BY checked.vector <=> asked_vector LIMIT most
    ), keyed AS MATERIALIZED (
        SELECT found.id, count(*) AS shared FROM unnest(asked_keys) AS wanted(key)
        CROSS JOIN LATERAL (
            SELECT known.checked_id AS id, known.at FROM claims_checkedkey AS known
            JOIN claims_checkedclaim AS checked ON checked.claim_id = known.checked_id
            JOIN sources_article AS article ON article.id = checked.article_id
            WHERE known.key = wanted.key AND (everyone OR article.created_by_id = reader)
                AND (sees_embargoed OR article.embargoed_until IS NULL OR article.embargoed_until <= now())
            ORDER BY known.at DESC LIMIT per_key
        ) AS found
        GROUP BY found.id ORDER BY count(*) DESC, max(found.at) DESC, found.id LIMIT most
    )
    SELECT checked.claim_id, CASE WHEN checked.model = asked_model THEN 1 - (checked.vector <=> asked_vector) END,
        coalesce(keyed.shared, 0)
    FROM (SELECT near.id FROM near UNION SELECT keyed.id FROM keyed) AS either
    JOIN claims_checkedclaim AS checked ON checked.claim_id = either.id
    LEFT JOIN keyed ON keyed.id = either.id;
END $$;
"""
BACKWARDS = "DROP FUNCTION claims_candidates(text, bigint[], vector, text, integer, integer, boolean, bigint, boolean);"


class Migration(migrations.Migration):
    dependencies = [("claims", "0025_checked_claims_are_found_by_words")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
