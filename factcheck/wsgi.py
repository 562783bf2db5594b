"""The web server's way in."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
usual = get_wsgi_application()

from factcheck.straight import Straight  # noqa: E402  # needs the settings

application = Straight(usual)
