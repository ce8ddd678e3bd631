"""`bin/bench desk`: the browser fills forms as a person does, the clock counts what came back, and the page says what was kept."""

import base64
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote, unquote

import pytest
from django.db import connection

from benches import _city_gate, _city_walks, _desk_page, _helpdesk
from benches._browser import Answer, Request, forms_of, sign_in
from benches._desk_clock import Walk, measure
from marugoto.kernel.fold import fold
from marugoto.web.shell.management.commandline import OWNER_URL
from tests.database import unwalled
from tests.house.tree import TOP

PAGE = """
<form method="post" action="/other/"><input name="words"></form>
<form method="post" action="/balls/7/offers/">
  <input type="hidden" name="key" value="k1"><input type="submit" name="press" value="x">
  <select name="team"><option value="">–</option><option value="t2" selected>係</option></select>
  <select name="how"><option value="now">今</option><option value="later">後</option></select>
  <input type="radio" name="told" value="no"><input type="radio" name="told" value="yes" checked>
  <input type="checkbox" name="quiet"><textarea name="words">まえの言葉</textarea>
</form>"""


SOUGHT = {"kanji": "高橋 恵", "variant": "髙𣘺 惠"}


class NoTickets:
    """The peer's database with nothing in it."""

    def __enter__(self) -> "NoTickets":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def execute(self, _question: str) -> list[tuple[int]]:
        return []


@dataclass
class Shelf:
    """Answers from a shelf, and remembers what it was asked."""

    pages: dict[str, Answer]
    asked: list[Request] = field(default_factory=list)

    def ask(self, request: Request) -> Answer:
        self.asked.append(request)
        return self.pages.get(request.address, Answer(404, b""))


def test_a_form_is_sent_as_it_stands_but_for_what_is_said() -> None:
    offer = forms_of(PAGE)[1]
    assert offer.filled({"words": "お願いします", "new": "1"}) == Request(
        "/balls/7/offers/",
        (("key", "k1"), ("team", "t2"), ("how", "now"), ("told", "yes"), ("words", "お願いします"), ("new", "1")),
    )


def test_whoever_cannot_sign_in_is_not_measured() -> None:
    page = '<form method="post"><input name="login"><input type="password" name="password"></form>'
    shelf = Shelf({"/login/": Answer(200, page.encode())})
    with pytest.raises(RuntimeError, match="could not sign in"):
        sign_in(shelf, "/login/", "tanaka", "wrong")
    assert shelf.asked[1].sent == (("login", "tanaka"), ("password", "wrong"))


def test_each_walk_is_asked_in_rounds_and_what_came_back_is_counted() -> None:
    shelf = Shelf({"/list/": Answer(200, b"x" * 1024), "/rows/": Answer(200, b"y" * 1024)})
    found = measure([Walk("list", "tanaka", "", (("/list/", "/rows/"),))], ask=lambda _: shelf, rounds=3, times=5)[
        "list"
    ]
    assert (found["requests"], found["kib"], found["right"]) == (15, 2.0, True)
    assert [len(one) for one in found["rounds_ms"]] == [5, 5, 5]
    assert found["p50_ms"] <= found["p95_ms"] <= found["max_ms"]
    assert found["queries"] is None  # nobody counted


def test_a_wrong_answer_is_no_fast_answer() -> None:
    found = measure([Walk("list", "tanaka", "", ("/gone/",))], ask=lambda _: Shelf({}), rounds=1, times=2)["list"]
    assert (found["right"], found["statuses"]) == (False, {"404": 6})


def test_a_form_is_fetched_filled_and_sent_once_each() -> None:
    sent = {"/balls/7/offers/": Answer(302, b"", "/")}
    shelf = Shelf({f"/balls/{number}/": Answer(200, PAGE.encode()) for number in range(20)} | sent)
    walk = Walk("pass", "tanaka", "", tuple(f"/balls/{number}/" for number in range(20)), "/offers/", {"words": "あ"})
    found = measure([walk], ask=lambda _: shelf, rounds=2, times=4)["pass"]
    assert (found["method"], found["right"], found["requests"]) == ("POST", True, 8)
    fetched = [request.address for request in shelf.asked if request.sent is None]
    assert len(fetched) == len(set(fetched)) == 13  # four and one to warm up


