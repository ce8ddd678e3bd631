"""A second person has met whoever came in with a paper, and says that it is the worker."""

from datetime import datetime
from uuid import UUID

from django.utils.crypto import constant_time_compare

from marugoto.agencies import events
from marugoto.agencies.codes import SlipEnd
from marugoto.agencies.models import Slip, SlipEnding, Worker
from marugoto.agencies.queries.recognition import askers, number_of
from marugoto.agencies.rules.recognition import may_recognise, read_number
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@acting
def recognise(*, by: Viewer, at: datetime, worker: UUID, number: str) -> Worker:
    """From now on the account opens what its duties open. Raises Worker.DoesNotExist."""
    row = Worker.objects.within(by.body).select_for_update(of=("self",)).get(pk=worker)
    waiting = Slip.objects.within(by.body).filter(worker=row, ended=None, use__isnull=False, until__gt=local_day(at))
    slip = waiting.select_related("use", "by").first()
    asker = askers([row.pk]).get(row.pk)
    may_recognise(
        keeps_house=by.keeps_house,
        himself=row.pk == by.worker,
        waits=slip is not None,
        asked=asker is not None and asker.pk == by.worker,
        showed=slip is not None and slip.by.worker_id == by.worker,
        right=slip is not None and constant_time_compare(number_of(slip.use.pk), read_number(number)),
        name=row.name,
    ).require()
    assert slip is not None  # noqa: S101 — the rule above has just said so
    slip.ended = SlipEnding.objects.create(body=slip.body, made_at=at, end=SlipEnd.USED, by_id=by.duty)
    slip.save(update_fields=["ended"])
    announce(events.AccountRecognised(slip=slip.pk, worker=row.pk), by=by, at=at)
    return row
