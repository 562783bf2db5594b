"""Each kind of claim has an index of its own, and whoever sees her own articles alone is answered from those.

A walk through one index passed over all that is of another kind, or another's, a thousand rows and more for nothing.
"""

from django.db import migrations, models
from pgvector.django import HnswIndex

KINDS = ("figure", "quote", "attribution")
# Each branch is a statement with a plan of its own, in which the kind stands as written, so that its index fits.
_NEAR = """
    {word} everyone AND asked_kind = '{kind}' THEN
        RETURN QUERY SELECT checked.claim_id FROM claims_checkedclaim AS checked
        JOIN sources_article AS article ON article.id = checked.article_id
        WHERE checked.kind = '{kind}' AND checked.model = asked_model AND checked.vector IS NOT NULL
            AND (sees_embargoed OR article.embargoed_until IS NULL OR article.embargoed_until <= now())
        ORDER BY checked.vector <=> asked_vector LIMIT most;
"""
NEAR = """
CREATE FUNCTION claims_near(
    asked_kind text, asked_vector vector, asked_model text, most integer, everyone boolean, reader bigint,
    sees_embargoed boolean
) RETURNS TABLE (claim bigint) LANGUAGE plpgsql STABLE
SET hnsw.iterative_scan = strict_order SET hnsw.max_scan_tuples = 1000
SET plan_cache_mode = force_generic_plan SET jit = off AS $$
BEGIN
    BRANCHES
    ELSE
        RETURN QUERY SELECT own.id FROM (
            SELECT checked.claim_id AS id, checked.vector <=> asked_vector AS far
            FROM sources_article AS article JOIN claims_checkedclaim AS checked ON checked.article_id = article.id
            WHERE article.created_by_id = reader AND checked.kind = asked_kind AND checked.model = asked_model
                AND (sees_embargoed OR article.embargoed_until IS NULL OR article.embargoed_until <= now())
            OFFSET 0
        ) AS own ORDER BY own.far LIMIT most;
    END IF;
END $$;
""".replace("BRANCHES", "".join(_NEAR.format(word="ELSIF" if at else "IF", kind=kind) for at, kind in enumerate(KINDS)))
CANDIDATES = """
CREATE OR REPLACE FUNCTION claims_candidates(
    asked_kind text, asked_keys bigint[], asked_vector vector, asked_model text, most integer, per_key integer,
    everyone boolean, reader bigint, sees_embargoed boolean
) RETURNS TABLE (claim bigint, cosine double precision, shared bigint) LANGUAGE plpgsql STABLE
SET plan_cache_mode = force_generic_plan SET jit = off AS $$
BEGIN
    RETURN QUERY
    WITH near AS MATERIALIZED (
        SELECT found.claim AS id
        FROM claims_near(asked_kind, asked_vector, asked_model, most, everyone, reader, sees_embargoed) AS found
    ), keyed AS MATERIALIZED (
        SELECT found.id, count(*) AS shared FROM (
            SELECT latest.id, latest.at FROM unnest(asked_keys) AS wanted(key)
            CROSS JOIN LATERAL (
                SELECT known.checked_id AS id, known.at FROM claims_checkedkey AS known
                JOIN claims_checkedclaim AS checked ON checked.claim_id = known.checked_id
                JOIN sources_article AS article ON article.id = checked.article_id
                WHERE known.key = wanted.key
                    AND (sees_embargoed OR article.embargoed_until IS NULL OR article.embargoed_until <= now())
                ORDER BY known.at DESC LIMIT per_key
            ) AS latest
            WHERE everyone
            UNION ALL
            SELECT known.checked_id, known.at FROM sources_article AS article
            JOIN claims_checkedclaim AS checked ON checked.article_id = article.id
            JOIN claims_checkedkey AS known ON known.checked_id = checked.claim_id
            WHERE NOT everyone AND article.created_by_id = reader AND known.key = ANY (asked_keys)
                AND (sees_embargoed OR article.embargoed_until IS NULL OR article.embargoed_until <= now())
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
BACKWARDS = "DROP FUNCTION claims_near(text, vector, text, integer, boolean, bigint, boolean);"


class Migration(migrations.Migration):
    dependencies = [("claims", "0034_imports_line_by_line")]
    operations = [
        migrations.RemoveIndex(model_name="checkedclaim", name="checked_vector"),
        *(
            migrations.AddIndex(
                model_name="checkedclaim",
                index=HnswIndex(
                    condition=models.Q(kind=kind),
                    fields=["vector"],
                    name=f"checked_{kind}",
                    opclasses=["vector_cosine_ops"],
                ),
            )
            for kind in KINDS
        ),
        # The earlier function stays as good as it was where only this is undone: it asks for no index by name.
        migrations.RunSQL(NEAR, BACKWARDS),
        migrations.RunSQL(CANDIDATES, migrations.RunSQL.noop),
    ]