def test_what_waits_on_a_page_is_opened_one_after_the_other_until_nothing_is_left() -> None:
    waiting = "".join(f'<a href="/offers/{number}/">受け取る</a>' for number in range(7))
    forms = {f"/offers/{number}/": Answer(200, PAGE.encode()) for number in range(7)}
    shelf = Shelf({"/": Answer(200, waiting.encode()), "/balls/7/offers/": Answer(302, b"")} | forms)
    found = measure(
        [Walk("accept", "x", "", ("/",), "/offers/", link="/offers/")], ask=lambda _: shelf, rounds=2, times=4
    )
    assert [len(one) for one in found["accept"]["rounds_ms"]] == [3, 0]
    assert found["accept"]["right"]


# ---------------------------------------------------------------- what is said of it


def cell(p50: float, p95: float, **more: Any) -> dict[str, Any]:
    plain = {
        "who": "x",
        "method": "GET",
        "requests": 75,
        "max_ms": p95 + 5,
        "queries": 7.0,
        "database_ms": 2.0,
        "kib": 30.0,
    }
    return {**plain, "p50_ms": p50, "p95_ms": p95, "right": True, "statuses": {"200": 80}, "rounds_ms": [[p50]], **more}


def system(**operations: dict[str, Any]) -> dict[str, Any]:
    memory = {"rss": 200, "pss": 180, "peak_rss": 210}
    named = {name.replace("_", " "): one for name, one in operations.items()}
    load = {"before": [0.5, 0.4, 0.3], "after": [1.0, 0.5, 0.4]}
    return {
        "load_average": load,
        "version": "1",
        "server": "granian, 2 workers of 4 threads",
        "memory_mib": memory,
        "operations": named,
    }


@pytest.fixture
def result() -> dict[str, Any]:
    ours = system(
        ordinary_list=cell(30, 40), coordinator_list=cell(40, 50), case_page=cell(70, 90), search_kana=cell(20, 99.5)
    )
    peer = system(ordinary_list=cell(240, 250), case_page=cell(55, 60))
    return {
        "made": "2026-11-28 13:00 UTC",
        "commit": "abc",
        "size": "town",
        "database": "postgres",
        "machine": {"processor": "P", "cores": 2, "memory_gib": 24, "database": "PostgreSQL 15", "python": "3.11"},
        "counts": {"open needs": 3000},
        "gate": {"ok": True, "lists": 12},
        "load_average": {"before": [0.1, 0.1, 0.1], "after": [1.0, 0.5, 0.2]},
        "systems": {"marugoto": ours, "django-helpdesk": peer},
    }


def test_met_bars_hold_and_the_ratio_is_the_peers_by_ours(result: dict[str, Any]) -> None:
    assert [bar.met for bar in _desk_page.bars(result)] == [True] * 5
    assert _desk_page.holds(result)
    assert [row["peer ÷ ours"] for row in _desk_page.rows(result)] == ["8.0", "–", "0.8", "–"]


def test_where_the_peer_wins_is_said(result: dict[str, Any]) -> None:
    assert _desk_page.peer_wins(result) == ["case page: 55 ms there, 70 ms here"]
    assert "- case page: 55 ms there, 70 ms here" in _desk_page.page([result])


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("ordinary list", {"p50_ms": 40.1}),
        ("ordinary list", {"p50_ms": 39, "p95_ms": 300, "right": False}),
        ("coordinator list", {"p50_ms": 20}),  # the ordinary worker then waits half as long again
        ("search kana", {"p95_ms": 100.5}),
    ],
)
def test_a_missed_bar_fails(result: dict[str, Any], name: str, changed: dict[str, Any]) -> None:
    result["systems"]["marugoto"]["operations"][name] |= changed
    assert not _desk_page.holds(result)


def test_a_gate_that_found_something_fails(result: dict[str, Any]) -> None:
    result["gate"]["ok"] = False
    assert not _desk_page.holds(result)


def test_a_busy_machine_is_said(result: dict[str, Any]) -> None:
    assert "busy" not in _desk_page.page([result])
    result["systems"]["marugoto"]["load_average"]["before"] = [7.5, 6.0, 5.0]
    assert "busy with other work** (load average 7.5 before marugoto" in _desk_page.page([result])


@pytest.mark.parametrize(
    ("written", "otherwise"), [("高橋 恵", "髙𣘺 惠"), ("山崎", "山﨑"), ("髙橋", "高𣘺"), ("佐藤 一", "")]
)
def test_a_name_is_sought_in_other_shapes_of_its_characters(written: str, otherwise: str) -> None:
    assert _city_walks.otherwise(written) == otherwise
    assert fold(otherwise or written) == fold(written)


