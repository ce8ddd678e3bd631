"""What a body says of itself: by whom, for how long; the last holds, and what was said before stays to be read."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.actions.attestation import Told, attest, choose_path, word_criterion
from marugoto.evaluation.actions.recount import count_anew
from marugoto.evaluation.codes import Path, Word
from marugoto.evaluation.queries.attestation import (
    attestations,
    attested,
    attested_on_its_path,
    differences,
    own_words,
    path_of,
    wordings,
)
from marugoto.evaluation.queries.latest import latest
from marugoto.evaluation.queries.profile import profile
from marugoto.evaluation.rules.attestation import is_word_of, may_attest, may_walk
from marugoto.kernel.decision import Refused
from tests.evaluation.facts import Line, tell
from tests.town import HOTAKAZAWA, MINAMO, Town, settle_town

pytestmark = pytest.mark.django_db

TODAY = date(2026, 10, 5)
AT = datetime(2026, 10, 5, 1, 0, tzinfo=UTC)
TEMPLATE = Told("F3.2", "template", Word.YES, "返事のひな形を決めた(地域福祉課)", date(2027, 9, 30))


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def by(town: Town, worker: str = "hirata", body: str = MINAMO, at: datetime = AT):
    return town(worker, body).at_moment(at)


@pytest.mark.parametrize(
    ("words", "until", "allowed"),
    [
        ("決めた", date(2026, 10, 6), True),
        ("決めた", date(2026, 10, 5), False),
        ("決めた", date(2028, 10, 5), True),
        ("決めた", date(2028, 10, 6), False),
        ("決めた", date(2028, 11, 5), False),
        (" ", date(2027, 9, 30), False),
    ],
)
def test_for_how_long_one_may_say_it(words: str, until: date, allowed: bool) -> None:
    assert bool(may_attest(words, today=TODAY, until=until)) is allowed


@pytest.mark.parametrize(
    ("cases", "passed", "path", "allowed"),
    [
        (5, 5, Path.EXISTING, True),
        (5, 0, Path.MULTILAYERED, True),
        (4, 4, Path.EXISTING, False),
        (4, 4, Path.SMALL, True),
        (1, 1, Path.SMALL, True),
        (0, 0, Path.SMALL, False),
        (6, 6, Path.SMALL, False),
        (5, 6, Path.EXISTING, False),
    ],
)
def test_how_many_cases_are_walked_through(cases: int, passed: int, path: Path, allowed: bool) -> None:
    assert bool(may_walk(cases, passed, path)) is allowed


def test_of_a_statement_one_says_yes_or_not_yet() -> None:
    assert [is_word_of(word, "rule") for word in Word] == [True, True, False, False]
    assert [is_word_of(word, "") for word in Word] == [False, False, True, True]


def test_the_last_word_holds_until_its_day(town: Town) -> None:
    attest(by=by(town), at=AT, told=replace(TEMPLATE, word=Word.NOT_YET, words="来年に"))
    later = AT + timedelta(minutes=5)
    attest(by=by(town, at=later), at=later, told=TEMPLATE)
    assert attested(by(town), last=TODAY)["F3.2"]["template"].word is Word.YES
    assert attested(by(town), last=date(2027, 9, 29))["F3.2"]["template"].words == TEMPLATE.words
    assert attested(by(town), last=date(2027, 9, 30)) == {"F3.2": {}}
    assert attested(by(town), last=date(2026, 10, 4)) == {}
    lines = attestations(by(town))
    assert [(line.said.word, line.holds) for line in lines] == [(Word.YES, True), (Word.NOT_YET, False)]
    assert lines[0].by_name == "平田 裕子"
    assert attestations(by(town, "aruga", HOTAKAZAWA)) == []


def test_what_cannot_be_said(town: Town) -> None:
    for told in (
        replace(TEMPLATE, statement="nothing"),
        replace(TEMPLATE, word=Word.NO_CASE),
        replace(TEMPLATE, statement="", word=Word.YES),
        replace(TEMPLATE, criterion="P.7", statement="", word=Word.NO_CASE),  # it looks at no cases
        replace(TEMPLATE, statement="", word=Word.WALKED, cases=4, passed=4),
        replace(TEMPLATE, words=""),
    ):
        with pytest.raises(Refused):
            attest(by=by(town), at=AT, told=told)
    with pytest.raises(Refused):
        attest(by=by(town, "tanaka"), at=AT, told=TEMPLATE)
    assert attestations(by(town)) == []


def test_a_word_moves_the_level_and_a_small_town_walks(town: Town) -> None:
    day = (TODAY - timedelta(days=40)).toordinal()
    notices = range(3)
    tell([Line("notice.received", f"n{one}", day, body=HOTAKAZAWA, code="resident") for one in notices])
    aruga = by(town, "aruga", HOTAKAZAWA)
    assert profile(aruga, last=TODAY).level("F3.2") is None
    attest(by=aruga, at=AT, told=TEMPLATE)
    assert profile(aruga, last=TODAY).level("F3.2") == 1
    walked = replace(TEMPLATE, statement="", word=Word.WALKED, cases=3, passed=3, words="打合せで三つともたどった")
    with pytest.raises(Refused, match="直近の5件"):
        attest(by=aruga, at=AT, told=walked)
    choose_path(by=aruga, at=AT, path=Path.SMALL, words="人が少ないので")
    attest(by=aruga, at=AT, told=walked)
    assert profile(aruga, last=TODAY).level("F3.2") == 1, "no record knows of an answer"
    tell([Line("notice.fed_back", f"n{one}", day + 7, body=HOTAKAZAWA, code="resident") for one in notices], after=100)
    found = profile(aruga, last=TODAY)
    assert (found.path, found.level("F3.2")) == (Path.SMALL, 3)
    assert found.judged["F3.2"].verdict.sure == "仮"
    assert profile(by(town), last=TODAY).path is Path.EXISTING


def test_the_way_chosen_last_counts_from_its_day(town: Town) -> None:
    assert path_of(by(town), last=TODAY) is Path.EXISTING
    choose_path(by=by(town), at=AT, path=Path.SMALL, words="まず小さく")
    later = AT + timedelta(days=3)
    choose_path(by=by(town, at=later), at=later, path=Path.MULTILAYERED, words="事業を始めた")
    assert path_of(by(town), last=TODAY) is Path.SMALL
    assert path_of(by(town), last=TODAY + timedelta(days=3)) is Path.MULTILAYERED
    assert path_of(by(town), last=TODAY - timedelta(days=1)) is Path.EXISTING
    attest(by=by(town), at=AT, told=TEMPLATE)
    for day in (TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=3)):
        viewer = by(town)
        both = attested_on_its_path(viewer, last=day)
        assert both == (attested(viewer, last=day), path_of(viewer, last=day))
    with pytest.raises(Refused):
        choose_path(by=by(town), at=AT, path=Path.SMALL, words=" ")


def test_own_words_stand_beside_ours_and_can_be_taken_back(town: Town) -> None:
    said = {"criterion": "F2.2", "part": "name", "reason": "町のことばで"}
    word_criterion(by=by(town), at=AT, words="渡したものが消えない", **said)
    assert own_words(wordings(by(town))) == {("F2.2", "name"): "渡したものが消えない"}
    later = AT + timedelta(minutes=1)
    word_criterion(by=by(town, at=later), at=later, words="ボールが落ちない", **said)  # ours, written out
    assert own_words(wordings(by(town))) == {}
    lines = wordings(by(town), code="F2.2")
    assert [(line.words, line.reason, line.by_name) for line in lines] == [
        ("", "町のことばで", "平田 裕子"),
        ("渡したものが消えない", "町のことばで", "平田 裕子"),
    ]
    with pytest.raises(Refused):
        word_criterion(by=by(town), at=AT, words="別のことば", **(said | {"reason": ""}))


def test_all_differences_from_ours_are_listed_at_once_in_the_order_of_the_standard(town: Town) -> None:
    assert differences(wordings(by(town))) == []
    for criterion, part, words in (
        ("F2.2", "question", "だれが持っているか言えるか"),
        ("F2.2", "name", "渡したものが消えない"),
        ("F1.1", "name", "断らない窓口"),
    ):
        word_criterion(by=by(town), at=AT, criterion=criterion, part=part, words=words, reason="町のことばで")
    found = differences(wordings(by(town)))
    assert [(one.criterion.code, one.part, one.words) for one in found] == [
        ("F1.1", "name", "断らない窓口"),
        ("F2.2", "name", "渡したものが消えない"),
        ("F2.2", "question", "だれが持っているか言えるか"),
    ]
    assert all(one.ours == getattr(one.criterion, one.part) != one.words for one in found)
    assert differences(wordings(by(town, "aruga", HOTAKAZAWA))) == []


@pytest.mark.parametrize("path", [None, Path.SMALL])
def test_what_is_said_is_weighed_soon_though_nobody_asks(town: Town, path: Path | None) -> None:
    aruga, system = by(town, "aruga", HOTAKAZAWA), system_viewer(HOTAKAZAWA, AT - timedelta(minutes=1))
    count_anew(by=system, at=system.at)
    assert not latest(system).waiting
    if path:
        choose_path(by=aruga, at=AT, path=path, words="人が少ないので")
    else:
        attest(by=aruga, at=AT, told=TEMPLATE)
    assert latest(system).waiting
