"""The peer of `bin/bench desk`: django-helpdesk in an environment of its own, with the same town in its tables.

Queue = team, ticket = need, owner = who is in charge, title = name and reading of the person and the need; two follow-ups each.
Rows go over by COPY from our tables to the peer's, so both have the same names, teams, hands and moments.
"""

import base64
import json
import os
import secrets
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit, urlunsplit

from benches._desk_clock import Walk
from marugoto.web.shell.management.children import granian

TOP = Path(__file__).resolve().parents[1]
WANTED = TOP / "benches" / "peers" / "helpdesk.txt"
HOME = TOP / "var" / "peers" / "helpdesk"  # never part of the project
SETTINGS = "benches.peers.helpdesk.settings"
PAGE, PAGE_NUMBER = 25, 40  # its own rows per page; the far page that is asked for
SIGN_IN = "/login/"
PASSER = "passer"
FORMS = 120  # tickets that can be passed or taken: enough for all rounds
OPEN, CLOSED = 1, 4
PRIORITIES = {"now": 1, "soon": 2}


@dataclass(frozen=True)
class Places:
    """Who and what the walks of the peer are about."""

    mine: int  # the queue of whoever does the ordinary work
    other: int
    password: str
    me: int
    passer: int
    ordinary: str
    coordinator: str


def ready() -> Path:
    """The Python of the peer's environment; made or refreshed when the pins have changed."""
    python, stamp = HOME / "bin" / "python", HOME / "pins"
    pins = WANTED.read_text(encoding="utf-8")
    if python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == pins:
        return python
    print("django-helpdesk の環境を用意しています… / preparing the peer's environment", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", "--clear", HOME], check=True)
    words: list[str | Path] = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
        WANTED,
    ]
    subprocess.run([python, *words], check=True, stderr=subprocess.DEVNULL)
    stamp.write_text(pins, encoding="utf-8")
    return python


def is_ready() -> bool:
    """Whether the environment is there already, so that a test need not fetch it."""
    stamp = HOME / "pins"
    return stamp.exists() and stamp.read_text(encoding="utf-8") == WANTED.read_text(encoding="utf-8")


def version(python: Path) -> str:
    words = "from importlib.metadata import version; print(version('django-helpdesk'))"
    return subprocess.run([python, "-c", words], capture_output=True, text=True, check=True).stdout.strip()


def new_database(owner_url: str) -> str:
    """A second database of the same server; the URL of its owner."""
    import psycopg

    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE helpdesk")
    return urlunsplit(urlsplit(owner_url)._replace(path="/helpdesk"))


def environment(url: str) -> dict[str, str]:
    return {
        "PEER_DATABASE_URL": url,
        "PEER_SECRET_KEY": secrets.token_urlsafe(40),
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "PYTHONPATH": str(TOP),
        "PYTHONWARNINGS": "ignore",  # its own dates without a zone: thousands of lines
    }


def command(python: Path, port: int, workers: int) -> list[str]:
    """The same server with as many workers as ours."""
    return granian("benches.peers.helpdesk.wsgi:application", port, workers, python=str(python))


