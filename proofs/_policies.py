"""Row security on real rows, under the application's own role: every class of worlds and many at random, and every verb of every policy.

The rows are written by the database itself from the small tables of kinds, each key reckoned from the number of its world, under the
signed context of the body whose rows they are: the walls stand while they are filled.
"""

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

import psycopg
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from marugoto.agencies.actions.settle import settle_agency, settle_body, settle_duty, settle_team, settle_worker
from marugoto.agencies.codes import Field, Role
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.events import EmergencyAccounted
from marugoto.disclosure.models import Emergency, Folder
from marugoto.disclosure.queries.folder import Open
from marugoto.ground.context import Breadth, entered, sign
from marugoto.ledger.actions import announce
from marugoto.web.shell.management.commandline import OWNER_URL
from proofs import _worlds as worlds
from proofs._shadow import KINDS, make_kinds

Answers = dict[str, Any]
TOWERS = "ledger_fact"
TABLES = (
    "disclosure_consent",
    "disclosure_grant",
    "disclosure_emergency",
    TOWERS,
)  # one of each wall with rows of people
FOREIGN = {worlds.HERE: worlds.ELSEWHERE, worlds.ELSEWHERE: worlds.HERE}
ROWS = (
    """INSERT INTO disclosure_folder (id, body, made_at, subject_kind, subject, part, basis)
    SELECT w.key, w.body, {at}, 'person', w.key, 'basic', 'own_duty' FROM picked w WHERE w.body = {body}""",
    """INSERT INTO disclosure_grant
    (id, body, made_at, folder_id, kind, team_id, duty_id, basis, since, until, via, reason, by)
    SELECT {one}, w.body, {at}, w.key, 'person', t.key, d.key, 'own_duty', {at} + k.since * {tick},
      {at} + k.until * {tick}, 'proof', '', w.key
    FROM picked w JOIN grant_kind k ON k.n = w.first LEFT JOIN named t ON t.n = k.team LEFT JOIN named d ON d.n = k.duty
    WHERE k.there = 1 AND w.body = {body}
    UNION ALL SELECT {two}, w.body, {at}, w.key, 'person', t.key, d.key, 'own_duty', {at} + k.since * {tick},
      {at} + k.until * {tick}, 'proof', '', w.key
    FROM picked w JOIN beside_kind k ON k.n = w.second LEFT JOIN named t ON t.n = k.team LEFT JOIN named d ON d.n = k.duty
    WHERE k.there = 1 AND w.body = {body}""",
    """INSERT INTO disclosure_grantending (id, body, made_at, grant_id, ended_at, by, reason)
    SELECT {one}, w.body, {at}, {one}, {at} + k.ended * {tick}, w.key, ''
    FROM picked w JOIN grant_kind k ON k.n = w.first WHERE k.ended IS NOT NULL AND w.body = {body}
    UNION ALL SELECT {two}, w.body, {at}, {two}, {at} + k.ended * {tick}, w.key, ''
    FROM picked w JOIN beside_kind k ON k.n = w.second WHERE k.ended IS NOT NULL AND w.body = {body}""",
    """INSERT INTO disclosure_restriction (id, body, made_at, folder_id, since, by, reason, against_id)
    SELECT {one}, w.body, {at}, w.key, {at} + k.since * {tick}, w.key, '支援措置', o.key
    FROM picked w JOIN restriction_kind k ON k.n = w.shut LEFT JOIN named o ON o.n = k.against WHERE k.there = 1 AND w.body = {body}
    UNION ALL SELECT {two}, w.body, {at}, w.key, {at} + k.since * {tick}, w.key, '支援措置', o.key
    FROM picked w JOIN also_kind k ON k.n = w.also LEFT JOIN named o ON o.n = k.against WHERE k.there = 1 AND w.body = {body}""",
    """INSERT INTO disclosure_restrictionending (id, body, made_at, restriction_id, ended_at, by, reason)
    SELECT {one}, w.body, {at}, {one}, {at} + k.ended * {tick}, w.key, ''
    FROM picked w JOIN restriction_kind k ON k.n = w.shut WHERE k.ended IS NOT NULL AND w.body = {body}
    UNION ALL SELECT {two}, w.body, {at}, {two}, {at} + k.ended * {tick}, w.key, ''
    FROM picked w JOIN also_kind k ON k.n = w.also WHERE k.ended IS NOT NULL AND w.body = {body}""",
    """INSERT INTO disclosure_restrictionlisting (id, body, made_at, restriction_id, worker_id, until)
    SELECT {one}, w.body, {at}, {one}, p.key, {at} + l.until * {tick}
    FROM picked w JOIN restriction_kind k ON k.n = w.shut JOIN listing_kind l ON l.n = k.listed
    JOIN named p ON p.n = l.worker WHERE k.there = 1 AND w.body = {body}
    UNION ALL SELECT {two}, w.body, {at}, {two}, p.key, {at} + l.until * {tick}
    FROM picked w JOIN also_kind k ON k.n = w.also JOIN listing_kind l ON l.n = k.listed
    JOIN named p ON p.n = l.worker WHERE k.there = 1 AND w.body = {body}""",
    """INSERT INTO disclosure_consent (id, body, made_at, folder_id, person, state, form, purpose, note, edition, text, by)
    SELECT w.key, w.body, {at}, w.key, w.key, 'not_asked', '', '', '', '', '', w.key FROM picked w WHERE w.body = {body}""",
)


