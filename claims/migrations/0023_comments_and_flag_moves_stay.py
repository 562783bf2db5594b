"""What somebody said of a claim, and how a flag came to its state, is never rewritten, whoever writes to the database."""

from django.db import migrations

STAY = """
-- A comment may go with its claim to the one that it is merged into, and be taken back, once.
CREATE TRIGGER comment_stays BEFORE UPDATE ON claims_comment FOR EACH ROW
    WHEN ((OLD.id, OLD.by_id, OLD.text, OLD.at) IS DISTINCT FROM (NEW.id, NEW.by_id, NEW.text, NEW.at)
        OR OLD.removed_at IS NOT NULL AND OLD.removed_at IS DISTINCT FROM NEW.removed_at)
    EXECUTE FUNCTION claims_append_only('comment_stays');
CREATE TRIGGER comment_is_kept BEFORE DELETE ON claims_comment
    FOR EACH ROW EXECUTE FUNCTION claims_append_only('comment_stays');
CREATE TRIGGER flag_move_stays BEFORE UPDATE ON claims_flagmove
    FOR EACH ROW EXECUTE FUNCTION claims_append_only('flag_move_stays');
-- The engine's own rows go with the flags that it no longer finds.
CREATE TRIGGER flag_move_by_people_stays BEFORE DELETE ON claims_flagmove
    FOR EACH ROW WHEN (OLD.by_id IS NOT NULL) EXECUTE FUNCTION claims_append_only('flag_move_stays');
"""
STAY_BACK = """
DROP TRIGGER flag_move_by_people_stays ON claims_flagmove;
DROP TRIGGER flag_move_stays ON claims_flagmove;
DROP TRIGGER comment_is_kept ON claims_comment;
DROP TRIGGER comment_stays ON claims_comment;
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0022_words_are_found_by_their_letters")]

    operations = [migrations.RunSQL(STAY, STAY_BACK)]
