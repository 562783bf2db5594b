"""Where claims stand, in one statement whose plan the database keeps: it is asked for more often than all else.

Planning it anew takes the database longer than carrying it out. `claims.queries.status` says what the columns mean.
"""

from django.db import migrations

FORWARDS = """
CREATE FUNCTION claims_status(
    asked_claims bigint[], asked_version bigint, everyone boolean, reader bigint, sees_embargoed boolean
) RETURNS SETOF json LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET jit = off AS $$
BEGIN
    RETURN QUERY SELECT row_to_json(told) FROM (
    SELECT claim.id, claim.article_id AS article, claim.kind, claim.state,
        verdict.id AS verdict, verdict.revision, verdict.state AS verdict_state, verdict.rating, verdict.in_substance,
        verdict.rationale, verdict.as_of, verdict.approved_at, verdict.override <> '' AS overridden,
        retracted.at AS retracted_at, later.revision AS later_revision, later.state AS later_state,
        latest.number AS latest_version, latest.sha256 AS latest_sha256, run.state AS run_state,
        last.outcome AS latest_outcome,
        reviewed.number AS reviewed_version, reviewed.sha256 AS reviewed_sha256, judged.text AS reviewed_text,
        judged.part AS reviewed_part, judged.start AS reviewed_start, judged."end" AS reviewed_end,
        words.number AS words_version, words.text AS words_text, words.part AS words_part, words.start AS words_start,
        words."end" AS words_end, words.outcome AS words_outcome,
        changed.number AS changed_version, changed.outcome AS changed_outcome, changed.text AS changed_text,
        changed.outcome_reason AS changed_reason,
        (SELECT array_agg(role.name) FROM auth_user_groups AS member JOIN auth_group AS role ON role.id = member.group_id
            WHERE member.user_id = verdict.approved_by_id) AS roles,
        conflicts.told AS conflicts, evidence.told AS evidence
    FROM claims_claim AS claim
    JOIN sources_article AS article ON article.id = claim.article_id
    JOIN LATERAL (SELECT id, number, sha256 FROM sources_articleversion WHERE article_id = claim.article_id
        ORDER BY number DESC LIMIT 1) AS latest ON true
    LEFT JOIN LATERAL (SELECT state FROM claims_extractionrun WHERE version_id = latest.id
        ORDER BY id DESC LIMIT 1) AS run ON true
    LEFT JOIN LATERAL (SELECT outcome FROM claims_mention WHERE claim_id = claim.id AND version_id = latest.id
        AND NOT withdrawn ORDER BY id LIMIT 1) AS last ON true
    LEFT JOIN LATERAL (SELECT mention.*, version.number FROM claims_mention AS mention
        JOIN sources_articleversion AS version ON version.id = mention.version_id
        WHERE mention.claim_id = claim.id AND NOT mention.withdrawn
            AND (asked_version IS NULL OR version.id = asked_version)
        ORDER BY version.number DESC, mention.id LIMIT 1) AS words ON true
    LEFT JOIN LATERAL (SELECT * FROM claims_verdict WHERE claim_id = claim.id AND state IN ('approved', 'published')
        ORDER BY revision DESC LIMIT 1) AS verdict ON true
    LEFT JOIN LATERAL (SELECT changed_at AS at FROM claims_verdict WHERE claim_id = claim.id AND state = 'retracted'
        AND verdict.id IS NULL ORDER BY revision DESC LIMIT 1) AS retracted ON true
    LEFT JOIN LATERAL (SELECT revision, state FROM claims_verdict WHERE claim_id = claim.id
        AND revision > verdict.revision ORDER BY revision DESC LIMIT 1) AS later ON true
    LEFT JOIN claims_mention AS judged ON judged.id = verdict.mention_id
    LEFT JOIN sources_articleversion AS reviewed ON reviewed.id = judged.version_id
    LEFT JOIN LATERAL (SELECT version.number, mention.outcome, mention.text, mention.outcome_reason
        FROM claims_mention AS mention JOIN sources_articleversion AS version ON version.id = mention.version_id
        WHERE mention.claim_id = claim.id AND NOT mention.withdrawn
            AND mention.outcome IN ('value_changed', 'attribution_changed')
            AND version.number > least(reviewed.number, words.number)
            AND version.number <= greatest(reviewed.number, words.number)
        ORDER BY version.number DESC LIMIT 1) AS changed ON true
    LEFT JOIN LATERAL (SELECT json_agg(json_build_object('id', flag.id, 'type', flag.type, 'scope', flag.scope,
            'severity', flag.severity, 'silent', flag.silent, 'reason', flag.reason) ORDER BY flag.severity DESC, flag.id)
            AS told
        FROM claims_contradictionflag AS flag
        WHERE flag.id IN (SELECT own.id FROM claims_mention AS mine
                JOIN claims_contradictionflag AS own ON own.a_id = mine.id OR own.b_id = mine.id
                JOIN sources_articleversion AS at ON at.id = mine.version_id
                WHERE mine.claim_id = claim.id AND NOT mine.withdrawn AND own.state = 'open'
                    AND at.number >= coalesce((SELECT max(version.number) FROM claims_mention AS mention
                        JOIN sources_articleversion AS version ON version.id = mention.version_id
                        WHERE mention.claim_id = claim.id AND NOT mention.withdrawn AND mention.outcome IN
                            ('value_changed', 'attribution_changed')), 0))
            AND flag.relation = 'conflict'
            AND (sees_embargoed OR NOT EXISTS (SELECT 1 FROM claims_mention AS side
                JOIN sources_articleversion AS there ON there.id = side.version_id
                JOIN sources_article AS other ON other.id = there.article_id
                WHERE side.id IN (flag.a_id, flag.b_id) AND other.embargoed_until > now()))) AS conflicts ON true
    LEFT JOIN LATERAL (SELECT json_agg(json_build_object('id', passage.id, 'stance', passage.stance, 'text', passage.text,
            'locator', passage.locator, 'source', source.name, 'tier', source.tier, 'url', paper.canonical_url,
            'article', paper.id, 'version', copy.number, 'sha256', copy.sha256, 'part', passage.part,
            'start', passage.start, 'end', passage."end") ORDER BY passage.id) AS told
        FROM claims_verdictevidence AS under JOIN claims_evidence AS passage ON passage.id = under.evidence_id
        JOIN sources_articleversion AS copy ON copy.id = passage.version_id
        JOIN sources_article AS paper ON paper.id = copy.article_id
        JOIN sources_source AS source ON source.id = paper.source_id
        WHERE under.verdict_id = verdict.id
            AND (sees_embargoed OR paper.embargoed_until IS NULL OR paper.embargoed_until <= now())) AS evidence ON true
    WHERE claim.id = ANY(asked_claims)
        AND (everyone OR article.created_by_id = reader)
        AND (sees_embargoed OR article.embargoed_until IS NULL OR article.embargoed_until <= now())
    ) AS told;
END $$;
"""
BACKWARDS = "DROP FUNCTION claims_status(bigint[], bigint, boolean, bigint, boolean);"


class Migration(migrations.Migration):
    dependencies = [("claims", "0023_comments_and_flag_moves_stay"), ("sources", "0010_articles_under_embargo")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
