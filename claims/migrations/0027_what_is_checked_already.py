"""Enters what was approved before; the workers make the vectors. Nobody watched for any of it, so nobody is told."""

from django.db import migrations

FORWARDS = """
INSERT INTO claims_checkedclaim
    (claim_id, article_id, verdict_id, mention_id, kind, at, before, known_as, lone, model, told)
SELECT latest.claim_id, claim.article_id, latest.id, latest.mention_id, claim.kind, latest.approved_at, '', '{}', false,
    '', true
FROM (
    SELECT DISTINCT ON (claim_id) id, claim_id, mention_id, state, approved_at FROM claims_verdict
    WHERE state IN ('approved', 'published', 'retracted') ORDER BY claim_id, revision DESC
) AS latest
JOIN claims_claim AS claim ON claim.id = latest.claim_id
WHERE latest.state <> 'retracted'
ON CONFLICT DO NOTHING;
INSERT INTO claims_checkedkey (checked_id, key, at)
SELECT DISTINCT checked.claim_id, told.key, checked.at FROM claims_checkedclaim AS checked
JOIN claims_mention AS mention ON mention.id = checked.mention_id
CROSS JOIN LATERAL unnest(mention.keys) AS told(key)
ON CONFLICT DO NOTHING;
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0026_candidates_in_one_statement")]
    operations = [migrations.RunSQL(FORWARDS, migrations.RunSQL.noop)]
