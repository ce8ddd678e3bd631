"""つなぎの型: what happens between fields, counted, the small numbers hidden, and never a name."""

import re
from datetime import date

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.indicators.ways import CODE
from marugoto.evaluation.models import CountedFigure
from marugoto.evaluation.queries.latest import latest
from marugoto.evaluation.queries.pattern import patterns
from marugoto.evaluation.rules.half_year import ending_before, first_day, say_half_year
from marugoto.ground.context import entered
from marugoto.kernel.era import say_era, say_moment
from marugoto.kernel.jst import local_day
from tests.evaluation.facts import BODY, Line, change_body, tell
from tests.town import Town
from tests.web.counting import counted
from tests.web.office.conftest import Enter
from tests.web.office.figures import count as count_anew
from tests.web.office.figures import pressed
from tests.web.office.test_standard import h1, text

pytestmark = pytest.mark.django_db

PAGE = "/office/patterns/"


def last() -> date:
    return ending_before(local_day(timezone.now()))


def half() -> str:
    return say_half_year(last())


def offers(
    town: Town, count: int, *, to: str, declined: int = 0, reason: str = "no_room", same: bool = False, after: int = 0
) -> None:
    """From 相談支援係 to that team, two months before the half-year ended; the first of them declined the next day, the others caught.
    `same`: of one ball."""
    day = last().toordinal() - 60
    team, desk = town.team(to), town.team("soudan-desk")
    lines = []
    for one in range(count):
        offer, matter = f"{to} {after} {one}", f"{to} {after} {0 if same else one}"
        lines.append(Line("ball.offered", matter, day, offer=offer, due=day + 7, refs=(team, desk)))
        if one < declined:
            answer = Line("ball.declined", matter, day + 1, offer=offer, refs=(team,), codes=("agency", reason))
        else:
            answer = Line("ball.caught", matter, day + 1, offer=offer, refs=(team, desk))
        lines.append(answer)
    tell(lines, after=after)
    count_anew()


def uncounted() -> None:
    """As before this page stood ready."""
    by = system_viewer(BODY, timezone.now())
    with transaction.atomic(), entered(by):
        assert CountedFigure.objects.within(BODY).filter(code=CODE).delete()[0]


def test_as_long_as_nothing_was_counted_no_number_stands_there(town: Town, enter: Enter) -> None:
    page = enter("yamazaki").get(PAGE)
    assert h1(page) == "つなぎの型は、まだ数えていません。"
    assert "まだ一度も数えていません。" in text(page)
    offers(town, 40, to="north-care-desk", declined=20)
    uncounted()
    page = enter("yamazaki").get(PAGE)
    assert h1(page) == "つなぎの型は、まだ数えていません。"
    assert "総合相談 → 高齢" not in text(page)
    assert "断られたわけ" not in text(page)
    count_anew()
    assert "総合相談 → 高齢 40件 40件中20件(50%)" in text(enter("yamazaki").get(PAGE))


def test_it_says_up_to_when_and_shows_no_later_fact_until_it_is_counted(town: Town, enter: Enter) -> None:
    offers(town, 40, to="north-care-desk", declined=20)
    chief = enter("yamazaki")
    as_of = say_moment(latest(system_viewer(BODY, timezone.now())).as_of)
    assert f"{as_of}までの記録" in text(chief.get(PAGE))
    day, refs = last().toordinal() - 60, (town.team("north-care-desk"), town.team("soudan-desk"))
    tell([Line("ball.offered", "later", day, offer="later", due=day + 7, refs=refs)], after=60_000)
    assert "総合相談 → 高齢 40件" in text(chief.get(PAGE))
    count_anew()
    assert "総合相談 → 高齢 41件" in text(chief.get(PAGE))
    assert pressed(chief, PAGE) == PAGE
    assert "計算しなおしています。" in text(chief.get(PAGE))


