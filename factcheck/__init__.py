"""The project: wiring only."""

from factcheck.celery import app as celery_app

__all__ = ["celery_app"]
