"""`bin/marugoto`: Django's command line, with our words only, under the database account each command needs."""

import os
import sys
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from django.db.utils import OperationalError, ProgrammingError

from marugoto.settings.secrets import key_of
from marugoto.web.shell.management.spoken import run, where_it_is_kept

# These make tables, roles and policies; every other command works as the application does, behind the walls.
AS_OWNER = frozenset(
    {
        "migrate",
        "prepare",
        "makemigrations",
        "sqlmigrate",
        "showmigrations",
        "backup",
        "restore",
        "disposals",
        "flush",
        "dbshell",
    }
)
NO_TABLES = ("no such table", "does not exist", "password authentication failed")  # nothing was prepared yet
OWNER_URL = "MARUGOTO_OWNER_DATABASE_URL"


def main(words: list[str]) -> None:
    """Run one command; without one, list ours."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marugoto.settings.house")
    if not words or words[0] in {"-h", "--help", "help"}:
        words = ["commands", *words[1:]]
    if words[0] not in AS_OWNER:
        enter_as_application()
    try:
        run(words)
    except KeyboardInterrupt:
        sys.exit("\n途中で終わりました。")
    except BrokenPipeError:  # whoever read the list has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OperationalError, ProgrammingError) as broken:
        if words[0] in AS_OWNER or not any(sign in str(broken) for sign in NO_TABLES):
            raise
        sys.exit("表がまだありません。先に bin/marugoto migrate をどうぞ。" + where_it_is_kept())


def enter_as_application() -> None:
    """On PostgreSQL, change DATABASE_URL to the application's own account and keep the owner's beside it."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres") or OWNER_URL in os.environ:
        return
    os.environ[OWNER_URL] = url
    os.environ["DATABASE_URL"] = application_url(url)


def application_url(url: str) -> str:
    """The same database under the application's account; its password is made by `migrate` and kept with the keys."""
    parts = urlsplit(url)
    name = os.environ.get("MARUGOTO_APP_ROLE", "marugoto_app")
    place = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{name}:{quote(application_password())}@{place}"))


def application_password() -> str:
    """Kept in the home folder of the installation, readable by its owner only."""
    checkout = Path(__file__).resolve().parents[4]
    return key_of(Path(os.environ.get("MARUGOTO_HOME", checkout / ".marugoto")), "database")


if __name__ == "__main__":
    main(sys.argv[1:])
