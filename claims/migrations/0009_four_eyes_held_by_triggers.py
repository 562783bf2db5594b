"""Four eyes, and what was decided stays as it was: held by the database, whoever writes to it.

Every refusal is a check violation with the name of its rule, as with a constraint. The rules, in words, stand in
docs/workflow.md.
"""

from django.db import migrations

REFUSE = """
CREATE FUNCTION claims_refuse(rule text, says text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', says USING ERRCODE = 'check_violation', CONSTRAINT = rule;
END $$;
CREATE FUNCTION claims_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM claims_refuse(TG_ARGV[0], TG_TABLE_NAME || ' is append-only');
    RETURN NULL;
END $$;
CREATE TRIGGER review_stays BEFORE UPDATE OR DELETE ON claims_review
    FOR EACH ROW EXECUTE FUNCTION claims_append_only('review_stays');
CREATE TRIGGER contributor_stays BEFORE UPDATE OR DELETE ON claims_verdictcontributor
    FOR EACH ROW EXECUTE FUNCTION claims_append_only('contributor_stays');
CREATE TRIGGER verdict_stays BEFORE DELETE ON claims_verdict
    FOR EACH ROW EXECUTE FUNCTION claims_append_only('verdict_stays');
-- The engine's own rows go with the claims that it no longer finds.
CREATE TRIGGER claim_move_stays BEFORE UPDATE ON claims_claimmove
    FOR EACH ROW EXECUTE FUNCTION claims_append_only('claim_move_stays');
CREATE TRIGGER claim_move_by_people_stays BEFORE DELETE ON claims_claimmove
    FOR EACH ROW WHEN (OLD.by_id IS NOT NULL) EXECUTE FUNCTION claims_append_only('claim_move_stays');
"""
REFUSE_BACK = """
DROP TRIGGER claim_move_by_people_stays ON claims_claimmove;
DROP TRIGGER claim_move_stays ON claims_claimmove;
DROP TRIGGER verdict_stays ON claims_verdict;
DROP TRIGGER contributor_stays ON claims_verdictcontributor;
DROP TRIGGER review_stays ON claims_review;
DROP FUNCTION claims_append_only();
DROP FUNCTION claims_refuse(text, text);
"""

# Read after the row is locked, so that who contributed a moment ago in another session is seen.
APPROVAL = """
CREATE FUNCTION claims_approval_is_right(verdict claims_verdict) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    roles text[];
    approver auth_user;
BEGIN
    IF verdict.approved_by_id IS NULL THEN
        RETURN;  -- verdict_decided_by_somebody refuses
    END IF;
    IF verdict.approved_by_id = verdict.author_id OR EXISTS (
        SELECT FROM claims_verdictcontributor
        WHERE verdict_id = verdict.id AND person_id = verdict.approved_by_id
    ) THEN
        PERFORM claims_refuse('verdict_four_eyes', 'a contributor of a revision can never approve it');
    END IF;
    SELECT * INTO approver FROM auth_user WHERE id = verdict.approved_by_id;
    SELECT coalesce(array_agg(name), '{}') INTO roles
        FROM auth_group JOIN auth_user_groups ON auth_group.id = group_id WHERE user_id = approver.id;
    IF NOT approver.is_active
        OR NOT (approver.is_superuser OR roles && ARRAY['reviewer', 'desk_head'])
        OR EXISTS (SELECT FROM sources_profile WHERE user_id = approver.id AND service)
    THEN
        PERFORM claims_refuse('verdict_approver', 'only an active reviewer or desk head approves');
    END IF;
    IF verdict.override <> '' THEN
        IF NOT (approver.is_superuser OR 'desk_head' = ANY (roles)) THEN
            PERFORM claims_refuse('verdict_override', 'only the desk head sets a rule aside');
        END IF;
    ELSIF verdict.rating NOT IN ('not_confirmable', 'not_checkable') AND NOT EXISTS (
        SELECT FROM claims_verdictevidence JOIN claims_evidence ON claims_evidence.id = evidence_id
        WHERE verdict_id = verdict.id AND removed_at IS NULL AND stance IN ('supports', 'refutes')
    ) THEN
        PERFORM claims_refuse('verdict_has_evidence', 'no passage stands under this revision');
    END IF;
END $$;
"""
APPROVAL_BACK = "DROP FUNCTION claims_approval_is_right(claims_verdict);"