@dataclass
class Town:
    """Who looks, by the names of the worlds."""

    viewers: dict[str, Viewer]
    systems: dict[str, Viewer]
    named: dict[int, UUID]
    probes: Answers = field(default_factory=dict)


def folder_key(number: int) -> UUID:
    return UUID(f"f0000000-0000-4000-8000-{number:012x}")


@contextmanager
def settled(picked: Sequence[int]) -> Iterator[Town]:
    """A town of two bodies with these folders in it; the owner counts the rows, as a server does by itself, and clears them away."""
    with psycopg.connect(os.environ[OWNER_URL], autocommit=True) as owner:
        with transaction.atomic():
            town = settle(picked)
        owner.execute("ANALYZE")
        yield town
        owner.execute("TRUNCATE disclosure_folder, agencies_agency, agencies_worker CASCADE")


def settle(picked: Sequence[int]) -> Town:
    town = _town()
    _fill(town, picked)
    return town


def compared(town: Town, picked: Sequence[int], ruled: dict[str, bytearray]) -> Answers:
    """How many worlds row security alone, and the application's own filter on real rows, answer otherwise than the rule."""
    alone = filtered = shown = 0
    for viewer, answers in ruled.items():
        _say(f"row security: as {viewer}")
        expected = {folder_key(number) for number in picked if answers[number]}
        seen = read_all(town.viewers[viewer], "SELECT folder_id FROM disclosure_consent")
        shown += len(seen)
        alone += len(seen ^ expected)
        eye = town.viewers[viewer]
        with transaction.atomic(), entered(eye):
            for first in (False, True):  # found by the row, or begun with all that is open
                found = Folder.objects.within(eye.body).filter(Open(eye, "pk", first=first))
                filtered += len(set(found.values_list("pk", flat=True)) ^ expected)
    return {
        "row security: shown": shown,
        "row security: worlds otherwise": alone,
        "filter on real rows: worlds otherwise": filtered,
    }


def read_all(viewer: Viewer, statement: str) -> set[Any]:
    with transaction.atomic(), entered(viewer), connection.cursor() as cursor:
        cursor.execute(statement)
        return {row[0] for row in cursor.fetchall()}


# ---------------------------------------------------------------- every verb, and every false context


def probe(town: Town, tables: Sequence[str] = TABLES, *, contexts: bool = True) -> Answers:
    """What each verb does on a table of each wall, and what a context shows that nobody signed; each undone at once."""
    here, guest = town.viewers["I"], town.viewers["I as a guest in another body"]
    found: Answers = {}
    with transaction.atomic():
        for name, eye in (("here", here), ("guest", guest)):
            for table in tables:
                if table == TOWERS:
                    found[f"tower: {name}"] = _tried(eye, f"SELECT body FROM {table}", breadth=Breadth.TOWER)
                else:
                    found |= {f"{name}: {verb} {table}": done for verb, done in _verbs(eye, table).items()}
        found["tower reads folders"] = _tried(here, "SELECT id FROM disclosure_consent", breadth=Breadth.TOWER)
        found |= {f"context: {name}": seen for name, seen in _contexts(here).items()} if contexts else {}
        transaction.set_rollback(True)
    return found


