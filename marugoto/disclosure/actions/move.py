"""What was opened, or waits to be, for something that is put off: it ends later, or sooner, on the same ground."""

from datetime import datetime

from django.db.models import Q, QuerySet

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.grant import Granted, Terms, _end, _open, _waiting
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.models import Consent, Grant, GrantEnding, Prepared, Reliance
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import end_of_day

MOVED = "日が変わった"


@acting
def move_end(*, by: Viewer, at: datetime, via: str, until: datetime) -> None:
    """Everything that came by this way stands until then; on consent never longer than every answer it stands on."""
    for waiting in _waiting(by, Q(via=via)):
        last = _last(by, waiting.basis, Reliance.objects.within(by.body).filter(prepared=waiting), waiting.until, until)
        Prepared.objects.within(by.body).filter(pk=waiting.pk).update(until=last)
    taken = GrantEnding.objects.within(by.body).values("grant_id")
    live = Grant.objects.within(by.body).filter(via=via, until__gt=at).exclude(pk__in=taken)
    ended, opening = list[Grant](), list[tuple[Granted, Terms]]()
    for row in live.select_related("folder").order_by("made_at", "pk"):
        relied = Reliance.objects.within(by.body).filter(grant=row)
        last = _last(by, row.basis, relied, row.until, until)
        if last != row.until:
            terms = Terms(BasisCode(row.basis), row.team_id, row.duty_id, last, row.via, row.reason)
            ended.append(row)
            opening.append((Granted(row.folder, last, tuple(relied.values_list("consent_id", flat=True))), terms))
    _end(by, at, ended, MOVED)
    _open(by, at, opening)


def _last(by: Viewer, basis: str, relied: QuerySet[Reliance], now: datetime | None, until: datetime) -> datetime | None:
    """An answer that the viewer cannot read keeps the end that it has."""
    if basis == BasisCode.EMERGENCY or now is None:
        return now
    answers = set(relied.values_list("consent_id", flat=True))
    read = dict(Consent.objects.open_to(by).filter(pk__in=answers).values_list("pk", "until"))
    ends = [end_of_day(day) for day in read.values() if day is not None]
    return min([until, *ends, *([now] if read.keys() != answers else [])])
