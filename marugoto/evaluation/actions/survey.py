"""Write down how a wave of a survey came out; put it right, or take it back, with the reason. No edition is written over."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.actions.recount import count_soon
from marugoto.evaluation.codes import SurveyQuestion
from marugoto.evaluation.events.survey import SurveyCounted, SurveyTakenBack
from marugoto.evaluation.models import SurveyWave
from marugoto.evaluation.queries.survey import waves
from marugoto.evaluation.rules.survey import QUESTION_OF, Answers, may_count, may_record, told_count
from marugoto.evaluation.rules.thinking import may_change_edition, may_think
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.era import say_era
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@dataclass(frozen=True)
class Asked:
    """All that is said of a wave. `population`: of whom it was asked, in words."""

    question: SurveyQuestion
    since: date
    until: date
    population: str
    answers: Answers
    source: str


@acting
def write_wave(*, by: Viewer, at: datetime, said: Asked, line: UUID | None = None, reason: str = "") -> SurveyWave:
    """`line`: of which this is the next edition. Raises SurveyWave.DoesNotExist."""
    may_think(by.roles, contracted=by.contracted).require()
    before = _before(by, line, reason)
    question, today = QUESTION_OF[said.question], local_day(at)
    may_record(
        population=said.population, source=said.source, since=said.since, until=said.until, today=today
    ).require()
    may_count(question, said.answers).require()
    _may_stand_beside(by, said, line)
    line = line or uuid4()
    told = SurveyCounted(
        wave=line,
        question=said.question,
        asked=said.answers.asked,
        answered=said.answers.answered,
        counted=told_count(question, said.answers),
        last=said.until,
    )
    fact = announce(told, by=by, at=at, corrects=before.fact if before else None)
    count_soon(by=by, at=at)
    return SurveyWave.objects.create(
        body=by.body,
        made_at=at,
        by=by.duty,
        line=line,
        edition=before.edition + 1 if before else 1,
        question=said.question.value,
        since=said.since,
        until=said.until,
        population=clean(said.population.strip(), limit=200),
        asked=said.answers.asked,
        answered=said.answers.answered,
        counted=said.answers.counted,
        first=said.answers.first,
        source=clean(said.source.strip(), limit=400),
        reason=clean(reason.strip(), limit=200),
        fact=fact,
    )


@acting
def take_wave_back(*, by: Viewer, at: datetime, line: UUID, reason: str) -> SurveyWave:
    """Nothing is counted of it any more; what was said of it stays to be read. Raises SurveyWave.DoesNotExist."""
    may_think(by.roles, contracted=by.contracted).require()
    last = _before(by, line, reason)
    assert last is not None  # noqa: S101 — a line was given
    fact = announce(SurveyTakenBack(wave=line), by=by, at=at, corrects=last.fact)
    count_soon(by=by, at=at)
    same = ("line", "question", "since", "until", "population", "asked", "answered", "counted", "first", "source")
    return SurveyWave.objects.create(
        **{name: getattr(last, name) for name in same},
        body=by.body,
        made_at=at,
        by=by.duty,
        edition=last.edition + 1,
        gone=True,
        reason=clean(reason.strip(), limit=200),
        fact=fact,
    )


def _before(by: Viewer, line: UUID | None, reason: str) -> SurveyWave | None:
    row = SurveyWave.objects.within(by.body).filter(line=line).order_by("-edition").first() if line else None
    if line and row is None:
        raise SurveyWave.DoesNotExist
    may_change_edition(again=row is not None, gone=bool(row and row.gone), reason=reason).require()
    return row


def _may_stand_beside(by: Viewer, said: Asked, line: UUID | None) -> None:
    """The same question to the same people up to the same day is the same wave."""
    for row in waves(by):
        same = (row.question, row.until, row.population) == (said.question, said.until, said.population.strip())
        if same and row.line != line:
            no(
                f"この問いの、{say_era(said.until)}までの調査は、もう残っています。",
                "直すなら、その調査を開いてください。",
            ).require()
