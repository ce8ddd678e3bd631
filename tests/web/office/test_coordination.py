"""調整役: half-years beside each other, hours written by the office, and no fall said without what it could hide."""

import re
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

import pytest
from django.utils import timezone

from marugoto.custody.actions.care import answer_stuck, call_stuck
from marugoto.custody.codes import StuckOutcome
from marugoto.evaluation.actions.hours import declare_hours
from marugoto.evaluation.rules.half_year import first_day, last_days, next_after, say_half_year
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.begun import heard
from tests.evaluation.facts import Line, tell
from tests.town import Town
from tests.web.counting import counted
from tests.web.office import figures
from tests.web.office.conftest import Enter
from tests.web.office.test_standard import h1, text

pytestmark = pytest.mark.django_db

PAGE, HOURS = "/office/coordination/", "/office/coordination/hours/"


def halves(count: int) -> list[date]:
    return last_days(local_day(timezone.now()), count)


def lately() -> int:
    """The first day of the year that is over, of which the sentence speaks."""
    return first_day(halves(2)[0]).toordinal()


def said(town: Town, hours: list[int]) -> None:
    for last, number in zip(halves(len(hours)), hours, strict=True):
        declare_hours(by=town("mori"), at=town.later(), last=last, hours=number)


def brought(
    count: int, *, day: int, sorts: int = 3, called: bool = True, after: int = 0, org: str | UUID = "team"
) -> None:
    """Households with so many sorts of needs that called the control tower on that day and ended a week later, with that team."""
    lines = []
    for one in range(count):
        case = f"{day} {after} {one}"
        lines += [Line("case.opened", case, day - 1), Line("case.gathered", case, day - 1, offer=case)]
        lines += [
            Line("need.assessed", f"{case} {sort}", day - 1, offer=case, code=f"sort_{sort}") for sort in range(sorts)
        ]
        lines += [Line("stuck.called", f"{case} 0", day, offer=case)] if called else []
        lines += [Line("stuck.answered", f"{case} 0", day + 1, offer=case, code="taken")] if called else []
        lines += [Line("case.closed", case, day + 7, code="achieved", numbers=(0,), org=org)]
    tell(lines, after=10_000_000 + after)  # the database goes on numbering from wherever earlier tests have left it
    figures.count()


def test_nothing_is_known_yet(enter: Enter) -> None:
    page = enter("hirata").get(PAGE)
    assert h1(page) == "調整役の半期の記録は、まだありません。"
    assert "まだ言えません。" in text(page)
    assert "0%" not in text(page)
    assert "配分や人事の評価には使えません。" in text(page)


def test_the_planner_reads_and_does_not_write(enter: Enter) -> None:
    assert "時間を書けるのは、司令塔の担当と課長です。" in text(enter("hirata").get(PAGE))
    assert enter("hirata").post(HOURS, {}).status_code == 404


def test_three_half_years_do_not_suffice(town: Town, enter: Enter) -> None:
    said(town, [600, 500, 400])
    page = enter("hirata").get(PAGE)
    assert h1(page) == "調整役が小さくなってきたかは、まだ言えません。時間の書かれた半期が、あと1回分いります。"
    assert "600時間" in text(page)
    assert "このまま行けば" not in text(page)


def test_a_fall_is_not_said_alone(town: Town, enter: Enter) -> None:
    said(town, [600, 480, 360, 240])
    page = enter("hirata").get(PAGE)
    assert h1(page).startswith("調整の時間は、半期ごとに減ってきています。")
    assert "少なすぎて言えないので、機関が育ったからとは言えません。" in h1(page)
    assert "120時間" in text(page)  # straight on
    assert "ほぼ120時間" in text(page)
    assert "120から120時間" not in text(page)
    assert "調整がいらなくなるという意味ではありません。" in text(page)
    assert text(page).count("記録の前") == 5 * 4  # hours are known, and of households nothing yet


def test_with_enough_behind_it_the_guards_are_said_beside(town: Town, enter: Enter) -> None:
    said(town, [600, 480, 360, 240])
    today = local_day(timezone.now()).toordinal()
    brought(12, day=today - 60, after=1_000)
    brought(10, day=lately() - 30, after=10_000)  # brought earlier, and spoken of a year after they ended
    page = enter("hirata").get(PAGE)
    months = f"{say_half_year(halves(2)[0])}からきょうまで"
    words = f"{months}に持ち込まれた世帯は12件中12件(100%)が3種類以上、支援後に戻ったのは10件中0件(0%)です。"
    assert words in h1(page)
    assert "12件中0件(0%)" in text(page)  # of those none without the tower


def test_what_ended_without_the_tower_is_said_for_each_field(town: Town, enter: Enter) -> None:
    """Of the team that ended the support; two teams of one field are one row, and the field with most stands first."""
    today = local_day(timezone.now()).toordinal()
    ways = (
        ("soudan-desk", 12, False),
        ("soudan-desk", 3, True),
        ("north-care-desk", 2, False),
        ("south-care-desk", 1, True),
        ("child-family", 2, True),
    )
    for turn, (team, count, called) in enumerate(ways):
        brought(count, day=today - 60, called=called, after=1_000 * (turn + 1), org=town.team(team))
    page = enter("hirata").get(PAGE).content.decode()
    table = page.partition("分野ごとの、司令塔なしの解決</caption>")[2].partition("</table>")[0]
    assert re.findall(r'<tr><th scope="row">(.+?)</th><td>(.+?)</td></tr>', table) == [
        ("総合相談", "15件中12件(80%)"),
        ("高齢", "3件中2件(少ないので割合は出しません)"),
        ("子ども", "2件中0件(少ないので割合は出しません)"),
    ]


