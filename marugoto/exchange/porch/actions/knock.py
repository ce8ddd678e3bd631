"""Count how often a visitor knocks, and say when it is enough for this hour."""

import hashlib
import hmac
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F

from marugoto.exchange.porch.codes import Door
from marugoto.exchange.porch.models import Knock
from marugoto.exchange.porch.whole import whole

AN_HOUR = {
    Door.NOTICE: 10,
    Door.ASK: 40,
    Door.TABLE: 20,
    Door.HOST: 40,
    Door.POSTER: 40,
}  # a family or a small office behind one address is not kept out
SWEPT_AFTER = timedelta(days=1)


def knock(*, at: datetime, body: str, door: Door, address: str) -> bool:
    """True while the visitor may; each call counts. Of the address only a digest of today is kept, for a day."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    visitor = _digest(address, at)
    with whole():
        Knock.objects.everywhere("yesterday's counts of all bodies").filter(hour__lt=at - SWEPT_AFTER).delete()
        row, _ = Knock.objects.within(body).get_or_create(
            body=body, door=door, visitor=visitor, hour=hour, defaults={"made_at": at}
        )
        Knock.objects.within(body).filter(pk=row.pk).update(count=F("count") + 1)
        return row.count < AN_HOUR[door]


def _digest(address: str, at: datetime) -> str:
    key = f"{settings.SECRET_KEY}|{at.date().isoformat()}"
    return hmac.new(key.encode(), address.encode(), hashlib.sha256).hexdigest()
