"""Look at seats from outside, at what the porch is to be told of them, and at the date poll."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions.outside import all_ended_at
from marugoto.conferences.codes import DateSaid, OutsideKind
from marugoto.conferences.models import (
    DateAnswer,
    DateOption,
    OutsideAttended,
    OutsideLate,
    OutsidePledge,
    OutsideSeat,
    OutsideView,
    OutsideWords,
)
from marugoto.ground.transaction import looking


@dataclass(frozen=True)
class OutsideLine:
    """`over`: the account has ended. The words are empty where the item's folder is not open to the viewer."""

    seat: UUID
    kind: OutsideKind
    name: str
    from_where: str
    reason: str
    extract: str
    number: str
    opens_until: datetime
    over: bool
    pledged: bool
    attendance: str
    view: OutsideView | None


@dataclass(frozen=True)
class DayLine:
    """A day of the poll: what each said, by duty and by seat from outside."""

    option: UUID
    begins_at: datetime
    ends_at: datetime
    by_duty: dict[UUID, DateSaid]
    by_outside: dict[UUID, DateSaid]

    def count(self, said: DateSaid) -> int:
        return [*self.by_duty.values(), *self.by_outside.values()].count(said)


@looking
def of_items(viewer: Viewer, items: Collection[UUID]) -> dict[UUID, list[OutsideLine]]:
    """By item; of an item that is not open to the viewer nobody from outside is named: six queries at most."""
    words = OutsideWords.objects.open_to(viewer).filter(seat__item__in=items).select_related("seat__item__conference")
    rows = list(words.order_by("made_at", "pk")) if items else []
    seats = [row.seat_id for row in rows]
    if not seats:
        return {}
    pledged = set(OutsidePledge.objects.within(viewer.body).filter(seat__in=seats).values_list("seat_id", flat=True))
    came = dict(OutsideAttended.objects.within(viewer.body).filter(seat__in=seats).values_list("seat_id", "attendance"))
    said = OutsideView.objects.open_to(viewer).filter(seat__in=seats).order_by("made_at")
    views = {view.seat_id: view for view in said}
    ends = all_ended_at(viewer.body, [row.seat for row in rows])
    found: dict[UUID, list[OutsideLine]] = {}
    for row in rows:
        seat = row.seat
        found.setdefault(seat.item_id, []).append(
            OutsideLine(
                seat=seat.pk,
                kind=OutsideKind(seat.kind),
                name=row.name,
                from_where=row.from_where,
                reason=row.reason,
                extract=row.extract,
                number=seat.number,
                opens_until=seat.opens_until,
                over=ends[seat.pk] <= viewer.at,
                pledged=seat.pk in pledged,
                attendance=came.get(seat.pk, ""),
                view=views.get(seat.pk),
            )
        )
    return found


@looking
def seat(viewer: Viewer, outside: UUID) -> OutsideSeat | None:
    return OutsideSeat.objects.within(viewer.body).select_related("item__conference").filter(pk=outside).first()


@looking
def words_of(viewer: Viewer, outside: UUID) -> OutsideWords | None:
    """None where the item's folder is not open to the viewer."""
    return OutsideWords.objects.open_to(viewer).filter(seat=outside).first()


@looking
def late(viewer: Viewer, outside: UUID) -> list[tuple[str, datetime]]:
    """What sort of letter came after the seat was over, and when it was written."""
    rows = OutsideLate.objects.within(viewer.body).filter(seat=outside).order_by("said_at")
    return list(rows.values_list("what", "said_at"))


@looking
def standing(viewer: Viewer, *, since: datetime) -> list[OutsideSeat]:
    """Seats whose account ends after that moment, of all conferences: for the courier, who reads no words of them."""
    rows = OutsideSeat.objects.within(viewer.body).select_related("item__conference").filter(opens_until__gt=since)
    return list(rows.order_by("made_at", "pk"))


@looking
def days(viewer: Viewer, conference: UUID) -> list[DayLine]:
    """The poll, the earliest day first: two queries."""
    options = list(DateOption.objects.within(viewer.body).filter(conference=conference).order_by("begins_at"))
    answers = list(DateAnswer.objects.within(viewer.body).filter(option__in=options)) if options else []
    return [
        DayLine(
            one.pk,
            one.begins_at,
            one.ends_at,
            {row.duty_id: DateSaid(row.said) for row in answers if row.option_id == one.pk and row.duty_id},
            {row.outside_id: DateSaid(row.said) for row in answers if row.option_id == one.pk and row.outside_id},
        )
        for one in options
    ]


@looking
def option(viewer: Viewer, option: UUID) -> DateOption | None:
    return DateOption.objects.within(viewer.body).select_related("conference").filter(pk=option).first()
