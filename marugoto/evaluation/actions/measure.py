"""Hold the figures of a body fast: once for the end of each half-year."""

from collections.abc import Iterable
from datetime import date, datetime

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import INDICATORS
from marugoto.evaluation.models import MeasureValue
from marugoto.evaluation.queries.figure import Figures, figures
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.standards import CRITERIA
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day


@acting
def compute(*, by: Viewer, at: datetime, last: date) -> list[MeasureValue]:
    """All indicators and criteria over the twelve months to `last`; what came out as before is not written again.

    Refused while that day still runs: what may still change cannot be held fast.
    """
    if last >= local_day(at):
        raise Refused(f"{say_day(last)}はまだ終わっていません。", "終わった日までの数を計算してください。")
    found = figures(by, days=[last], indicators=INDICATORS, criteria=CRITERIA)
    held = {(row.code, row.version): row for row in _held(by, last)}
    return [
        _keep(by, at, last, held.get((code, version)), code=code, version=version, share=share, level=level)
        for code, version, share, level in _computed(found, last)
    ]


def _held(by: Viewer, last: date) -> Iterable[MeasureValue]:
    return MeasureValue.objects.within(by.body).filter(anchor=last).order_by("edition")


def _computed(found: Figures, last: date) -> Iterable[tuple[str, str, Share, int | None]]:
    for indicator in INDICATORS:
        yield indicator.code, str(indicator.version), found.shares[indicator.code, last], None
    for criterion in CRITERIA:
        verdict = found.verdicts[criterion.code, last]
        yield criterion.code, criterion.version, verdict.share, verdict.level


def _keep(
    by: Viewer,
    at: datetime,
    last: date,
    held: MeasureValue | None,
    *,
    code: str,
    version: str,
    share: Share,
    level: int | None,
) -> MeasureValue:
    values = (share.n, share.k, share.running, level)
    if held is not None and (held.n, held.k, held.running, held.level) == values:
        return held
    return MeasureValue.objects.create(
        body=by.body,
        made_at=at,
        code=code,
        version=version,
        anchor=last,
        edition=held.edition + 1 if held else 1,
        n=share.n,
        k=share.k,
        running=share.running,
        level=level,
    )
