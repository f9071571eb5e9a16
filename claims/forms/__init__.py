"""Forms of the desk: they check what was typed; verbs decide."""

from claims.forms.intake import ArticleForm

__all__ = ["ArticleForm"]
