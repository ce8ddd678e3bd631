"""Put a case on the agenda, choose the seats, confirm the pledge, write one's view."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from marugoto.agencies.codes import Field
from marugoto.agencies.models import Duty
from marugoto.agencies.queries.directory import profile
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.case import require_running
from marugoto.casework.models import Case, Need
from marugoto.conferences.actions.conference import require_open, stages_of
from marugoto.conferences.codes import KindCode
from marugoto.conferences.events import ItemPutOn, SeatTaken
from marugoto.conferences.kinds import kind_of
from marugoto.conferences.models import AgendaItem, Conference, Seat, SeatAdmission, SeatPledge, View
from marugoto.conferences.queries.council import day_of, of_conference, of_item
from marugoto.conferences.rules.agenda import may_put_on, may_sit
from marugoto.disclosure.actions.grant import Terms, open_prepared, prepare
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.queries.conflict import barred
from marugoto.disclosure.queries.council import CouncilLine, belonging, members_in_force
from marugoto.disclosure.rules.basis import may_use
from marugoto.disclosure.rules.council import admitted_by, may_promise, may_take_place
from marugoto.ground.actions.counter import next_number
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce
from marugoto.people.actions.about import open_about, people_of, records_of_each
from marugoto.people.models import Member

# What a seat at a case conference may read of the household; protected address and informant never come with a seat.
TABLE_PARTS = (Part.BASIC, Part.CONTACT, Part.SUPPORT, Part.MONEY, Part.HEALTH, Part.SCHOOL)
READING_DAYS = 30  # how long after the conference a seat goes on reading


@acting
def put_on_agenda(*, by: Viewer, at: datetime, conference: Conference, case: UUID, basis: BasisCode) -> AgendaItem:
    """The basis is set item by item; what is said under it lies in a folder of its own (ring-fence)."""
    row = Case.objects.open_to(by).select_related("ball").get(pk=case)
    require_running(by, row.pk)
    kind, day = kind_of(conference.kind), local_day(conference.begins_at)
    beside = [one.basis for one in of_conference(by, conference) if one.basis]
    may_put_on(kind, basis, stages_of(conference), councils=beside).require()
    may_use(basis, profile=profile(by.body, day), day=day).require()
    if AgendaItem.objects.within(by.body).filter(conference=conference, case=case, basis=basis).exists():
        no("この世帯は、もうこの会議の議題です。").require()
    item = uuid4()
    folder = open_about(
        by=by,
        at=at,
        subject=Ref("agenda", item),
        part=Part.SUPPORT,
        households=[row.household_id],
        basis=basis,
        origin=item,
    )
    made = AgendaItem.objects.create(
        id=item,
        body=by.body,
        made_at=at,
        conference=conference,
        case=row.pk,
        folder=folder.pk,
        number=next_number(by.body, f"item {conference.pk.hex}"),
        basis=basis,
        theme=row.ball.theme,
        by=by.duty,
    )
    told = ItemPutOn(
        conference=conference.pk,
        type=KindCode(conference.kind),
        basis=basis,
        asked_days=max(by.calendar.between(local_day(at), day), 0),
    )
    announce(told, by=by, at=at, matter=row.pk)
    return made


@acting
def take_seat(*, by: Viewer, at: datetime, item: AgendaItem, duty: UUID, reason: str = "") -> Seat:
    """Choose somebody for this item. What the seat may read opens when the pledge is confirmed, until thirty days after."""
    may_sit(stages_of(item.conference)).require()
    who = Duty.objects.everywhere("a member may belong to another body").select_related("team__agency").get(pk=duty)
    if Seat.objects.within(by.body).filter(item=item, duty=who).exists():
        no("この人は、もうこの議題の席にいます。").require()
    if who.worker_id in barred(by.at_moment(at), [item.case]).get(item.case, ()):
        no("この人は、この議題には入れません。", "ほかの人を選んでください。").require()
    council = of_item(by, item)
    member = _admitted(by, council, item, who, reason) if council else None
    seat = Seat.objects.create(
        body=by.body, made_at=at, item=item, duty=who, reason=clean(reason, limit=120), by=by.duty
    )
    if council:
        SeatAdmission.objects.create(body=by.body, made_at=at, seat=seat, council_id=council.council, member_id=member)
    concerned = _concerned(by, at, item)
    terms = Terms(
        basis=BasisCode(item.basis),
        team=who.team_id,
        duty=who.pk,
        until=item.conference.ends_at + timedelta(days=READING_DAYS),
        via=f"seat:{seat.pk}",
        persons=concerned,
        optional=concerned.keys() - {item.pk},
        records=records_of_each(by, {person for who in concerned.values() for person in who}),
    )
    prepare(by=by, at=at, subjects=concerned, parts=TABLE_PARTS, terms=terms)
    field = Field(who.team.agency.field)
    told = SeatTaken(conference=item.conference_id, team=who.team_id, field=field, in_welfare=field.in_welfare)
    announce(told, by=by, at=at, matter=item.case)
    return seat


@acting
def pledge(*, by: Viewer, at: datetime, seat: Seat) -> SeatPledge:
    """The one who sits confirms the secrecy duty; with it the papers open to that duty alone."""
    if seat.duty_id != by.duty:
        no("誓約は、席の本人だけができます。").require()
    may_sit(stages_of(seat.item.conference)).require()
    if SeatPledge.objects.within(by.body).filter(seat=seat).exists():
        no("もう確かめています。").require()
    _still_belongs(by, seat)
    council = of_item(by, seat.item)
    words = council.words if council else kind_of(seat.item.conference.kind).pledge
    row = SeatPledge.objects.create(body=by.body, made_at=at, seat=seat, words=words)
    open_prepared(by=by, at=at, via=f"seat:{seat.pk}")
    return row


@acting
def write_view(
    *, by: Viewer, at: datetime, seat: Seat, knows: str = "", does: str = "", can: str = "", asks: str = ""
) -> View:
    """The seat's own column of the shared sheet; written again, the later one counts."""
    if seat.duty_id != by.duty:
        no("見立ては、席の本人が書きます。").require()
    may_sit(stages_of(seat.item.conference)).require()
    if not SeatPledge.objects.within(by.body).filter(seat=seat).exists():
        no("まだ、聞いたことを外で話さない約束を確かめていません。", "先に約束を確かめてください。").require()
    require_open(by, at, seat.item)
    texts = {
        name: clean(text, limit=5_000)
        for name, text in (("knows", knows), ("does", does), ("can", can), ("asks", asks))
    }
    return View.objects.create(body=by.body, made_at=at, folder_id=seat.item.folder, seat=seat, **texts)


