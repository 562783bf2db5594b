"""The one signal: what other apps may want to know of sources, without sources knowing them."""

from django.dispatch import Signal

# Sent once the recording transaction has committed. Arguments: sender=ArticleVersion, version_id.
version_recorded = Signal()
