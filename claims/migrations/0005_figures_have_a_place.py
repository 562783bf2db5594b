"""A figure without the place of its number passed the check: a comparison with NULL is not false."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0004_story_profiles_and_moves"),
        ("sources", "0004_story_merged_into"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="mention",
            name="mention_figure_typed",
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "figure"), _negated=True),
                    models.Q(
                        (
                            "approximation__in",
                            ["exact", "about", "at_least", "more_than", "at_most", "less_than", "between"],
                        ),
                        ("value_end__isnull", False),
                        ("value_start__isnull", False),
                        ("value_start__lt", models.F("value_end")),
                        models.Q(("low__isnull", False), ("high__isnull", False), _connector="OR"),
                    ),
                    _connector="OR",
                ),
                name="mention_figure_typed",
            ),
        ),
    ]
