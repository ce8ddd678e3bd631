"""Read the tasks that follow from the diary, from dialogues and from trainings."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from marugoto.agencies.models import Duty
from marugoto.agencies.queries.viewer import duties_in_force
from marugoto.agencies.viewer import Viewer
from marugoto.community.models import FieldTask
from marugoto.community.queries.place_rows import told_of
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

Task = FieldTask  # as it is read; doors take the word from here


@looking
def of_source(viewer: Viewer, *, note: UUID | None = None, dialogue: UUID | None = None) -> list[Any]:
    """Of one note or dialogue, open ones first; each with its `ending` where there is one, and whether it is `left` by its holder."""
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
    """What the viewer holds, and what nobody of the viewer's team holds any more, because the holder has left: by day."""
    mine = Q(holder=viewer.duty)
    return list(_told(viewer).filter(mine | Q(holder__team=viewer.team, left=True), ending=None)[:200])


@looking
def open_of_all(viewer: Viewer) -> list[Any]:
    """For whoever leads: every open one of the body, by day."""
    return list(_told(viewer).filter(ending=None)[:500])


@looking
def of_holder(viewer: Viewer, holder: UUID, since: date, until: date) -> list[Any]:
    """Set or ended in these days, or still open."""
    in_time = Q(made_at__date__gte=since, made_at__date__lt=until)
    ended = Q(ending__made_at__date__gte=since, ending__made_at__date__lt=until)
    return list(_told(viewer).filter(in_time | ended | Q(ending=None), holder=holder, made_at__date__lt=until))


@looking
def get(viewer: Viewer, task: UUID) -> Any | None:
    return _told(viewer).filter(pk=task).first()


@looking
def holders(viewer: Viewer) -> list[Duty]:
    """Who may hold one today: those who go out, and those who lead."""
    roles = Q(roles__contains="community") | Q(roles__contains="coordinator") | Q(roles__contains="chief")
    rows = duties_in_force(local_day(viewer.at)).filter(roles, body=viewer.body)
    return list(rows.order_by("team__name", "worker__kana", "pk"))


def seen_source(viewer: Viewer) -> Q:
    """What is said of a task says again what the note or the dialogue said from which it follows."""
    return told_of(viewer, "note__place") & told_of(viewer, "dialogue__place")


def _told(viewer: Viewer) -> QuerySet[Any]:
    """Whoever holds one reads it, whatever it follows from: it was given to him. `source_seen`: its source may be read, too."""
    works = duties_in_force(local_day(viewer.at)).filter(pk=OuterRef("holder"))
    return (
        FieldTask.objects.within(viewer.body)
        .filter(seen_source(viewer) | Q(holder=viewer.duty))
        .select_related("holder__worker", "holder__team", "ending", "note", "dialogue", "training")
        .annotate(left=~Exists(works), source_seen=ExpressionWrapper(seen_source(viewer), BooleanField()))
        .order_by("ending__made_at", "due", "made_at", "pk")
    )
