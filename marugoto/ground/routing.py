"""Which file a book is kept in: on SQLite the audit has a file of its own, on PostgreSQL all is one database."""

from typing import Any

from django.conf import settings

AUDIT_MODELS = {"look", "lookat"}


class AuditRouter:
    """Sends the book of looks to the database called `audit` where there is one."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        return self._home(model._meta.app_label, model._meta.model_name)

    def db_for_write(self, model: Any, **hints: Any) -> str | None:
        return self._home(model._meta.app_label, model._meta.model_name)

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool | None:
        return None

    def allow_migrate(self, db: str, app_label: str, model_name: str | None = None, **hints: Any) -> bool | None:
        if "audit" not in settings.DATABASES:
            return None
        return (self._home(app_label, model_name) or "default") == db

    def _home(self, app_label: str, model_name: str | None) -> str | None:
        if "audit" in settings.DATABASES and app_label == "disclosure" and model_name in AUDIT_MODELS:
            return "audit"
        return None
