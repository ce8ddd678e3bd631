"""Take the second keys of somebody's account away: he has lost his telephone, and asks in person."""

from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator

from marugoto.agencies import events
from marugoto.agencies.actions.account import end_sessions
from marugoto.agencies.models import KeyRemoval, Worker
from marugoto.agencies.rules.keys import may_remove_keys
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.ledger.actions import announce


@acting
def remove_keys(*, by: Viewer, at: datetime, worker: UUID, reason: str) -> KeyRemoval:
    """All of them, as nobody can say which one the finder holds; whoever is signed in by one is out. Raises Worker.DoesNotExist."""
    row = Worker.objects.within(by.body).select_for_update(of=("self",)).get(pk=worker)
    keys = Authenticator.objects.filter(user=row.user_id) if row.user_id else Authenticator.objects.none()
    count = keys.count()
    may_remove_keys(
        keeps_house=by.keeps_house,
        himself=row.pk == by.worker,
        has_keys=count > 0,
        reasoned=bool(reason.strip()),
        name=row.name,
    ).require()
    keys.delete()
    if row.user_id:
        end_sessions(at=at, account=row.user_id)
    made = KeyRemoval.objects.create(
        body=by.body, made_at=at, worker=row, by_id=by.duty, count=count, reason=reason.strip()
    )
    announce(events.KeysRemoved(worker=row.pk, count=count), by=by, at=at)
    return made
