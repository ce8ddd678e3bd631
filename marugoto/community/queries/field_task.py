"""Read the tasks that follow from the diary, from dialogues and from trainings."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from marugoto.agencies.models import Duty
from marugoto.agencies.queries.absence import back_on
from marugoto.agencies.queries.viewer import duties_in_force
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import FieldTaskReason
from marugoto.community.models import FieldTask, TrainingResult
from marugoto.community.queries.place_rows import told_of
from marugoto.custody.models import HandOver
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

Task = FieldTask  # as it is read; doors take the word from here


@looking
def of_source(viewer: Viewer, *, note: UUID | None = None, dialogue: UUID | None = None) -> list[Any]:
    """Of one note or dialogue, open ones first; each with its `ending` where there is one, and whether it is `left` by its holder: its
    ball waits with the head of the team to be handed over."""
    return list(_told(viewer).filter(note=note, dialogue=dialogue))


@looking
def of_dialogues(viewer: Viewer, dialogues: set[UUID]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for row in _told(viewer).filter(dialogue__in=dialogues) if dialogues else ():
        found.setdefault(row.dialogue_id, []).append(row)
    return found


@looking
def of_trainings(viewer: Viewer, trainings: set[UUID]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for row in _told(viewer).filter(training__in=trainings) if trainings else ():
        found.setdefault(row.training_id, []).append(row)
    return found


@looking
def open_for(viewer: Viewer) -> list[Any]:
    """What the viewer is in charge of, or stands in for; and what waits in the viewer's team because its holder has left: by day."""
    stands_in = _told(viewer).annotate(stood_in_until=back_on(viewer, "ball__in_charge"))
    mine = Q(ball__in_charge=viewer.duty) | Q(stood_in_until__isnull=False)
    return list(stands_in.filter(mine | Q(ball__holder=viewer.team, left=True), ball__settlement=None)[:200])


@looking
def open_of_all(viewer: Viewer) -> list[Any]:
    """For whoever leads: every open one of the body, by day."""
    return list(_told(viewer).filter(ball__settlement=None)[:500])


@looking
def of_holder(viewer: Viewer, holder: UUID, since: date, until: date) -> list[Any]:
    """Set or ended in these days, or still open."""
    in_time = Q(made_at__date__gte=since, made_at__date__lt=until)
    ended = Q(ending__made_at__date__gte=since, ending__made_at__date__lt=until)
    theirs = Q(ball__in_charge=holder, made_at__date__lt=until)
    return list(_told(viewer).filter(theirs, in_time | ended | Q(ending=None)))


@looking
def get(viewer: Viewer, task: UUID) -> Any | None:
    return _told(viewer).filter(pk=task).first()


@looking
def tasks_named(viewer: Viewer, tasks: Iterable[UUID]) -> dict[UUID, str]:
    """What is to be done, for a list of balls: one query."""
    rows = FieldTask.objects.within(viewer.body).filter(told_or_held(viewer), pk__in=set(tasks))
    return dict(rows.values_list("pk", "words"))


@looking
def holders(viewer: Viewer) -> list[Duty]:
    """Who may hold one today: those who go out, and those who lead."""
    roles = Q(roles__contains="community") | Q(roles__contains="coordinator") | Q(roles__contains="chief")
    rows = duties_in_force(local_day(viewer.at)).filter(roles, body=viewer.body)
    return list(rows.order_by("team__name", "worker__kana", "pk"))


@looking
def still_asks(viewer: Viewer, task: FieldTask) -> bool:
    """It asks what came of a training, and since it was set nobody has written that."""
    if task.reason != FieldTaskReason.ASK_AFTER:
        return False
    results = TrainingResult.objects.within(viewer.body).filter(training=task.training_id, made_at__gte=task.made_at)
    return not results.exists()


def seen_source(viewer: Viewer) -> Q:
    """What is said of a task says again what the note or the dialogue said from which it follows."""
    return told_of(viewer, "note__place") & told_of(viewer, "dialogue__place")


def told_or_held(viewer: Viewer) -> Q:
    """Whoever holds one reads it, whatever it follows from: it was given to him."""
    return seen_source(viewer) | Q(ball__in_charge=viewer.duty)


def _told(viewer: Viewer) -> QuerySet[Any]:
    """`source_seen`: what it follows from may be read, too."""
    waits = HandOver.objects.within(viewer.body).filter(ball=OuterRef("ball"), until=None)
    return (
        FieldTask.objects.within(viewer.body)
        .filter(told_or_held(viewer))
        .select_related("ball__in_charge__worker", "ball__holder", "ending", "note", "dialogue", "training")
        .annotate(left=Exists(waits), source_seen=ExpressionWrapper(seen_source(viewer), BooleanField()))
        .order_by("ending__made_at", "due", "made_at", "pk")
    )
