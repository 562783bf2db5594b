"""The project: wires the apps together and holds no rule of its own."""

from factcheck.celery import app as celery_app

__all__ = ["celery_app"]
