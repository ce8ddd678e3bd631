"""Golden figures of breadth: fields outside welfare that did something, places asked lately, sorts of people who notice, who rests."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from marugoto.agencies.queries.directory import districts
from marugoto.community.actions.place import confirm_place, create_place, end_place, take_up_again
from marugoto.community.actions.place_list import create_places
from marugoto.community.codes import ConfirmedBy, PlaceEnd
from marugoto.evaluation.indicators import notice_sources, places_fresh, seats_beyond, stale
from marugoto.evaluation.queries.division import divided
from marugoto.evaluation.queries.figure import share_of
from marugoto.evaluation.rules.figures import Share
from marugoto.intake.actions.notice import raise_notice
from marugoto.intake.codes import NoticeSource
from marugoto.kernel.jst import local_day
from marugoto.participation.actions.approach import begin_approach, lift, respect
from marugoto.participation.codes import LiftReason, OutreachGround
from tests.evaluation.facts import ELSEWHERE, Line, looked_at, name, share, tell, window
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db
YEAR = window(1, 366)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def seat(field: str, day: int, matter: str = "case") -> Line:
    return Line("conference.seat", matter, day, offer="conference", code=field, due=0)


def role(field: str, day: int, decision: str, matter: str = "case") -> Line:
    return Line("decision.made", matter, day, offer=decision, code=field, due=day + 14)


def became(result: str, day: int, decision: str, matter: str = "case") -> Line:
    return Line("decision.followed", matter, day, offer=decision, code=result, due=0)


def test_a_field_outside_welfare_counts_once_it_has_done_something() -> None:
    tell(
        [
            seat("housing", 10),
            role("housing", 20, "flat"),
            became("done", 30, "flat"),
            role("housing", 40, "another flat"),
            seat("tax", 10),  # a seat alone
            role("work", 20, "try a day"),
            became("partly", 30, "try a day"),
            role("education", 20, "school"),
            became("done", 366, "school"),  # after the end
            role("aged", 20, "care"),  # welfare itself
            became("done", 25, "care"),
            became("done", 25, "somebody else's", "other case"),
            seat("planning", 366),
        ]
    )
    assert share(seats_beyond.measure, YEAR) == Share(n=4, k=1)
    assert share(seats_beyond.measure, window(1, 367)) == Share(n=5, k=2)


def listed(place: str, day: int, area: str = "", body: str = "") -> Line:
    return Line("resource.listed", "", day, offer=place, code="circle", area=area, **({"body": body} if body else {}))  # type: ignore[arg-type]


def asked(place: str, day: int) -> Line:
    return Line("resource.confirmed", "", day, offer=place, code="telephone", due=0)


def test_a_place_is_fresh_for_a_year_after_somebody_asked() -> None:
    tell(
        [
            listed("fresh", 10, "north"),
            listed("old", 10, "north"),
            listed("never asked", 400, "south"),
            listed("ended", 10, "south"),
            listed("back again", 10, "south"),
            listed("later", 501),
            listed("elsewhere", 10, body=ELSEWHERE),
            asked("fresh", 135),  # 500 - 365
            asked("old", 134),
            asked("ended", 450),
            Line("resource.closed", "", 460, offer="ended", code="ended"),
            Line("resource.closed", "", 460, offer="back again", code="ended"),
            listed("back again", 470, "south"),
            asked("back again", 480),
        ]
    )
    assert share(places_fresh.measure, window(135, 500)) == Share(n=4, k=2)
    assert share(places_fresh.measure, window(135, 455)) == Share(n=5, k=3)  # before two of them ended


def test_sorts_of_people_are_counted_district_by_district() -> None:
    tell(
        [
            Line("notice.received", "a", 10, code="resident", area="north"),
            Line("notice.received", "b", 11, code="resident", area="north"),
            Line("notice.received", "c", 12, code="firm", area="north"),
            Line("notice.received", "d", 13, code="resident", area="south"),
            Line("notice.received", "e", 14, code="clerk"),  # nobody knows where
            Line("notice.received", "f", 366, code="agency", area="west"),
            Line("notice.received", "g", 15, code="agency", area="north", body=ELSEWHERE),
        ]
    )
    assert share(notice_sources.measure, YEAR) == Share(n=2, k=3)
    assert set(looked_at(notice_sources.measure, YEAR)) == {name("b"), name("c"), name("d")}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ([], Share(2, 2)),
        ([Line("outreach.refused", "a", 20, due=101)], Share(2, 1)),  # until the next day
        ([Line("outreach.refused", "a", 20, due=100)], Share(2, 2)),  # the rest is over
        ([Line("outreach.refused", "a", 20, due=200), Line("outreach.lifted", "a", 30, code="danger")], Share(2, 2)),
        (
            [
                Line("outreach.refused", "a", 20, due=200),
                Line("outreach.lifted", "a", 30, code="danger"),
                Line("outreach.refused", "a", 40, due=150),
            ],
            Share(2, 1),
        ),
    ],
)
def test_who_is_left_in_peace_is_not_left_alone(more: list[Line], expected: Share) -> None:
    tell([Line("ball.placed", "a", 10), Line("ball.placed", "b", 10), *more])
    assert share(stale.measure, window(0, 101)) == expected


def test_nothing_written_is_nothing_to_judge() -> None:
    for one in (seats_beyond, places_fresh, notice_sources, stale):
        assert share(one.measure, YEAR) == Share(0, 0), one.code


# ---------------------------------------------------------------- from what the actions write


def test_the_actions_write_what_is_counted_of_places(town: Town) -> None:
    hayashi, north = town("hayashi"), districts(town("hayashi"))[0]
    first = create_place(by=hayashi, at=town.later(), values={"name": "縁側"}, district=north.pk)
    assert create_places(by=hayashi, at=town.later(), places={uuid4(): {"name": f"場{one}"} for one in range(2)}) == 2
    today = local_day(town.now)
    before = share_of(town("hirata"), places_fresh, last=today)
    assert before.k == 0
    confirm_place(by=hayashi, at=town.later(), place=first.pk, how=ConfirmedBy.PHONE)
    assert share_of(town("hirata"), places_fresh, last=today) == Share(before.n, 1)
    end_place(by=hayashi, at=town.later(), place=first.pk, reason=PlaceEnd.ENDED)
    assert share_of(town("hirata"), places_fresh, last=today) == Share(before.n - 1, 0)
    take_up_again(by=hayashi, at=town.later(), place=first.pk)
    assert share_of(town("hirata"), places_fresh, last=today) == Share(before.n, 1)
    by_district = divided(town("hirata"), places_fresh, last=today) or {}
    assert by_district[north.code,] == Share(1, 1)


def test_the_actions_write_what_is_counted_of_notices(town: Town) -> None:
    def noticed(source: NoticeSource, area: str) -> UUID:
        said = {"words": "新聞がたまっている。", "team": town.team("shakyo-join")}
        return raise_notice(by=town("okamoto"), at=town.later(), notice=uuid4(), source=source, area=area, **said).pk  # type: ignore[arg-type]

    for source, area in (
        (NoticeSource.RESIDENT, "north"),
        (NoticeSource.FIRM, "north"),
        (NoticeSource.FIRM, "south"),
        (NoticeSource.CLERK, ""),
    ):
        noticed(source, area)
    today = local_day(town.now)
    assert share_of(town("hirata"), notice_sources, last=today) == Share(2, 3)
    by_district = divided(town("hirata"), notice_sources, last=today)
    assert by_district == {("north",): Share(1, 2), ("south",): Share(1, 1), ("",): Share(1, 1)}


def test_the_actions_write_who_rests_and_who_no_longer_does(town: Town) -> None:
    by = town("yamashita")
    row = begin_approach(
        by=by, at=town.later(), source=NoticeSource.COMMISSIONER, ground=OutreachGround.CONTINUED, why="姿を見ない。"
    )
    town.later(days=1)
    until = local_day(town.now) + timedelta(days=200)
    rest = respect(by=town("yamashita"), at=town.later(), approach=row.pk, until=until, words="来ないでくれ。")
    town.later(days=90)
    assert share_of(town("hirata"), stale, last=local_day(town.now)) == Share(1, 0)
    lift(by=town("yamashita"), at=town.later(), rest=rest.pk, reason=LiftReason.DANGER, words="煙が出ていた。")
    town.later(days=40)
    assert share_of(town("hirata"), stale, last=local_day(town.now)) == Share(1, 1)
