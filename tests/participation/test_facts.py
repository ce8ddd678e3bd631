"""What the way to a place leaves behind: codes in the ledger, a touch on the ball, and an answer that counts next time."""

from datetime import timedelta

import pytest

from marugoto.custody.queries.ball import faces
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from marugoto.ledger.queries.fact import of_matter
from marugoto.participation.actions.match import move_match, visit
from marugoto.participation.actions.wish import hear_wish
from marugoto.participation.codes import MatchState, VisitFeeling, VisitKind
from marugoto.participation.queries.match import fitting, matches_of, wish_of
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db
WORDS = "人の多い所は苦手だと話した。"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def facts(town: Town, story: Story) -> list[Fact]:
    told = of_matter(town("hirata"), matter=story.need)
    return [fact for fact in told if fact.kind.startswith(("wish.", "participation."))]


def moved(town: Town, story: Story, to: MatchState) -> None:
    move_match(by=town("tanaka"), at=town.later(), match=story.match, to=to, words=WORDS)


def gone(town: Town, story: Story, *, days_ago: int = 0, **more: object) -> None:
    at = town.later()
    told = {"kind": VisitKind.TRIAL, "feeling": VisitFeeling.GOOD, "words": WORDS, "host_words": WORDS} | more
    visit(by=town("tanaka"), at=at, match=story.match, day=local_day(at) - timedelta(days=days_ago), **told)


def test_every_step_is_a_fact_and_no_word_of_it(town: Town, story: Story) -> None:
    hear_wish(by=town("tanaka"), at=town.later(), need=story.need, words=WORDS, went_wrong=WORDS)
    moved(town, story, MatchState.ROOM)
    gone(town, story, with_worker=True)
    told = facts(town, story)
    assert [fact.kind for fact in told] == [
        "wish.heard",
        "participation.matched",
        "wish.heard",
        "participation.matched",
        "participation.visited",
    ]
    assert (told[-1].ref_1, told[-1].ref_2) == (story.match, story.place)
    assert (told[-1].code_1, told[-1].code_2, told[-1].num_1) == ("trial", "good", 1)
    assert WORDS not in str([vars(fact) for fact in told])


def test_a_visit_touches_the_ball(town: Town, story: Story) -> None:
    town.later(days=14)
    assert unattended(town, story) > 5
    gone(town, story)
    assert unattended(town, story) == 0


def unattended(town: Town, story: Story) -> int:
    return faces(town("tanaka"), [story.need])[story.need].unattended_days


def test_the_latest_answer_counts_and_the_latest_visit_stands_first(town: Town, story: Story) -> None:
    for state in (MatchState.ROOM, MatchState.WILLING):
        moved(town, story, state)
    gone(town, story, days_ago=1)
    gone(town, story, days_ago=3, feeling=VisitFeeling.HARD)
    (line,) = matches_of(town("tanaka"), story.need)
    assert line.state is MatchState.WILLING
    assert [one.feeling for one in line.visits] == [VisitFeeling.GOOD, VisitFeeling.HARD]
    assert line.visits[0].host_words == WORDS


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (MatchState.NO_ROOM, "いまは空きがありません。空けば候補になります。"),
        (MatchState.UNWILLING, "本人が、ここは行きたくないと話しています。"),
    ],
)
def test_who_said_no_is_not_proposed_again(town: Town, story: Story, state: MatchState, why: str) -> None:
    assert [fit.place.name for fit in fitting(town("tanaka"), story.need).fits] == ["木曜の将棋"]
    moved(town, story, state)
    found = fitting(town("tanaka"), story.need)
    assert found.fits == ()
    assert [one.why for one in found.left_out] == [why]


def test_another_team_sees_neither_wish_nor_way(town: Town, story: Story) -> None:
    assert wish_of(town("tanaka"), story.need) is not None
    assert wish_of(town("kishi"), story.need) is None
    assert matches_of(town("kishi"), story.need) == []