def _still_belongs(by: Viewer, seat: Seat) -> None:
    """Who sits as a member is one on the day of the conference."""
    as_member = SeatAdmission.objects.within(by.body).filter(seat=seat).exclude(member=None)
    here = members_in_force(by.body, day_of(seat.item.conference)).values("pk")
    may_promise(still_member=not as_member.exclude(member__in=here).exists()).require()


def _admitted(by: Viewer, council: CouncilLine, item: AgendaItem, who: Duty, reason: str) -> UUID | None:
    """The membership under which he sits; None where he is invited to this item, as the law lets this body do."""
    day = day_of(item.conference)
    member = admitted_by(belonging(by, council.council, day), agency=who.team.agency_id, duty=who.pk)
    may_take_place(council.sort.kind, member=member is not None, reason=reason, called=council.name).require()
    return member


def _concerned(by: Viewer, at: datetime, item: AgendaItem) -> dict[UUID, set[UUID]]:
    """The case, its household, members and needs, and the item's own folder, as far as the one who asks may see them; each with
    those of whom it speaks. Where the basis is consent, what somebody did not agree to stays shut, and without everybody's
    agreement to the support there is no seat."""
    case = Case.objects.open_to(by).get(pk=item.case)
    members = Member.objects.open_to(by).filter(household=case.household_id, until=None)
    people = people_of(by, case.household_id, local_day(at))
    needs = Need.objects.open_to(by).filter(case=case).values_list("pk", "person_id")
    return {
        **dict.fromkeys((item.pk, case.pk, case.household_id), people),
        **{person: {person} for person in members.values_list("person_id", flat=True)},
        **{need: {person} if person else people for need, person in needs},
    }