VERDICT = """
CREATE FUNCTION claims_verdict_keeps_its_rules() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    written boolean;
    move text := OLD.state || '>' || NEW.state;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'draft' THEN
            PERFORM claims_refuse('verdict_state', 'a revision starts as a draft');
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.id, NEW.claim_id, NEW.revision, NEW.author_id, NEW.created_at)
        IS DISTINCT FROM (OLD.id, OLD.claim_id, OLD.revision, OLD.author_id, OLD.created_at)
    THEN
        PERFORM claims_refuse('verdict_identity', 'claim, number and author of a revision stay');
    END IF;
    IF NEW.state <> OLD.state AND move NOT IN ('draft>in_review', 'in_review>draft', 'in_review>approved',
        'approved>published', 'approved>retracted', 'published>retracted')
    THEN
        PERFORM claims_refuse('verdict_state', 'no act leads from ' || OLD.state || ' to ' || NEW.state);
    END IF;
    written := (NEW.mention_id, NEW.rating, NEW.in_substance, NEW.rationale, NEW.as_of)
        IS DISTINCT FROM (OLD.mention_id, OLD.rating, OLD.in_substance, OLD.rationale, OLD.as_of);
    IF written AND OLD.state <> 'draft' THEN
        PERFORM claims_refuse('verdict_content', 'only a draft can be changed');
    END IF;
    IF (NEW.approved_by_id, NEW.approved_at, NEW.override)
        IS DISTINCT FROM (OLD.approved_by_id, OLD.approved_at, OLD.override) AND move <> 'in_review>approved'
    THEN
        PERFORM claims_refuse('verdict_decided_by_somebody', 'a revision is signed when it is approved, and then never again');
    END IF;
    IF NEW.published_at IS DISTINCT FROM OLD.published_at AND move <> 'approved>published' THEN
        PERFORM claims_refuse('verdict_published', 'a revision has its time when it is published');
    END IF;
    IF NEW.edits < OLD.edits THEN
        PERFORM claims_refuse('verdict_edits', 'changes are counted upwards');
    END IF;
    IF (written OR NEW.state <> OLD.state) AND NEW.edits = OLD.edits THEN
        NEW.edits := OLD.edits + 1;  -- so that nobody acts on what they did not see
    END IF;
    IF move = 'in_review>approved' THEN
        PERFORM claims_approval_is_right(NEW);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER verdict_keeps_its_rules BEFORE INSERT OR UPDATE ON claims_verdict
    FOR EACH ROW EXECUTE FUNCTION claims_verdict_keeps_its_rules();
"""
VERDICT_BACK = """
DROP TRIGGER verdict_keeps_its_rules ON claims_verdict;
DROP FUNCTION claims_verdict_keeps_its_rules();
"""

