"""Write down how one gets from one district to another; matching asks no further than what stands here."""

from collections.abc import Iterable
from datetime import datetime

from marugoto.agencies.viewer import Viewer
from marugoto.community.rules.place import may_tend
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.ledger.actions import announce
from marugoto.participation.codes import Travel
from marugoto.participation.events import RoadWritten
from marugoto.participation.models import DistrictRoad
from marugoto.participation.rules import slot
from marugoto.participation.rules.roads import NO_ROAD

LONGEST = 24 * 60


@acting
def write_road(
    *,
    by: Viewer,
    at: datetime,
    start: str,
    end: str,
    way: Travel,
    minutes: int | None,
    times: Iterable[int] = (),
    last: int | None = None,
    both: bool = False,
) -> None:
    """None minutes: take the line out again. `last`: the minute of the day at which the last one leaves. `both`: the way back is the same."""
    may_tend(by.roles).require()
    if start == end:
        no("同じ圏域どうしの行き方は書きません。", "ちがう圏域を選んでください。").require()
    if way in NO_ROAD or (minutes is not None and not 0 < minutes <= LONGEST):
        no("行き方か分が読み取れません。", "分は1から1440までの数で書いてください。").require()
    for one, other in ((start, end), (end, start)) if both else ((start, end),):
        line = {"body": by.body, "start": one, "end": other, "way": way}
        if minutes is None:
            DistrictRoad.objects.within(by.body).filter(**line).delete()
        else:
            said = {"minutes": minutes, "times": slot.kept(times), "last": last, "by": by.duty}
            DistrictRoad.objects.within(by.body).update_or_create(
                **line, defaults=said, create_defaults=said | {"made_at": at}
            )
    announce(RoadWritten(minutes=minutes), by=by, at=at, area=start)
