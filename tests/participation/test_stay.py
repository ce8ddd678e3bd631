"""From a first try to one of those who carry the place: which answer follows which, who is asked after 90 and 180 days, how it ends well."""

from datetime import date, timedelta

import pytest

from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.queries.fact import of_matter
from marugoto.participation.actions.match import look_at_stay, move_match, visit
from marugoto.participation.codes import GoodEnd, HostSays, MatchState, StillThere, VisitFeeling, VisitKind, WhyNot
from marugoto.participation.queries.match import MatchLine, matches_of
from marugoto.participation.rules.stay import may_look, may_move, next_look
from tests.story import Story, one_household
from tests.town import Town, settle_town

ASKED, ROOM, NO_ROOM = MatchState.ASKED, MatchState.ROOM, MatchState.NO_ROOM
WILLING, UNWILLING, ENDED = MatchState.WILLING, MatchState.UNWILLING, MatchState.ENDED
SETTLED, HELPING = MatchState.SETTLED, MatchState.HELPING
DAY = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("now", "to", "why", "good", "says"),
    [
        (ASKED, ROOM, None, None, ""),
        (ROOM, WILLING, None, None, ""),
        (WILLING, SETTLED, None, None, ""),
        (SETTLED, HELPING, None, None, ""),
        (WILLING, HELPING, None, None, "先に「続いている」に"),  # nobody carries what he does not go to
        (ENDED, HELPING, None, None, "先に「続いている」に"),
        (SETTLED, SETTLED, None, None, "もうその段に"),
        (ENDED, ENDED, None, None, "もうその段に"),
        (ENDED, SETTLED, None, None, ""),  # goes there again
        (ROOM, UNWILLING, WhyNot.TOO_FAR, None, ""),
        (ASKED, NO_ROOM, WhyNot.FULL, None, ""),
        (SETTLED, ENDED, WhyNot.HEALTH, None, ""),
        (ASKED, ROOM, WhyNot.TOO_FAR, None, "わけを空けて"),
        *((SETTLED, ENDED, None, good, "") for good in GoodEnd),
        (WILLING, SETTLED, None, GoodEnd.GOES_ALONE, "「おわり」のときに"),
        (SETTLED, ENDED, WhyNot.HEALTH, GoodEnd.ENOUGH, "どちらか一つ"),
    ],
)
def test_which_answer_follows_which(
    now: MatchState, to: MatchState, why: WhyNot | None, good: GoodEnd | None, says: str
) -> None:
    said = may_move(now, to, why=why, good=good)
    assert bool(said) is (not says)
    assert says in (f"{said.reason}{said.way_on}" if says else "")


@pytest.mark.parametrize(
    ("done", "due"),
    [
        ((), (90, date(2026, 6, 30))),
        ((90,), (180, date(2026, 9, 28))),
        ((180,), (90, date(2026, 6, 30))),
        ((90, 180), None),
    ],
)
def test_after_90_and_after_180_days_somebody_asks(done: tuple[int, ...], due: tuple[int, date] | None) -> None:
    assert next_look(DAY, done) == due


@pytest.mark.parametrize(
    ("state", "due", "early", "says"),
    [
        (SETTLED, (90, DAY), 0, ""),
        (HELPING, (180, DAY), 14, ""),
        (SETTLED, (90, DAY), 15, "まだ様子を見る日では"),
        (SETTLED, None, 0, "どちらも書かれて"),
        (ENDED, (90, DAY), 0, "続いているつなぎだけ"),
        (WILLING, (90, DAY), 0, "続いているつなぎだけ"),
    ],
)
def test_when_one_may_ask(state: MatchState, due: tuple[int, date] | None, early: int, says: str) -> None:
    said = may_look(state=state, due=due, today=DAY - timedelta(days=early))
    assert bool(said) is (not says)
    assert says in (said.reason if says else "")


# ---------------------------------------------------------------- one man's way, as it is kept


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def moves(town: Town, story: Story, to: MatchState, good: GoodEnd | None = None) -> None:
    move_match(by=town("tanaka"), at=town.later(), match=story.match, to=to, good=good)


def asks(town: Town, story: Story, result: StillThere, host: HostSays) -> None:
    said = {"words": "本人に電話した。", "host_words": "会場で聞いた。"}
    look_at_stay(by=town("tanaka"), at=town.later(), match=story.match, result=result, host=host, **said)


def way(town: Town, story: Story) -> MatchLine:
    (line,) = matches_of(town("tanaka"), story.need)
    return line


def codes(town: Town, story: Story, kind: str) -> list[tuple[object, ...]]:
    told = [fact for fact in of_matter(town("hirata"), matter=story.need) if fact.kind == f"participation.{kind}"]
    return [(one.code_1, one.code_2, one.code_3, one.num_1, one.num_2) for one in told]


@pytest.mark.django_db
def test_he_tries_stays_is_asked_for_twice_with_the_host_and_comes_to_carry_the_place(town: Town, story: Story) -> None:
    moves(town, story, ROOM)
    moves(town, story, WILLING)
    for kind in (VisitKind.FIRST, VisitKind.TRIAL):
        at = town.later()
        visit(by=town("tanaka"), at=at, match=story.match, day=local_day(at), kind=kind, feeling=VisitFeeling.GOOD)
    moves(town, story, SETTLED)
    assert way(town, story).due == (90, local_day(town.now) + timedelta(days=90))
    town.later(days=90)
    asks(town, story, StillThere.GOES, HostSays.GLAD)
    town.later(days=90)
    asks(town, story, StillThere.SOMETIMES, HostSays.NEEDS_HELP)
    moves(town, story, HELPING)
    line = way(town, story)
    assert (line.state, line.due) == (HELPING, None)
    assert [(one.after, one.result, one.host, one.host_words) for one in line.looks] == [
        (180, StillThere.SOMETIMES, HostSays.NEEDS_HELP, "会場で聞いた。"),
        (90, StillThere.GOES, HostSays.GLAD, "会場で聞いた。"),
    ]
    assert codes(town, story, "looked_at") == [
        ("goes", "glad", "", 90, 90),
        ("sometimes", "needs_help", "", 180, 180),
    ]
    with pytest.raises(Refused, match="どちらも書かれています"):
        asks(town, story, StillThere.GOES, HostSays.GLAD)


@pytest.mark.django_db
@pytest.mark.parametrize("good", GoodEnd)
def test_a_good_end_is_kept_and_counted_in_its_code(town: Town, story: Story, good: GoodEnd) -> None:
    moves(town, story, SETTLED)
    moves(town, story, ENDED, good)
    assert (way(town, story).state, way(town, story).good, way(town, story).why) == (ENDED, good, None)
    assert codes(town, story, "matched")[-1][:3] == ("ended", "", good)


@pytest.mark.django_db
def test_who_stopped_going_has_come_to_an_end_and_does_not_count_as_kept(town: Town, story: Story) -> None:
    moves(town, story, SETTLED)
    town.later(days=90)
    asks(town, story, StillThere.STOPPED, HostSays.NOT_ASKED)
    assert (way(town, story).state, way(town, story).due) == (ENDED, None)
    assert codes(town, story, "looked_at") == [("stopped", "not_asked", "", 90, 0)]