def test_hours_are_said_as_people_who_work_full_time(town: Town, enter: Enter) -> None:
    """A person works seven hours and three quarters on every opening day of the half-year; what is ahead is said so too."""
    days = [open_between(town, last) for last in halves(4)]
    said(
        town,
        [int(count * Fraction(31, 4) * people) for count, people in zip(days, (3, 2, Fraction(3, 2), 1), strict=True)],
    )
    page = enter("hirata").get(PAGE)
    rows = re.findall(r"(\d+)時間 ([\d.]+)人分", text(page))
    assert [people for _hours, people in rows] == ["3.0", "2.0", "1.5", "1.0"]
    ahead = page.content.decode().partition("人にすると")[2].partition("</table>")[0]
    assert re.search(r"(ほぼ|から)[\d.]+人分", ahead)
    assert "その半期の開庁日に毎日7時間45分働く人で数えます。" in text(page)


def open_between(town: Town, last: date) -> int:
    """Opening days of the half-year, each looked at by itself."""
    first = date(last.year if last.month == 9 else last.year - 1, 4 if last.month == 9 else 10, 1)
    calendar = town("mori").calendar
    return sum(calendar.is_open(first + timedelta(days=one)) for one in range((last - first).days + 1))


def test_the_half_year_that_runs_has_its_row(town: Town, enter: Enter) -> None:
    """The sentence counts what the rows say: the same months, the same households."""
    said(town, [600, 480, 360, 240])
    brought(10, day=halves(1)[0].toordinal(), after=1_000)
    brought(4, day=local_day(timezone.now()).toordinal(), after=10_000)
    brought(8, day=lately(), after=20_000)
    brought(10, day=lately() - 30, after=30_000)  # brought earlier, so that enough of them have had their year
    found = text(enter("hirata").get(PAGE))
    running = say_half_year(next_after(halves(1)[0]))
    assert f"{running}(途中) 終わってから書きます 4世帯 3種類 4件中4件" in found
    assert "に持ち込まれた世帯は22件中22件(100%)" in found


def test_what_waits_and_what_was_not_given_back_is_said(town: Town, enter: Enter) -> None:
    ball = heard(town).ball_id
    call = call_stuck(by=town("tanaka"), at=town.later(), ball=ball)
    found = text(enter("hirata").get(PAGE))
    assert re.search(r"まだ返事がない1件\(いちばん古いもの\d+開庁日\)", found)
    assert "返したものは0件" not in found
    until = local_day(timezone.now()) + timedelta(days=20)
    answer_stuck(by=town("mori"), at=town.later(), stuck=call.pk, outcome=StuckOutcome.TAKEN, until=until)
    found = text(enter("hirata").get(PAGE))
    assert "まだ返事がない" not in found
    assert "1件のうち、返したものは0件" in found


def test_half_years_are_counted_by_their_own_days(town: Town, enter: Enter) -> None:
    last = halves(1)[0]
    brought(2, day=last.toordinal())
    brought(3, day=last.toordinal() - 200, sorts=1, after=10_000)
    found = text(enter("hirata").get(PAGE))
    now, _, _ = found.partition("調整の時間を書く")
    assert f"{say_half_year(last)} 書かれていません 2世帯 3種類 2件中2件" in now
    before = halves(2)[0]
    assert f"{say_half_year(before)} 書かれていません 3世帯 1種類 3件中0件" in now


def test_hours_are_written_and_written_again_with_a_reason(town: Town) -> None:
    last = halves(1)[0]
    declare_hours(by=town("yamazaki"), at=town.later(), last=last, hours=310)
    with pytest.raises(Refused, match="310時間と書いてあります"):
        declare_hours(by=town("mori"), at=town.later(), last=last, hours=290)
    declare_hours(by=town("mori"), at=town.later(), last=last, hours=290, reason="日誌と合わせた")
    with pytest.raises(Refused, match="司令塔の担当と課長"):
        declare_hours(by=town("tanaka"), at=town.later(), last=last, hours=1, reason="x")


def test_a_half_year_that_runs_cannot_be_written(town: Town, enter: Enter) -> None:
    running = halves(1)[0] + timedelta(days=1)
    with pytest.raises(Refused, match="その半期"):
        declare_hours(by=town("mori"), at=town.later(), last=running, hours=10)


def test_for_those_who_think_about_the_whole(enter: Enter) -> None:
    for worker in ("hirata", "yamazaki", "kuze", "mori"):
        assert enter(worker).get(PAGE).status_code == 200, worker
    for worker in ("tanaka", "okamoto", "hayashi", "shiraishi", "honma"):
        assert enter(worker).get(PAGE).status_code == 404, worker


def test_few_facts_and_many_cost_the_same(town: Town, enter: Enter) -> None:
    mori, costs = enter("mori"), []
    said(town, [600, 480, 360, 240])
    for count, after in ((3, 1_000), (150, 100_000)):
        brought(count, day=halves(1)[0].toordinal() - 30, after=after)
        mori.get(PAGE)  # what is kept in memory for a minute
        with counted() as asked:
            assert mori.get(PAGE).status_code == 200
        assert len(asked) <= 14, "\n".join(asked)
        costs.append(len(asked))
    assert costs[0] == costs[1], "\n".join(asked)
