"""A copy of the whole desk as it stands at one moment, made while it works; and the way back, into an empty place."""
