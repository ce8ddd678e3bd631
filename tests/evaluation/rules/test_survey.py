"""The questions as they are, the edges of what may be counted, and how answers are said to the last sign."""

from dataclasses import replace

import pytest

from marugoto.evaluation.codes import SurveyQuestion
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.survey import (
    QUESTION_OF,
    QUESTIONS,
    SURE,
    Answers,
    Question,
    may_count,
    mean_of,
    range_of,
    words_of,
    words_outside,
)
from tests.evaluation.rules.answers import says

KNOWS, TRUST = QUESTION_OF[SurveyQuestion.KNOWS_WHERE], QUESTION_OF[SurveyQuestion.TRUST]
LONELINESS = QUESTION_OF[SurveyQuestion.LONELINESS]


def test_what_one_sheet_can_have() -> None:
    assert [(one.low, one.high, one.items, one.paired) for one in QUESTIONS] == [
        (6, 24, 6, False),
        (3, 9, 1, True),
        *[(0, 0, 1, False)] * 4,
    ]
    assert SURE == 1.96
    assert not KNOWS.in_points
    assert replace(KNOWS, high=1).in_points


@pytest.mark.parametrize("question", [KNOWS, TRUST])
def test_fewer_than_none_do_not_answer(question: Question) -> None:
    assert says(may_count(question, Answers(100, -1, 0)), "答えた数(-1)が、たずねた数(100)より多くなっています。")


def test_of_no_answer_there_is_no_middle() -> None:
    assert mean_of(KNOWS, Share(0, 0)) is None
    assert mean_of(KNOWS, Share(4, 2)) == 0.5


@pytest.mark.parametrize(
    ("share", "low", "high"),
    [
        (Share(34, 26), 60, 88),  # 60.004 and 87.56
        (Share(35, 17), 32, 65),  # 32.994 and 64.43
        (Share(34, 8), 12, 40),  # 12.44 and 39.996
        (Share(35, 18), 35, 68),  # 35.57 and 67.006
    ],
)
def test_a_range_ends_on_the_whole_percent_outside_of_it(share: Share, low: int, high: int) -> None:
    assert range_of(share) == (low, high)


@pytest.mark.parametrize(
    ("question", "said", "words"),
    [
        (KNOWS, Answers(2000, 812, 406), "2,000人にたずね、812人が答え、「知っている」と答えた数は406"),
        (
            LONELINESS,
            Answers(25, 15, 50, 60),
            "25人にたずね、15人が答え、はじめの点の合計は60、6か月後の点の合計(両方で答えた人)は50",
        ),
    ],
)
def test_the_same_is_said_within_and_on_a_paper_where_nothing_is_hidden(
    question: Question, said: Answers, words: str
) -> None:
    assert words_of(question, said) == words_outside(question, said, population=30_000) == words


@pytest.mark.parametrize(
    ("question", "said", "population", "told"),
    [
        (KNOWS, Answers(100, 40, 10), 30_000, "「知っている」と答えた数は10"),
        (KNOWS, Answers(100, 40, 9), 30_000, "「知っている」と答えた数は※(10人より少ない数"),
        (KNOWS, Answers(100, 40, 31), 30_000, "「知っている」と答えた数は※"),  # nine others
        (KNOWS, Answers(100, 40, 0), 30_000, "「知っている」と答えた数は0"),
        (KNOWS, Answers(100, 9, 4), 30_000, "答えた数は※(10人より少ない数は伏せます)"),
        (KNOWS, Answers(100, 40, 19), 24_999, "「知っている」と答えた数は※(20人より"),
        (KNOWS, Answers(100, 40, 20), None, "「知っている」と答えた数は20"),
        (KNOWS, Answers(100, 40, 20), 1_999, "答えた数は載せません"),
        (
            LONELINESS,
            Answers(20, 10, 50, 60),
            30_000,
            "20人にたずね、10人が答え、はじめの点の合計は60、6か月後の点の合計",
        ),
        (LONELINESS, Answers(12, 10, 50, 60), 30_000, "たずねた数は※、10人が答え、はじめの点の合計は60、6か月後の点"),
        (LONELINESS, Answers(12, 9, 50, 60), 30_000, "12人にたずね、答えた数は※(10人より"),
        (LONELINESS, Answers(10, 9, 50, 60), 30_000, "10人にたずね、答えた数は※(10人より"),
        (LONELINESS, Answers(9, 7, 50, 60), 30_000, "たずねた数は※、答えた数は※(10人より"),
        (KNOWS, Answers(9, 0, 0), 30_000, "たずねた数は※、0人が答え"),
        (
            KNOWS,
            Answers(100, 99, 40),
            30_000,
            "たずねた数は※、99人が答え、「知っている」と答えた数は40(10人より",
        ),  # one other
        (KNOWS, Answers(99, 90, 4), 30_000, "たずねた数は※、90人が答え、「知っている」と答えた数は※(10人より"),
        (KNOWS, Answers(100, 90, 40), 30_000, "100人にたずね、90人が答え"),
        (KNOWS, Answers(100, 100, 40), 30_000, "100人にたずね、100人が答え"),
    ],
)
def test_the_paper_of_a_decision_hides_a_few_and_what_would_give_them_away(
    question: Question, said: Answers, population: int | None, told: str
) -> None:
    printed = words_outside(question, said, population=population)
    assert told in printed
    assert ("※" in printed) is ("※" in told)