# An insert locks the verdict's row, and counts as a change of a revision in review: an approval that runs at the same
# instant either sees the contributor, or was first and the insert is refused.
CONTRIBUTORS = """
CREATE FUNCTION claims_contributor_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    state_now text;
BEGIN
    SELECT state INTO state_now FROM claims_verdict WHERE id = NEW.verdict_id FOR UPDATE;
    IF state_now NOT IN ('draft', 'in_review') THEN
        PERFORM claims_refuse('contributor_in_time', 'nobody contributes to what was decided');
    END IF;
    IF state_now = 'in_review' THEN
        UPDATE claims_verdict SET edits = edits + 1, changed_at = clock_timestamp(), changed_by_id = NEW.person_id
            WHERE id = NEW.verdict_id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER contributor_in_time BEFORE INSERT ON claims_verdictcontributor
    FOR EACH ROW EXECUTE FUNCTION claims_contributor_in_time();

CREATE FUNCTION claims_contributes(verdict bigint, person integer) RETURNS void LANGUAGE sql AS $$
    INSERT INTO claims_verdictcontributor (verdict_id, person_id, at)
        SELECT verdict, person, clock_timestamp()
        WHERE NOT EXISTS (SELECT FROM claims_verdictcontributor WHERE verdict_id = verdict AND person_id = person)
        ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION claims_evidence_is_news(wanted bigint) RETURNS boolean LANGUAGE sql AS $$
    SELECT NOT EXISTS (
        SELECT FROM claims_verdictevidence JOIN claims_verdict ON claims_verdict.id = verdict_id
        WHERE evidence_id = wanted AND state IN ('approved', 'published', 'retracted')
    )
$$;

CREATE FUNCTION claims_verdict_has_contributors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM claims_contributes(NEW.id, NEW.author_id);
        PERFORM claims_contributes(NEW.id, person) FROM (
            SELECT DISTINCT added_by_id AS person FROM claims_evidence
            WHERE claim_id = NEW.claim_id AND removed_at IS NULL AND claims_evidence_is_news(id)
        ) AS people;
    ELSIF OLD.state = 'draft' AND NEW.changed_by_id IS NOT NULL
        AND (NEW.mention_id, NEW.rating, NEW.in_substance, NEW.rationale, NEW.as_of)
        IS DISTINCT FROM (OLD.mention_id, OLD.rating, OLD.in_substance, OLD.rationale, OLD.as_of)
    THEN
        PERFORM claims_contributes(NEW.id, NEW.changed_by_id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER verdict_has_contributors AFTER INSERT OR UPDATE ON claims_verdict
    FOR EACH ROW EXECUTE FUNCTION claims_verdict_has_contributors();
"""
CONTRIBUTORS_BACK = """
DROP TRIGGER verdict_has_contributors ON claims_verdict;
DROP FUNCTION claims_verdict_has_contributors();
DROP FUNCTION claims_evidence_is_news(bigint);
DROP FUNCTION claims_contributes(bigint, integer);
DROP TRIGGER contributor_in_time ON claims_verdictcontributor;
DROP FUNCTION claims_contributor_in_time();
"""

EVIDENCE = """
CREATE FUNCTION claims_evidence_keeps_its_rules() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    standing text;
BEGIN
    SELECT substr(CASE NEW.part WHEN 'headline' THEN title ELSE text END, NEW.start + 1, NEW."end" - NEW.start)
        INTO standing FROM sources_articleversion WHERE id = NEW.version_id;
    IF NEW.start < NEW."end" AND NEW.text <> '' AND NEW.part IN ('headline', 'body')
        AND standing IS DISTINCT FROM NEW.text
    THEN
        PERFORM claims_refuse('evidence_stands_there', 'a passage is what stands in its version');
    END IF;
    IF TG_OP = 'UPDATE' AND EXISTS (
        SELECT FROM claims_verdictevidence JOIN claims_verdict ON claims_verdict.id = verdict_id
        WHERE evidence_id = OLD.id AND state <> 'draft'
    ) AND (NEW.claim_id, NEW.version_id, NEW.part, NEW.start, NEW."end", NEW.text, NEW.stance, NEW.note, NEW.locator,
        NEW.added_by_id, NEW.added_at)
        IS DISTINCT FROM (OLD.claim_id, OLD.version_id, OLD.part, OLD.start, OLD."end", OLD.text, OLD.stance, OLD.note,
        OLD.locator, OLD.added_by_id, OLD.added_at)
    THEN
        PERFORM claims_refuse('evidence_under_verdict', 'a verdict was submitted on this passage: take it back and link it anew');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER evidence_keeps_its_rules BEFORE INSERT OR UPDATE ON claims_evidence
    FOR EACH ROW EXECUTE FUNCTION claims_evidence_keeps_its_rules();

CREATE FUNCTION claims_evidence_has_contributor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    person integer;
    open_one claims_verdict;
BEGIN
    IF TG_OP = 'INSERT' THEN
        person := NEW.added_by_id;
    ELSE
        person := coalesce(NEW.removed_by_id, OLD.removed_by_id, NEW.added_by_id);
    END IF;
    SELECT * INTO open_one FROM claims_verdict
        WHERE claim_id = NEW.claim_id AND state IN ('draft', 'in_review') FOR UPDATE;
    IF FOUND THEN
        PERFORM claims_contributes(open_one.id, person);
        IF open_one.state = 'in_review' THEN
            UPDATE claims_verdict SET edits = edits + 1, changed_at = clock_timestamp(), changed_by_id = person
                WHERE id = open_one.id;
        END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER evidence_has_contributor AFTER INSERT ON claims_evidence
    FOR EACH ROW EXECUTE FUNCTION claims_evidence_has_contributor();
CREATE TRIGGER evidence_taken_back_has_contributor AFTER UPDATE ON claims_evidence
    FOR EACH ROW WHEN (OLD.removed_by_id IS DISTINCT FROM NEW.removed_by_id OR OLD.stance <> NEW.stance)
    EXECUTE FUNCTION claims_evidence_has_contributor();

CREATE FUNCTION claims_verdict_evidence_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    state_now text;
    wanted bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.verdict_id ELSE NEW.verdict_id END;
BEGIN
    SELECT state INTO state_now FROM claims_verdict WHERE id = wanted FOR UPDATE;
    IF TG_OP = 'UPDATE' OR state_now <> 'draft' THEN
        PERFORM claims_refuse('verdict_evidence_stays', 'what a revision was submitted on stays');
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    PERFORM claims_contributes(NEW.verdict_id, added_by_id) FROM claims_evidence
        WHERE id = NEW.evidence_id AND claims_evidence_is_news(id);
    RETURN NEW;
END $$;
CREATE TRIGGER verdict_evidence_in_time BEFORE INSERT OR UPDATE OR DELETE ON claims_verdictevidence
    FOR EACH ROW EXECUTE FUNCTION claims_verdict_evidence_in_time();
"""
EVIDENCE_BACK = """
DROP TRIGGER verdict_evidence_in_time ON claims_verdictevidence;
DROP FUNCTION claims_verdict_evidence_in_time();
DROP TRIGGER evidence_taken_back_has_contributor ON claims_evidence;
DROP TRIGGER evidence_has_contributor ON claims_evidence;
DROP FUNCTION claims_evidence_has_contributor();
DROP TRIGGER evidence_keeps_its_rules ON claims_evidence;
DROP FUNCTION claims_evidence_keeps_its_rules();
"""

