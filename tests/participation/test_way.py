"""The way to a place: the host is asked without a name, host and person answer, and a first visit comes once."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.core.exceptions import ObjectDoesNotExist

from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.need import add_need
from marugoto.community.actions.place import confirm_place, create_place
from marugoto.community.codes import ConfirmedBy, DoubtReason, Interest, Welcome
from marugoto.community.models import PlaceDoubt
from marugoto.community.queries.place_check import due
from marugoto.ground.ahead import COLUMNS
from marugoto.ground.transaction import looking
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from marugoto.participation.actions.match import ask_host, look_at_stay, move_match, visit
from marugoto.participation.actions.wish import Said, hear_wish
from marugoto.participation.codes import Doing, MatchState, StillThere, Trait, VisitFeeling, VisitKind, WhyNot
from marugoto.participation.models import MatchStanding, StayLook, Visit, Wish
from marugoto.participation.queries.match import fitting, matches_of, next_stay, stays_ahead
from marugoto.participation.rules.slot import whole
from tests.begun import supported
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def kept(model: type) -> int:
    with unwalled():
        return model.objects.everywhere("what is kept").count()


def go(town: Town, story: Story, kind: VisitKind = VisitKind.FIRST, day: date | None = None) -> Visit:
    at = town.later()
    when = day or local_day(at)
    return visit(by=town("tanaka"), at=at, match=story.match, day=when, kind=kind, feeling=VisitFeeling.GOOD)


def test_a_host_is_asked_once(town: Town, story: Story) -> None:
    with pytest.raises(Refused, match="もう聞いています"):
        ask_host(by=town("tanaka"), at=town.later(), need=story.need, place=story.place)


def test_a_place_that_is_not_there_is_not_asked(town: Town, story: Story) -> None:
    with pytest.raises(Refused, match="もうありません"):
        ask_host(by=town("tanaka"), at=town.later(), need=story.need, place=story.household)


def test_neither_wish_nor_way_is_there_for_another_team(town: Town, story: Story) -> None:
    before = kept(Wish), kept(MatchStanding), kept(Visit)
    with pytest.raises(ObjectDoesNotExist):
        hear_wish(by=town("kishi"), at=town.later(), need=story.need, words="将棋がしたい")
    with pytest.raises(ObjectDoesNotExist):
        move_match(by=town("kishi"), at=town.later(), match=story.match, to=MatchState.ROOM)
    assert (kept(Wish), kept(MatchStanding), kept(Visit)) == before


def test_every_answer_is_kept_in_its_order(town: Town, story: Story) -> None:
    said = [MatchState.ROOM, MatchState.WILLING, MatchState.SETTLED]
    rows = [move_match(by=town("tanaka"), at=town.later(), match=story.match, to=state) for state in said]
    assert [row.number for row in rows] == [2, 3, 4]
    assert [row.state for row in rows] == said


def test_after_an_end_staying_begins_anew(town: Town, story: Story) -> None:
    def moves(to: MatchState) -> None:
        move_match(by=town("tanaka"), at=town.later(), match=story.match, to=to)

    def looks() -> StayLook:
        return look_at_stay(by=town("tanaka"), at=town.later(), match=story.match, result=StillThere.GOES)

    @looking
    def ahead(viewer: Viewer) -> tuple[int, date] | None:
        named = (dict(zip(COLUMNS, row, strict=True)) for row in stays_ahead(viewer, story.case))
        return next((next_stay(row["row_day"], row["row_n"]) for row in named), None)

    def coming() -> tuple[int, date] | None:
        due = matches_of(town("tanaka"), story.need)[0].due
        assert ahead(town("tanaka")) == due
        return due

    moves(MatchState.SETTLED)
    with pytest.raises(Refused, match="もうその段に"):
        moves(MatchState.SETTLED)
    town.later(days=90)
    assert looks().after == 90
    town.later(days=100)
    moves(MatchState.ENDED)
    assert coming() is None
    moves(MatchState.SETTLED)
    assert coming() == (90, local_day(town.now) + timedelta(days=90))
    with pytest.raises(Refused, match="まだ様子を見る日では"):
        looks()
    town.later(days=90)
    assert looks().after == 90
    assert coming() == (180, local_day(town.now) + timedelta(days=90))


@pytest.mark.parametrize(
    ("why", "doubt"),
    [
        (WhyNot.GONE, DoubtReason.ENDED),
        (WhyNot.MOVED, DoubtReason.MOVED),
        (WhyNot.FULL, DoubtReason.FULL),
        (WhyNot.NO_ANSWER, DoubtReason.NO_ANSWER),
        (WhyNot.NOT_AS_WRITTEN, DoubtReason.OTHER_TIME),
    ],
)
def test_why_a_link_did_not_come_about_is_a_doubt_of_the_place(
    town: Town, story: Story, why: WhyNot, doubt: DoubtReason
) -> None:
    """It says nothing of the person, and brings the place to whoever tends it."""
    confirm_place(by=town("hayashi"), at=town.later(), place=story.place, how=ConfirmedBy.VISIT)
    assert story.place not in {line.place.pk for line in due(town("hayashi")).rows}
    move_match(by=town("tanaka"), at=town.later(), match=story.match, to=MatchState.UNWILLING, why=why)
    line = next(line for line in due(town("hayashi")).rows if line.place.pk == story.place)
    assert line.doubt == doubt
    with unwalled():
        told = Fact.objects.everywhere("told").filter(kind="resource.doubted").order_by("-seq").first()
    assert told is not None
    assert (told.ref_1, told.code_1, told.matter, told.subject) == (story.place, doubt, None, None)
    confirm_place(by=town("hayashi"), at=town.later(), place=story.place, how=ConfirmedBy.PHONE)
    assert story.place not in {line.place.pk for line in due(town("hayashi")).rows}


def test_that_there_is_no_room_is_heard_of_the_host_alone(town: Town, story: Story) -> None:
    move_match(by=town("tanaka"), at=town.later(), match=story.match, to=MatchState.NO_ROOM)
    assert [line.doubt for line in due(town("hayashi")).rows if line.place.pk == story.place] == [DoubtReason.FULL]


@pytest.mark.parametrize("why", [WhyNot.CHANGED_MIND, WhyNot.HEALTH, WhyNot.HOST_DECLINED, WhyNot.OTHER])
def test_what_lies_with_the_person_says_nothing_of_the_place(town: Town, story: Story, why: WhyNot) -> None:
    before = kept(PlaceDoubt)
    move_match(by=town("tanaka"), at=town.later(), match=story.match, to=MatchState.UNWILLING, why=why)
    assert kept(PlaceDoubt) == before


def test_a_first_visit_comes_once_and_not_before_its_day(town: Town, story: Story) -> None:
    with pytest.raises(Refused, match="まだ来ていない日"):
        go(town, story, day=local_day(town.now) + timedelta(days=1))
    go(town, story)
    with pytest.raises(Refused, match="はじめての訪問は、もう記録されています"):
        go(town, story)
    go(town, story, VisitKind.STAYING)
    assert kept(Visit) == 2


def test_whoever_comes_next_is_shown_first_where_fewer_go(town: Town) -> None:
    """Two places that fit alike: of four people two go to each, though each takes what stands first."""
    for name in ("朝の将棋", "夕の将棋"):
        by = town("hayashi")
        create_place(
            by=by, at=town.later(), values={"name": name}, welcome=[Welcome.ANYBODY], interests=[Interest.GAMES]
        )
    went = []
    for title in ("一人め", "二人め", "三人め", "四人め"):
        case, by = supported(town), town("tanaka")
        need = add_need(by=by, at=town.later(), case=case, theme=TroubleCode.WITHDRAWAL, title=title).pk
        hear_wish(by=town("tanaka"), at=town.later(), need=need, interests=[Interest.GAMES])
        first, _second = (fit.place for fit in fitting(town("tanaka"), need).fits)
        match = ask_host(by=town("tanaka"), at=town.later(), need=need, place=UUID(first.key))
        move_match(by=town("tanaka"), at=town.later(), match=match.pk, to=MatchState.WILLING)
        went.append(first.name)
    assert sorted(went) == ["夕の将棋", "夕の将棋", "朝の将棋", "朝の将棋"]
    assert went[0] != went[1]
    assert went[2] != went[3]


def test_a_wish_heard_again_leaves_the_earlier_one(town: Town, story: Story) -> None:
    before = kept(Wish)
    hear_wish(
        by=town("tanaka"),
        at=town.later(),
        need=story.need,
        words="やっぱり畑がいい。",
        said=Said(times=whole([5, 2, 5])),
    )
    assert kept(Wish) == before + 1
    with unwalled():
        assert Wish.objects.everywhere("the latest").order_by("-made_at").first().times == "2,5"


@pytest.mark.parametrize(
    ("said", "fits", "why"),
    [
        (Said(topics=["将棋"], only_topics=True), ["木曜の将棋"], []),
        (Said(topics=["合唱"], only_topics=True), [], ["望みは「合唱」だけです。ここでは、できると書かれていません。"]),
        (Said(not_topics=["将棋"]), [], ["したくないと話したこと「将棋」をする所です。"]),
        (Said(must=[Trait.PAID]), [], []),
        (Said(must_words=["無香料"]), [], []),
        (Said(likes=[Trait.QUIET], never=[Trait.SMOKE], weeks=[1], steps=2, fee_month=500), ["木曜の将棋"], []),
    ],
)
def test_what_the_person_insists_on_is_kept_and_asked(
    town: Town, story: Story, said: Said, fits: list[str], why: list[str]
) -> None:
    hear_wish(by=town("tanaka"), at=town.later(), need=story.need, words="将棋", said=said)
    found = fitting(town("tanaka"), story.need)
    assert [fit.place.name for fit in found.fits] == fits
    assert [one.why for one in found.left_out] == why


def test_several_things_stand_one_on_each_line(town: Town, story: Story) -> None:
    said = Said(topics=["囲碁", "魚 料理"], doings=[Doing.HELP, Doing.JOIN], not_areas=["north"], weeks=[3, 1])
    wish = hear_wish(by=town("tanaka"), at=town.later(), need=story.need, said=said)
    assert (wish.topics, wish.doings, wish.not_areas, wish.weeks) == ("囲碁\n魚 料理", "help,join", "north", "1,3")