def migrate(python: Path, url: str) -> None:
    words: list[str | Path] = [python, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(words, check=True, env=os.environ | environment(url), cwd=TOP)


# ---------------------------------------------------------------- the same town


def load(owner_url: str, peer_url: str, *, ordinary: str, coordinator: str) -> tuple[Places, dict[str, int]]:
    """Copies the town over: `ordinary` and `coordinator` are the accounts that walk, and keep their names there."""
    import psycopg
    from django.contrib.auth.hashers import make_password

    password = secrets.token_urlsafe(12)
    with psycopg.connect(owner_url) as ours, psycopg.connect(peer_url) as theirs:
        for statement in NUMBERED:
            ours.execute(statement)
        for table, (columns, question) in copies(make_password(password), coordinator).items():
            _copy(ours, theirs, f"{table} ({columns})", question)
        _count_on(theirs)
        mine, me = _one(ours, "SELECT queue, number FROM w WHERE username = %s", [ordinary])
        (other,) = _one(theirs, OTHER_QUEUE, [mine])
        passer = _passer(theirs, make_password(password), [mine, other])
        counts = {
            what: _one(theirs, f"SELECT count(*) FROM {table}", [])[0]
            for what, table in {
                "queues": "helpdesk_queue",
                "staff": "auth_user",
                "tickets": "helpdesk_ticket",
                "follow-ups": "helpdesk_followup",
            }.items()
        }
    return Places(mine, other, password, me, passer, ordinary, coordinator), counts


OTHER_QUEUE = "SELECT queue_id FROM helpdesk_ticket WHERE queue_id <> %s GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"

# Teams, workers and needs get the small numbers the peer knows them by.
NUMBERED = (
    "CREATE TEMP TABLE q AS SELECT id AS team, row_number() OVER (ORDER BY id) AS number FROM agencies_team",
    """CREATE TEMP TABLE w AS
       SELECT worker.id AS worker, row_number() OVER (ORDER BY worker.id) AS number, worker.name,
              coalesce(account.username, worker.id::text) AS username,
              (SELECT min(q.number) FROM agencies_duty duty JOIN q ON q.team = duty.team_id
               WHERE duty.worker_id = worker.id) AS queue
       FROM agencies_worker worker LEFT JOIN auth_user account ON account.id = worker.user_id""",
    """CREATE TEMP TABLE t AS
       SELECT row_number() OVER (ORDER BY ball.since, ball.id) AS number, ball.since, need.id AS need,
              coalesce(ball.touched_at, ball.since) AS touched, ball.urgency, ball.settlement_id IS NULL AS open,
              q.number AS queue, w.number AS owner, need.next_step, need.theme,
              left(coalesce(person.name || '（' || person.kana || '） ', '') || need.title, 200) AS title
       FROM casework_need need JOIN custody_ball ball ON ball.id = need.ball_id
       JOIN q ON q.team = ball.holder_id
       JOIN agencies_duty duty ON duty.id = ball.in_charge_id JOIN w ON w.worker = duty.worker_id
       LEFT JOIN people_person person ON person.id = need.person_id""",
)


def copies(password: str, coordinator: str) -> dict[str, tuple[str, str]]:
    """Table of the peer → its columns and what fills them, asked of our tables."""
    super_user = f"username = '{coordinator}'"
    priority = " ".join(f"WHEN '{urgency}' THEN {number}" for urgency, number in PRIORITIES.items())
    said = "'戸口で少し話せた。来週また伺う約束をした。薬は飲めているとのこと。電気の支払いが遅れている。'"
    return {
        "auth_user": (
            "id, password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined",
            f"SELECT number, '{password}', {super_user}, username, '', name, '', true, true, now() FROM w",
        ),
        "helpdesk_usersettings": (
            "user_id, settings_pickled, email_on_ticket_assign, email_on_ticket_change, login_view_ticketlist,"
            " tickets_per_page, use_email_as_submitter, ticket_respond_layout",
            f"SELECT number, '', false, false, true, {PAGE}, false, 'top' FROM w",
        ),
        "helpdesk_queue": (
            "id, title, slug, allow_public_submission, allow_email_submission, email_box_ssl, permission_name,"
            " enable_notifications_on_email_events",
            "SELECT number, left(team.name || ' ' || number, 100), 'q' || number, false, false, false,"
            " 'helpdesk.queue_access_q' || number, false FROM q JOIN agencies_team team ON team.id = q.team",
        ),
        "helpdesk_ticket": (
            "id, title, created, modified, status, on_hold, description, priority, assigned_to_id,"
            " queue_id, secret_key",
            f"SELECT number, title, since, touched, CASE WHEN open THEN {OPEN} ELSE {CLOSED} END,"
            f" false, theme || ' ' || next_step || {said} || {said},"
            f" CASE urgency {priority} ELSE 3 END, owner, queue, md5(number::text) FROM t",
        ),
        "helpdesk_followup": (
            "date, title, comment, public, ticket_id, user_id",
            f"SELECT since + turn * interval '1 day', '訪問', {said}, false, number, owner"
            " FROM t, generate_series(1, 2) turn",
        ),
    }


def _copy(ours: Any, theirs: Any, into: str, question: str) -> None:
    with (
        ours.cursor().copy(f"COPY ({question}) TO STDOUT") as out,
        theirs.cursor().copy(f"COPY {into} FROM STDIN") as taken,
    ):
        for piece in out:
            taken.write(piece)


def _count_on(theirs: Any) -> None:
    """Permissions of the queues and of who holds them, as its own forms would write them; then numbers go on from there."""
    theirs.execute(
        "INSERT INTO auth_permission (name, content_type_id, codename)"
        " SELECT 'Permission for queue: ' || queue.title, kind.id, 'queue_access_' || queue.slug FROM helpdesk_queue queue"
        " JOIN django_content_type kind ON kind.app_label = 'helpdesk' AND kind.model = 'queue'"
    )
    theirs.execute(
        "INSERT INTO auth_user_user_permissions (user_id, permission_id)"
        " SELECT DISTINCT ticket.assigned_to_id, permission.id FROM helpdesk_ticket ticket"
        " JOIN auth_permission permission ON permission.codename = 'queue_access_q' || ticket.queue_id"
    )
    for table in ("auth_user", "helpdesk_queue", "helpdesk_ticket"):
        theirs.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")


def _passer(theirs: Any, password: str, queues: list[int]) -> int:
    """Somebody with two queues: the peer lets nobody pass a ticket to a queue that he may not open himself."""
    (number,) = _one(
        theirs,
        "INSERT INTO auth_user (password, is_superuser, username, first_name, last_name, email, is_staff, is_active,"
        f" date_joined) VALUES (%s, false, '{PASSER}', '', '', '', true, true, now()) RETURNING id",
        [password],
    )
    theirs.execute(
        "INSERT INTO helpdesk_usersettings (user_id, settings_pickled, email_on_ticket_assign, email_on_ticket_change,"
        " login_view_ticketlist, tickets_per_page, use_email_as_submitter, ticket_respond_layout)"
        f" VALUES (%s, '', false, false, true, {PAGE}, false, 'top')",
        [number],
    )
    theirs.execute(
        "INSERT INTO auth_user_user_permissions (user_id, permission_id)"
        " SELECT %s, id FROM auth_permission WHERE codename = ANY(%s)",
        [number, [f"queue_access_q{queue}" for queue in queues]],
    )
    return int(number)


def _one(connection: Any, question: str, values: list[Any]) -> tuple[Any, ...]:
    row = connection.execute(question, values).fetchone()
    assert row is not None, question
    return tuple(row)


# ---------------------------------------------------------------- the same walks


def walks(ours: list[Walk], peer_url: str, places: Places) -> list[Walk]:
    """In pairs with ours, by name; a list of the peer is its page and the rows that the page then fetches."""
    import psycopg

    names = {walk.name: [_sought(page) for page in walk.pages] for walk in ours if walk.name.startswith("search")}
    open_ones = {"status__in": [1, 2]}
    with psycopg.connect(peer_url) as theirs:

        def tickets(where: str) -> list[int]:
            rows = theirs.execute(f"SELECT id FROM helpdesk_ticket WHERE status = {OPEN} AND {where} ORDER BY id")
            return [row[0] for row in rows]

        mine, other, everywhere = (
            tickets(f"queue_id = {places.mine}"),
            tickets(f"queue_id = {places.other}"),
            tickets("true"),
        )
    plain, all_of_it = (places.ordinary, places.password), (places.coordinator, places.password)
    passes = tuple(f"/tickets/{number}/" for number in mine[-FORMS:])
    takes = tuple(f"/tickets/{number}/" for number in other[-FORMS:])
    update = {"comment": "こちらの係でお願いします。", "new_status": str(OPEN)}
    held = f"/tickets/?assigned_to={places.me}&status=1&status=2&sort=created"
    return [
        Walk("ordinary list", *plain, (("/tickets/", _rows(open_ones, 1)),)),
        Walk("ordinary list page 40", *plain, (("/tickets/", _rows(open_ones, _far(mine))),)),
        Walk("coordinator list", *all_of_it, (("/tickets/", _rows(open_ones, 1)),)),
        Walk("coordinator list page 40", *all_of_it, (("/tickets/", _rows(open_ones, _far(everywhere))),)),
        Walk("case page", *plain, tuple(f"/tickets/{number}/" for number in mine[:60])),
        *(Walk(name, *plain, tuple(_search(words) for words in sought)) for name, sought in names.items()),
        Walk("oldest first", *plain, ((held, _rows({"assigned_to__id__in": [places.me], **open_ones}, 1)),)),
        Walk("pass", PASSER, places.password, passes, "/update/", {**update, "queue": str(places.other), "owner": "0"}),
        Walk("accept", PASSER, places.password, takes, "/update/", {**update, "owner": str(places.passer)}),
        Walk("indicators", *all_of_it, ("/dashboard/",)),
    ]


def _sought(page: str | tuple[str, ...]) -> str:
    address = page if isinstance(page, str) else page[0]
    return parse_qs(urlsplit(address).query)["q"][0]


def _search(words: str) -> tuple[str, str]:
    """From the box in its bar: the page, and the rows of every status that hold these words."""
    return f"/tickets/?search_type=header&q={quote(words)}", _rows({}, 1, words)


def _far(tickets: list[int]) -> int:
    return max(1, min(PAGE_NUMBER, -(-len(tickets) // PAGE)))


def _rows(filtering: dict[str, Any], page: int, words: str = "") -> str:
    """The address its page asks for the rows, as its script writes it."""
    asked = {
        "filtering": filtering,
        "filtering_null": {},
        "sorting": "created",
        "sortreverse": None,
        "search_string": words,
    }
    query = base64.b64encode(json.dumps(asked).encode()).decode("ascii")
    places = {"draw": 1, "start": (page - 1) * PAGE, "length": PAGE}
    return f"/datatables_ticket_list/{quote(query)}?{urlencode(places)}&search%5Bvalue%5D="
