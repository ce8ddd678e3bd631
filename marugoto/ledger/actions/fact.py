"""Write a fact: the fourth beat of every action."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from marugoto.kernel.calendar import WorkingCalendar
from marugoto.kernel.fiscal import day_number, fiscal_year
from marugoto.kernel.jst import local_day
from marugoto.ledger.events import Event, columns
from marugoto.ledger.models import Fact

AT_ONCE = 500  # rows in one stroke


class Teller(Protocol):
    """Who tells the fact; a `Viewer` fits."""

    @property
    def body(self) -> str: ...
    @property
    def team(self) -> UUID: ...
    @property
    def duty(self) -> UUID: ...
    @property
    def calendar(self) -> WorkingCalendar: ...


def announce(
    event: Event,
    *,
    by: Teller,
    at: datetime,
    area: str = "",
    subject: UUID | None = None,
    matter: UUID | None = None,
    corrects: UUID | None = None,
) -> UUID:
    """Append the event to the ledger and answer the fact's uid. `subject` is a pseudonym, never a person's own id."""
    fact = _fact(event, by, at, area=area, subject=subject, matter=matter, corrects=corrects)
    fact.save(force_insert=True)
    return fact.uid


def announce_each(events: Iterable[tuple[Event, UUID | None]], *, by: Teller, at: datetime, area: str = "") -> None:
    """As `announce`, each about its own subject or about nobody, all of one area, in this order and in one stroke."""
    told = [_fact(event, by, at, subject=subject, area=area) for event, subject in events]
    Fact.objects.within(by.body).bulk_create(told, batch_size=AT_ONCE)


def _fact(event: Event, by: Teller, at: datetime, **about: Any) -> Fact:
    day = local_day(at)
    return Fact(
        kind=event.kind,
        version=event.version,
        body=by.body,
        fy=fiscal_year(day),
        day=day_number(day),
        bday=by.calendar.number(day),
        org=by.team,
        duty=by.duty,
        **about,
        **columns(event),
    )
