"""Words of claims are found in the sentence alone, which holds the claim's own: one text to look through, not two."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import migrations, models
from django.db.models import F, Value
from django.db.models.functions import Coalesce, NullIf, Upper

WORDS = Coalesce(NullIf(F("sentence"), Value("", models.TextField())), F("text"))


class Migration(migrations.Migration):
    dependencies = [("claims", "0038_what_was_taken_back_brings_nothing_back")]

    operations = [
        migrations.RemoveIndex(model_name="mention", name="mention_words"),
        migrations.AddIndex(
            model_name="mention",
            index=GinIndex(OpClass(Upper(WORDS), "gin_trgm_ops"), name="mention_words"),
        ),
    ]
