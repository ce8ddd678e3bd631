"""What is made beside a table: papers with the pictures of the day, a seat for somebody from outside, and a poll of days."""

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import case as cases
from marugoto.casework.queries.case import CasePage
from marugoto.conferences.actions.date import answer_days, put_day
from marugoto.conferences.actions.outside import Stranger, ask_outside, mark_outsider, take_in_pledge, take_in_view
from marugoto.conferences.actions.papers import put_together, take_copy_back
from marugoto.conferences.codes import Attendance, DateSaid, KindCode
from marugoto.conferences.models import AgendaItem, DateOption, OutsideSeat, Papers, PapersCopy, Seat, SeatPledge
from marugoto.conferences.queries.council import of_item
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.meetings import LASTS, Table
from marugoto.demo.live.words.beside import BY_FIELD, SCHOOL, WELFARE, Asked
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.rules.basis import OUTSIDE
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.web.meeting.pictures import kept_pictures

if TYPE_CHECKING:
    from marugoto.demo.live.here import Here
    from marugoto.demo.live.household import Life

RECENT = 45  # open days before today: what is older has been put away
POLL_DAY = 2  # open days before today, those who sit are asked for days
OTHER_DAYS = (1, 3)  # open days after the one on which it was called
SAID = (DateSaid.YES, DateSaid.YES, DateSaid.MAYBE, DateSaid.NO)


def is_recent(here: "Here", day: date) -> bool:
    return day >= here.calendar.add(here.until, -RECENT)


def _host_sits(here: "Here", table: Table, item: AgendaItem) -> bool:
    """What is said under an item is open to whoever called the table where he sits at it and promised, too."""
    by = here.by(table.convener)
    return by.duty in _promised(by, item)


@looking
def _promised(viewer: Viewer, item: AgendaItem) -> set[UUID]:
    return set(SeatPledge.objects.within(viewer.body).filter(seat__item=item).values_list("seat__duty", flat=True))


# ---------------------------------------------------------------- papers


def puts_papers(life: "Life", table: Table, item: AgendaItem) -> None:
    """The day before; for a table to come they lie ready today."""
    here = life.here
    if not is_recent(here, local_day(table.begins)):
        return
    ready = max(here.now + timedelta(minutes=40), table.begins - timedelta(days=1))
    last = here.before_today(life.chance("papers"), 1)
    here.clock.begin(min(ready, last, table.begins - timedelta(minutes=3)), _are_ready(life, table, item))


def _are_ready(life: "Life", table: Table, item: AgendaItem) -> Steps:
    here, on_paper = life.here, life.chance("paper").random() < 0.6
    by = here.by(table.convener)
    eyes = by.at_moment(by.at)  # what these pictures show, and nothing else
    case = cases.get(eyes, item.case)
    if case is None or not _host_sits(here, table, item):
        return
    pledged, pictures = bool(_promised(by, item)), _drawn(eyes, case)
    seen = eyes.sight.folders.keys() - {item.folder}
    made = put_together(by=by, at=here.now, item=item, on_paper=on_paper and pledged, drawn_from=seen, **pictures)
    yield table.begins + LASTS + timedelta(minutes=20)
    copies = _copies(here.by(table.convener), made)
    for copy in copies[: -1 if life.chance("copy").random() < 0.3 else None]:  # one is still out, now and then
        take_copy_back(by=here.by(table.convener), at=here.now, copy=copy)


@looking
def _drawn(viewer: Viewer, case: CasePage) -> dict[str, str]:
    return kept_pictures(viewer, case)


@looking
def _copies(viewer: Viewer, papers: Papers) -> list[PapersCopy]:
    return list(PapersCopy.objects.within(viewer.body).filter(papers=papers).order_by("number"))


# ---------------------------------------------------------------- somebody from outside