def _verbs(eye: Viewer, table: str) -> dict[str, Any]:
    columns = {
        "disclosure_consent": "note = 'probe'",
        "disclosure_grant": "reason = 'probe'",
        "disclosure_emergency": "words = 'probe'",
    }[table]
    own, foreign = eye.body, FOREIGN[eye.body]
    return {
        "select": _tried(eye, f"SELECT body FROM {table}"),
        "update": _tried(eye, f"UPDATE {table} SET {columns}"),
        "update to another body": _tried(eye, f"UPDATE {table} SET body = '{foreign}'"),
        "delete": _tried(eye, f"DELETE FROM {table}"),
        "insert": _tried(eye, _insert(table, own)),
        "insert for another body": _tried(eye, _insert(table, foreign)),
    }


def _insert(table: str, body: str) -> str:
    """Keys that point at nothing are looked at when the deed is over, and it is undone before."""
    nobody = "'00000000-0000-4000-8000-000000000001'::uuid"
    made = f"gen_random_uuid(), '{body}', now()"
    return {
        "disclosure_consent": "INSERT INTO disclosure_consent"
        " (id, body, made_at, folder_id, person, state, form, purpose, note, by)"
        f" VALUES ({made}, {nobody}, {nobody}, 'not_asked', '', '', '', {nobody})",
        "disclosure_grant": "INSERT INTO disclosure_grant"
        " (id, body, made_at, folder_id, kind, team_id, basis, since, via, reason, by)"
        f" VALUES ({made}, {nobody}, 'person', {nobody}, 'own_duty', now(), '', '', {nobody})",
        "disclosure_emergency": "INSERT INTO disclosure_emergency"
        " (id, body, made_at, worker_id, duty_id, reason, words, since, until)"
        f" VALUES ({made}, {nobody}, {nobody}, 'life', '', now(), now())",
    }[table]


def _tried(eye: Viewer, statement: str, *, breadth: Breadth = Breadth.DESK) -> str:
    """How many rows it touched, or by what it was refused."""
    with entered(eye, breadth):
        return _undone(lambda cursor: _run(cursor, statement))


def _run(cursor: Any, statement: str) -> str:
    """Of what is read, whose rows they are; of what is changed only how many: to name them one would have to read them."""
    cursor.execute(statement)
    if statement.startswith("SELECT"):
        return str(sorted(Counter(row[0] for row in cursor.fetchall()).items()))
    return f"{cursor.rowcount} rows"


def _undone(deed: Callable[[Any], str]) -> str:
    point = transaction.savepoint()
    try:
        with connection.cursor() as cursor:
            return deed(cursor)
    except DatabaseError as refused:
        return f"refused: {getattr(refused.__cause__, 'sqlstate', '')}"
    finally:
        transaction.savepoint_rollback(point)


def _contexts(eye: Viewer) -> dict[str, str]:
    """What is shown under a context that is missing, forged, altered, too old or not yet made."""
    now, key = int(time.time()), settings.MARUGOTO_CONTEXT_KEY
    true = sign(eye, Breadth.DESK, issued=now, key=key)
    other = replace(eye, team=UUID(int=7))
    altered = sign(other, Breadth.DESK, issued=now, key=key).rpartition("|")[0] + "|" + true.rpartition("|")[2]
    given = {
        "true": true,
        "none": "",
        "signed with another key": sign(eye, Breadth.DESK, issued=now, key="another"),
        "altered after signing": altered,
        "one claim too many": f"{true}|x",
        "one claim too few": true.rpartition("|")[0],
        "too old": sign(eye, Breadth.DESK, issued=now - 660, key=key),
        "from the future": sign(eye, Breadth.DESK, issued=now + 660, key=key),
        "without a signature": true.rpartition("|")[0] + "|",
    }
    return {name: _under(context) for name, context in given.items()}