# Looked at when the transaction commits: a state and its row are written together, in whichever order.
REVIEWED = """
CREATE FUNCTION claims_verdict_move_has_review() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wanted bigint := CASE WHEN TG_TABLE_NAME = 'claims_review' THEN to_jsonb(NEW) ->> 'verdict_id'
        ELSE to_jsonb(NEW) ->> 'id' END;
    verdict claims_verdict;
    latest claims_review;
BEGIN
    SELECT * INTO verdict FROM claims_verdict WHERE id = wanted;
    SELECT * INTO latest FROM claims_review WHERE verdict_id = wanted ORDER BY id DESC LIMIT 1;
    IF latest.became IS DISTINCT FROM verdict.state
        OR latest.act = 'approve' AND latest.by_id IS DISTINCT FROM verdict.approved_by_id
    THEN
        PERFORM claims_refuse('verdict_move_has_review', 'a state of a verdict and its review go together');
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER verdict_move_has_review AFTER UPDATE ON claims_verdict DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION claims_verdict_move_has_review();
CREATE CONSTRAINT TRIGGER review_is_of_a_move AFTER INSERT ON claims_review DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION claims_verdict_move_has_review();
"""
REVIEWED_BACK = """
DROP TRIGGER review_is_of_a_move ON claims_review;
DROP TRIGGER verdict_move_has_review ON claims_verdict;
DROP FUNCTION claims_verdict_move_has_review();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0008_verdict_changed_by"),
        ("sources", "0006_profiles"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [
        migrations.RunSQL(REFUSE, REFUSE_BACK),
        migrations.RunSQL(APPROVAL, APPROVAL_BACK),
        migrations.RunSQL(VERDICT, VERDICT_BACK),
        migrations.RunSQL(CONTRIBUTORS, CONTRIBUTORS_BACK),
        migrations.RunSQL(EVIDENCE, EVIDENCE_BACK),
        migrations.RunSQL(REVIEWED, REVIEWED_BACK),
    ]
