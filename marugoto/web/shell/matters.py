"""What the balls of a list are about: their matters are looked up here, one query for each kind that occurs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.need import case_heads, need_heads
from marugoto.custody.codes import MatterKind
from marugoto.custody.queries.face import BallFace
from marugoto.intake.queries import consultation as consultations
from marugoto.intake.queries import notice as notices
from marugoto.intake.rules.troubles import TROUBLE_SETS, TroubleCode

WINDOW_ROLES = frozenset({Role.CLERK})
CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)  # who reads the pages of matters


@dataclass(frozen=True)
class MatterLine:
    """How a matter is called in a list. `url` leads to the matter, or to the ball where the viewer's team holds it and may
    see no more than its face; it is empty where the viewer is only asked.
    """

    name: str
    title: str
    next_step: str = ""
    url: str = ""


def matters_of(viewer: Viewer, faces: Iterable[BallFace]) -> dict[UUID, MatterLine]:
    """By matter. What is not open to the viewer is said by its face alone: kind, theme and opaque number.

    A window outside welfare, and whoever works for places, meet no household, whatever their team may read.
    """
    faces = list(faces)
    if not viewer.has(*CASEWORK):
        return {face.matter: _with_ball(viewer, face, _face_only(face)) for face in faces}
    ids: dict[MatterKind, set[UUID]] = {}
    for face in faces:
        ids.setdefault(face.matter_kind, set()).add(face.matter)
    found: dict[UUID, MatterLine] = {}
    if MatterKind.NEED in ids:
        found |= _needs(viewer, ids[MatterKind.NEED])
    if MatterKind.CASE in ids:
        found |= _cases(viewer, ids[MatterKind.CASE])
    if MatterKind.CONSULTATION in ids:
        found |= _consultations(viewer, ids[MatterKind.CONSULTATION])
    if MatterKind.NOTICE in ids:
        found |= _notices(viewer, ids[MatterKind.NOTICE])
    return {face.matter: _with_ball(viewer, face, found.get(face.matter, _face_only(face))) for face in faces}


def _with_ball(viewer: Viewer, face: BallFace, line: MatterLine) -> MatterLine:
    ours = not line.url and face.holder.id == viewer.team
    return replace(line, url=reverse("desk:ball", args=[face.ball])) if ours else line


def theme_words(theme: str) -> str:
    """A trouble in the words of the form; other themes are said by their kind."""
    if theme in set(TroubleCode):
        return TROUBLE_SETS[-1].label(theme)
    return {"lead": _("まとめ役"), "notice": _("気づき")}.get(theme, _("そのほか"))


def _needs(viewer: Viewer, ids: set[UUID]) -> dict[UUID, MatterLine]:
    return {
        need: MatterLine(head.household, head.title, head.next_step, reverse("desk:household", args=[head.case]))
        for need, head in need_heads(viewer, ids).items()
    }


def _cases(viewer: Viewer, ids: set[UUID]) -> dict[UUID, MatterLine]:
    return {
        case: MatterLine(head.household, _("まとめ役"), "", reverse("desk:household", args=[case]))
        for case, head in case_heads(viewer, ids).items()
    }


def _consultations(viewer: Viewer, ids: set[UUID]) -> dict[UUID, MatterLine]:
    return {
        one: MatterLine(caller, _("相談"), "", reverse("desk:consultation", args=[one]))
        for one, caller in consultations.heads(viewer, ids).items()
    }


def _notices(viewer: Viewer, ids: set[UUID]) -> dict[UUID, MatterLine]:
    return {
        one: MatterLine(_("気づき"), words, "", reverse("desk:notice", args=[one]))
        for one, words in notices.heads(viewer, ids).items()
    }


def _face_only(face: BallFace) -> MatterLine:
    return MatterLine(_("ボール %(number)s") % {"number": face.number}, theme_words(face.theme))
