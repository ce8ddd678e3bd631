"""What the prefecture provides, as every room says it: for whom, until when, whom to call, on what ground."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import GroundKind, Lack
from marugoto.community.labels import GROUND_KINDS, LACKS
from marugoto.community.queries.provision import Line, Provided, provided
from marugoto.kernel.era import say_day, say_whole_day
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class ProvisionFace:
    """`soon`: its last day is near; `taken`: the viewer's municipality has said that it uses it."""

    id: UUID
    name: str
    does: str
    audience: str
    answers: str
    lack: str
    when: str
    contact: str
    ground: str
    taken: bool = False
    soon: bool = False


SOON = 60  # days in which the end of it is worth a mark


def face_of(row: Provided, today: date, *, taken: bool = False) -> ProvisionFace:
    return ProvisionFace(
        id=row.pk,
        name=row.name,
        does=row.does,
        audience=row.audience,
        answers=str(LACKS[Lack(row.lack)]),
        lack=row.lack,
        when=_when(row, today),
        contact=row.contact,
        ground=f"{GROUND_KINDS[GroundKind(row.ground)]}: {row.ground_words}",
        taken=taken,
        soon=row.until is not None and row.until <= today + timedelta(days=SOON),
    )


def provisions_for(viewer: Viewer, *, lack: str = "", first: Sequence[str] = ()) -> list[ProvisionFace]:
    """What may be called now or soon: one query. `lack`: only what answers that; `first`: what answers one of these comes first."""
    today = local_day(viewer.at)
    found: list[Line] = provided(viewer, lack=lack)
    faces = [face_of(line.provision, today, taken=line.taken) for line in found]
    return sorted(faces, key=lambda face: face.lack not in first)


def _when(row: Provided, today: date) -> str:
    """「令和9年3月31日まで」の「まで」は、その日をふくむ: the row keeps the first day without it."""
    begins = _("%(day)sから") % {"day": _said(row.since, today)} if row.since > today else ""
    if row.until is None:
        return begins or _("おわりの日は決まっていません")
    return begins + _("%(day)sまで") % {"day": _said(row.until - timedelta(days=1), today)}


def _said(day: date, today: date) -> str:
    return say_day(day) if day.year == today.year else say_whole_day(day)
