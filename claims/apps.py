from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClaimsConfig(AppConfig):
    name = "claims"
    verbose_name = _("Fact-checking desk")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let Django know the desk's own checks, which ask models and can be read only now."""
        import_module("claims.management.checks")