def _under(context: str) -> str:
    def deed(cursor: Any) -> str:
        cursor.execute("SET LOCAL ROLE marugoto_desk")
        cursor.execute("SELECT set_config('marugoto.context', %s, true)", [context])
        cursor.execute("SELECT count(*) FROM disclosure_consent")
        return f"{cursor.fetchone()[0]} rows"

    return _undone(deed)


# ---------------------------------------------------------------- the town and its rows


def _town() -> Town:
    systems = {body: system_viewer(body, worlds.AT) for body in worlds.BODIES.values()}
    for body, name in ((worlds.HERE, "みなも市"), (worlds.ELSEWHERE, "汐見市")):
        settle_body(by=systems[body], at=worlds.AT, code=body, name=name)
    by: dict[str, Any] = {"by": systems[worlds.HERE], "at": worlds.AT}
    office = settle_agency(name="福祉総合相談課", field=Field.GENERAL, **by)
    teams = {number: settle_team(agency=office, name=f"{number}係", **by) for number in worlds.TEAMS.values()}
    workers = {
        number: settle_worker(name="田中 美咲", kana="たなか みさき", **by) for number in (worlds.ME, worlds.COLLEAGUE)
    }
    viewers, named = {}, {number: row.pk for number, row in (teams | workers).items()}
    for name, eye in worlds.VIEWERS.items():
        duty = settle_duty(
            by=systems[eye.body],
            at=worlds.AT,
            worker=workers[eye.worker],
            team=teams[eye.team],
            name="相談支援員",
            roles=[Role.COUNSELLOR],
            since=worlds.AT.date(),
        )
        named[eye.duty] = duty.pk
        viewers[name] = Viewer(
            body=eye.body,
            worker=workers[eye.worker].pk,
            duty=duty.pk,
            team=teams[eye.team].pk,
            agency=office.pk,
            roles=frozenset(),
            at=worlds.AT,
        )
    town = Town(viewers, systems, named)
    for name in ("I", "I", "I as a guest in another body"):  # not as many in one body as in the other
        _told(viewers[name])
    return town


def _told(eye: Viewer) -> None:
    """A row of each ledger in each body."""
    with entered(eye):
        announce(EmergencyAccounted(), by=eye, at=worlds.AT)
        made = {"body": eye.body, "made_at": worlds.AT, "worker_id": eye.worker, "duty_id": eye.duty}
        Emergency.objects.create(since=worlds.AT, until=worlds.AT, reason="life", words="", **made)


def _fill(town: Town, picked: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        make_kinds(cursor)
        cursor.execute("CREATE TEMPORARY TABLE named (n integer, key uuid)")
        cursor.executemany("INSERT INTO named VALUES (%s, %s)", list(town.named.items()))
        cursor.execute(
            "CREATE TEMPORARY TABLE picked (id bigint, key uuid, body text, first integer, second integer, shut integer,"
            " also integer)"
        )
        cursor.executemany("INSERT INTO picked VALUES (%s, %s, %s, %s, %s, %s, %s)", [_place(one) for one in picked])
        readable = ", ".join(("named", "picked", *(kind for kind in KINDS if kind != "world")))
        cursor.execute(f"GRANT SELECT ON {readable} TO marugoto_desk")
        for body, system in town.systems.items():
            with entered(system):
                for statement in ROWS:
                    cursor.execute(statement.format(**_places(body)))
        cursor.execute(f"DROP TABLE {readable}")


def _place(number: int) -> tuple[Any, ...]:
    body, grant, beside, restriction, also = worlds.places_of(number)
    here = worlds.BODIES[worlds.BODY_NAMES[body]]
    return number, folder_key(number), here, grant, beside, restriction, also


def _places(body: str) -> dict[str, str]:
    return {
        "body": f"'{body}'",
        "at": f"'{worlds.AT.isoformat()}'::timestamptz",
        "tick": "interval '1 microsecond'",
        "one": "('0' || lpad(to_hex(w.id * 2), 31, '0'))::uuid",
        "two": "('0' || lpad(to_hex(w.id * 2 + 1), 31, '0'))::uuid",
    }


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
