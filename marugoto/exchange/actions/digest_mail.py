"""The morning round: compose everybody's digest, and send it to those who want it as mail, where the body has a mail server.

Nothing of it holds up the courier's other errands, and nothing is lost by it: the digest itself is kept in the house.
"""

import logging
import smtplib
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery

from marugoto.agencies.queries import directory
from marugoto.agencies.queries.account import suspended_on
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.queries.viewer import duties_in_force
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.dates import promised_by_today
from marugoto.custody.actions.digest import compose_all
from marugoto.custody.labels import DIGEST_KINDS
from marugoto.custody.models import Digest
from marugoto.exchange.mail import CannotSend, MailServer, connected, mail_server, send
from marugoto.exchange.models import DigestMail, MailWish
from marugoto.exchange.rules.mail import Letter, MailState, may_have_address, next_try, without_addresses, written
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day

log = logging.getLogger(__name__)


@acting
def wish_for_mail(*, by: Viewer, at: datetime, address: str) -> MailWish:
    """One's own address for this duty, or none: then no mail comes."""
    address = address.strip()
    may_have_address(address).require()
    return MailWish.objects.create(body=by.body, made_at=at, duty_id=by.duty, address=address)


def morning_round(*, at: datetime) -> None:
    """For every body; trouble in one keeps none of the others waiting."""
    server = mail_server()
    for body in directory.bodies():
        by = system_viewer(body.code, at)
        try:
            compose_all(by=by, at=at, promised=promised_by_today)
            may_go_out = settings.MARUGOTO_DEMO or not body.training
            if server.sender_of(body.code) and may_go_out:
                _send_all(by, at, server)
        except Exception:
            log.exception("morning round of %s", body.code)


def _send_all(by: Viewer, at: datetime, server: MailServer) -> None:
    close_over(by=by, at=at)
    make_ready(by=by, at=at)
    ready = waiting(by=by, at=at)
    if not ready:
        return
    try:
        with connected(server) as line:
            for mail in ready:
                _send_one(by, at, server, line, mail)
    except CannotSend as trouble:
        for mail in ready:
            put_off(by=by, at=at, mail=mail.pk, trouble=str(trouble))


def _send_one(by: Viewer, at: datetime, server: MailServer, line: smtplib.SMTP, mail: DigestMail) -> None:
    if not claim(by=by, at=at, mail=mail.pk):
        return
    letter = Letter(mail.digest_id, mail.digest.day, _lines(mail.digest), settings.MARUGOTO_HOUSE_URL)
    message = written(letter, sender=server.sender_of(by.body), receiver=mail.address, at=at)
    try:
        send(line, message)
    except CannotSend as trouble:
        answer(by=by, at=at, mail=mail.pk, trouble=str(trouble), forever=trouble.forever, unsure=trouble.unsure)
    else:
        answer(by=by, at=at, mail=mail.pk)


@acting
def make_ready(*, by: Viewer, at: datetime) -> int:
    """A mail for each digest of today whose duty wants one and still runs."""
    today = local_day(at)
    latest = MailWish.objects.within(by.body).filter(duty=OuterRef("duty")).order_by("-made_at", "-pk")
    made = DigestMail.objects.within(by.body).values("digest")
    wanted = (
        Digest.objects.within(by.body)
        .filter(day=today, duty__in=_signing_in(by, at))
        .exclude(pk__in=made)
        .annotate(address=Subquery(latest.values("address")[:1]))
        .exclude(address="")
        .exclude(address=None)
    )
    rows = [
        DigestMail(body=by.body, made_at=at, digest=one, address=one.address, state=MailState.WAITING, next_at=at)
        for one in wanted
    ]
    return len(DigestMail.objects.bulk_create(rows, ignore_conflicts=True))


@acting
def waiting(*, by: Viewer, at: datetime) -> list[DigestMail]:
    rows = DigestMail.objects.within(by.body).filter(state=MailState.WAITING, next_at__lte=at)
    rows = rows.filter(digest__duty__in=_signing_in(by, at))
    return list(rows.select_related("digest").order_by("next_at", "pk"))


@acting
def close_over(*, by: Viewer, at: datetime) -> int:
    """What could not be sent on its day is sent no more: a digest of yesterday misleads."""
    left = DigestMail.objects.within(by.body).filter(state=MailState.WAITING, digest__day__lt=local_day(at))
    return left.update(state=MailState.OVER)


@acting
def claim(*, by: Viewer, at: datetime, mail: UUID) -> bool:
    """Of two couriers one gets it."""
    mine = DigestMail.objects.within(by.body).filter(pk=mail, state=MailState.WAITING, next_at__lte=at)
    return mine.update(state=MailState.SENDING) == 1


@acting
def answer(
    *, by: Viewer, at: datetime, mail: UUID, trouble: str = "", forever: bool = False, unsure: bool = False
) -> None:
    """What the server said: it is sent, refused for good, or waits for another try. Where nobody knows, it stays as being sent."""
    row = DigestMail.objects.within(by.body).get(pk=mail)
    row.tries += 1
    if not trouble:
        row.state, row.sent_at, row.trouble = MailState.SENT, at, ""
    else:
        row.state = MailState.SENDING if unsure else MailState.REFUSED if forever else MailState.WAITING
        row.trouble, row.next_at = without_addresses(trouble)[:200], next_try(row.tries - 1, at=at)
    row.save()


@acting
def put_off(*, by: Viewer, at: datetime, mail: UUID, trouble: str) -> None:
    """The server did not answer at all."""
    row = DigestMail.objects.within(by.body).filter(pk=mail, state=MailState.WAITING, next_at__lte=at).first()
    if row is not None:
        row.tries, row.next_at = row.tries + 1, next_try(row.tries, at=at)
        row.trouble = without_addresses(trouble)[:200]
        row.save()


def _signing_in(by: Viewer, at: datetime) -> QuerySet[Any, Any]:
    """Whose account opens the house today: to nobody else goes a word of it."""
    today = local_day(at)
    running = duties_in_force(today).filter(body=by.body, worker__user__is_active=True)
    return running.exclude(worker__in=suspended_on(today).values("worker")).values("pk")


def _lines(digest: Digest) -> tuple[tuple[str, int], ...]:
    kinds: Mapping[str, object] = DIGEST_KINDS
    return tuple((str(said), getattr(digest, kind)) for kind, said in kinds.items())
