"""PostgreSQL refuses on its own: roles, the checked context, one policy per table and breadth.

Installed after every migration by the owner of the tables; it can be installed again at any time. A policy is an equality on a
value computed once per statement, or asks whether the row's folder is open: PostgreSQL puts that question about the one folder
where few rows are looked at, and lists the viewer's folders once where many are.
"""

from collections.abc import Callable, Iterable
from hashlib import sha256

from django.apps import apps
from django.db import models, router
from django.db.backends.base.base import BaseDatabaseWrapper

from marugoto.ground.context import CONTEXT_SECONDS, Breadth
from marugoto.ground.models import Wall

Visible = Callable[[tuple[str, ...], str], str]

# Tables of others, needed before anybody's right is known.
FRAMEWORK_APPS = frozenset({"auth", "contenttypes", "sessions", "account", "mfa", "django_tasks_db", "demo"})
HASHED_AT_ONCE = 64  # bytes: the block of SHA-256
TOWER_MODELS = frozenset({"custody", "ledger", "evaluation", "community"})  # packages that hold no person's row

CONTEXT_FUNCTIONS = """
CREATE SCHEMA IF NOT EXISTS marugoto_guard;
CREATE TABLE IF NOT EXISTS marugoto_guard.key (secret bytea NOT NULL);
REVOKE ALL ON SCHEMA marugoto_guard FROM PUBLIC;
REVOKE ALL ON marugoto_guard.key FROM PUBLIC;
ALTER TABLE marugoto_guard.key ADD COLUMN IF NOT EXISTS inside bytea, ADD COLUMN IF NOT EXISTS outside bytea;
CREATE OR REPLACE FUNCTION marugoto_guard.hmac(message text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(k.outside || sha256(k.inside || convert_to(message, 'UTF8'))), 'hex') FROM marugoto_guard.key k
$$;
CREATE OR REPLACE FUNCTION marugoto_claims() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE raw text := coalesce(current_setting('marugoto.context', true), ''); parts text[];
BEGIN
  IF length(raw) = 0 OR length(raw) > 500 THEN RETURN NULL; END IF;
  parts := string_to_array(raw, '|');
  IF array_length(parts, 1) IS DISTINCT FROM 8 THEN RETURN NULL; END IF;
  IF marugoto_guard.hmac(array_to_string(parts[1:7], '|')) IS DISTINCT FROM parts[8] THEN RETURN NULL; END IF;
  IF abs(extract(epoch FROM clock_timestamp()) - parts[7]::bigint) > {seconds} THEN RETURN NULL; END IF;
  RETURN parts;
END $$;
CREATE OR REPLACE FUNCTION marugoto_body() RETURNS text LANGUAGE sql STABLE AS $$ SELECT (marugoto_claims())[1] $$;
"""

# What each placeholder of the filter is inside the database: the checked claims.
CLAIMS = {
    "body": "c[1]",
    "worker": "c[2]::uuid",
    "duty": "c[3]::uuid",
    "team": "c[4]::uuid",
    "at": "to_timestamp(c[5]::numeric / 1000000)",
}
# The same in a policy: each computed once for a statement, however many rows it looks at.
ONCE = {name: f"(SELECT {claim.replace('c[', '(marugoto_claims())[')})" for name, claim in CLAIMS.items()}


