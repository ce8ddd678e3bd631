"""The page of what became of people: years side by side, what was done beside it, what is not complete yet, and nothing claimed."""

import pytest
from django.db import transaction
from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.indicators.outcome_years import CODE
from marugoto.evaluation.models import CountedFigure
from marugoto.evaluation.queries.latest import latest
from marugoto.evaluation.rules.half_year import say_fiscal_year
from marugoto.evaluation.rules.outcome_years import first_of
from marugoto.ground.context import entered
from marugoto.kernel.era import say_moment
from marugoto.kernel.fiscal import fiscal_year
from marugoto.kernel.jst import local_day
from tests.evaluation.facts import tell
from tests.town import MINAMO, Town
from tests.web.counting import counted
from tests.web.office.conftest import Enter
from tests.web.office.figures import count, finished_told, outcomes_told, pressed, scored
from tests.web.office.test_papers import PAPERS, half_year_told, held_fast
from tests.web.office.test_standard import h1, text

pytestmark = pytest.mark.django_db

OUTCOMES, ANSWERS = "/office/outcomes/", f"{PAPERS}answers/"


def test_as_long_as_nothing_was_counted_no_number_stands_there(enter: Enter) -> None:
    outcomes_told()
    with transaction.atomic(), entered(system_viewer(MINAMO, timezone.now())):
        CountedFigure.objects.within(MINAMO).filter(code=CODE).delete()  # as before this page stood ready
    page = enter("hirata").get(OUTCOMES)
    assert h1(page) == "暮らしがどうなったかは、まだ数えていません。"
    assert "まだ一度も数えていません。" in text(page)
    assert "よくなった(+1と+2)" not in text(page)
    count()
    assert "よくなった(+1と+2)" in text(enter("hirata").get(OUTCOMES))


def test_it_says_up_to_when_and_shows_no_later_fact_until_it_is_counted(enter: Enter) -> None:
    outcomes_told()
    hirata = enter("hirata")
    as_of = say_moment(latest(system_viewer(MINAMO, timezone.now())).as_of)
    assert f"{as_of}までの記録" in text(hirata.get(OUTCOMES))
    last = first_of(fiscal_year(local_day(timezone.now())) - 1).toordinal()
    tell([scored("late", last + 200, 2)], after=4_000_000)
    assert "24の「めざすこと」のうち、よくなったのは16" in h1(hirata.get(OUTCOMES))
    count()
    assert "25の「めざすこと」のうち、よくなったのは17" in h1(hirata.get(OUTCOMES))
    assert pressed(hirata, OUTCOMES) == OUTCOMES
    assert "計算しなおしています。" in text(hirata.get(OUTCOMES))


def test_nothing_scored_yet_is_said_and_is_no_zero(enter: Enter) -> None:
    count()
    page = enter("hirata").get(OUTCOMES)
    assert h1(page) == "本人がつけた点は、まだ一つもありません。"
    assert "よくなった(+1と+2) — とてもよくなった +2 0 " in text(page)


def test_years_stand_side_by_side_with_n_and_what_they_do_not_say(enter: Enter) -> None:
    outcomes_told()
    page = enter("hirata").get(OUTCOMES)
    year = fiscal_year(local_day(timezone.now()))
    assert h1(page) == f"{say_fiscal_year(year - 1)}、本人が点をつけた24の「めざすこと」のうち、よくなったのは16です。"
    said = text(page)
    assert f"{say_fiscal_year(year)}(途中)" in said
    assert f"{say_fiscal_year(year - 2)}" in said
    assert f"{say_fiscal_year(year - 3)}" not in said, "of a year before the first record no number is known, not zero"
    assert "12件中6件(50%) 24件中16件(67%) 5件中3件" in said
    assert "とてもよくなった +2 0 6 0" in said
    assert "下がった 0 3 0" in said
    assert "本人の点がない(不明) 0 4 0" in said
    assert "だれも点をつけなかったものは、記録に出ないので、どの数にも入っていません。" in said
    assert "支援を終えた世帯 12 20 5" in said
    assert "連絡が取れなくなった 0 3 0" in said
    assert "また支援が始まった 12件中3件(25%) 14件中2件(14%) —" in said
    assert "まだ6か月たっていない 0 0 5" in said
    assert "出そろった 出そろった まだ動く" in said
    assert "言わないこと: 点をつけなかった人の暮らし" in said
    assert "相談を受けた(延べ) 30 36 0" in said
    assert "終えた会議 5 9 0" in said
    assert "決めたプラン 8 14 0" in said
    assert "会議やプランの数は、成果として数えません。" in said


def test_what_is_asked_in_the_assembly_is_read_on_the_screen(enter: Enter) -> None:
    half_year_told()
    outcomes_told()
    finished_told()
    hirata = enter("hirata")
    said = text(hirata.get(ANSWERS))
    assert "相談した人の暮らしは、よくなったのか。" in said
    assert "名前のわかった方は30人" in said
    assert said.count("言わないこと") == said.count("時点と定義") >= 9
    out = hirata.get(f"{ANSWERS}?for=out")
    assert out.status_code == 409
    held_fast()
    assert "外に出す紙: 10件(人・世帯)より少ない数" in text(hirata.get(f"{ANSWERS}?for=out"))
    assert "画面で読む" in text(hirata.get(PAPERS))


def test_both_are_for_those_who_think_about_the_whole(enter: Enter) -> None:
    for address in (OUTCOMES, ANSWERS):
        for worker in ("hirata", "yamazaki", "kuze", "mori"):
            assert enter(worker).get(address).status_code == 200, (worker, address)
        for worker in ("tanaka", "okamoto", "hayashi", "honma"):
            assert enter(worker).get(address).status_code == 404, (worker, address)


def test_few_and_many_cost_the_same(town: Town, enter: Enter) -> None:
    hirata = enter("hirata")
    costs = []
    for turn in range(2):
        half_year_told(after=10_000 * (turn + 1))
        outcomes_told(after=1_000_000 * (turn + 1))
        for address in (OUTCOMES, ANSWERS):
            hirata.get(address)
            with counted() as asked:
                assert hirata.get(address).status_code == 200
            assert address != OUTCOMES or "ledger_fact" not in "".join(asked), "a page counts nothing"
            assert len(asked) <= 14, f"{address} {len(asked)}\n" + "\n".join(asked)
            costs.append(len(asked))
    assert costs[:2] == costs[2:]
