"""調査: what may be written down, what is counted from it, when it says anything, and what stands beside a decision."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.disclosure.actions.attachment import Paper
from marugoto.disclosure.queries.attachment import Changed
from marugoto.evaluation.actions.judgement_paper import add_papers, remove_paper
from marugoto.evaluation.actions.measure import compute
from marugoto.evaluation.actions.recount import count_anew
from marugoto.evaluation.actions.survey import take_wave_back, write_wave
from marugoto.evaluation.codes import SurveyQuestion
from marugoto.evaluation.indicators import BY_CODE, SURVEYS
from marugoto.evaluation.models import JudgementPaper, JudgementPaperContent, NecessityDecision, SurveyWave
from marugoto.evaluation.queries import judgement_paper, survey
from marugoto.evaluation.queries.latest import latest
from marugoto.evaluation.queries.measure import measure_table
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.suppression import Hidden
from marugoto.evaluation.rules.survey import (
    QUESTION_OF,
    QUESTIONS,
    Answers,
    Weak,
    may_count,
    may_record,
    mean_of,
    range_of,
    told_count,
    weak_of,
)
from marugoto.ground.context import entered
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from tests.database import unwalled
from tests.evaluation.facts import Line, tell
from tests.papers import LETTER, PLACE, photo
from tests.town import MINAMO, Town, settle_town
from tests.weighed import asked_of_residents, decided, talked
from tests.weighed import survey as asked

KNOWS, TRUST = QUESTION_OF[SurveyQuestion.KNOWS_WHERE], QUESTION_OF[SurveyQuestion.TRUST]
LONELINESS = QUESTION_OF[SurveyQuestion.LONELINESS]
DAY = date(2026, 10, 1)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def refusal(decision: Any) -> str:
    with pytest.raises(Refused) as refused:
        decision.require()
    return f"{refused.value.sentence}{refused.value.way_on}"


def test_each_of_the_six_has_its_question_and_reads_it_alone() -> None:
    assert [one.code for one in SURVEYS] == [one.indicator for one in QUESTIONS]
    assert len({one.measure for one in SURVEYS}) == len(QUESTIONS) == 6


@pytest.mark.parametrize(
    ("question", "said", "why"),
    [
        (KNOWS, Answers(0, 0, 0), "たずねた数は1から"),
        (KNOWS, Answers(100, 101, 5), "答えた数(101)が、たずねた数(100)より多く"),
        (KNOWS, Answers(100, -1, 0), "答えた数(-1)"),
        (KNOWS, Answers(100, 50, 51), "「知っている」と答えた数(51)が、答えた数(50)より多く"),
        (KNOWS, Answers(100, 50, -1), "より多く"),
        (KNOWS, Answers(10_000_001, 50, 1), "10,000,000まで"),
        (TRUST, Answers(50, 10, 59), "10人なら60点から240点まで"),
        (TRUST, Answers(50, 10, 241), "1人6点から24点"),
        (LONELINESS, Answers(50, 10, 60), "はじめの点の合計がありません"),
        (LONELINESS, Answers(50, 10, 60, 91), "10人なら30点から90点まで"),
        (LONELINESS, Answers(50, 10, 29, 60), "10人なら30点から90点まで"),
    ],
)
def test_numbers_that_cannot_be_are_refused_and_say_why(question: Any, said: Answers, why: str) -> None:
    assert why in refusal(may_count(question, said))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (KNOWS, Answers(1, 0, 0)),
        (KNOWS, Answers(100, 100, 100)),
        (KNOWS, Answers(10_000_000, 0, 0)),
        (TRUST, Answers(50, 10, 60)),
        (TRUST, Answers(50, 10, 240)),
        (LONELINESS, Answers(10, 10, 30, 90)),
        (LONELINESS, Answers(10, 10, 90, 30)),
    ],
)
def test_numbers_on_the_edge_may_be(question: Any, said: Answers) -> None:
    assert may_count(question, said)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"population": " "}, "だれにたずねたか"),
        ({"source": ""}, "何で確かめたか"),
        ({"since": DAY + timedelta(days=1)}, "始まりの日より前"),
        ({"today": DAY - timedelta(days=1)}, "まだ来ていません"),
        ({"since": DAY - timedelta(days=401)}, "1年をこえて"),
    ],
)
def test_without_its_words_and_days_a_wave_is_not_written_down(more: dict[str, Any], why: str) -> None:
    said: dict[str, Any] = {"population": "住民", "source": "報告書", "since": DAY, "until": DAY, "today": DAY}
    assert may_record(**said)
    assert may_record(**said | {"since": DAY - timedelta(days=400)})
    assert why in refusal(may_record(**said | more))


def test_a_change_is_told_from_its_lowest_so_that_it_is_never_under_zero() -> None:
    """By hand: 20 people, 130 points at first and 110 later: one point less each."""
    fallen = Answers(25, 20, 110, 130)
    assert told_count(LONELINESS, fallen) == 110 - 130 + 6 * 20 == 100
    assert mean_of(LONELINESS, Share(20, 100, 5)) == -1.0
    assert told_count(LONELINESS, Answers(20, 20, 60, 180)) == 0
    assert told_count(LONELINESS, Answers(20, 20, 180, 60)) == 240
    assert mean_of(LONELINESS, Share(20, 240)) == 6.0
    assert told_count(KNOWS, Answers(9, 8, 7)) == 7
    assert mean_of(TRUST, Share(40, 40 * 18)) == 3.0, "six questions of one to four"


@pytest.mark.parametrize(
    ("share", "least", "of_asked", "weak"),
    [
        (Share(0, 0), 30, True, Weak.NOTHING),
        (Share(29, 9, 0), 30, True, Weak.FEW),
        (Share(30, 9, 120), 30, True, None),  # a fifth to the head
        (Share(30, 9, 121), 30, True, Weak.LOW),
        (Share(30, 9, 121), 30, False, None),
        (Share(19, 9, 0), 20, False, Weak.FEW),
        (Share(20, 9, 500), 20, False, None),
    ],
)
def test_when_answers_say_nothing(share: Share, least: int, of_asked: bool, weak: Weak | None) -> None:
    assert weak_of(share, least=least, of_asked=of_asked) is weak


@pytest.mark.parametrize(
    ("share", "low", "high"),
    [
        (Share(100, 40), 30, 50),  # Wilson: 30.94 and 49.80
        (Share(812, 406), 46, 54),  # 46.57 and 53.43
        (Share(30, 0), 0, 12),  # 0 and 11.35
        (Share(30, 30), 88, 100),
    ],
)
def test_the_range_is_that_of_wilson(share: Share, low: int, high: int) -> None:
    assert range_of(share) == (low, high)


def counted(code: str) -> Share:
    now = timezone.now()
    by = system_viewer(MINAMO, now)
    count_anew(by=by, at=now)
    kept = latest(by)
    return kept.share(BY_CODE[code], kept.today)


def test_an_indicator_leaves_u_by_the_next_count_and_by_no_page(town: Town) -> None:
    assert counted("I40") == Share(0, 0)
    asked(town)
    kept = latest(system_viewer(MINAMO, timezone.now()))
    assert kept.share(BY_CODE["I40"], kept.today) == Share(0, 0), "nothing is counted before the count"
    assert counted("I40") == Share(812, 406, 1188)
    assert counted("I37") == Share(0, 0), "another question is another wave"


def test_who_writes_a_wave_or_takes_it_back_need_not_ask_for_a_count(town: Town) -> None:
    def waits(*, count: bool = False) -> bool:
        viewer = system_viewer(MINAMO, town.later())
        if count:
            count_anew(by=viewer, at=viewer.at)
        return latest(viewer).waiting

    assert not waits(count=True)
    line = asked(town)
    assert waits()
    assert not waits(count=True)
    write_wave(by=town("hirata"), at=town.later(), said=asked_of_residents(town), line=line, reason="打ちまちがい")
    assert waits()
    assert not waits(count=True)
    take_wave_back(by=town("hirata"), at=town.later(), line=line, reason="ほかの町の調査だった")
    assert waits()


def test_put_right_it_counts_once_and_taken_back_not_at_all(town: Town) -> None:
    line = asked(town)
    assert counted("I40") == Share(812, 406, 1188)
    said = asked_of_residents(town, answers=Answers(2000, 800, 400))
    with pytest.raises(Refused, match="直すわけ"):
        write_wave(by=town("hirata"), at=town.later(), said=said, line=line)
    write_wave(by=town("hirata"), at=town.later(), said=said, line=line, reason="打ちまちがい")
    assert counted("I40") == Share(800, 400, 1200)
    take_wave_back(by=town("hirata"), at=town.later(), line=line, reason="ほかの町の調査だった")
    assert counted("I40") == Share(0, 0)
    assert survey.waves(town("hirata")) == []
    rows = survey.editions(town("hirata"), line)
    assert [(row.edition, row.gone, row.answered) for row in rows] == [(3, True, 800), (2, False, 800), (1, False, 812)]
    with pytest.raises(Refused, match="もう一覧から外した"):
        take_wave_back(by=town("hirata"), at=town.later(), line=line, reason="もう一度")


def test_a_wave_is_not_written_down_twice_and_an_older_one_does_not_stand_before_it(town: Town) -> None:
    asked(town, days=30)
    with pytest.raises(Refused, match="もう残っています"):
        asked(town, days=30)
    asked(town, days=90, answers=Answers(100, 90, 80))
    assert counted("I40") == Share(812, 406, 1188)
    asked(town, days=500, answers=Answers(100, 90, 80))
    assert counted("I40").n == 812
    assert [row.answered for row in survey.waves(town("hirata"))] == [812, 90, 90]


def test_of_a_wave_of_two_years_ago_nothing_is_counted(town: Town) -> None:
    asked(town, days=500)
    assert counted("I40") == Share(0, 0)


def test_the_ledger_carries_numbers_and_no_words(town: Town) -> None:
    line = asked(town)
    with unwalled():
        fact = Fact.objects.everywhere("a test").filter(kind="survey_wave.counted").get()
    assert (fact.ref_1, fact.code_1) == (line, "knows_where")
    assert (fact.num_1, fact.num_2, fact.num_3) == (2000, 812, 406)
    assert fact.matter is None
    assert fact.subject is None


@pytest.mark.parametrize("who", ["kuze", "mori", "tanaka"])
def test_only_who_plans_writes_it_down(town: Town, who: str) -> None:
    with pytest.raises(Refused, match="計画担当と課長"):
        write_wave(by=town(who), at=town.later(), said=asked_of_residents(town))
    with unwalled():
        assert not SurveyWave.objects.everywhere("a test").exists()


def test_what_nobody_wrote_cannot_be_put_right(town: Town) -> None:
    with pytest.raises(SurveyWave.DoesNotExist):
        take_wave_back(by=town("hirata"), at=town.later(), line=uuid4(), reason="わけ")


def test_too_few_answers_do_not_cross_the_border_nor_how_many_did_not_answer(town: Town) -> None:
    """Of 2,000 asked 400 have to answer, and of any number thirty; of those helped twenty answered twice."""
    told = {
        "knows_where": (2000, 400, 150),
        "lonely": (2000, 399, 150),
        "isolated": (29, 29, 15),
        "mutual_help": (30, 30, 15),
    }
    told["loneliness"] = (45, 20, 100)
    day, at = date(2026, 6, 1).toordinal(), datetime(2026, 10, 5, 1, 0, tzinfo=UTC)
    tell(
        Line("survey_wave.counted", code, day, body=MINAMO, code=code, due=asked, numbers=(answered, good, day))
        for code, (asked, answered, good) in told.items()
    )
    by, last = system_viewer(MINAMO, at), date(2026, 9, 30)
    compute(by=by, at=at, last=last)
    table = measure_table(by, last=last)
    assert table is not None
    found = {line.code: (line.told.n, line.told.k, line.told.running) for line in table.lines}
    assert found["I40"] == (400, 150, 1600)
    assert found["I37"] == (None, None, None)
    assert found["I38"] == (None, None, None)
    assert found["I39"] == (30, 15, 0)
    assert found["I36"] == (20, 100, 25), "points are told with those who gave them: k is no part of n"
    assert {line.told.hidden for line in table.lines if line.code in {"I37", "I38"}} == {Hidden.FEW}


def test_a_decision_keeps_the_wave_in_the_words_of_its_day(town: Town) -> None:
    line = asked(town)
    made = decided(town, survey="", waves=[line])
    (beside,) = survey.beside_decision(town("hirata"), made)
    assert beside.name == "困ったときの相談先を知っているか(I40)"
    assert "2,000人にたずね、812人が答え、「知っている」と答えた数は406" in beside.words
    assert beside.since == ""
    said = asked_of_residents(town, answers=Answers(2000, 800, 400))
    write_wave(by=town("hirata"), at=town.later(), said=said, line=line, reason="打ちまちがい")
    (beside,) = survey.beside_decision(town("hirata"), made)
    assert "812人が答え" in beside.words[1], "as it stood"
    assert beside.since == "この調査の数は、あとで直されました。"
    take_wave_back(by=town("hirata"), at=town.later(), line=line, reason="ほかの町")
    (beside,) = survey.beside_decision(town("hirata"), made)
    assert beside.since == "この調査は、あとで取り消されました。"
    with pytest.raises(LookupError):
        decided(town, waves=[line])


def test_a_decision_says_what_was_looked_into_in_words_or_by_a_wave(town: Town) -> None:
    with pytest.raises(Refused, match="調べたもの"):
        decided(town, survey=" ")
    with unwalled():
        assert not NecessityDecision.objects.everywhere("a test").exists()


def test_what_ended_after_the_decision_is_no_ground_for_it(town: Town) -> None:
    line, first = asked(town, days=3), local_day(town.now)
    with pytest.raises(Refused, match="決めた日よりあとの調査"):
        decided(town, waves=[line], day=first - timedelta(days=4))
    with pytest.raises(Refused, match="決めた日よりあとの調査か話し合い"):
        decided(town, talks=[talked(town)], day=first - timedelta(days=1))
    with unwalled():
        assert not NecessityDecision.objects.everywhere("a test").exists()
    assert decided(town, waves=[line], day=first - timedelta(days=3))


def test_a_file_beside_a_decision_is_kept_without_the_place_and_its_bytes_leave_when_it_is_taken_out(
    town: Town,
) -> None:
    made, hirata = decided(town), town("hirata")
    letter, picture = add_papers(
        by=hirata, at=town.later(), decision=made, papers=[Paper("1 報告書.pdf", LETTER), Paper("2 写真.jpg", photo())]
    )
    assert [row.name for row in judgement_paper.papers_of(hirata, made)] == ["1 報告書.pdf", "2 写真.jpg"]
    assert judgement_paper.whole(hirata, letter.pk) == (letter, LETTER)
    shown = judgement_paper.whole(hirata, picture.pk)
    assert shown is not None
    assert PLACE in photo()
    assert PLACE not in shown[1]
    with pytest.raises(Refused, match="外すわけ"):
        remove_paper(by=hirata, at=town.later(), paper=letter.pk, reason=" ")
    remove_paper(by=hirata, at=town.later(), paper=letter.pk, reason="ちがう紙だった")
    gone, _ = judgement_paper.papers_of(hirata, made)
    assert gone.removal.reason == "ちがう紙だった"
    assert judgement_paper.whole(hirata, letter.pk) is None
    with unwalled():
        assert [row.paper_id for row in JudgementPaperContent.objects.everywhere("a test")] == [picture.pk]
    with pytest.raises(JudgementPaper.DoesNotExist):
        remove_paper(by=hirata, at=town.later(), paper=letter.pk, reason="もう一度")


@pytest.mark.parametrize(
    ("papers", "why"),
    [
        ([], "ファイルが選ばれていません"),
        ([Paper("表.xlsx", b"PK\x03\x04more")], "WordやExcel"),
        ([Paper(f"{n}.pdf", LETTER) for n in range(6)], "一度に付けられるのは5つまで"),
        ([Paper("よい.pdf", LETTER), Paper("切れた.pdf", b"%PDF-1.7 and no end")], "「切れた.pdf」"),
        ([Paper("大きい.pdf", b"%PDF-" + b"0" * 10_000_000)], "大きすぎます"),
    ],
)
def test_files_that_cannot_be_kept_are_refused_all_together(town: Town, papers: list[Paper], why: str) -> None:
    made = decided(town)
    with pytest.raises(Refused, match=why):
        add_papers(by=town("hirata"), at=town.later(), decision=made, papers=papers)
    with unwalled():
        assert not JudgementPaper.objects.everywhere("a test").exists()


def test_bytes_that_were_changed_are_not_handed_out(town: Town) -> None:
    made, hirata = decided(town), town("hirata")
    (paper,) = add_papers(by=hirata, at=town.later(), decision=made, papers=[Paper("報告書.pdf", LETTER)])
    with transaction.atomic(), entered(hirata):
        JudgementPaperContent.objects.within(hirata.body).update(content=b"%PDF-other %%EOF")
    with pytest.raises(Changed):
        judgement_paper.whole(hirata, paper.pk)
