"""Where a claim stands, looked up step by step: of most claims nothing is known, and then most steps are left out.

One statement for all of it starts each of its thirty joins for nothing. What `claims_status` gives stays the same.
"""

from importlib import import_module

from django.db import migrations

FORWARDS = """
CREATE FUNCTION claims_status_of(
    asked_claim bigint, asked_version bigint, everyone boolean, reader bigint, sees_embargoed boolean
) RETURNS json LANGUAGE plpgsql STABLE AS $$
DECLARE
    claim claims_claim%ROWTYPE;
    latest_id bigint; latest_number integer; latest_sha256 text; latest_run text; latest_outcome text;
    words_number integer; words_text text; words_part text; words_start integer; words_end integer; words_outcome text;
    verdict claims_verdict%ROWTYPE;
    retracted timestamptz; later_revision integer; later_state text;
    reviewed_number integer; reviewed_sha256 text;
    judged_text text; judged_part text; judged_start integer; judged_end integer;
    changed_number integer; changed_outcome text; changed_text text; changed_reason text;
    roles text[]; conflicts json; evidence json;
BEGIN
    SELECT one.* INTO claim FROM claims_claim AS one JOIN sources_article AS article ON article.id = one.article_id
        WHERE one.id = asked_claim AND (everyone OR article.created_by_id = reader)
            AND (sees_embargoed OR article.embargoed_until IS NULL OR article.embargoed_until <= now());
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    SELECT id, number, sha256 INTO latest_id, latest_number, latest_sha256 FROM sources_articleversion
        WHERE article_id = claim.article_id ORDER BY number DESC LIMIT 1;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    SELECT state INTO latest_run FROM claims_extractionrun WHERE version_id = latest_id ORDER BY id DESC LIMIT 1;
    SELECT outcome INTO latest_outcome FROM claims_mention
        WHERE claim_id = asked_claim AND version_id = latest_id AND NOT withdrawn ORDER BY id LIMIT 1;
    SELECT version.number, mention.text, mention.part, mention.start, mention."end", mention.outcome
        INTO words_number, words_text, words_part, words_start, words_end, words_outcome FROM claims_mention AS mention
        JOIN sources_articleversion AS version ON version.id = mention.version_id
        WHERE mention.claim_id = asked_claim AND NOT mention.withdrawn
            AND (asked_version IS NULL OR version.id = asked_version)
        ORDER BY version.number DESC, mention.id LIMIT 1;
    SELECT * INTO verdict FROM claims_verdict WHERE claim_id = asked_claim AND state IN ('approved', 'published')
        ORDER BY revision DESC LIMIT 1;
    IF NOT FOUND THEN
        SELECT changed_at INTO retracted FROM claims_verdict WHERE claim_id = asked_claim AND state = 'retracted'
            ORDER BY revision DESC LIMIT 1;
    ELSE
        SELECT revision, state INTO later_revision, later_state FROM claims_verdict
            WHERE claim_id = asked_claim AND revision > verdict.revision ORDER BY revision DESC LIMIT 1;
        SELECT mention.text, mention.part, mention.start, mention."end", version.number, version.sha256
            INTO judged_text, judged_part, judged_start, judged_end, reviewed_number, reviewed_sha256
            FROM claims_mention AS mention JOIN sources_articleversion AS version ON version.id = mention.version_id
            WHERE mention.id = verdict.mention_id;
        SELECT version.number, mention.outcome, mention.text, mention.outcome_reason
            INTO changed_number, changed_outcome, changed_text, changed_reason
            FROM claims_mention AS mention JOIN sources_articleversion AS version ON version.id = mention.version_id
            WHERE mention.claim_id = asked_claim AND NOT mention.withdrawn
                AND mention.outcome IN ('value_changed', 'attribution_changed')
                AND version.number > least(reviewed_number, words_number)
                AND version.number <= greatest(reviewed_number, words_number)
            ORDER BY version.number DESC LIMIT 1;
        SELECT array_agg(role.name) INTO roles FROM auth_user_groups AS member
            JOIN auth_group AS role ON role.id = member.group_id WHERE member.user_id = verdict.approved_by_id;
        SELECT json_agg(json_build_object('id', passage.id, 'stance', passage.stance, 'text', passage.text,
                'locator', passage.locator, 'source', source.name, 'tier', source.tier, 'url', paper.canonical_url,
                'article', paper.id, 'version', copy.number, 'sha256', copy.sha256, 'part', passage.part,
                'start', passage.start, 'end', passage."end") ORDER BY passage.id) INTO evidence
            FROM claims_verdictevidence AS under JOIN claims_evidence AS passage ON passage.id = under.evidence_id
            JOIN sources_articleversion AS copy ON copy.id = passage.version_id
            JOIN sources_article AS paper ON paper.id = copy.article_id
            JOIN sources_source AS source ON source.id = paper.source_id
            WHERE under.verdict_id = verdict.id
                AND (sees_embargoed OR paper.embargoed_until IS NULL OR paper.embargoed_until <= now());
    END IF;
    IF EXISTS (SELECT FROM claims_mention AS mine JOIN claims_contradictionflag AS flag ON flag.a_id = mine.id
            WHERE mine.claim_id = asked_claim AND flag.state = 'open')
        OR EXISTS (SELECT FROM claims_mention AS mine JOIN claims_contradictionflag AS flag ON flag.b_id = mine.id
            WHERE mine.claim_id = asked_claim AND flag.state = 'open') THEN
        conflicts := claims_conflicts_of(asked_claim, sees_embargoed);
    END IF;
    RETURN json_build_object('id', claim.id, 'article', claim.article_id, 'kind', claim.kind, 'state', claim.state,
        'verdict', verdict.id, 'revision', verdict.revision, 'verdict_state', verdict.state, 'rating', verdict.rating,
        'in_substance', verdict.in_substance, 'rationale', verdict.rationale, 'as_of', verdict.as_of,
        'approved_at', verdict.approved_at, 'overridden', verdict.override <> '', 'retracted_at', retracted,
        'later_revision', later_revision, 'later_state', later_state,
        'latest_version', latest_number, 'latest_sha256', latest_sha256, 'run_state', latest_run,
        'latest_outcome', latest_outcome, 'reviewed_version', reviewed_number, 'reviewed_sha256', reviewed_sha256,
        'reviewed_text', judged_text, 'reviewed_part', judged_part, 'reviewed_start', judged_start,
        'reviewed_end', judged_end, 'words_version', words_number, 'words_text', words_text, 'words_part', words_part,
        'words_start', words_start, 'words_end', words_end, 'words_outcome', words_outcome,
        'changed_version', changed_number, 'changed_outcome', changed_outcome, 'changed_text', changed_text,
        'changed_reason', changed_reason, 'roles', roles, 'conflicts', conflicts, 'evidence', evidence);
END $$;

CREATE FUNCTION claims_conflicts_of(asked_claim bigint, sees_embargoed boolean) RETURNS json LANGUAGE sql STABLE AS $$
    SELECT json_agg(json_build_object('id', flag.id, 'type', flag.type, 'scope', flag.scope, 'severity', flag.severity,
            'silent', flag.silent, 'reason', flag.reason) ORDER BY flag.severity DESC, flag.id)
    FROM claims_contradictionflag AS flag
    WHERE flag.id IN (SELECT own.id FROM claims_mention AS mine
            JOIN claims_contradictionflag AS own ON own.a_id = mine.id OR own.b_id = mine.id
            JOIN sources_articleversion AS at ON at.id = mine.version_id
            WHERE mine.claim_id = asked_claim AND NOT mine.withdrawn AND own.state = 'open'
                AND at.number >= coalesce((SELECT max(version.number) FROM claims_mention AS mention
                    JOIN sources_articleversion AS version ON version.id = mention.version_id
                    WHERE mention.claim_id = asked_claim AND NOT mention.withdrawn AND mention.outcome IN
                        ('value_changed', 'attribution_changed')), 0))
        AND flag.relation = 'conflict'
        AND (sees_embargoed OR NOT EXISTS (SELECT 1 FROM claims_mention AS side
            JOIN sources_articleversion AS there ON there.id = side.version_id
            JOIN sources_article AS other ON other.id = there.article_id
            WHERE side.id IN (flag.a_id, flag.b_id) AND other.embargoed_until > now()))
$$;

CREATE OR REPLACE FUNCTION claims_status(
    asked_claims bigint[], asked_version bigint, everyone boolean, reader bigint, sees_embargoed boolean
) RETURNS SETOF json LANGUAGE sql STABLE AS $$
    SELECT told FROM unnest(asked_claims) AS asked (id)
    CROSS JOIN LATERAL claims_status_of(asked.id, asked_version, everyone, reader, sees_embargoed) AS told
    WHERE told IS NOT NULL
$$;
"""
BACKWARDS = (
    import_module("claims.migrations.0024_status_in_one_statement").FORWARDS.replace("CREATE", "CREATE OR REPLACE", 1)
    + "DROP FUNCTION claims_status_of(bigint, bigint, boolean, bigint, boolean);"
    "DROP FUNCTION claims_conflicts_of(bigint, boolean);"
)


class Migration(migrations.Migration):
    dependencies = [("claims", "0032_stories_by_words_and_figures")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
