"""The desk under load; ``__main__.py`` says what is measured."""
