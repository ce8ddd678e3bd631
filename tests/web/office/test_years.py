"""年度ごとの表: the paper fed with the rows of a real table prints what that table prints (practice.md 2.4)."""

from datetime import UTC, datetime

import pytest

from marugoto.evaluation.queries.outcome_years import OutcomeYear
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.outcome_years import Scored
from marugoto.kernel.era import say_whole_moment
from marugoto.web.office.papers.years import years_grid, years_paper
from tests.evaluation.test_report import NEW, PLANS
from tests.town import Town, settle_town

MORNING = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
pytestmark = [pytest.mark.django_db, pytest.mark.both]


def year(which: int, intakes: int, plans: int, *, runs: bool = False, again: int = 0) -> OutcomeYear:
    done = {"intakes": intakes, "plans": plans, "conferences": 0, "records": 0}
    return OutcomeYear(
        which, runs, done, Scored(risen=3, level=1, fallen=2), 0, {"achieved": 12}, Share(4 * again, again)
    )


# 生活困窮者自立支援, 平成27年度から29年度 (hirono-office.com/blog/308, quoting the ministry)
REAL = [year(2015 + at, intakes, plans) for at, (intakes, plans) in enumerate(zip(NEW, PLANS, strict=True))]


def test_plans_of_each_years_consultations_as_the_real_table_has_them() -> None:
    rows = years_grid(REAL).rows
    assert rows[0] == ("", "平成27年度", "平成28年度", "平成29年度")
    assert rows[1] == ("相談を受けた(延べ)", "226,411", "222,426", "229,685")
    assert rows[2] == ("プランを決めた", "55,570", "66,892", "71,293")
    assert rows[3][1:] == ("24.5%", "30.1%", "31.0%")


def test_each_part_stands_below_what_it_is_a_part_of() -> None:
    rows = {row[0]: row[1:] for row in years_grid([year(2025, 0, 0, again=2)]).rows}
    assert rows["プランを決めた"] == ("0",)
    assert rows["うち、はじめの点より上がった"] == ("3",)
    assert rows["支援を終えた世帯"] == ("12",)
    assert [row[1] for row in years_grid([year(2025, 0, 0, again=2)]).rows if "割合" in row[0]] == [
        "—",
        "50.0%",
        "25.0%",
    ]


def test_it_says_of_which_year_and_that_it_stays_within() -> None:
    town: Town = settle_town()
    paper = years_paper(town("hirata"), [*REAL, year(2018, 9, 1, runs=True)], MORNING)
    assert paper.blocks[0].words == "平成29年度は、相談229,685件にたいしてプラン71,293件(31.0%)でした。"  # type: ignore[union-attr]
    assert "役所の外には出しません" in paper.label
    assert f"{say_whole_moment(MORNING)}の時点の数" in paper.stamp
    assert years_paper(town("hirata"), [], None).blocks[0].words == "まだ一度も数えていないので、言えません。"  # type: ignore[union-attr]
    assert paper.title == "みなも市 年度ごとの表"
