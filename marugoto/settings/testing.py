"""Tests of the house: DATABASE_URL chooses the database; static files unhashed, passwords quickly hashed."""

import os
import tempfile

os.environ.setdefault("MARUGOTO_HOME", tempfile.mkdtemp(prefix="marugoto-test-"))
os.environ.setdefault("MARUGOTO_DEMO", "1")

from marugoto.settings.house import *  # noqa: E402, F403 — the home of a test run is chosen before anything is read
from marugoto.settings.house import DATABASES, MARUGOTO_HOME, ON_SQLITE, SQLITE_OPTIONS, STORAGES  # noqa: E402

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
MARUGOTO_DEMO = True
CONN_MAX_AGE = 0
if ON_SQLITE:
    # Files, not memory: a live server answers from other threads. A crash may lose them, so nothing waits for the disk.
    for _name, _database in DATABASES.items():
        _database["TEST"] = {"NAME": str(MARUGOTO_HOME / f"test-{_name}.sqlite3")}
        _database["OPTIONS"] = SQLITE_OPTIONS | {
            "init_command": str(SQLITE_OPTIONS["init_command"]).replace("synchronous=NORMAL", "synchronous=OFF")
        }
