"""Hold the counts of a half-year fast: once, when it is over."""

from datetime import date, datetime

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.models import HeldCount
from marugoto.evaluation.queries.heads import counted
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day


@acting
def hold_heads(*, by: Viewer, at: datetime, last: date) -> int:
    """How many counts are held for that half-year. What is held already stays as it is, whatever was told later.

    Refused while its last day still runs.
    """
    if last >= local_day(at):
        raise Refused(f"{say_day(last)}はまだ終わっていません。", "終わった半期の数を残してください。")
    known = HeldCount.objects.within(by.body).filter(last=last).count()
    if known:
        return known
    rows = [
        HeldCount(body=by.body, made_at=at, last=last, name=name, count=count)
        for name, count in counted(by, last=last).items()
    ]
    return len(HeldCount.objects.bulk_create(rows))
