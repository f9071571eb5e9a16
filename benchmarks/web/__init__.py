"""The desk side by side with a bare Django site, over HTTP; ``__main__.py`` says how it is measured."""
