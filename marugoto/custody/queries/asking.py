"""What was asked of a ball's holders, and what they answered, as far as it is open to the viewer."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateTimeField, OuterRef, QuerySet, Subquery

from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import WORDS_PART
from marugoto.custody.codes import AskingEndingKind
from marugoto.custody.models import Asking, AskingWords, Direction
from marugoto.custody.queries.face import TeamName, team_name
from marugoto.ground.question import Question
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

MOST = 20
GIVEN_FOR = timedelta(days=92)


@dataclass(frozen=True)
class AskingLine:
    """`ended` None while a word is waited for; `words` are empty for whom they are not. `due`, `directed`: of a direction, until
    when and what."""

    asked_by: TeamName
    by_name: str
    at: datetime
    ended: AskingEndingKind | None
    ended_at: datetime | None
    words: str
    due: date | None
    directed: str


@looking
def askings(viewer: Viewer, ball: UUID) -> list[AskingLine]:
    """The latest first: one query."""
    rows = list(
        Asking.objects.within(viewer.body)
        .filter(ball=ball)
        .select_related("team__agency", "by__worker", "ended")
        .annotate(**_words(viewer, AskingWords, "said"), **_words(viewer, Direction, "directed"))
        .order_by("-at", "pk")[:MOST]
    )
    for folder in {one for row in rows for one in (row.said_folder, row.directed_folder) if one is not None}:
        viewer.sight.shows(folder, WORDS_PART)
    return [
        AskingLine(
            asked_by=team_name(row.team),
            by_name=row.by.worker.name,
            at=row.at,
            ended=AskingEndingKind(row.ended.kind) if row.ended else None,
            ended_at=row.ended.at if row.ended else None,
            words=row.said_words or "",
            due=row.due,
            directed=row.directed_words or "",
        )
        for row in rows
    ]


def _words(viewer: Viewer, kind: type[AskingWords | Direction], name: str) -> dict[str, Subquery]:
    """What was said, as far as it is open, and the folder in which it stands."""
    said = kind.objects.open_to(viewer).filter(asking=OuterRef("pk"))
    return {
        f"{name}_words": Subquery(said.values("words")[:1]),
        f"{name}_folder": Subquery(said.values("folder_id")[:1]),
    }


@dataclass(frozen=True)
class Directions:
    """What became of the directions of the last three months: given, done in time or late, not done; of the open ones how many are
    late."""

    given: int
    done: int
    done_late: int
    not_done: int
    open: int
    late: int


def given(body: str, since: datetime) -> QuerySet[Any, Any]:
    """What was directed since then: until when, and how it ended."""
    rows = Asking.objects.within(body).filter(due__isnull=False, at__gte=since)
    return rows.values_list("due", "ended__kind", "ended__at")


_GIVEN: Question[Any] = Question(given, body=CharField(), since=DateTimeField())


@looking
def directions(viewer: Viewer) -> Directions:
    """Of the whole body: one query."""
    return became(_GIVEN.ask(body=viewer.body, since=viewer.at - GIVEN_FOR), local_day(viewer.at))


def became(told: list[tuple[date, str | None, Any]], today: date) -> Directions:
    """`told`: as `given` says it."""
    done = [local_day(at) > due for due, kind, at in told if kind == AskingEndingKind.DONE]
    waiting = [due for due, kind, _ in told if kind is None]
    return Directions(
        given=sum(kind != AskingEndingKind.WITHDRAWN for _, kind, _ in told),
        done=len(done),
        done_late=sum(done),
        not_done=sum(kind == AskingEndingKind.NOT_DONE for _, kind, _ in told),
        open=len(waiting),
        late=sum(due < today for due in waiting),
    )
