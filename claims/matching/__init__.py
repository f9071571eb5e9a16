"""Which known claims say the same as this one: plain Python, nothing here knows of Django or the desk's models."""

import os

# Before anything imports onnxruntime: it would tell its makers of each session, past the one door for HTTP.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