def test_the_peer_is_asked_for_the_same_names(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = [Walk(f"search {how}", "x", "", (f"/search/?q={name}",)) for how, name in SOUGHT.items()]
    monkeypatch.setattr("psycopg.connect", lambda _: NoTickets())
    found = {walk.name: walk for walk in _helpdesk.walks(ours, "", _helpdesk.Places(1, 2, "", 3, 4, "a", "b"))}
    for how, name in SOUGHT.items():
        page, rows = found[f"search {how}"].pages[0]
        assert page.endswith(f"q={quote(name)}")
        asked = json.loads(base64.b64decode(unquote(rows.split("/")[2].partition("?")[0])))
        assert asked["search_string"] == name


def test_a_search_that_finds_nobody_for_another_shape_is_a_fault_of_the_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_city_gate, "_found", lambda client, name: ["/one/"] if name == "高橋" else [])
    seen, rows = Counter[str](), [("高橋 恵",), ("佐藤 一",)]
    town = SimpleNamespace(users=[["w0-0", "w0-1"]], rows=SimpleNamespace(ask=lambda _: rows))
    monkeypatch.setattr("django.test.Client.force_login", lambda *_: None)
    monkeypatch.setattr(
        "django.contrib.auth.get_user_model", lambda: SimpleNamespace(objects=SimpleNamespace(get=dict))
    )
    assert _city_gate._searches(town, Random(1), seen) == ["search: 高橋 finds 1, 髙𣘺 finds 0"]
    assert seen["searches"] == 1


def test_without_a_peer_nothing_is_said_of_it(result: dict[str, Any]) -> None:
    del result["systems"]["django-helpdesk"]
    assert {row["peer p50"] for row in _desk_page.rows(result)} == {"–"}
    assert "Where the peer is faster" not in _desk_page.page([result])


def test_the_page_of_reference_says_what_was_kept() -> None:
    assert _desk_page.PAGE.read_text(encoding="utf-8") == _desk_page.page(_desk_page.kept())


def test_what_is_kept_can_be_read_again(result: dict[str, Any], tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_desk_page, "RESULTS", tmp_path / "results")
    monkeypatch.setattr(_desk_page, "PAGE", tmp_path / "speed.md")
    _desk_page.keep(result)
    assert _desk_page.kept() == [result]


# ---------------------------------------------------------------- the whole of it, in a very small town


@pytest.mark.sqlite
def test_on_sqlite_the_small_town_is_loaded_looked_over_and_walked() -> None:
    assert walked("sqlite") == []


@pytest.mark.postgres
def test_on_postgresql_the_small_town_is_loaded_looked_over_and_walked() -> None:
    assert walked("postgres") == []


def walked(database: str) -> list[str]:
    """What went wrong, a real server and real sign-ins; bars are for a machine that does nothing else."""
    own = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", OWNER_URL}
    words = [
        "desk",
        "--size",
        "small",
        "--database",
        database,
        "--rounds",
        "1",
        "--times",
        "2",
        "--without-peer",
        "--json",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "benches", *words],
        cwd=TOP,
        env={key: value for key, value in os.environ.items() if key not in own},
        capture_output=True,
        text=True,
        check=False,
    )
    told = json.loads(done.stdout.splitlines()[-1]) if done.returncode in {0, 1} and done.stdout else {}
    if not told:
        return [done.stderr]
    wrong = [note for note in told["notes"] if "did not" in note or "gate" in note]
    named = [row["operation"] for row in told["rows"] if row["operation"].startswith("search")]
    wrong += [] if named == [f"search {how}" for how in ("kanji", "kana", "partial", "variant")] else named
    return wrong or ([] if len(told["rows"]) == 15 else [str(told["rows"])])


# ---------------------------------------------------------------- the peer's town


@pytest.fixture
def numbered(db: None) -> Iterator[None]:
    with unwalled(), connection.cursor() as cursor:
        for statement in _helpdesk.NUMBERED:
            cursor.execute(statement)
        yield


@pytest.mark.postgres
def test_what_the_peer_is_given_can_be_asked_of_our_tables(numbered: None) -> None:
    with connection.cursor() as cursor:
        for columns, question in _helpdesk.copies("a password", "mori").values():
            cursor.execute(f"SELECT * FROM ({question}) asked LIMIT 0".replace("%", "%%"))
            assert cursor.description is not None
            assert len(cursor.description) == len(columns.split(","))
