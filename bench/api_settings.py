"""The product's settings, with views beside it that it is measured against."""

from factcheck.settings import *  # noqa: F403  # a settings module is its names

ROOT_URLCONF = "bench.api_urls"
