"""The date poll: put days to those who sit, answer, and take one."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.queries.directory import profile
from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions.agenda import READING_DAYS
from marugoto.conferences.actions.conference import stages_of
from marugoto.conferences.actions.council import end_seats
from marugoto.conferences.codes import DateSaid
from marugoto.conferences.events import DateMoved
from marugoto.conferences.models import (
    AgendaItem,
    Conference,
    ConferenceCouncil,
    DateAnswer,
    DateFixed,
    DateOption,
    OutsideSeat,
    Seat,
    SeatAdmission,
)
from marugoto.conferences.rules.agenda import may_ask_dates
from marugoto.conferences.rules.outside import account_until
from marugoto.disclosure.actions.move import move_end
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.queries.council import members_in_force, running_on
from marugoto.disclosure.rules.basis import may_use
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

MOST_DAYS = 8


@acting
def put_day(*, by: Viewer, at: datetime, conference: Conference, begins_at: datetime, ends_at: datetime) -> DateOption:
    """With the first one, the day on which it was called stands among them too."""
    may_ask_dates(stages_of(conference)).require()
    if ends_at <= begins_at:
        no("終わりの時刻が、始まりより前になっています。").require()
    if begins_at < at:
        no("もう過ぎた日時です。", "日時を直してください。").require()
    known = DateOption.objects.within(by.body).filter(conference=conference)
    if known.filter(begins_at=begins_at).exists():
        no("その日時は、もう候補にあります。").require()
    if known.count() >= MOST_DAYS:
        no(f"候補は{MOST_DAYS}つまでです。", "いまある候補から決めてください。").require()
    if not known.filter(begins_at=conference.begins_at).exists() and begins_at != conference.begins_at:
        _put(by, at, conference, conference.begins_at, conference.ends_at)
    return _put(by, at, conference, begins_at, ends_at)


@acting
def answer_days(*, by: Viewer, at: datetime, conference: Conference, said: Mapping[UUID, DateSaid]) -> None:
    """One's own answers; who does not sit here is not asked."""
    may_ask_dates(stages_of(conference)).require()
    if not Seat.objects.within(by.body).filter(item__conference=conference, duty=by.duty).exists():
        no("この会議の席にいないので、日程は聞かれていません。").require()
    for option in DateOption.objects.within(by.body).filter(conference=conference, pk__in=said):
        DateAnswer.objects.within(by.body).update_or_create(
            option=option, duty_id=by.duty, defaults={"body": by.body, "made_at": at, "said": said[option.pk]}
        )


@acting
def fix_day(*, by: Viewer, at: datetime, option: DateOption) -> DateFixed:
    """The conference is held on that day: who sits reads until thirty days after it, accounts of those from outside stand until its
    end. Refused where a body or a ground does not hold on that day; who is no member on it has no seat any more."""
    meeting = option.conference
    may_ask_dates(stages_of(meeting)).require()
    if option.begins_at < at:
        no("もう過ぎた日時です。", "ほかの候補から選んでください。").require()
    day = local_day(option.begins_at)
    _require_ground(by, meeting, day)
    Conference.objects.within(by.body).filter(pk=meeting.pk).update(begins_at=option.begins_at, ends_at=option.ends_at)
    seats = OutsideSeat.objects.within(by.body).filter(item__conference=meeting)
    seats.update(opens_until=account_until(option.ends_at))
    at_it = Q(seat__item__conference=meeting) | Q(outside__item__conference=meeting)
    admitted = SeatAdmission.objects.within(by.body).filter(at_it).exclude(member=None)
    end_seats(by, at, admitted.exclude(member__in=members_in_force(by.body, day).values("pk")))
    for seat in Seat.objects.within(by.body).filter(item__conference=meeting).order_by("made_at", "pk"):
        move_end(by=by, at=at, via=f"seat:{seat.pk}", until=option.ends_at + timedelta(days=READING_DAYS))
    row = DateFixed.objects.create(body=by.body, made_at=at, conference=meeting, option=option, by=by.duty)
    asked = DateAnswer.objects.within(by.body).filter(option__conference=meeting).count()
    announce(
        DateMoved(conference=meeting.pk, day=day, asked=asked),
        by=by,
        at=at,
        matter=meeting.pk,
    )
    return row


def _require_ground(by: Viewer, meeting: Conference, day: date) -> None:
    """What was asked when it was called and when each item was put on, asked for the new day."""
    running = {one.council for one in running_on(by, day)}
    under = ConferenceCouncil.objects.within(by.body).filter(conference=meeting).values_list("council_id", flat=True)
    if set(under) - running:
        no(
            "この会議を開く会議体のうち、その日には動いていないものがあります。", "ほかの候補から選んでください。"
        ).require()
    items = AgendaItem.objects.within(by.body).filter(conference=meeting)
    for basis in sorted(set(items.values_list("basis", flat=True))):
        may_use(BasisCode(basis), profile=profile(by.body, day), day=day).require()


def _put(by: Viewer, at: datetime, conference: Conference, begins_at: datetime, ends_at: datetime) -> DateOption:
    return DateOption.objects.create(
        body=by.body, made_at=at, conference=conference, begins_at=begins_at, ends_at=ends_at, by=by.duty
    )
