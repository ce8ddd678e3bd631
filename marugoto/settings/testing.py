"""Tests of the house: DATABASE_URL chooses the database; static files unhashed, passwords quickly hashed."""

import os
import tempfile
from typing import Any

os.environ.setdefault("MARUGOTO_HOME", tempfile.mkdtemp(prefix="marugoto-test-"))
os.environ.setdefault("MARUGOTO_DEMO", "1")

from marugoto.settings.house import *  # noqa: F403 — the home of a test run is chosen before anything is read
from marugoto.settings.house import (
    DATABASE_ROUTERS,
    DATABASES,
    INSTALLED_APPS,
    MARUGOTO_HOME,
    ON_SQLITE,
    SQLITE_OPTIONS,
    STORAGES,
)

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
MARUGOTO_DEMO = True
MARUGOTO_MISS_STEP = 0.0  # thousands of answers here are that nothing is there; those that prove the step set it
DATABASES["default"]["CONN_MAX_AGE"] = 0

# The porch's tables stand beside the house's in a file of their own, so that one test can walk over both sides.
INSTALLED_APPS = [*INSTALLED_APPS, "marugoto.exchange.porch", "marugoto.web.front"]
MARUGOTO_PROXIES = 0
# The migrations run once, in the house's own database; the books beside it are made from their models (tests/house compares).
DATABASES["porch"] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": str(MARUGOTO_HOME / "porch.sqlite3"),
    "OPTIONS": SQLITE_OPTIONS,
    "TEST": {"NAME": str(MARUGOTO_HOME / "test-porch.sqlite3"), "MIGRATE": False},
}


class PorchAside:
    """The porch's tables, and no others, lie in the database called porch."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        return "porch" if model._meta.app_label == "porch" else None

    db_for_write = db_for_read

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool | None:
        return None

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        if "porch" in {db, app_label}:
            return db == app_label
        return None


DATABASE_ROUTERS = [f"{__name__}.PorchAside", *DATABASE_ROUTERS]
if ON_SQLITE:
    # Files, not memory: a live server answers from other threads. A crash may lose them, so nothing waits for the disk.
    for _name, _database in DATABASES.items():
        _database["TEST"] = {"NAME": str(MARUGOTO_HOME / f"test-{_name}.sqlite3"), "MIGRATE": _name == "default"}
        _database["OPTIONS"] = SQLITE_OPTIONS | {
            "init_command": str(SQLITE_OPTIONS["init_command"]).replace("synchronous=NORMAL", "synchronous=OFF")
        }
