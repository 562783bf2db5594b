"""What the answer on a claim is made of, looked up step by step: of most claims there is no flag, and then none is sought.

One statement for all of it starts some thirty joins for nothing. `claims.queries.states` says what a mark is, and which
rows belong to a claim: its own, its mentions, the versions of its article with their runs, and its open flags with both
sides, their articles and sources. Whatever is held back from who asks moves neither mark nor moment.
"""

from django.db import migrations

FORWARDS = """
CREATE FUNCTION claims_state_of(
    asked_claim bigint, everyone boolean, reader bigint, sees_embargoed boolean, OUT mark text, OUT changed timestamptz
) LANGUAGE plpgsql STABLE AS $$
DECLARE
    paper bigint; own text; moved timestamptz; mentions text;
    last_version bigint; runs text; captured timestamptz; finished timestamptz; flags text; opened timestamptz;
BEGIN
    SELECT claim.article_id, claim.id || ':' || claim.xmin || claim.ctid, claim.changed_at INTO paper, own, moved
        FROM claims_claim AS claim JOIN sources_article AS article ON article.id = claim.article_id
        WHERE claim.id = asked_claim AND (everyone OR article.created_by_id = reader)
            AND (sees_embargoed OR article.embargoed_until IS NULL
                OR article.embargoed_until <= statement_timestamp());
    IF NOT FOUND THEN
        RETURN;
    END IF;
    SELECT string_agg(mention.id || ':' || mention.xmin || mention.ctid, ',' ORDER BY mention.id) INTO mentions
        FROM claims_mention AS mention WHERE mention.claim_id = asked_claim;
    SELECT max(version.id), max(version.captured_at), max(run.finished_at),
            string_agg(run.id || ':' || run.xmin || run.ctid, ',' ORDER BY run.id)
        INTO last_version, captured, finished, runs
        FROM sources_articleversion AS version LEFT JOIN claims_extractionrun AS run ON run.version_id = version.id
        WHERE version.article_id = paper;
    IF EXISTS (SELECT FROM claims_mention AS mine JOIN claims_contradictionflag AS flag ON flag.a_id = mine.id
            WHERE mine.claim_id = asked_claim)
        OR EXISTS (SELECT FROM claims_mention AS mine JOIN claims_contradictionflag AS flag ON flag.b_id = mine.id
            WHERE mine.claim_id = asked_claim) THEN
        SELECT * INTO flags, opened FROM claims_flags_state_of(asked_claim, sees_embargoed);
    END IF;
    mark := concat_ws('|', own, coalesce(mentions, ''), last_version, coalesce(runs, ''), coalesce(flags, ''));
    changed := greatest(moved, finished, captured, opened);
END $$;

CREATE FUNCTION claims_flags_state_of(
    asked_claim bigint, sees_embargoed boolean, OUT marks text, OUT opened timestamptz
) LANGUAGE sql STABLE AS $$
    SELECT string_agg(
            concat_ws(',', flag.id || ':' || flag.xmin || flag.ctid, a.id || ':' || a.xmin || a.ctid,
                aa.id || ':' || aa.xmin || aa.ctid, sa.id || ':' || sa.xmin || sa.ctid, b.id || ':' || b.xmin || b.ctid,
                ab.id || ':' || ab.xmin || ab.ctid, sb.id || ':' || sb.xmin || sb.ctid),
            ',' ORDER BY flag.id) FILTER (WHERE flag.state = 'open'),
        max(flag.opened_at)
    FROM claims_contradictionflag AS flag
    JOIN claims_mention AS a ON a.id = flag.a_id JOIN sources_articleversion AS va ON va.id = a.version_id
    JOIN sources_article AS aa ON aa.id = va.article_id JOIN sources_source AS sa ON sa.id = aa.source_id
    JOIN claims_mention AS b ON b.id = flag.b_id JOIN sources_articleversion AS vb ON vb.id = b.version_id
    JOIN sources_article AS ab ON ab.id = vb.article_id JOIN sources_source AS sb ON sb.id = ab.source_id
    WHERE flag.id IN (SELECT own.id FROM claims_mention AS mine
            JOIN claims_contradictionflag AS own ON own.a_id = mine.id OR own.b_id = mine.id
            WHERE mine.claim_id = asked_claim)
        AND (sees_embargoed OR coalesce(greatest(aa.embargoed_until, ab.embargoed_until) <= statement_timestamp(), true))
$$;
"""
BACKWARDS = """
DROP FUNCTION claims_state_of(bigint, boolean, bigint, boolean);
DROP FUNCTION claims_flags_state_of(bigint, boolean);
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0035_nearest_of_each_kind")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
