"""What has done its work goes: addresses of letters sent and of those who left, staff lists that were taken in, forms that were sent,
and sessions that are over with what was typed in them."""

import logging
from datetime import date, datetime

from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef, Q

from marugoto.agencies.models import DutyEnding, Suspension
from marugoto.agencies.queries import directory
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.viewer import Viewer
from marugoto.exchange.models import DigestMail, MailWish, StaffList, StaffRow
from marugoto.exchange.rules.mail import MailState
from marugoto.exchange.rules.retention import forms_before, letters_before, lists_until
from marugoto.ground.actions import submission
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import end_of_day, local_day

log = logging.getLogger(__name__)


def retention_round(*, at: datetime) -> None:
    """For every body; trouble in one keeps none of the others waiting. Done twice, it changes nothing more."""
    forget_forms(at=at)
    for body in directory.bodies():
        by = system_viewer(body.code, at)
        try:
            forget_addresses(by=by, at=at)
            empty_lists(by=by, at=at)
        except Exception:
            log.exception("retention of %s", body.code)


def forget_forms(*, at: datetime) -> int:
    """Of all bodies at once: which page about whom a form led to, and what was kept of one whose writer had been signed out."""
    sessions, _rows = Session.objects.filter(expire_date__lt=at).delete()
    return submission.forget(before=forms_before(at)) + sessions


@acting
def forget_addresses(*, by: Viewer, at: datetime) -> int:
    """A letter's after its time, a wish's when another has taken its place or its duty is over that long; answers how many."""
    over = letters_before(local_day(at))
    letters = DigestMail.objects.within(by.body).filter(digest__day__lt=over).exclude(address="")
    gone = letters.exclude(state=MailState.WAITING).update(address="")
    later = MailWish.objects.within(by.body).filter(duty=OuterRef("duty"), made_at__gt=OuterRef("made_at"))
    wishes = MailWish.objects.within(by.body).exclude(address="")
    return gone + wishes.filter(Q(Exists(later)) | _left(by, over)).update(address="")


@acting
def empty_lists(*, by: Viewer, at: datetime) -> int:
    """The file, its name and the rows of its preview; what was done stands in the receipt and in the records of accounts."""
    old = (
        StaffList.objects.within(by.body)
        .filter(made_at__lt=end_of_day(lists_until(local_day(at))))
        .exclude(file_name="")
    )
    keys = list(old.values_list("pk", flat=True))
    StaffRow.objects.within(by.body).filter(of__in=keys).delete()
    return StaffList.objects.within(by.body).filter(pk__in=keys).update(content=b"", file_name="", notes=[])


def _left(by: Viewer, day: date) -> Q:
    """Whose duty or account was over on that day."""
    ended = DutyEnding.objects.within(by.body).filter(duty=OuterRef("duty"), day__lte=day, taken_back=None)
    stopped = Suspension.objects.within(by.body).filter(worker=OuterRef("duty__worker"), day__lte=day, ended=None)
    return Q(duty__until__lte=day) | Q(Exists(ended)) | Q(Exists(stopped))
