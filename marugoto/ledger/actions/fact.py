"""Write a fact: the fourth beat of every action."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from marugoto.kernel.calendar import WorkingCalendar
from marugoto.kernel.fiscal import day_number, fiscal_year
from marugoto.kernel.jst import local_day
from marugoto.ledger.events import Event, columns
from marugoto.ledger.models import Fact


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
    day = local_day(at)
    fact = Fact(
        kind=event.kind,
        version=event.version,
        body=by.body,
        area=area,
        fy=fiscal_year(day),
        day=day_number(day),
        bday=by.calendar.number(day),
        org=by.team,
        duty=by.duty,
        subject=subject,
        matter=matter,
        corrects=corrects,
        **columns(event),
    )
    fact.save(force_insert=True)
    return fact.uid