def asks_outside(life: "Life", table: Table, item: AgendaItem) -> None:
    """One for a table; to the council for children only a school that belongs to it comes."""
    here, of_children = life.here, item.basis == BasisCode.CHILD_COUNCIL
    if table.asked_outside or not is_recent(here, local_day(table.begins)):
        return
    if of_children and SCHOOL.from_where not in here.meetings.members:
        return
    field = next((need.sketch.field for need in life.needs if need.sketch.field in BY_FIELD), "")
    who = SCHOOL if of_children else BY_FIELD.get(field, WELFARE)
    begins = min(here.in_days(life.chance("outside"), 2, 2), here.before_today(life.chance("asked"), 1))
    here.clock.begin(min(begins, table.begins - timedelta(minutes=4)), _comes(life, table, item, who))


def _comes(life: "Life", table: Table, item: AgendaItem, who: Asked) -> Steps:
    here, by = life.here, life.here.by(table.convener)
    if table.asked_outside or not _host_sits(here, table, item):
        return
    table.asked_outside = True
    agreed_on = here.today if item.basis == BasisCode.CONSENT else None
    member = here.meetings.members.get(who.from_where) if item.basis == BasisCode.CHILD_COUNCIL else None
    stranger = Stranger(who.kind, who.name, who.reason, who.reads, who.from_where, agreed_on, member)
    seat = ask_outside(by=by, at=here.now, item=item, stranger=stranger).seat
    if table.begins >= here.clock.ends:
        return  # the letter is on its way: nothing was heard yet
    council = of_item(by, item)
    words = council.words if council else OUTSIDE
    yield table.begins - timedelta(minutes=2)
    take_in_pledge(by=here.by_itself(), at=here.now, seat=seat.pk, said_at=here.now, words=words)
    said = {"knows": who.knows, "does": who.does, "can": who.can, "asks": who.asks}
    take_in_view(by=here.by_itself(), at=here.now, seat=seat.pk, said_at=here.now, said=said)
    yield table.begins + timedelta(minutes=3)
    by = here.by(table.convener)
    mark_outsider(by=by, at=here.now, seat=_outside_seat(by, seat.pk), attendance=Attendance.PRESENT)


@looking
def _outside_seat(viewer: Viewer, seat: UUID) -> OutsideSeat:
    return OutsideSeat.objects.within(viewer.body).select_related("item__conference").get(pk=seat)


# ---------------------------------------------------------------- a poll of days


def asks_for_days(here: "Here") -> None:
    here.clock.begin(here.before_today(here.chance("poll"), POLL_DAY), _poll(here))


def _poll(here: "Here") -> Steps:
    """For the last of the tables to come, so that there is time to move it."""
    yield here.now + timedelta(minutes=9)
    coming = [one for one in here.meetings.coming.values() if one.begins >= here.clock.ends]
    seats = {one.conference.pk: _sitting(here, one) for one in coming}
    table = max(
        (one for one in coming if len(seats[one.conference.pk]) > 1 and one.conference.kind != KindCode.CHILD),
        key=lambda one: one.begins,
        default=None,
    )
    if table is None:
        return
    day = local_day(table.begins)
    for more in OTHER_DAYS:
        begins = table.begins + (here.calendar.add(day, more) - day)
        by = here.by(table.convener)
        put_day(by=by, at=here.now, conference=table.conference, begins_at=begins, ends_at=begins + LASTS)
    for place, hat in enumerate(seats[table.conference.pk][:-1]):  # one has not looked yet
        yield here.now + timedelta(minutes=17)
        rng = here.chance("day", place)
        said = {option: rng.choice(SAID) for option in _options(here.by(hat), table)}
        answer_days(by=here.by(hat), at=here.now, conference=table.conference, said=said)


def _sitting(here: "Here", table: Table) -> list[UUID]:
    """Whoever sits at any item, once; who left meanwhile is not asked."""
    return [hat for hat in _hats(here.by(table.convener), table) if here.by(hat).duty == hat]


@looking
def _hats(viewer: Viewer, table: Table) -> list[UUID]:
    rows = Seat.objects.within(viewer.body).filter(item__conference=table.conference).order_by("made_at", "pk")
    return list(dict.fromkeys(rows.values_list("duty", flat=True)))


@looking
def _options(viewer: Viewer, table: Table) -> list[UUID]:
    rows = DateOption.objects.within(viewer.body).filter(conference=table.conference).order_by("begins_at")
    return list(rows.values_list("pk", flat=True))
