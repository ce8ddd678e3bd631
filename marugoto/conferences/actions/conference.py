"""Convene a conference and bring it through its stages."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from marugoto.agencies.codes import Field
from marugoto.agencies.queries.directory import profile
from marugoto.agencies.viewer import Viewer
from marugoto.casework.models import Need
from marugoto.conferences.codes import Attendance, KindCode, OutsideKind, Stage
from marugoto.conferences.events import FieldNeeded, StageReached
from marugoto.conferences.kinds import kind_of
from marugoto.conferences.models import (
    AgendaItem,
    Attended,
    Conference,
    ConferenceCouncil,
    ConferenceStage,
    OutsideAttended,
    Seat,
    Topic,
)
from marugoto.conferences.rules.agenda import may_reach, may_write
from marugoto.conferences.rules.outside import FIELD_OF_KIND
from marugoto.conferences.rules.seats import needed_fields
from marugoto.disclosure.actions.grant import end_grants
from marugoto.disclosure.models import Folder
from marugoto.disclosure.queries.council import running_on
from marugoto.disclosure.queries.folder import Open
from marugoto.disclosure.rules.basis import usable
from marugoto.disclosure.rules.council import may_meet_together
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@acting
def convene(
    *,
    by: Viewer,
    at: datetime,
    kind: KindCode,
    begins_at: datetime,
    ends_at: datetime,
    name: str = "",
    where: str = "",
    councils: Collection[UUID] = (),
) -> Conference:
    """Refused when this body may not use any basis of the kind on that day, or when it would end before it begins. `councils`: the
    bodies under which it sits, in a joint session several."""
    what = kind_of(kind)
    day = local_day(begins_at)
    allowed = {basis.code for basis in usable(profile=profile(by.body, day), day=day)}
    if (what.bases and not allowed & set(what.bases)) or (
        what.needs and profile(by.body, day).get(what.needs) != "yes"
    ):
        no(
            f"「{what.name}」({what.article})は、この自治体では今は開けません。", "使える会議から選んでください。"
        ).require()
    if ends_at <= begins_at:
        no("終わりの時刻が、始まりより前になっています。").require()
    if begins_at < at:
        no("もう過ぎた日時です。", "日時を直してください。").require()
    row = Conference.objects.create(
        body=by.body,
        made_at=at,
        kind=kind,
        name=clean(name, limit=60) or what.name,
        begins_at=begins_at,
        ends_at=ends_at,
        where=clean(where, limit=120),
        by=by.duty,
        host_id=by.team,
    )
    _sit_under(by, at, row, councils)
    _reached(by, at, row, Stage.CONVENED)
    return row


def _sit_under(by: Viewer, at: datetime, conference: Conference, councils: Collection[UUID]) -> None:
    """Those that run on that day; each with a ground of its own, and at least one with that of the kind."""
    if not councils:
        return
    kind, running = (
        kind_of(conference.kind),
        {one.council: one for one in running_on(by, local_day(conference.begins_at))},
    )
    chosen = [running[one] for one in councils if one in running]
    if len(chosen) != len(set(councils)):
        no("選ばれた会議体のうち、その日には動いていないものがあります。", "会議体を選び直してください。").require()
    may_meet_together([one.sort.kind for one in chosen]).require()
    if not kind.of_topics and not {one.basis for one in chosen} & {*kind.bases, None}:
        no(
            f"「{kind.name}」の根拠をもつ会議体が選ばれていません。",
            "会議の種類と同じ根拠の会議体を、一つは選んでください。",
        ).require()
    for one in chosen:
        ConferenceCouncil.objects.create(body=by.body, made_at=at, conference=conference, council_id=one.council)


@acting
def open_conference(*, by: Viewer, at: datetime, conference: Conference) -> ConferenceStage:
    """The table is open: decisions can be taken."""
    return _reach(by, at, conference, Stage.OPENED)


@acting
def close_conference(*, by: Viewer, at: datetime, conference: Conference) -> ConferenceStage:
    reached = _reach(by, at, conference, Stage.CLOSED)
    _tell_fields(by, at, conference)
    return reached


def _tell_fields(by: Viewer, at: datetime, conference: Conference) -> None:
    """For each item, whether every field that its open needs ask for was there: one fact for each field."""
    seats = Seat.objects.within(by.body).filter(item__conference=conference).select_related("duty__team__agency")
    came = set(
        Attended.objects.within(by.body)
        .filter(seat__in=seats, attendance=Attendance.PRESENT)
        .values_list("seat", flat=True)
    )
    outside = OutsideAttended.objects.within(by.body).filter(
        seat__item__conference=conference, attendance=Attendance.PRESENT
    )
    strangers = list(outside.values_list("seat__item_id", "seat__kind"))
    for item in AgendaItem.objects.within(by.body).filter(conference=conference).order_by("number"):
        there = {Field(one.duty.team.agency.field) for one in seats if one.item_id == item.pk and one.pk in came}
        there |= {FIELD_OF_KIND[OutsideKind(kind)] for seated, kind in strangers if seated == item.pk}
        needs = Need.objects.open_to(by).filter(case=item.case, ball__settlement=None)
        for field in sorted(needed_fields(needs.values_list("theme", flat=True))):
            told = FieldNeeded(
                conference=conference.pk, type=KindCode(conference.kind), field=field, seated=field in there
            )
            announce(told, by=by, at=at, matter=item.case)


@acting
def call_off(*, by: Viewer, at: datetime, conference: Conference) -> ConferenceStage:
    """What the seats could read closes at once."""
    reached = _reach(by, at, conference, Stage.CALLED_OFF)
    for seat in Seat.objects.within(by.body).filter(item__conference=conference):
        end_grants(by=by, at=at, via=f"seat:{seat.pk}", reason="会議の取りやめ")
    return reached


def stages_of(conference: Conference) -> list[Stage]:
    rows = ConferenceStage.objects.within(conference.body).filter(conference=conference).order_by("made_at")
    return [Stage(row.stage) for row in rows]


def _reach(by: Viewer, at: datetime, conference: Conference, stage: Stage) -> ConferenceStage:
    items = _items(by, conference)
    may_reach(stages_of(conference), stage, items=items).require()
    return _reached(by, at, conference, stage)


def _reached(by: Viewer, at: datetime, conference: Conference, stage: Stage) -> ConferenceStage:
    row = ConferenceStage.objects.create(body=by.body, made_at=at, conference=conference, stage=stage, by=by.duty)
    items = _items(by, conference)
    told = StageReached(conference=conference.pk, type=KindCode(conference.kind), stage=stage, items=items)
    announce(told, by=by, at=at, matter=conference.pk)
    return row


def _items(by: Viewer, conference: Conference) -> int:
    """Households and topics alike."""
    topics = Topic.objects.within(by.body).filter(conference=conference).count()
    return topics + AgendaItem.objects.within(by.body).filter(conference=conference).count()


def require_open(by: Viewer, at: datetime, item: AgendaItem) -> None:
    folders = Folder.objects.within(by.body).filter(Open(by.at_moment(at), "pk"), pk=item.folder)
    may_write(is_open=folders.exists()).require()