def test_what_was_counted_last_is_what_counting_now_would_say(town: Town) -> None:
    """The page shows it as the query says it, suppression and all."""
    offers(town, 40, to="north-care-desk", declined=14)
    offers(town, 30, to="child-family", declined=3, reason="not_our_work", after=10_000)
    offers(town, 12, to="tax-pay", declined=11, same=True, after=20_000)
    viewer = town("yamazaki").at_moment(timezone.now())
    kept = latest(viewer, codes=[CODE])
    found = patterns(viewer, last=last(), counts=kept.counts)
    assert found == patterns(viewer, last=last())
    assert found.reasons == {("aged", "no_room"): 14, ("child", "not_our_work"): 3, ("tax", "no_room"): 11}
    assert len(found.ways) == 3
    assert not latest(viewer).has_tables(CODE), "pages of other figures do not read a row for every two teams"


def test_nothing_was_handed_on_yet(enter: Enter) -> None:
    count_anew()
    page = enter("yamazaki").get(PAGE)
    assert h1(page) == f"{half()}、渡そうとしたボールはありません。"
    assert "出せる道すじがまだありません。" in text(page)


def test_the_route_of_which_most_is_declined(town: Town, enter: Enter) -> None:
    offers(town, 40, to="north-care-desk", declined=20)
    offers(town, 30, to="child-family", declined=12, reason="not_our_work", after=10_000)
    page = enter("yamazaki").get(PAGE)
    assert h1(page) == f"{half()}、断られた割合がいちばん高い道すじは総合相談 → 高齢で、40件中20件(50%)です。"
    assert "総合相談 → 子ども 30件 30件中12件(40%) 30件中0件 30件中0件" in text(page)
    assert "高齢 0件 20件 0件" in text(page)
    assert "子ども 12件 0件" in text(page)


def test_small_numbers_are_hidden_and_no_total_gives_them_away(town: Town, enter: Enter) -> None:
    offers(town, 40, to="north-care-desk", declined=4)
    offers(town, 9, to="child-family", declined=9, after=10_000)
    offers(town, 12, to="tax-pay", declined=5, after=20_000)  # five, and seven that were not
    offers(town, 20, to="health-nurse", declined=18, after=30_000)
    said = text(enter("yamazaki").get(PAGE))
    assert "総合相談 → 高齢 40件 40件のうち伏せ" in said
    assert "総合相談 → 子ども" not in said
    assert "総合相談 → 税・収納" not in said  # the figures of the town less all the others would be the nine
    assert "総合相談 → 保健 20件 20件のうち伏せ" in said
    assert "ほかに2の道すじがありますが" in said
    assert "9件" not in said
    assert " 4件" not in said
    assert "18件" not in said
    assert "断られたわけ 断った側の分野ごと 出せる分野がまだありません。" in said
    assert "ほかに4の分野が断っていますが" in said


def timeless(said: str) -> str:
    """Without the moment up to which the records were read."""
    found, times = re.subn(r"\S+ \d+:\d\dまでの記録", "", said)
    assert times == 1
    return found


def reasons_of(page: HttpResponse) -> str:
    return text(page).split("断られたわけ", 1)[1]


def test_the_reasons_do_not_give_away_what_the_routes_hide(town: Town, enter: Enter) -> None:
    offers(town, 20, to="health-nurse", declined=18)
    said = reasons_of(enter("yamazaki").get(PAGE))
    assert "18件" not in said
    assert "保健" not in said
    assert "ほかに1の分野が断っていますが" in said


def test_a_hidden_reason_is_not_what_the_others_leave_of_the_sum(town: Town, enter: Enter) -> None:
    offers(town, 30, to="north-care-desk", declined=12)
    offers(town, 30, to="north-care-desk", declined=3, reason="not_our_work", after=10_000)
    page = enter("yamazaki").get(PAGE)
    assert "総合相談 → 高齢 60件 60件中15件(25%)" in text(page)
    assert "高齢 伏せ 伏せ 0件" in reasons_of(page)
    assert "12件" not in reasons_of(page)


