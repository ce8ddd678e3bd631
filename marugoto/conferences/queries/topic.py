"""Look at topics: those of a conference with what was settled, where it went on, and what waits for such a conference."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.codes import Followed, KindCode, Stage
from marugoto.conferences.kinds import kind_of
from marugoto.conferences.models import Conference, ConferenceStage, Resolution, ResolutionResult, Topic
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

MOST_WAITING = 50


@dataclass(frozen=True)
class Elsewhere:
    """A decision of this table at another level: on which table, when (or waiting), and what was settled there."""

    kind: str
    conference: UUID | None
    settled: tuple[str, ...]


@dataclass(frozen=True)
class ResolutionLine:
    resolution: UUID
    number: int
    words: str
    taker: str
    team: str
    due: date
    result: Followed | None
    result_words: str
    late: bool
    elsewhere: tuple[Elsewhere, ...]


@dataclass(frozen=True)
class TopicLine:
    """`came_from`: the table from which it was raised, with its conference."""

    topic: UUID
    title: str
    words: str
    sender: str
    receiver: str
    came_from: str
    came_from_conference: UUID | None
    resolutions: tuple[ResolutionLine, ...] = ()


@looking
def of_conference(viewer: Viewer, conference: UUID) -> list[TopicLine]:
    """Five queries, for one topic or twenty."""
    rows = _topics(viewer).filter(conference=conference).order_by("made_at", "pk")
    topics = list(rows)
    made = list(
        Resolution.objects.within(viewer.body)
        .filter(topic__in=topics)
        .select_related("taken_by__worker", "taken_by__team")
        .order_by("number")
    )
    said = {one.resolution_id: one for one in _results(viewer, made)}
    went = _elsewhere(viewer, made)
    return [
        _line(row, tuple(_resolution(viewer, one, said, went) for one in made if one.topic_id == row.pk))
        for row in topics
    ]


@looking
def waiting(viewer: Viewer, kind: KindCode) -> list[TopicLine]:
    """What waits for a conference of that kind, the oldest first."""
    rows = _topics(viewer).filter(for_kind=kind, conference=None).order_by("made_at", "pk")[:MOST_WAITING]
    return [_line(row, ()) for row in rows]


@looking
def topic(viewer: Viewer, topic: UUID) -> Topic | None:
    return Topic.objects.within(viewer.body).select_related("conference").filter(pk=topic).first()


@looking
def resolution(viewer: Viewer, resolution: UUID) -> Resolution | None:
    rows = Resolution.objects.within(viewer.body).select_related("topic__conference")
    return rows.filter(pk=resolution).first()


@looking
def coming_of_kind(viewer: Viewer, kind: KindCode) -> Conference | None:
    """The next one that is called, and not called off, if there is one."""
    off = ConferenceStage.objects.within(viewer.body).filter(stage=Stage.CALLED_OFF).values("conference_id")
    rows = Conference.objects.within(viewer.body).filter(kind=kind, ends_at__gte=viewer.at)
    return rows.exclude(pk__in=off).order_by("begins_at").first()


def _topics(viewer: Viewer) -> QuerySet[Topic]:
    return Topic.objects.within(viewer.body).select_related("raised_from__topic__conference")


def _results(viewer: Viewer, made: list[Resolution]) -> list[ResolutionResult]:
    """The latest of each stands last."""
    rows = ResolutionResult.objects.within(viewer.body).filter(resolution__in=made)
    return list(rows.order_by("made_at"))


def _elsewhere(viewer: Viewer, made: list[Resolution]) -> dict[UUID, list[Elsewhere]]:
    raised = list(Topic.objects.within(viewer.body).filter(raised_from__in=made).order_by("made_at"))
    settled: dict[UUID, list[str]] = {}
    there = Resolution.objects.within(viewer.body).filter(topic__in=raised).order_by("number")
    for topic, words in there.values_list("topic_id", "words"):
        settled.setdefault(topic, []).append(words)
    found: dict[UUID, list[Elsewhere]] = {}
    for one in raised:
        if one.raised_from_id is not None:
            went = Elsewhere(kind_of(one.for_kind).name, one.conference_id, tuple(settled.get(one.pk, ())))
            found.setdefault(one.raised_from_id, []).append(went)
    return found


def _line(row: Topic, resolutions: tuple[ResolutionLine, ...]) -> TopicLine:
    source = row.raised_from.topic if row.raised_from else None
    return TopicLine(
        topic=row.pk,
        title=row.title,
        words=row.words,
        sender=row.sender,
        receiver=row.receiver,
        came_from=kind_of(source.for_kind).name if source else "",
        came_from_conference=source.conference_id if source else None,
        resolutions=resolutions,
    )


def _resolution(
    viewer: Viewer,
    row: Resolution,
    said: dict[UUID, ResolutionResult],
    went: dict[UUID, list[Elsewhere]],
) -> ResolutionLine:
    last = said.get(row.pk)
    over = last is not None and last.result != Followed.PARTLY
    return ResolutionLine(
        resolution=row.pk,
        number=row.number,
        words=row.words,
        taker=row.taken_by.worker.name,
        team=row.taken_by.team.name,
        due=row.due,
        result=Followed(last.result) if last else None,
        result_words=last.words if last else "",
        late=not over and row.due < local_day(viewer.at),
        elsewhere=tuple(went.get(row.pk, ())),
    )
