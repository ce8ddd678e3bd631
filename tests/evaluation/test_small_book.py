"""A small book in memory answers what the same letters answer where every list is read anew."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from uuid import UUID

import pytest

from marugoto.evaluation.measures import Depth, Measured, Unaided
from marugoto.evaluation.measures.apart import gathered_by
from marugoto.evaluation.measures.book import COLUMNS
from marugoto.evaluation.queries.small_book import SmallBook, lists_in
from marugoto.evaluation.queries.tally import MEASURES, Ask, Form, text_of
from tests.evaluation.told import Told
from tests.evaluation.world import World, windows

TODAY = date(2026, 3, 31)
LISTED = [one for one in MEASURES if lists_in(text_of(one))]


def asks() -> list[Ask]:
    shares = [Ask(one, TODAY) for one in MEASURES if not Ask(one, TODAY).pieces]
    return shares + [one for measure in MEASURES if (one := Ask(measure, TODAY).pieces)]


def facts(seed: int, measures: Iterable[Measured], size: int) -> list[Told]:
    """Each once, as the ledger holds them."""
    return list({fact.uid: fact for fact in World(seed, measures).body("100000", size)}.values())


def plain(told: list[Told]) -> list[tuple[object, ...]]:
    """As the ledger hands them out: references are letters."""
    rows = [[getattr(fact, name) for name in COLUMNS] for fact in told]
    return [tuple(one.hex if isinstance(one, UUID) else one for one in row) for row in rows]


def read_anew(told: dict[str, list[Told]], ask: Ask, places: dict[str, int]) -> list[object]:
    base = sqlite3.connect(":memory:")
    base.execute(f"CREATE TABLE fact ({', '.join(COLUMNS)})")
    for name, facts in told.items():
        rows = [
            [name if column == "body" else one for column, one in zip(COLUMNS, row, strict=True)]
            for row in plain(facts)
        ]
        base.executemany(f"INSERT INTO fact VALUES ({', '.join('?' * len(COLUMNS))})", rows)
    found: dict[str, list[tuple[object, ...]]] = {name: [] for name in told}
    text = ask.text_by_body
    for body, *row in base.execute(text, {name: value for name, value in places.items() if f":{name}" in text}):
        found[body].append(tuple(row))
    return [ask.table(rows) for rows in found.values()]


@pytest.mark.parametrize("seed", range(3))
def test_a_small_book_answers_as_the_letters_say(seed: int) -> None:
    told = facts(seed, [one for one in MEASURES if seed or gathered_by(one)], 500)
    before, after, window = told[:400], told[30:], windows()[0]
    book = SmallBook(plain(before), plain(after))
    for ask in asks():
        answered = read_anew({"stood": before, "stands": after}, ask, window.places())
        assert list(book.moves([(ask, window)])[0]) == answered, ask


def test_a_list_holds_for_its_window_alone() -> None:
    told = facts(4, [one for one in MEASURES if gathered_by(one)], 600)
    book = SmallBook(plain(told), plain(told[:300]))
    for window in windows():
        for one in (ask for ask in asks() if ask.measure in LISTED):
            answered = read_anew({"stood": told, "stands": told[:300]}, one, window.places())
            assert list(book.moves([(one, window)])[0]) == answered, one


def test_the_next_book_is_written_on_the_same_paper() -> None:
    """What an earlier one was asked is understood already; of its facts nothing is left, and it answers no more."""
    few, many, window = facts(5, MEASURES, 60), facts(6, MEASURES, 900), windows()[0]
    books = []
    for told in (many, few, many):
        books.append(SmallBook(plain(told[:50]), plain(told)))
        moves = books[-1].moves([(ask, window) for ask in asks()])
        answered = [tuple(read_anew({"stood": told[:50], "stands": told}, ask, window.places())) for ask in asks()]
        assert moves == answered
    assert books[-1].moves([]) == []
    with pytest.raises(RuntimeError, match="another small book"):
        books[0].moves([])


def test_a_list_is_found_with_its_brackets() -> None:
    assert lists_in("SELECT a.n FROM (SELECT DISTINCT f.n FROM (SELECT g.n FROM fact g) f) a") == (
        "(SELECT DISTINCT f.n FROM (SELECT g.n FROM fact g) f)",
    )
    assert lists_in("SELECT COUNT(DISTINCT a.n) FROM (SELECT a.n FROM fact a) a") == ()
    assert {type(one) for one in LISTED} >= {Depth, Unaided}
    assert Ask(LISTED[0], TODAY, Form.SHARE).text_by_body.count(lists_in(text_of(LISTED[0]))[0]) >= 1
