"""What a town thinks of its system, as it is written, put right, decided and kept; and a round in which nobody sees the others."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from marugoto.agencies.codes import Role
from marugoto.demo.town import BY_CODE
from marugoto.evaluation.actions.inventory import System, Tried, write_system, write_trial
from marugoto.evaluation.actions.necessity import Town as TownSaid
from marugoto.evaluation.actions.necessity import say_town
from marugoto.evaluation.actions.self_rating import close_round, copy_rating, open_round, rate
from marugoto.evaluation.queries import inventory, necessity, self_rating
from marugoto.evaluation.rules.necessity import V0, Answer, Signal
from marugoto.evaluation.rules.necessity_sheet import sheet
from marugoto.evaluation.rules.second_opinion import RaterRole
from marugoto.evaluation.rules.thinking import Fulfils, LawSays, months_after
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from tests.evaluation.facts import Line, tell
from tests.signs import held_at, signals_off
from tests.town import HOTAKAZAWA, MINAMO, Town, settle_town
from tests.weighed import ALL_AGES, decided, rating_round, standing_at, system, talked, town_said, tried

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def test_an_edition_replaces_the_one_before_and_both_stay(town: Town) -> None:
    line = system(town)
    with pytest.raises(Refused):  # without a reason
        write_system(by=town("hirata"), at=town.later(), said=replace(ALL_AGES, staff=70), line=line)
    write_system(by=town("yamazaki"), at=town.later(), said=replace(ALL_AGES, staff=70), line=line, reason="増員")
    [row] = inventory.systems(town("kuze"))
    assert (row.staff, row.edition) == (70, 2)
    newest, first = inventory.editions(town("hirata"), line)
    assert (newest.reason, newest.by_name, first.staff) == ("増員", "山﨑 哲也", 65)
    write_system(by=town("hirata"), at=town.later(), said=ALL_AGES, line=line, reason="終わった", gone=True)
    assert inventory.systems(town("hirata")) == []
    with pytest.raises(Refused):
        write_system(by=town("hirata"), at=town.later(), said=ALL_AGES, line=line, reason="もう一度")


def test_nothing_is_whole_without_what_it_rests_on(town: Town) -> None:
    with pytest.raises(Refused):
        system(town, System("窓口", "福祉課", fulfils={"F2": Fulfils.WHOLE}))
    with pytest.raises(Refused):
        system(town, System("窓口", " "))
    with pytest.raises(Refused):  # a counsellor reads
        write_system(by=town("tanaka"), at=town.later(), said=ALL_AGES)
    assert inventory.systems(town("hirata")) == []
    assert system(town, System("窓口", "福祉課", fulfils={"F2": Fulfils.PART}))


def test_what_nothing_answers_for_is_known_by_its_helpers(town: Town) -> None:
    system(town)
    gaps = inventory.unanswered(inventory.systems(town("hirata")))
    assert "F2" not in gaps
    assert gaps["join"] == ["地域包括支援センター(全世代)"]
    assert gaps["outreach"] == []


def test_without_a_look_nothing_is_judged(town: Town) -> None:
    found = necessity.weighed(town("hirata"))
    assert found.answer is Answer.W0
    assert found.unknown


def test_a_whole_town_of_which_no_signal_can_be_read_is_not_told_that_it_needs_nothing(town: Town) -> None:
    with standing_at():
        found = necessity.weighed(town("hirata"))
    assert (found.answer, found.sure.word) == (Answer.W0, "")
    assert found.given.unread == frozenset(Signal)
    assert found.headline.read.startswith("すき間のしるし7つは、どれもまだ分かりません。")
    assert (
        found.headline.first
        == "「町のことを書く」に、分からないしるし7つの「ある・ない」を、確かめた先といっしょに書きます。"
    )
    assert len(found.wanted) == len(Signal)
    assert {flip.answer for flip in found.flips} >= {Answer.N, Answer.E}


def test_the_next_step_is_one_that_brings_an_answer(town: Town) -> None:
    with standing_at():
        found = necessity.weighed(town("hirata"))
    some = ("「あ」(F1.1): 書く", "「い」(F2.1): 書く", "「う」(F3.1): 書く")

    def first(looked_into: int, unknown: int, steps: tuple[str, ...]) -> str:
        given = replace(found.given, looked_into=looked_into, unknown=unknown)
        return replace(found, given=given, unknown=("F",) * unknown, steps=steps).headline.first

    talk = "住民や本人と話し合い、地域の日誌の「対話」に残します。"
    assert first(1, 2, some[:2]) == talk, "two that are unknown keep no answer away"
    assert first(0, 2, ("「調べる」(P.1): 書く", *some[:2])) == "「調べる」(P.1): 書く"
    assert first(1, 3, some) == first(2, 3, some) == some[0]
    assert first(1, 0, ()) == talk


def test_a_no_rests_on_seven_signals_that_were_read(town: Town) -> None:
    signals_off(MINAMO)
    with standing_at():
        assert necessity.weighed(town("hirata")).given.unread == {Signal.N6}  # no record knows of money
        assert necessity.weighed(town("hirata")).answer is Answer.W0
        town_said(town, bookkeeping=5)
        found = necessity.weighed(town("hirata"))
    assert (found.answer, found.sure.word, found.given.unread) == (Answer.N, "確か", frozenset())
    lines = dict(sheet(found))
    signs = " ".join(lines["すき間のしるし"])
    for figures in (
        "44件中1件(2%)",
        "20件中14件(70%)",
        "80件中1件(1%)",
        "20件中2件(10%)",
        "24件中6件(25%)",
        "0.05人分",
    ):
        assert figures in signs
    assert "わからない" not in signs
    assert lines["試したこと"] == ("点いているすき間がないので、試すことはありませんでした。",)
    assert any("按分の事務は0.05人分" in line for line in lines["町が自分で書いたこと"])


def test_levels_held_fast_bring_their_own_figures(town: Town) -> None:
    """Without a word of the standard put in its mouth: a town that stood at 3 for two half-years, and whose signals are off."""
    held_at(MINAMO, 3)
    signals_off(MINAMO)
    town_said(town, bookkeeping=5)
    found = necessity.weighed(town("hirata"))
    assert (found.answer, found.given.stages) == (Answer.N, (3, 3, 3))
    assert len(found.stands) == 10
    assert any("に残した数は40件中37件(93%)" in one for one in found.stands)
    [joined] = [one for one in found.stands if "(F3.4)" in one]
    assert joined.startswith("「参加につなぐ」(F3.4): 回っている(3)。")
    assert joined.endswith("いまの12か月の記録だけなら段階2(動いた)ですが、段階はまだ変わっていません。")


def test_a_decision_rests_on_the_records_up_to_its_day(town: Town) -> None:
    """What came in and was said after it was no ground for it: it is counted without that, and the day of the figures is kept."""
    first = local_day(town.now)
    heard = talked(town)
    signals_off(MINAMO)
    town_said(town, bookkeeping=5)
    town.later(days=20)
    lines = [Line("wish.heard", f"late {turn}", first.toordinal() + 9, numbers=(1,), due=1) for turn in range(90)]
    tell(lines, after=900_000)
    town_said(town, bookkeeping=30)
    with standing_at():
        now = necessity.weighed(town("hirata"))
        assert Signal.N6 in now.given.on
        found = necessity.decision(town("hirata"), decided(town, talks=[heard], day=first))
    assert found is not None
    assert (found.answer, found.day, found.counted_until) == (Answer.N.value, first, first)
    assert found.counted["readings"]["N3"] == [12, 3, 0]
    stood = dict(found.stood)
    assert "按分の事務は0.05人分" in "".join(stood["町が自分で書いたこと"])
    assert stood["いつの数か"][0].startswith(f"{say_era(first)}までの12か月の記録を、")
    assert now.until == local_day(town.now)


def test_what_moved_since_the_decision_is_said(town: Town) -> None:
    signals_off(MINAMO)
    town_said(town, bookkeeping=5)
    heard = talked(town)
    with standing_at():
        decided(town, talks=[heard])
        now = necessity.weighed(town("kuze"))
        same = necessity.since_decided(town("kuze"), now)
        assert same is not None
        assert same.same
        assert "きょうの記録でも、答えは同じです。" in same.words
        town_said(town, bookkeeping=30)
        other = necessity.since_decided(town("kuze"), necessity.weighed(town("kuze")))
        assert other is not None
        assert not other.same
        assert other.moved == ("「財源・人の縦割り」(N6)が点いた",)
    gone = necessity.since_decided(town("kuze"), necessity.weighed(town("kuze")))
    assert gone is not None
    assert "きょうの記録では、答えがちがいます。" in gone.words
    assert "判定できない大事な基準が0から7" in gone.words


def test_own_facts_light_a_signal(town: Town) -> None:
    day = local_day(town.now).toordinal() - 100
    lines = [Line("wish.heard", f"need {turn}", day, numbers=(1,), due=1) for turn in range(12)]
    tell(lines, after=500_000)
    with standing_at(F1=2):
        found = necessity.weighed(town("hirata"))
        assert found.given.on == {Signal.N3}
        assert found.answer is Answer.E
        tried(town, months=7)
        town_said(town, headquarters=9, sponsor="副市長", sunset=True)
        assert necessity.weighed(town("hirata")).answer is Answer.W1
        town_said(town, headquarters=10, sponsor="副市長", sunset=True)
        assert necessity.weighed(town("hirata")).answer is Answer.J


def test_a_trial_counts_after_six_months_and_with_what_was_seen(town: Town) -> None:
    line = tried(town, months=7)
    today = local_day(town.now)
    [row] = inventory.trials(town("hirata"))
    assert necessity.long_enough(row, today, V0)
    row.found = ""
    assert not necessity.long_enough(row, today, V0)
    row.found, row.since = "見えた。", months_after(today, -6)
    assert necessity.long_enough(row, today, V0)
    row.since += timedelta(days=1)
    assert not necessity.long_enough(row, today, V0)
    ahead = Tried(Signal.N3, "協議体", today + timedelta(days=1))
    with pytest.raises(Refused):
        write_trial(by=town("hirata"), at=town.later(), said=ahead, line=line, reason="日")


def test_a_small_town_with_one_desk_is_told_to_gather_there(town: Town) -> None:
    small = replace(town, body=HOTAKAZAWA)
    chief = next(sketch.key for sketch in BY_CODE[HOTAKAZAWA].workers if Role.PLANNER in sketch.hats[0].roles)
    town_said(small, chief, desks=1, staff=60, depopulated=True, said={Signal.N3: (True, "みなに聞いた")})
    with standing_at(F1=2, F2=2, F3=2):
        assert necessity.weighed(small(chief)).answer is Answer.C
    town_said(small, chief, desks=2, staff=60, depopulated=True, said={Signal.N3: (True, "みなに聞いた")})
    with standing_at(F1=2, F2=2, F3=2):
        assert necessity.weighed(small(chief)).answer is Answer.E


def test_law_without_a_source_is_not_taken(town: Town) -> None:
    with pytest.raises(Refused):
        say_town(by=town("hirata"), at=town.later(), said=TownSaid(source="予算書", law=LawSays.YES))
    with pytest.raises(Refused):
        say_town(by=town("hirata"), at=town.later(), said=TownSaid(source=" "))
    law = {"law": LawSays.YES, "law_source": "改正法の条文(未確認)"}
    town_said(town, **law, said={Signal.N5: (True, "社協に聞いた")})
    with standing_at():
        assert necessity.weighed(town("hirata")).answer is Answer.E  # whether it is the only gap is not known
        others = {one: (False, "社協に聞いた") for one in Signal if one is not Signal.N5}
        town_said(town, **law, bookkeeping=0, said=others | {Signal.N5: (True, "社協に聞いた")})
        found = necessity.weighed(town("hirata"))
        assert (found.answer, found.sure.word) == (Answer.NT, "仮")  # the town's word, not its records


def test_a_no_is_kept_with_its_numbers_and_who_was_heard(town: Town) -> None:
    heard = talked(town)
    signals_off(MINAMO)
    town_said(town, bookkeeping=5)
    with standing_at():
        with pytest.raises(Refused):  # nobody was heard
            decided(town)
        made = decided(town, talks=[heard])
    row = necessity.decision(town("kuze"), made)
    assert row is not None
    assert (row.answer, row.number, row.version) == ("N", 1, "v0.1")
    assert row.talks[0][1] == "北部の住民の会(住民の集まり)"
    assert row.counted["stages"] == [3, 3, 3]
    assert row.again_on == months_after(row.day, 24)
    stages = "三つの機能の段階は「地域で支え合う」3・「支援機関どうしが支え合う」3・「地域と支援機関がつながる」3"
    assert any(stages in line for _title, lines in row.stood for line in lines)
    assert row.counted["unread"] == []
    second = decided(town)  # the standard stands elsewhere now; what was kept does not move
    assert necessity.decision(town("kuze"), made).counted == row.counted  # type: ignore[union-attr]
    later = necessity.decision(town("kuze"), second)
    assert later is not None
    assert (later.number, later.answer, later.again_on) == (2, "W0", months_after(later.day, 6))


def test_a_yes_has_to_say_what_it_is_for_and_when_it_shrinks(town: Town) -> None:
    tried(town)
    town_said(town, sponsor="副市長", sunset=True, said={Signal.N3: (True, "社協に聞いた")})
    heard = talked(town)
    with standing_at(F1=2):
        with pytest.raises(Refused):
            decided(town, talks=[heard])
        made = decided(town, talks=[heard], gap="N3", expects="F3が2から3になる", shrinks="2年で半分にする")
    row = necessity.decision(town("hirata"), made)
    assert row is not None
    assert (row.answer, row.shrinks) == ("J", "2年で半分にする")


def test_who_may_not_decide(town: Town) -> None:
    for who in ("tanaka", "mori", "kuze"):
        with pytest.raises(Refused):
            decided(town, who)
    assert necessity.decisions(town("hirata")) == []


def test_nobody_sees_a_score_before_the_round_is_closed(town: Town) -> None:
    made = rating_round(town)
    rate(
        by=town("tanaka"),
        at=town.later(),
        rating_round=made,
        role=RaterRole.DESK,
        scores={"F1": 4, "F2": 0, "F3": None, "P": 1},
        words="夜が手薄。",
    )
    for who in ("tanaka", "hirata", "kuze"):
        whole = self_rating.get(town(who), made)
        assert whole is not None
        assert (dict(whole.opinions), whole.words) == ({}, ())
        assert whole.roles[RaterRole.DESK] == 2
        assert whole.own is (who == "tanaka")
    with pytest.raises(Refused):
        rate(by=town("tanaka"), at=town.later(), rating_round=made, role=RaterRole.DESK, scores={"F1": 1})
    close_round(by=town("hirata"), at=town.later(), rating_round=made, words="話し合う。")
    whole = self_rating.get(town("tanaka"), made)
    assert whole is not None
    assert whole.opinions["F2"].scores == (0, 0, 1, 2, 3, 4)
    assert whole.opinions["F2"].split
    assert not whole.opinions["F1"].split
    assert (RaterRole.DESK, "夜が手薄。") in whole.words
    with pytest.raises(Refused):
        copy_rating(by=town("hirata"), at=town.later(), rating_round=made, role=RaterRole.COUNCIL, scores={"F1": 1})


def test_high_scores_of_ones_own_raise_no_stage(town: Town) -> None:
    before = necessity.weighed(town("hirata")).given
    made = rating_round(town)
    rate(
        by=town("mori"), at=town.later(), rating_round=made, role=RaterRole.DESK, scores=dict.fromkeys(("F1", "F2"), 4)
    )
    close_round(by=town("hirata"), at=town.later(), rating_round=made)
    assert necessity.weighed(town("hirata")).given == before


def test_one_round_at_a_time(town: Town) -> None:
    rating_round(town)
    with pytest.raises(Refused):
        open_round(by=town("hirata"), at=town.later(), until=local_day(town.now) + timedelta(days=9))
    assert len(self_rating.rounds(town("hirata"))) == 1


def test_months_end_with_the_month() -> None:
    assert months_after(date(2026, 3, 31), 6) == date(2026, 9, 30)
    assert months_after(date(2026, 12, 31), -10) == date(2026, 2, 28)
    assert months_after(date(2026, 12, 31), 6) == date(2027, 6, 30)
