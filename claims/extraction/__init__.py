"""Text in, values out: who said what in an article, and what of it can be checked.

A library of plain Python: nothing here knows of Django, Celery or the desk's models.
"""

import os

# Before anything imports onnxruntime: it would tell its makers of each session, past the one door for HTTP.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