def install(
    connection: BaseDatabaseWrapper, *, app_role: str, key: str, visible: Visible, functions: Iterable[str] = ()
) -> None:
    """Make or renew roles, functions and policies. `visible`: the filter for kinds of subjects and one row, with places as in `CLAIMS`.

    `functions` are whole statements of the floors above: what they may answer from behind the walls, each for one question.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(_roles(app_role))
        cursor.execute(CONTEXT_FUNCTIONS.format(seconds=CONTEXT_SECONDS))
        cursor.execute("DELETE FROM marugoto_guard.key")
        cursor.execute("INSERT INTO marugoto_guard.key VALUES (%s, %s, %s)", _pads(key.encode()))
        for model in guarded_models():
            for statement in _fence(model, app_role, visible):
                cursor.execute(statement)
        cursor.execute("DROP FUNCTION IF EXISTS marugoto_visible_folders()")  # no policy asks it any more
        for function in functions:
            cursor.execute(function)


def _pads(secret: bytes) -> list[bytes]:
    """The key, and what an HMAC puts before the message and around it: reckoned once, because every statement is checked."""
    block = (sha256(secret).digest() if len(secret) > HASHED_AT_ONCE else secret).ljust(HASHED_AT_ONCE, b"\0")
    return [secret, bytes(octet ^ 0x36 for octet in block), bytes(octet ^ 0x5C for octet in block)]


def guarded_models() -> list[type[models.Model]]:
    """Every table of the installation's main database, many-to-many tables included."""
    here = [
        model for model in apps.get_models(include_auto_created=True) if router.allow_migrate_model("default", model)
    ]
    return [model for model in here if not model._meta.proxy and model._meta.managed]


def wall_of(model: type[models.Model]) -> Wall:
    """The wall a table declares; a table that declares none is refused by name."""
    wall = getattr(model, "wall", None)
    if isinstance(wall, Wall):
        return wall
    if model._meta.app_label in FRAMEWORK_APPS:
        return Wall.FRAMEWORK
    raise LookupError(f"{model._meta.label} declares no wall: nobody would guard it")


def _roles(app_role: str) -> str:
    names = [f"marugoto_{breadth}" for breadth in Breadth]
    made = "".join(_role(name, "NOLOGIN") for name in names) + _role(app_role, "LOGIN")
    return (
        made
        + f"GRANT {', '.join(names)} TO {app_role};"
        + f"GRANT USAGE ON SCHEMA public TO {app_role}, {', '.join(names)};"
        + f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {app_role}, {', '.join(names)};"
    )


def _role(name: str, login: str) -> str:
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{name}') THEN "
        f"CREATE ROLE {name} {login} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT; END IF; END $$;"
    )


def _fence(model: type[models.Model], app_role: str, visible_folders: Visible) -> Iterable[str]:
    table, wall = f'"{model._meta.db_table}"', wall_of(model)
    desk, tower = "marugoto_desk", "marugoto_tower"
    yield f"REVOKE ALL ON {table} FROM {app_role}, {desk}, {tower}"
    if wall is Wall.FRAMEWORK:
        yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {app_role}, {desk}"
        return
    if wall is Wall.DIRECTORY:
        yield f"GRANT SELECT ON {table} TO {app_role}, {desk}, {tower}"
        yield f"GRANT INSERT, UPDATE ON {table} TO {desk}"
        return
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    may_change = "INSERT" if wall is Wall.LEDGER else "INSERT, UPDATE, DELETE"
    yield f"GRANT SELECT, {may_change} ON {table} TO {desk}"
    own = "body = (SELECT marugoto_body())"
    visible = own
    if wall is Wall.FOLDER:
        visible = f"EXISTS ({visible_folders(getattr(model, 'lies_in', ()), f'{table}.folder_id').format(**ONCE)})"
    yield from _policy(table, desk, "SELECT", f"USING ({visible})")
    yield from _policy(table, desk, "INSERT", f"WITH CHECK ({own})")
    if wall is not Wall.LEDGER:
        yield from _policy(table, desk, "UPDATE", f"USING ({visible}) WITH CHECK ({own})")
        yield from _policy(table, desk, "DELETE", f"USING ({visible})")
    if wall is not Wall.FOLDER and model._meta.app_label in TOWER_MODELS:
        yield f"GRANT SELECT ON {table} TO {tower}"
        yield from _policy(table, tower, "SELECT", f"USING ({own})")


def _policy(table: str, role: str, verb: str, rule: str) -> Iterable[str]:
    name = f"{role}_{verb.lower()}"
    yield f"DROP POLICY IF EXISTS {name} ON {table}"
    yield f"CREATE POLICY {name} ON {table} AS PERMISSIVE FOR {verb} TO {role} {rule}"
