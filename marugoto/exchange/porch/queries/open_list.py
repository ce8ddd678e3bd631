"""The published places as services of HSDS, for other programs: what the house's own export says, from what the porch was told."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from marugoto.exchange.hsds_words import words
from marugoto.exchange.porch.models import PublishedBody, PublishedPlace
from marugoto.exchange.porch.rules.opening import read_opening
from marugoto.exchange.rules.hsds import Entry, OpenPlace, Part, framed, service_of
from marugoto.exchange.rules.writing import Issuer

Town = PublishedBody  # as it is read; doors take the word from here
MOST, USUAL = 500, 100  # services on a page
LATE = timedelta(
    minutes=10
)  # between what an answer says and what is shown when it is read: a list just taken in, an answer held on the way


@dataclass(frozen=True)
class Asked:
    """`after`: only what the house changed at this moment or later, or what is shown here as it is only since then: a word of the house
    may reach the porch late, and whoever asked in between must hear of it."""

    page: int = 1
    size: int = USUAL
    after: datetime | None = None


def listing(town: PublishedBody, asked: Asked) -> Entry | None:
    """One page by kana; None for a page beyond the last."""
    rows = PublishedPlace.objects.within(town.body)
    if asked.after is not None:
        rows = rows.filter(Q(changed_at__gte=asked.after) | Q(made_at__gte=_somewhat_before(asked.after)))
    part = Part(rows.count(), asked.page, asked.size)
    if asked.page > part.pages:
        return None
    first = (asked.page - 1) * asked.size
    chosen = rows.order_by("kana", "name", "pk")[first : first + asked.size]
    return framed([_service(town, row) for row in chosen], part)


def _somewhat_before(moment: datetime) -> datetime:
    """At the beginning of time there is no moment before."""
    return moment - LATE if moment.year > 1 else moment


def service(town: PublishedBody, place: UUID) -> Entry | None:
    row = PublishedPlace.objects.within(town.body).filter(pk=place).first()
    return _service(town, row) if row is not None else None


def _service(town: PublishedBody, row: PublishedPlace) -> Entry:
    return service_of(_outside(town, row), Issuer(town.body, town.name, town.prefecture), words())


def _outside(town: PublishedBody, row: PublishedPlace) -> OpenPlace:
    """What an older house did not tell stays unknown."""
    opening, more = read_opening(row.opening, row.days, row.hours), row.open
    said = {"name": row.name, "name_kana": row.kana, "days": row.days, "hours": row.hours}
    values = said | row.shown | {name: str(more[name]) for name in ("url", "email", "fax", "extension") if name in more}
    traits = dict.fromkeys(_codes(row.traits), True) | dict.fromkeys(more.get("denied", ()), False)
    return OpenPlace(
        ref=row.pk,
        values=values,
        changed_at=row.changed_at or town.published_at,
        confirmed_on=row.confirmed_on,
        kind=row.kind,
        district=row.district,
        latitude=row.latitude,
        longitude=row.longitude,
        run_by=more.get("run_by", ""),
        held_at=more.get("held_at", ""),
        on_holidays=opening.on_holidays,
        interests=_codes(row.interests),
        welcomes={code: date.fromisoformat(day) for code, day in row.since.items()},
        times=opening.lines,
        days=opening.singles,
        traits=traits,
        fee_yen=row.fee_yen,
        capacity_people=more.get("people"),
        room_people=more.get("room"),
        room_on=date.fromisoformat(more["room_on"]) if more.get("room_on") else None,
    )


def _codes(between_commas: str) -> tuple[str, ...]:
    return tuple(code for code in between_commas.split(",") if code)
