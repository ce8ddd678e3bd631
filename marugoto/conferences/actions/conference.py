"""Convene a conference and bring it through its stages."""

from datetime import datetime

from marugoto.agencies.queries.directory import profile
from marugoto.agencies.viewer import Viewer
from marugoto.conferences.codes import KindCode, Stage
from marugoto.conferences.events import StageReached
from marugoto.conferences.kinds import kind_of
from marugoto.conferences.models import AgendaItem, Conference, ConferenceStage, Seat
from marugoto.conferences.rules.agenda import may_reach, may_write
from marugoto.disclosure.actions.grant import end_grants
from marugoto.disclosure.models import Folder
from marugoto.disclosure.queries.folder import Open
from marugoto.disclosure.rules.basis import usable
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
) -> Conference:
    """Refused when this body may not use any basis of the kind on that day, or when it would end before it begins."""
    what = kind_of(kind)
    day = local_day(begins_at)
    allowed = {basis.code for basis in usable(profile=profile(by.body, day), day=day)}
    if not allowed & set(what.bases):
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
    _reached(by, at, row, Stage.CONVENED)
    return row


@acting
def open_conference(*, by: Viewer, at: datetime, conference: Conference) -> ConferenceStage:
    """The table is open: decisions can be taken."""
    return _reach(by, at, conference, Stage.OPENED)


@acting
def close_conference(*, by: Viewer, at: datetime, conference: Conference) -> ConferenceStage:
    return _reach(by, at, conference, Stage.CLOSED)


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
    items = AgendaItem.objects.within(by.body).filter(conference=conference).count()
    may_reach(stages_of(conference), stage, items=items).require()
    return _reached(by, at, conference, stage)


def _reached(by: Viewer, at: datetime, conference: Conference, stage: Stage) -> ConferenceStage:
    row = ConferenceStage.objects.create(body=by.body, made_at=at, conference=conference, stage=stage, by=by.duty)
    items = AgendaItem.objects.within(by.body).filter(conference=conference).count()
    told = StageReached(conference=conference.pk, type=KindCode(conference.kind), stage=stage, items=items)
    announce(told, by=by, at=at, matter=conference.pk)
    return row


def require_open(by: Viewer, at: datetime, item: AgendaItem) -> None:
    folders = Folder.objects.within(by.body).filter(Open(by.at_moment(at), "pk"), pk=item.folder)
    may_write(is_open=folders.exists()).require()
