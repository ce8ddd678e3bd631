"""A town whose signs can be read: twelve months of facts in which no gap signal is on, and levels held fast for two half-years."""

from django.utils import timezone

from marugoto.evaluation.models import MeasureValue
from marugoto.evaluation.rules.half_year import last_days
from marugoto.evaluation.standards import CRITERIA
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.evaluation.facts import Line, tell

DAYS_AGO = 120
N, K = 40, 37  # of each criterion that was held fast


def signals_off(body: str, *, after: int = 700_000) -> None:
    """Six of the seven, for no record knows of money (N6). Of 44 that came in one was left; of 80 balls one lapsed."""
    day = local_day(timezone.now()).toordinal() - DAYS_AGO
    tell([line for lines in (_come_in, _homes, _balls, _wishes, _beside) for line in lines(body, day)], after=after)


def _come_in(body: str, day: int) -> list[Line]:
    """24 consultations, of which six did not begin with the person, and 20 notices; N1a, N2b, N4."""
    found = []
    for one in range(24):
        matter = f"{body} consultation {one}"
        channel = "outreach" if one < 6 else "phone"
        found.append(Line("intake.opened", matter, day, body=body, code=channel, due=1, numbers=(0, 1)))
        if one:
            found.append(Line("ball.touched", matter, day + 2, body=body))
    for one in range(20):
        matter = f"{body} notice {one}"
        found += [
            Line("notice.received", matter, day, body=body, code="resident"),
            Line("ball.caught", matter, day + 1, body=body),
            Line("notice.answered", matter, day + 2, body=body, code="taken", due=2),
        ]
    return found


def _homes(body: str, day: int) -> list[Line]:
    """20 households of two, in 14 of which both were met; N1b."""
    return [
        Line("assessment.written", f"{body} home {one}", day, body=body, due=1, numbers=(2, 2 if one < 14 else 1, 0))
        for one in range(20)
    ]


def _balls(body: str, day: int) -> list[Line]:
    """80 offers, of which one lapsed; N2a."""
    found = []
    for one in range(80):
        matter = f"{body} offer {one}"
        found.append(Line("ball.offered", matter, day, body=body, offer=matter, due=day + 7))
        kind = "ball.caught" if one else "ball.lapsed"
        found.append(Line(kind, matter, day + (1 if one else 8), body=body, offer=matter))
    return found


def _wishes(body: str, day: int) -> list[Line]:
    """Twelve wishes, of which nine led to a visit; N3."""
    found = []
    for one in range(12):
        need = f"{body} wish {one}"
        found.append(Line("wish.heard", need, day, body=body, due=1, numbers=(1,)))
        if one < 9:
            found.append(Line("participation.visited", need, day + 20, body=body, offer=f"{body} match {one}"))
    return found


def _beside(body: str, day: int) -> list[Line]:
    """One thing that could not be told and found no way, and twenty answers of other divisions, of which two said no; N5, N7."""
    refused = Line("disclosure.refused", f"{body} refused", day, body=body, offer="another", code="consent")
    answers = [
        Line(
            "cooperation.answered",
            f"{body} asked {one}",
            day,
            body=body,
            offer=f"{body} asked {one}",
            code="not_now" if one < 2 else "together",
            due=0,
        )
        for one in range(20)
    ]
    return [refused, *answers]


def held_at(body: str, level: int) -> None:
    """Every criterion stood at this level at the end of the last two half-years."""
    at = timezone.now()
    rows = [
        MeasureValue(
            body=body,
            made_at=at,
            code=one.code,
            version=one.version,
            anchor=anchor,
            n=N if one.evidence else 0,
            k=K if one.evidence else 0,
            running=0,
            level=level,
        )
        for anchor in last_days(local_day(at), 2)
        for one in CRITERIA
    ]
    with unwalled():
        MeasureValue.objects.bulk_create(rows)
