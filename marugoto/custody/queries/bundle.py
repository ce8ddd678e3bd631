"""What became of balls handed on at once, line by line."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import EndingKind
from marugoto.custody.models import Bundle, BundleLine, BundleTakingBack
from marugoto.custody.queries.face import BallFace, TeamName, as_faces, team_name
from marugoto.custody.queries.now import balls_as_they_are
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class LinePage:
    """`refused`: why it was not done. `ended`: how the offer ended meanwhile. `back`: it was taken back; `stays`: why it was not."""

    face: BallFace
    offer: UUID | None
    given: bool
    refused: str
    ended: EndingKind | None
    back: bool
    stays: str

    @property
    def waits(self) -> bool:
        """It can still be taken back, as far as is known."""
        return not self.refused and not self.back and self.ended is None


@dataclass(frozen=True)
class BundlePage:
    """`person` is empty where another team was asked."""

    bundle: UUID
    to: TeamName
    person: str
    by_name: str
    at: datetime
    lines: tuple[LinePage, ...]


@looking_from_the_tower
def get(viewer: Viewer, bundle: UUID) -> BundlePage | None:
    """For the team that handed on; to others it is not there. As many queries for two hundred lines as for one."""
    row = (
        Bundle.objects.within(viewer.body)
        .filter(pk=bundle, team=viewer.team)
        .select_related("to__agency", "person__worker", "by__worker")
        .first()
    )
    if row is None:
        return None
    lines = list(BundleLine.objects.within(viewer.body).filter(bundle=row).select_related("offer__ended"))
    lines.sort(key=lambda line: line.turn)
    balls = balls_as_they_are(viewer.body, local_day(viewer.at)).filter(pk__in=[line.ball_id for line in lines])
    faces = {face.ball: face for face in as_faces(viewer, balls, companions=False)}
    taken = BundleTakingBack.objects.within(viewer.body).filter(line__in=lines).order_by("at", "pk")
    last = {one.line_id: one for one in taken}
    return BundlePage(
        bundle=row.pk,
        to=team_name(row.to),
        person=row.person.worker.name if row.person else "",
        by_name=row.by.worker.name,
        at=row.at,
        lines=tuple(_line(line, faces[line.ball_id], last.get(line.pk)) for line in lines),
    )


def _line(line: BundleLine, face: BallFace, taken: BundleTakingBack | None) -> LinePage:
    ended = line.offer.ended if line.offer else None
    return LinePage(
        face=face,
        offer=line.offer_id,
        given=line.left_id is not None,
        refused=line.refused,
        ended=EndingKind(ended.kind) if ended else None,
        back=taken is not None and not taken.refused,
        stays=taken.refused if taken else "",
    )
