"""The product's settings, on servers of the tests' own."""

from tests import servers

servers.provide()

from factcheck.settings import *  # noqa: E402, F403  # read from the environment, so it comes second

# Logging in is part of many tests; a slow hash would be most of their time.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# A window of half a minute may end between a code's making and its being typed; tests of codes stop the clock instead.
MFA_TOTP_TOLERANCE = 1

# Static files are served from where they lie; hashed names need `collectstatic`, which no test waits for.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

# Thousands of requests a minute are what tests are; tests/api/test_rates.py sets a limit.
API_RATE = 0
