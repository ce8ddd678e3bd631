"""Whether one's own mail is on; and for the office, what became of the letters."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from marugoto.agencies.viewer import Viewer
from marugoto.exchange.mail import mail_server
from marugoto.exchange.models import DigestMail, MailWish
from marugoto.exchange.rules.mail import MailState
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

DAYS, MOST = 14, 50


@dataclass(frozen=True)
class Day:
    day: date
    counts: dict[MailState, int]


@dataclass(frozen=True)
class Trouble:
    day: date
    name: str
    state: MailState
    tries: int
    said: str


@dataclass(frozen=True)
class MailBook:
    """`sender`: empty where this body sends no mail."""

    sender: str
    days: tuple[Day, ...]
    troubles: tuple[Trouble, ...]


@looking
def own_address(viewer: Viewer) -> str:
    latest = MailWish.objects.within(viewer.body).filter(duty=viewer.duty).order_by("-made_at", "-pk")
    return latest.values_list("address", flat=True).first() or ""


def sends_mail(viewer: Viewer) -> bool:
    return bool(mail_server().sender_of(viewer.body))


@looking
def book(viewer: Viewer) -> MailBook:
    """Two weeks: how many were sent, and for whom it did not work. Addresses are not shown: they are their owners'."""
    since = local_day(viewer.at) - timedelta(days=DAYS)
    rows = DigestMail.objects.within(viewer.body).filter(digest__day__gt=since)
    days: dict[date, dict[MailState, int]] = {}
    for day, state, count in rows.values_list("digest__day", "state").annotate(n=Count("pk")).order_by("-digest__day"):
        days.setdefault(day, {})[MailState(state)] = count
    failed = rows.exclude(state=MailState.SENT).exclude(trouble="", state=MailState.WAITING)
    troubles = tuple(
        Trouble(row.digest.day, row.digest.duty.worker.name, MailState(row.state), row.tries, row.trouble)
        for row in failed.select_related("digest__duty__worker").order_by("-digest__day", "pk")[:MOST]
    )
    return MailBook(
        mail_server().sender_of(viewer.body), tuple(Day(day, counts) for day, counts in days.items()), troubles
    )
