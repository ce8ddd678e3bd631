"""The days that balls bring: an answer that is due from us, and a look after the end."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, DateField, F, Q, Value, When
from django.db.models.functions import Least

from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import MatterKind
from marugoto.custody.models import Ball
from marugoto.custody.queries.face import BallFace, as_faces
from marugoto.custody.queries.now import balls_as_they_are
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.jst import local_day

MOST = 200
VISITED = (MatterKind.APPROACH, MatterKind.WATCH)


@dataclass(frozen=True)
class BallDates:
    answers: tuple[BallFace, ...]  # offered to our team
    directed: tuple[BallFace, ...]  # in one's own charge, and to be done until a day
    looks: tuple[BallFace, ...]  # ended, and in one's own charge to its end
    visits: tuple[BallFace, ...] = ()  # in one's own charge: somebody is to be visited, or looked in on


@looking_from_the_tower
def looks_past(viewer: Viewer, *, most: int) -> tuple[int, list[BallFace]]:
    """Of the whole body: after the end somebody was to look in, and the day is over. How many, and the longest waiting of them."""
    today = local_day(viewer.at)
    over = Q(look_on__lt=today)
    count = Ball.objects.within(viewer.body).filter(over).count()
    if not count or not most:
        return count, []
    balls = balls_as_they_are(viewer.body, today).filter(over).order_by("look_on", "number")
    return count, as_faces(viewer, balls[:most], companions=False)


@looking_from_the_tower
def coming(viewer: Viewer, *, since: date) -> BallDates:
    balls = balls_as_they_are(viewer.body, local_day(viewer.at))
    answers = Q(settlement=None, open_offer__to=viewer.team, open_offer__due__gte=since)
    directed = Q(settlement=None, in_charge=viewer.duty, asked_until__gte=since)
    looks = Q(look_on__gte=since, in_charge=viewer.duty)
    visits = Q(settlement=None, in_charge=viewer.duty, due_on__gte=since, matter_kind__in=VISITED)
    days = (F("open_offer__due"), F("asked_until"), F("look_on"), F("due_on"))
    far = Value(date.max, DateField())
    nearest = Least(*(Case(When(**{f"{day.name}__gte": since}, then=day), default=far) for day in days))
    chosen = balls.filter(answers | directed | looks | visits).order_by(nearest, "pk")
    faces = as_faces(viewer, chosen[:MOST], companions=False)
    return BallDates(
        tuple(one for one in faces if one.offered_to is not None and one.offered_to.id == viewer.team),
        tuple(one for one in faces if one.asked_until and one.in_charge == viewer.duty and one.settled_at is None),
        tuple(one for one in faces if one.look_on is not None and one.settled_at is not None),
        tuple(one for one in faces if one.matter_kind in VISITED and one.settled_at is None and not one.offer),
    )
