"""What was promised for a day follows the ball: whoever carries the work sees it until it is said what became of it."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from marugoto.agencies.actions.absence import say_away
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.journal import supersede, take_out, write
from marugoto.casework.actions.promise import end_promise
from marugoto.casework.codes import PromiseEnd
from marugoto.casework.models import JournalEntry
from marugoto.casework.queries import journal as journals
from marugoto.casework.queries.dates import promised_by_today, promises, promises_past
from marugoto.casework.rules.journal import may_promise
from marugoto.casework.rules.promise import may_end_promise
from marugoto.custody.actions.digest import compose_all
from marugoto.custody.actions.people import assign
from marugoto.custody.models import Digest
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db
WORDS = "年金の手紙を一緒に読む"


@pytest.fixture
def town() -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


@pytest.mark.parametrize(
    ("words", "days", "said"),
    [(WORDS, 0, ""), (WORDS, 3, ""), (WORDS, None, ""), ("", None, ""), ("", 3, "日だけ"), (WORDS, -1, "より前")],
)
def test_a_day_has_words_and_does_not_lie_before_its_entry(words: str, days: int | None, said: str) -> None:
    written = date(2026, 11, 25)
    answer = may_promise(words, None if days is None else written + timedelta(days=days), written_for=written)
    assert bool(answer) is not bool(said)
    assert said in answer.reason


def promised(town: Town, story: Story, days: int = 3, *, about_need: bool = True, by: str = "tanaka") -> JournalEntry:
    at = town.later()
    need = story.need if about_need else None
    return write(
        by=town(by),
        at=at,
        case=story.case,
        need=need,
        words="電話で話した。",
        promise=WORDS,
        promise_on=local_day(at) + timedelta(days=days),
    )


def at_day(town: Town, worker: str, days: int) -> Viewer:
    return town(worker).at_moment(town.now + timedelta(days=days))


def seen(viewer: Viewer) -> list[tuple[str, date]]:
    found = promises(viewer, since=local_day(viewer.at) - timedelta(days=14))
    return [(one.words, one.day) for one in found if one.words == WORDS]


@pytest.mark.parametrize(
    ("end", "promised", "running", "why", "said"),
    [
        (PromiseEnd.KEPT, True, True, "", ""),
        (PromiseEnd.NOT_KEPT, True, True, "熱が出た。", ""),
        (PromiseEnd.NOT_KEPT, True, True, " ", "わけが書かれていません"),
        (PromiseEnd.KEPT, True, False, "", "もう書かれています"),
        (PromiseEnd.KEPT, False, True, "", "約束は書かれていません"),
    ],
)
def test_how_a_promise_ends(end: PromiseEnd, promised: bool, running: bool, why: str, said: str) -> None:
    answer = may_end_promise(end, promised=promised, running=running, why=why)
    assert bool(answer) is not bool(said)
    assert said in answer.reason


def test_it_goes_on_with_the_ball_and_does_not_lapse(town: Town, story: Story) -> None:
    """To whoever is in charge now, and to his deputy; the writer keeps it as his own."""
    entry = promised(town, story)
    assert seen(town("tanaka")) == [(WORDS, entry.promise_on)]
    assert seen(town("hoshi")) == []
    assign(by=town("tanaka"), at=town.later(), ball=story.ball, in_charge=town("hoshi").duty)
    assert seen(town("hoshi")) == [(WORDS, entry.promise_on)]
    assert seen(town("tanaka")) == [(WORDS, entry.promise_on)]
    assert seen(at_day(town, "hoshi", 60)) == [(WORDS, entry.promise_on)]
    assert seen(at_day(town, "tanaka", 60)) == []
    assert seen(at_day(town, "ogawa", 3)) == []


def test_a_deputy_sees_it_while_the_other_is_away(town: Town, story: Story) -> None:
    promised(town, story, by="hoshi")
    assign(by=town("tanaka"), at=town.later(), ball=story.ball, in_charge=town("hoshi").duty)
    assert seen(town("tanaka")) == []
    at = town.later()
    days = {"since": local_day(at), "until": local_day(at) + timedelta(days=5)}
    say_away(by=town("hoshi"), at=at, duty=town("hoshi").duty, deputy=town("tanaka").duty, **days)
    assert len(seen(town("tanaka"))) == 1
    assert seen(at_day(town, "tanaka", 6)) == []


def test_it_is_late_for_the_team_and_ends_once(town: Town, story: Story) -> None:
    entry = promised(town, story)
    before = promises_past(at_day(town, "hoshi", 3))
    assert promises_past(at_day(town, "hoshi", 4)) == before + 1
    assert promised_by_today(at_day(town, "tanaka", 2)) + 1 == promised_by_today(at_day(town, "tanaka", 3))
    later = at_day(town, "hoshi", 8)
    with pytest.raises(Refused, match="わけが書かれていません"):
        end_promise(by=later, at=later.at, entry=entry.pk, end=PromiseEnd.NOT_KEPT)
    end_promise(by=later, at=later.at, entry=entry.pk, end=PromiseEnd.NOT_KEPT, why="入院していた。")
    with pytest.raises(Refused, match="もう書かれています"):
        end_promise(by=later, at=later.at, entry=entry.pk, end=PromiseEnd.KEPT)
    assert promises_past(later) == before
    assert seen(at_day(town, "tanaka", 9)) == []
    found = journals.get(later, entry.pk)
    assert found
    assert (found.promise_end, found.promise_why) == (PromiseEnd.NOT_KEPT, "入院していた。")
    with unwalled():
        fact = Fact.objects.everywhere("what was told").get(kind="promise.ended")
    assert fact.matter == story.need
    with pytest.raises(JournalEntry.DoesNotExist):
        end_promise(by=town("okamoto"), at=town.later(), entry=entry.pk, end=PromiseEnd.KEPT)


def test_a_correction_keeps_what_became_of_it_and_a_new_promise_runs_anew(town: Town, story: Story) -> None:
    entry = promised(town, story, about_need=False)
    end_promise(by=town("tanaka"), at=town.later(), entry=entry.pk, end=PromiseEnd.KEPT)
    new = supersede(by=town("tanaka"), at=town.later(), entry=entry.pk, words="窓口で話した。")
    assert seen(town("tanaka")) == []
    day = local_day(town.now) + timedelta(days=9)
    newest = {"promise": WORDS, "promise_on": day}
    last = supersede(by=town("tanaka"), at=town.later(), entry=new.pk, words="窓口で話した。", **newest)
    assert seen(town("tanaka")) == [(WORDS, day)]
    end_promise(by=town("tanaka"), at=town.later(), entry=last.pk, end=PromiseEnd.KEPT)
    take_out(by=town("tanaka"), at=town.later(), entry=last.pk)
    take_out(by=town("tanaka"), at=town.later(), entry=new.pk)
    found = journals.get(town("tanaka"), entry.pk)
    assert found
    assert found.promise_end is PromiseEnd.KEPT


def test_it_stays_on_the_household_through_many_entries(town: Town, story: Story) -> None:
    entry = promised(town, story)
    for number in range(60):
        write(by=town("tanaka"), at=town.later(), case=story.case, words=f"{number}")
    assert entry.pk in open_on_page(town, story)
    end_promise(by=town("tanaka"), at=town.later(), entry=entry.pk, end=PromiseEnd.KEPT)
    assert entry.pk not in open_on_page(town, story)


def open_on_page(town: Town, story: Story) -> set[UUID]:
    found = journals.of_case(town("tanaka"), story.case)
    return {one.entry for one in found if one.promise_on and one.promise_end is None}


def test_the_mornings_digest_counts_it_and_the_calls_that_wait(town: Town, story: Story) -> None:
    promised(town, story, 0)
    at = next(
        day for day in (town.now + timedelta(days=n) for n in range(9)) if town("mori").calendar.is_open(local_day(day))
    )
    compose_all(by=town("honma"), at=at, promised=promised_by_today)
    with unwalled():
        rows = {row.duty_id: row for row in Digest.objects.everywhere("all of the morning")}
    assert rows[town("tanaka").duty].promises >= 1
    assert rows[town("ogawa").duty].promises == 0
    assert rows[town("mori").duty].calls == 1  # the story's own
    assert rows[town("tanaka").duty].calls == 0
