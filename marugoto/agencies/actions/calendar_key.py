"""Make the key of one's own calendar's address; end it."""

import secrets
from datetime import datetime
from hashlib import sha256

from marugoto.agencies.models import CalendarKey, CalendarKeyEnding, Duty
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.decision import no

BYTES = 32


@acting
def make_key(*, by: Viewer, at: datetime) -> str:
    """The secret: only here, and never again. A key that stood before ends, so that one address is open at most."""
    _end(by, at)
    secret = secrets.token_urlsafe(BYTES)
    CalendarKey.objects.create(body=by.body, made_at=at, duty_id=by.duty, sha256=hashed(secret))
    return secret


@acting
def end_key(*, by: Viewer, at: datetime) -> None:
    if not _end(by, at):
        no("いま使える購読の番地はありません。", "要るときは、新しく作ってください。").require()


def hashed(secret: str) -> str:
    """Without salt, so that it can be looked up: of 256 random bits nothing can be guessed."""
    return sha256(secret.encode()).hexdigest()


def _end(by: Viewer, at: datetime) -> int:
    hold(Duty.objects.within(by.body).filter(pk=by.duty))
    standing = CalendarKey.objects.within(by.body).filter(duty=by.duty, ended=None)
    if not standing.exists():
        return 0
    ending = CalendarKeyEnding.objects.create(body=by.body, made_at=at, by_id=by.duty)
    return standing.update(ended=ending)
