"""What can happen in the community."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from marugoto.community.codes import (
    ConfirmedBy,
    DoubtReason,
    FieldPlanEnd,
    FieldTaskEnd,
    FieldTaskReason,
    HostedBy,
    NoteKind,
    NoteTheme,
    Partner,
    PlaceEnd,
    PlaceKind,
    PromiseKind,
    ReplyKind,
    TrainingFruit,
    TrainingKind,
    TryWay,
    UnmetEnd,
    UnmetSaid,
    Welcome,
    WordsGone,
)
from marugoto.ledger.events import Event


@dataclass(frozen=True, kw_only=True)
class PlaceListed(Event):
    kind: ClassVar[str] = "resource.listed"

    place: UUID
    type: PlaceKind


@dataclass(frozen=True, kw_only=True)
class PlaceChanged(Event):
    """`fields`: how many changed."""

    kind: ClassVar[str] = "resource.changed"

    place: UUID
    fields: int


@dataclass(frozen=True, kw_only=True)
class PlaceWidened(Event):
    kind: ClassVar[str] = "resource.widened"

    place: UUID
    welcome: Welcome


@dataclass(frozen=True, kw_only=True)
class PlaceNarrowed(Event):
    """They are welcome there no more."""

    kind: ClassVar[str] = "resource.narrowed"

    place: UUID
    welcome: Welcome


@dataclass(frozen=True, kw_only=True)
class PlaceConfirmed(Event):
    """`parts`: how many were asked for, 0 the whole; `since`: days since the check before, empty at the first."""

    kind: ClassVar[str] = "resource.confirmed"
    version: ClassVar[int] = 2

    place: UUID
    how: ConfirmedBy
    type: PlaceKind | None = None
    parts: int = 0
    since: int | None = None


@dataclass(frozen=True, kw_only=True)
class PlaceTried(Event):
    """Nobody was reached; `tries` with this one, since somebody last was."""

    kind: ClassVar[str] = "resource.tried"

    place: UUID
    way: TryWay
    tries: int


@dataclass(frozen=True, kw_only=True)
class PlaceDoubted(Event):
    kind: ClassVar[str] = "resource.doubted"

    place: UUID
    reason: DoubtReason


@dataclass(frozen=True, kw_only=True)
class PlacePromised(Event):
    """Not to list, or not to contact; `until` empty: until it is lifted."""

    kind: ClassVar[str] = "resource.promised"

    place: UUID
    promise: PromiseKind
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class PromiseLifted(Event):
    kind: ClassVar[str] = "resource.promise_lifted"

    place: UUID
    promise: PromiseKind


@dataclass(frozen=True, kw_only=True)
class HostLinked(Event):
    """The group got a link of its own; `until` exclusive."""

    kind: ClassVar[str] = "resource.linked"

    place: UUID
    link: UUID
    until: date


@dataclass(frozen=True, kw_only=True)
class HostLinkWithdrawn(Event):
    kind: ClassVar[str] = "resource.link_withdrawn"

    place: UUID
    link: UUID


@dataclass(frozen=True, kw_only=True)
class ChangeAsked(Event):
    """`fields`: how many are to be put right."""

    kind: ClassVar[str] = "resource.change_asked"

    place: UUID
    request: UUID
    fields: int


@dataclass(frozen=True, kw_only=True)
class ChangeAnswered(Event):
    """`taken` of the asked fields were written."""

    kind: ClassVar[str] = "resource.change_answered"

    place: UUID
    request: UUID
    taken: int
    asked: int


@dataclass(frozen=True, kw_only=True)
class PlaceEnded(Event):
    kind: ClassVar[str] = "resource.closed"

    place: UUID
    end: PlaceEnd


@dataclass(frozen=True, kw_only=True)
class FieldVisited(Event):
    """Its matter is the note. `hosted`: of a gathering, who held it."""

    kind: ClassVar[str] = "field.visit"
    version: ClassVar[int] = 2

    place: UUID | None
    type: NoteKind
    minutes: int | None
    hosted: HostedBy | None = None


@dataclass(frozen=True, kw_only=True)
class FieldFound(Event):
    kind: ClassVar[str] = "field.found"

    note: UUID
    theme: NoteTheme


@dataclass(frozen=True, kw_only=True)
class FieldAnswered(Event):
    """`wished`: 1 where the writer had asked for an answer."""

    kind: ClassVar[str] = "field.answered"

    note: UUID
    reply: ReplyKind
    wished: int


@dataclass(frozen=True, kw_only=True)
class FieldBlanked(Event):
    kind: ClassVar[str] = "field.blanked"

    note: UUID
    reason: WordsGone


@dataclass(frozen=True, kw_only=True)
class FieldPlanned(Event):
    kind: ClassVar[str] = "field.planned"

    plan: UUID
    day: date


@dataclass(frozen=True, kw_only=True)
class FieldPlanEnded(Event):
    kind: ClassVar[str] = "field.plan_ended"

    plan: UUID
    end: FieldPlanEnd


@dataclass(frozen=True, kw_only=True)
class FieldTaskSet(Event):
    """Its matter is the note, dialogue or training from which it follows."""

    kind: ClassVar[str] = "field_task.set"

    task: UUID
    holder: UUID
    reason: FieldTaskReason
    due: date


@dataclass(frozen=True, kw_only=True)
class FieldTaskTaken(Event):
    kind: ClassVar[str] = "field_task.taken"

    task: UUID
    holder: UUID


@dataclass(frozen=True, kw_only=True)
class FieldTaskEnded(Event):
    kind: ClassVar[str] = "field_task.ended"

    task: UUID
    end: FieldTaskEnd
    due: date


@dataclass(frozen=True, kw_only=True)
class DialogueHeld(Event):
    """Its matter is the dialogue. `linked`: 1 where a place, an unmet need or a topic on policy stands beside it."""

    kind: ClassVar[str] = "dialogue.held"

    partner: Partner
    theme: NoteTheme
    people: int | None
    minutes: int | None
    linked: int


@dataclass(frozen=True, kw_only=True)
class TrainingHeld(Event):
    """Its matter is the training. `people`: residents and helpers who came; `staff`: workers of the house and of agencies."""

    kind: ClassVar[str] = "training.held"

    type: TrainingKind
    people: int
    staff: int
    minutes: int | None


@dataclass(frozen=True, kw_only=True)
class TrainingFollowed(Event):
    kind: ClassVar[str] = "training.followed"

    fruit: TrainingFruit
    number: int | None
    place: UUID | None


@dataclass(frozen=True, kw_only=True)
class UnmetFiled(Event):
    kind: ClassVar[str] = "unmet.filed"

    unmet: UUID


@dataclass(frozen=True, kw_only=True)
class UnmetJoined(Event):
    """Two tasks are one from now on: `into` goes on."""

    kind: ClassVar[str] = "unmet.joined"

    unmet: UUID
    into: UUID


@dataclass(frozen=True, kw_only=True)
class UnmetTried(Event):
    """Something was tried to find or make the place; `number` counts from one, `next_on` is when it goes on."""

    kind: ClassVar[str] = "unmet.tried"

    unmet: UUID
    number: int
    next_on: date


@dataclass(frozen=True, kw_only=True)
class UnmetReplied(Event):
    """The holder of a waiting need answered to the place that came: taken up, or why not."""

    kind: ClassVar[str] = "unmet.replied"

    unmet: UUID
    place: UUID
    said: UnmetSaid


@dataclass(frozen=True, kw_only=True)
class UnmetEnded(Event):
    kind: ClassVar[str] = "unmet.ended"

    unmet: UUID
    place: UUID | None
    end: UnmetEnd
