"""What was not sent, for its writer alone."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marugoto.agencies.actions.leaving import Fields
from marugoto.agencies.models import Unsent
from marugoto.agencies.queries.calendar import says
from marugoto.agencies.rules.leaving import IDLE, KEPT_FOR, idle_minutes
from marugoto.agencies.viewer import Viewer
from marugoto.ground.sealed import unsealed
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class UnsentForm:
    id: UUID
    page: str
    action: str
    fields: Fields
    with_file: bool
    kept_at: datetime


@looking
def unsent_forms(viewer: Viewer) -> list[UnsentForm]:
    """The latest first; what is older than its days is not there, nor what no key opens any more."""
    rows = Unsent.objects.within(viewer.body).filter(duty=viewer.duty, made_at__gt=viewer.at - KEPT_FOR)
    found = [(row, unsealed(row.sealed)) for row in rows.order_by("-made_at", "pk")]
    return [_form(row, said) for row, said in found if said is not None]


def minutes_of(viewer: Viewer) -> int:
    """How long the screen may stand without its worker."""
    return idle_minutes(says(viewer.body, IDLE, local_day(viewer.at)))


def _form(row: Unsent, said: list[list[str]]) -> UnsentForm:
    fields = tuple((name, value) for name, value in said)
    return UnsentForm(row.pk, row.page, row.action, fields, row.with_file, row.made_at)
