"""A backup is restored by the role that owns the database.

A function that sets a parameter of the vector extension in its head can be made only by a superuser, or in a session that
has read a vector already: restoring left it out. So it sets them in its body, and puts back what stood before.
"""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("claims.migrations.0035_nearest_of_each_kind").NEAR
HEAD = "SET hnsw.iterative_scan = strict_order SET hnsw.max_scan_tuples = 1000\n"
LOOSE = """AS $$
DECLARE
    scan text := nullif(current_setting('hnsw.iterative_scan', true), '');
    tuples text := nullif(current_setting('hnsw.max_scan_tuples', true), '');
BEGIN
    PERFORM set_config('hnsw.iterative_scan', 'strict_order', true), set_config('hnsw.max_scan_tuples', '1000', true);
"""
BACK = """    PERFORM set_config('hnsw.iterative_scan', scan, true), set_config('hnsw.max_scan_tuples', tuples, true);
END $$;
"""


AS_IT_WAS = BEFORE.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)
FORWARDS = AS_IT_WAS.replace(HEAD, "", 1).replace("AS $$\nBEGIN\n", LOOSE, 1).replace("END $$;\n", BACK, 1)
# The extension has to be read first; see above.
BACKWARDS = f"SELECT '[0]'::vector;{AS_IT_WAS}"


class Migration(migrations.Migration):
    dependencies = [("claims", "0036_state_of_a_claim_step_by_step")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
