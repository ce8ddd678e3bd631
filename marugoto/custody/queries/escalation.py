"""The body's steps for each route, who set them, when and why; and the balls that raise an alarm now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateField, OuterRef, QuerySet, Subquery, UUIDField

from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import Alarm, BallState, EndingKind, MatterKind, Urgency
from marugoto.custody.models import Escalation, Offer
from marugoto.custody.queries.face import BallFace, as_faces
from marugoto.custody.queries.now import FACE, balls_as_they_are
from marugoto.custody.rules.escalation import Route, Setting, Steps, muted
from marugoto.ground.question import Question
from marugoto.ground.transaction import looking, looking_from_the_tower
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class EscalationLine:
    """One setting with who set it; `agency` as it is said, empty for any."""

    setting: Setting
    agency: str
    made_at: datetime
    by_name: str
    reason: str


@dataclass(frozen=True)
class Raised:
    """A ball that raises an alarm: of which route it is, since which day, for how many open days; `occasion` names this one time."""

    face: BallFace
    route: Route
    occasion: str
    since: date
    days: int


def _settings(body: str) -> QuerySet[Escalation]:
    return Escalation.objects.within(body).order_by("made_at", "pk")


_SETTINGS = Question(_settings, body=CharField())


def settings_of(body: str) -> list[Setting]:
    """In the order in which they were set."""
    return [_setting(row) for row in _SETTINGS.ask(body=body)]


def _book(body: str) -> QuerySet[Escalation]:
    return Escalation.objects.within(body).select_related("agency").order_by("-made_at", "pk")


_BOOK = Question(_book, body=CharField())


@looking
def escalation_book(viewer: Viewer) -> list[EscalationLine]:
    """Every setting, the latest first: two queries, however many there are."""
    rows = _BOOK.ask(body=viewer.body)
    people = names_of_duties({row.by for row in rows})
    return [
        EscalationLine(
            setting=_setting(row),
            agency=row.agency.name if row.agency else "",
            made_at=row.made_at,
            by_name=people[row.by].worker.name if row.by in people else "",
            reason=row.reason,
        )
        for row in rows
    ]


def _with_last_offer(body: str, day: date) -> QuerySet[Any]:
    last = Offer.objects.within(body).filter(ball=OuterRef("pk"), made_at__gte=OuterRef("since")).order_by("-made_at")
    balls = balls_as_they_are(body, day).filter(settlement=None)
    return balls.annotate(
        last_offer=Subquery(last.values("pk")[:1]),
        last_ending=Subquery(last.values("ended__kind")[:1]),
        last_ended_at=Subquery(last.values("ended__at")[:1]),
        last_agency=Subquery(last.values("to__agency")[:1], output_field=UUIDField()),
    ).values_list(*FACE, *LAST)


LAST = ("last_offer", "last_ending", "last_ended_at", "last_agency", "holder__agency")
_WITH_LAST_OFFER = Question(_with_last_offer, body=CharField(), day=DateField())


@looking_from_the_tower
def raised(viewer: Viewer) -> list[Raised]:
    """Every alarm among the open balls of the body, muted or not, the longest first: two queries."""
    rows: list[Any] = _WITH_LAST_OFFER.ask(body=viewer.body, day=local_day(viewer.at))
    faces = as_faces(viewer, rows, companions=False)
    found = [one for row, face in zip(rows, faces, strict=True) if (one := _raised(viewer, row, face)) is not None]
    return sorted(found, key=lambda one: (-one.days, one.face.number))


@looking_from_the_tower
def muted_now(viewer: Viewer) -> list[tuple[EscalationLine, frozenset[UUID]]]:
    """Routes of which nobody is told today, each with the balls that raise its alarm all the same."""
    lines = escalation_book(viewer)
    running_ones = muted((line.setting for line in reversed(lines)), local_day(viewer.at))
    if not running_ones:
        return []
    alarms = raised(viewer)
    return [
        (line, frozenset(one.face.ball for one in alarms if line.setting.route.covers(one.route)))
        for line in lines
        if line.setting in running_ones
    ]


def _raised(viewer: Viewer, row: Any, face: BallFace) -> Raised | None:
    """At most one of a ball: a call for help before silence, silence before lateness."""
    holder, today = row.holder__agency, local_day(viewer.at)
    if face.stuck is not None:
        since = local_day(row.open_stuck__at)
        return _of(viewer, face, Alarm.STUCK, holder, f"stuck:{face.stuck.hex}", since, today)
    if face.rescue is not None or face.offer is not None:
        return None
    lapsed = row.last_ending == EndingKind.LAPSED
    if lapsed and not (row.touched_at and row.touched_at > row.last_ended_at):
        since = local_day(row.last_ended_at)
        return _of(viewer, face, Alarm.SILENT, row.last_agency, f"offer:{row.last_offer.hex}", since, today)
    if face.state is BallState.LATE and face.due is not None:
        return _of(
            viewer, face, Alarm.LATE, holder, f"late:{face.due.isoformat()}:{face.holder.id.hex}", face.due, today
        )
    return None


def _of(viewer: Viewer, face: BallFace, alarm: Alarm, agency: UUID, occasion: str, since: date, today: date) -> Raised:
    route = Route(alarm, face.matter_kind, face.urgency, agency)
    return Raised(face, route, occasion, since, viewer.calendar.between(since, today))


def among(found: Iterable[Raised], route: Route) -> list[Raised]:
    return [one for one in found if route.covers(one.route)]


def _setting(row: Escalation) -> Setting:
    return Setting(
        route=Route(
            Alarm(row.alarm),
            MatterKind(row.matter_kind) if row.matter_kind else None,
            Urgency(row.urgency) if row.urgency else None,
            row.agency_id,
        ),
        since=row.since,
        steps=Steps(row.sender_after, row.tower_after, row.chief_after),
        muted_until=row.muted_until,
    )