@pytest.mark.parametrize(
    ("before", "row"),
    [
        (0, "高齢 12件 20件 0件"),
        (1, "高齢 伏せ 20件 0件"),
        (9, "高齢 21件 伏せ 0件"),
        (10, "高齢 22件 20件 0件"),
    ],
)
def test_few_refusals_of_offers_of_the_half_year_before_are_not_what_the_reasons_leave_of_the_ways(
    town: Town, enter: Enter, before: int, row: str
) -> None:
    offers(town, 30, to="north-care-desk", declined=20)
    offers(town, 30, to="north-care-desk", declined=12, reason="not_our_work", after=10_000)
    first, team, desk = first_day(last()).toordinal(), town.team("north-care-desk"), town.team("soudan-desk")
    for one in range(before):
        offer, codes = f"before {one}", ("agency", "not_our_work")
        asked = Line("ball.offered", offer, first - 1, offer=offer, due=first + 7, refs=(team, desk))
        answer = Line("ball.declined", offer, first, offer=offer, refs=(team,), codes=codes)
        tell([asked, answer], after=20_000 + 10 * one)
    count_anew()
    page = enter("yamazaki").get(PAGE)
    assert "総合相談 → 高齢 60件 60件中32件(53%)" in text(page)
    assert row in reasons_of(page)


def test_what_this_half_year_brings_waits_for_its_end(town: Town, enter: Enter) -> None:
    """Else the page of one day less that of the day before would tell of the one refusal between them."""
    offers(town, 40, to="north-care-desk", declined=20)
    before = text(enter("yamazaki").get(PAGE))
    today = local_day(timezone.now())
    desk, team = town.team("soudan-desk"), town.team("north-care-desk")
    offer = Line(
        "ball.offered", "today", today.toordinal(), offer="today", due=today.toordinal() + 7, refs=(team, desk)
    )
    answer = Line("ball.declined", "today", today.toordinal(), offer="today", refs=(team,), codes=("agency", "no_room"))
    tell([offer, answer], after=50_000)
    count_anew()
    after = text(enter("yamazaki").get(PAGE))
    assert "総合相談 → 高齢 40件 40件中20件(50%)" in before
    assert timeless(after) == timeless(before)
    assert f"{half()}({say_era(last())}まで)" in after


def test_nothing_is_told_where_few_live(town: Town, enter: Enter) -> None:
    offers(town, 40, to="north-care-desk", declined=20)
    change_body(BODY, population=1_900)
    page = enter("yamazaki").get(PAGE)
    assert h1(page) == "人口が2,000人に満たないまちでは、数から人がわかるおそれがあるので、つなぎの型は出しません。"
    assert "20件" not in text(page)


def test_a_ball_passed_round_is_counted_on_each_of_its_ways(town: Town, enter: Enter) -> None:
    offers(town, 12, to="north-care-desk", declined=11, same=True)
    offers(town, 20, to="north-care-desk", after=10_000)
    assert "総合相談 → 高齢 32件 32件中11件(34%) 32件中12件(38%)" in text(enter("yamazaki").get(PAGE))


def test_for_those_who_think_about_the_whole(enter: Enter) -> None:
    for worker in ("hirata", "yamazaki", "kuze", "mori"):
        assert enter(worker).get(PAGE).status_code == 200, worker
    for worker in ("tanaka", "okamoto", "hayashi", "shiraishi", "honma"):
        assert enter(worker).get(PAGE).status_code == 404, worker


def test_few_offers_and_many_cost_the_same(town: Town, enter: Enter) -> None:
    chief, costs = enter("yamazaki"), []
    for count, after in ((12, 0), (400, 10_000)):
        offers(town, count, to="north-care-desk", declined=count // 2, after=after)
        chief.get(PAGE)  # what is kept in memory for a minute
        with counted() as asked:
            assert chief.get(PAGE).status_code == 200
        assert "ledger_fact" not in "".join(asked), "a page counts nothing"
        assert len(asked) <= 14, "\n".join(asked)
        costs.append(len(asked))
    assert costs[0] == costs[1]
