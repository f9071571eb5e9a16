"""The web application for gunicorn."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from claims.record import versions
from factcheck.environment import load_settings
from factcheck.turns import InTurn

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
load_settings()

application = InTurn(get_wsgi_application(), at_once=settings.WEB_AT_ONCE)
versions.known()  # of which version this process is, before an upgrade lays newer files under it
