"""Waves of surveys: the edition that holds, and those before it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.codes import SurveyQuestion
from marugoto.evaluation.models import JudgementWave, SurveyWave
from marugoto.evaluation.rules.survey import QUESTION_OF, Answers, Question, words_of, words_outside
from marugoto.ground.transaction import looking
from marugoto.kernel.era import say_era

Row = SurveyWave  # as a reader holds it; pages take the words from here


@looking
def waves(viewer: Viewer) -> list[SurveyWave]:
    """What holds, the newest wave first; one query."""
    rows = SurveyWave.objects.within(viewer.body).order_by("line", "edition")
    last = {row.line: row for row in rows}.values()
    standing = [row for row in last if not row.gone]
    return sorted(standing, key=lambda row: (row.until, row.made_at, str(row.line)), reverse=True)


@looking
def editions(viewer: Viewer, line: UUID) -> list[Any]:
    """Of one wave, the newest first, each with who wrote it."""
    rows: Any = SurveyWave.objects.within(viewer.body).filter(line=line).order_by("-edition")
    return list(rows.annotate(by_name=directory.worker_name("by")))


@dataclass(frozen=True)
class Beside:
    """A wave beside a decision, in the words of that day. `since`: what became of it afterwards, in words, or empty."""

    line: UUID
    name: str
    words: tuple[str, ...]
    since: str


@looking
def beside_decision(viewer: Viewer, decision: UUID) -> list[Beside]:
    """By their names. Two queries, and one where there are none."""
    rows = list(JudgementWave.objects.within(viewer.body).filter(decision=decision))
    standing = {row.line: row.edition for row in waves(viewer)} if rows else {}
    found = [Beside(row.line, row.said[0], tuple(row.said[1:]), _since(row, standing)) for row in rows]
    return sorted(found, key=lambda one: (one.name, one.words))


def printed(row: SurveyWave, words: str) -> list[str]:
    """What was asked, of whom and when, how it came out in these words, and where it is written."""
    question = question_of(row)
    when = f"{row.population}({say_era(row.since)}から{say_era(row.until)}まで)"
    return [f"{question.name}({question.indicator})", when, words, row.source]


def inside(row: SurveyWave) -> str:
    """How it came out, for those of the house: nothing is hidden."""
    return words_of(question_of(row), answers_of(row))


def outside(row: SurveyWave, population: int | None) -> str:
    """How it came out, for a paper that leaves the house."""
    return words_outside(question_of(row), answers_of(row), population=population)


def question_of(row: SurveyWave) -> Question:
    return QUESTION_OF[SurveyQuestion(row.question)]


def _since(row: JudgementWave, standing: dict[UUID, int]) -> str:
    if row.line not in standing:
        return "この調査は、あとで取り消されました。"
    return "この調査の数は、あとで直されました。" if standing[row.line] != row.edition else ""


def answers_of(row: SurveyWave) -> Answers:
    return Answers(row.asked, row.answered, row.counted, row.first)
