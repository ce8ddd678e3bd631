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
