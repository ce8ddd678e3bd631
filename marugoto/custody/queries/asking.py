"""What was asked of a ball's holders, and what they answered, as far as it is open to the viewer."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import WORDS_PART
from marugoto.custody.codes import AskingEndingKind
from marugoto.custody.models import Asking, AskingWords, Direction
from marugoto.custody.queries.face import TeamName, team_name
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

MOST = 20
ANSWERS = frozenset({AskingEndingKind.ANSWERED, AskingEndingKind.DONE, AskingEndingKind.NOT_DONE})
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
    """The latest first: three queries, one where nothing was asked."""
    rows = list(
        Asking.objects.within(viewer.body)
        .filter(ball=ball)
        .select_related("team__agency", "by__worker", "ended")
        .order_by("-at", "pk")[:MOST]
    )
    said = _words(viewer, AskingWords, [row for row in rows if row.ended and row.ended.kind in ANSWERS])
    directed = _words(viewer, Direction, [row for row in rows if row.due])
    return [
        AskingLine(
            asked_by=team_name(row.team),
            by_name=row.by.worker.name,
            at=row.at,
            ended=AskingEndingKind(row.ended.kind) if row.ended else None,
            ended_at=row.ended.at if row.ended else None,
            words=said.get(row.pk, ""),
            due=row.due,
            directed=directed.get(row.pk, ""),
        )
        for row in rows
    ]


def _words(viewer: Viewer, kind: type[AskingWords | Direction], askings: list[Asking]) -> dict[UUID, str]:
    if not askings:
        return {}
    said = {}
    for words in kind.objects.open_to(viewer).filter(asking__in=askings):
        viewer.sight.shows(words.folder_id, WORDS_PART)
        said[words.asking_id] = words.words
    return said


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


@looking
def directions(viewer: Viewer) -> Directions:
    """Of the whole body: one query."""
    today = local_day(viewer.at)
    rows = Asking.objects.within(viewer.body).filter(due__isnull=False, at__gte=viewer.at - GIVEN_FOR)
    told: list[tuple[date, str | None, Any]] = [*rows.values_list("due", "ended__kind", "ended__at")]  # type: ignore[list-item]
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
