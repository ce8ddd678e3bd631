"""Put the papers of an item together, allow copies on paper, and take them back."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions.conference import require_open, stages_of
from marugoto.conferences.models import AgendaItem, CopyReturn, Papers, PapersCopy, Seat, SeatPledge
from marugoto.conferences.rules.agenda import may_sit
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no

MOST = 400_000  # characters of a picture


@acting
def put_together(
    *,
    by: Viewer,
    at: datetime,
    item: AgendaItem,
    family: str,
    around: str,
    drawn_from: Collection[UUID] = (),
    on_paper: bool = False,
) -> Papers:
    """The pictures of this day are kept whole, with the folders from which they were drawn; on paper, each who sits and promised gets
    a numbered copy, which is asked back."""
    may_sit(stages_of(item.conference)).require()
    if max(len(family), len(around)) > MOST:
        no(
            "この世帯の図は大きすぎて、資料として残せません。",
            "図は世帯の画面で開いて、いまの図を見ながら話してください。ほかの資料は、このまま読めます。",
        ).require()
    require_open(by, at, item)
    row = Papers.objects.create(
        body=by.body,
        made_at=at,
        folder_id=item.folder,
        item=item,
        family=family,
        around=around,
        drawn_from=sorted(str(one) for one in drawn_from),
        on_paper=on_paper,
        by=by.duty,
    )
    promised = SeatPledge.objects.within(by.body).values("seat")
    seats = Seat.objects.within(by.body).filter(item=item, pk__in=promised).order_by("made_at", "pk")
    if on_paper and not seats:
        no("約束を確かめた人がまだいないので、紙にはできません。", "先に約束を確かめてもらってください。").require()
    for number, seat in enumerate(seats if on_paper else (), start=1):
        PapersCopy.objects.create(body=by.body, made_at=at, papers=row, seat=seat, number=number)
    return row


@acting
def take_copy_back(*, by: Viewer, at: datetime, copy: PapersCopy) -> CopyReturn:
    if CopyReturn.objects.within(by.body).filter(copy=copy).exists():
        no("この資料は、もう返ってきています。").require()
    return CopyReturn.objects.create(body=by.body, made_at=at, copy=copy, by=by.duty)
