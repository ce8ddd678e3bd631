"""What the balls of a list are about: their matters are looked up here, at most one query for each kind that occurs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.need import case_heads, need_heads
from marugoto.community.queries.field_task import tasks_named
from marugoto.community.queries.member import cooperations_named
from marugoto.custody.codes import MatterKind
from marugoto.custody.queries.face import TeamName
from marugoto.evaluation.queries.means_review import named as improvements_named
from marugoto.intake.queries import inquiry as inquiries
from marugoto.intake.queries.heads import heads
from marugoto.intake.rules.troubles import TROUBLE_SETS, TroubleCode
from marugoto.participation.queries import approach as approaches
from marugoto.web.ui.address import address

WINDOW_ROLES = frozenset({Role.CLERK})
OF_THE_TOWN = (Role.COMMUNITY, Role.COORDINATOR, Role.COUNSELLOR, Role.CHIEF, Role.PLANNER, Role.OFFICE)
PLANNING = (Role.PLANNER, Role.CHIEF, Role.MAYOR, Role.COORDINATOR)  # who reads what reviews came to
CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)  # who reads the pages of matters


class Faced(Protocol):
    """What says of a ball which matter it is the ball of: its face, or a tiding about it."""

    @property
    def ball(self) -> UUID: ...
    @property
    def number(self) -> str: ...
    @property
    def matter_kind(self) -> MatterKind: ...
    @property
    def matter(self) -> UUID: ...
    @property
    def theme(self) -> str: ...
    @property
    def holder(self) -> TeamName: ...


IMPROVEMENTS = {
    "decided": (gettext_lazy("見直しで決めたこと"), "office:means_decision"),
    "opinion": (gettext_lazy("声"), "office:opinion"),
    "pilot": (gettext_lazy("試し"), "office:pilot"),
}
FACES = {
    MatterKind.NOTICE: gettext_lazy("届いた気づき"),
    MatterKind.CONSULTATION: gettext_lazy("受けた相談"),
    MatterKind.CASE: gettext_lazy("世帯の支援のまとめ役"),
    MatterKind.NEED: gettext_lazy("世帯の困りごと"),
    MatterKind.QUESTION: gettext_lazy("記録の問い合わせへの返事"),
    MatterKind.RESOURCE_TASK: gettext_lazy("足りない場や手だてづくり"),
    MatterKind.APPROACH: gettext_lazy("訪ねて会うこと"),
    MatterKind.WATCH: gettext_lazy("見守り"),
    MatterKind.COOPERATION: gettext_lazy("協力のお願いへの返事"),
    MatterKind.FOLLOW_UP: gettext_lazy("日誌から出た宿題"),
}
OUTREACH = {"approach": gettext_lazy("訪ねる"), "watch": gettext_lazy("見守り")}


@dataclass(frozen=True)
class MatterLine:
    """How a matter is called in a list. `url` leads to the matter, or to the ball where the viewer's team holds it and may
    see no more than its face; it is empty where the viewer is only asked.
    """

    name: str
    title: str
    next_step: str = ""
    url: str = ""
    case: UUID | None = None  # the household's, where the viewer may read it
    shut: bool = False  # no more than its face is open: `name` is its number, `title` what its face says in words

    @property
    def head(self) -> str:
        """What its link says: the name, or where none is for these eyes, the title."""
        return self.name or self.title

    @property
    def rest(self) -> str:
        return self.title if self.name else ""


def matters_of(viewer: Viewer, faces: Iterable[Faced]) -> dict[UUID, MatterLine]:
    """By matter. What is not open to the viewer is said by its face alone: kind, theme and opaque number.

    A window outside welfare, and whoever works for places, meet no household, whatever their team may read.
    """
    faces = list(faces)
    ids: dict[MatterKind, set[UUID]] = {}
    for face in faces:
        ids.setdefault(face.matter_kind, set()).add(face.matter)
    found = _without_persons(viewer, ids)
    if MatterKind.IMPROVEMENT in ids:
        held = {face.matter for face in faces if face.holder.id == viewer.team}
        found |= _improved(viewer, ids[MatterKind.IMPROVEMENT], held)
    if not viewer.has(*CASEWORK):
        return {face.matter: _with_ball(viewer, face, found.get(face.matter, _face_only(face))) for face in faces}
    if MatterKind.NEED in ids:
        found |= _needs(viewer, ids[MatterKind.NEED])
    if MatterKind.CASE in ids:
        found |= _cases(viewer, ids[MatterKind.CASE])
    if ids.keys() & {MatterKind.CONSULTATION, MatterKind.NOTICE}:
        found |= _heard(viewer, ids.get(MatterKind.CONSULTATION, set()), ids.get(MatterKind.NOTICE, set()))
    if MatterKind.QUESTION in ids:
        found |= _questions(viewer, ids[MatterKind.QUESTION])
    if ids.keys() & {MatterKind.APPROACH, MatterKind.WATCH}:
        found |= _visited(viewer, ids.get(MatterKind.APPROACH, set()), ids.get(MatterKind.WATCH, set()))
    return {face.matter: _with_ball(viewer, face, found.get(face.matter, _face_only(face))) for face in faces}


def _without_persons(viewer: Viewer, ids: dict[MatterKind, set[UUID]]) -> dict[UUID, MatterLine]:
    """Everybody reads who asks for what; what follows from the diary, whoever reads the diary."""
    found: dict[UUID, MatterLine] = {}
    if MatterKind.COOPERATION in ids:
        found |= _asked_for(viewer, ids[MatterKind.COOPERATION])
    if MatterKind.FOLLOW_UP in ids and viewer.has(*OF_THE_TOWN):
        found |= _followed_up(viewer, ids[MatterKind.FOLLOW_UP])
    return found


def _with_ball(viewer: Viewer, face: Faced, line: MatterLine) -> MatterLine:
    ours = not line.url and face.holder.id == viewer.team
    return replace(line, url=address("desk:ball", face.ball)) if ours else line


def theme_words(theme: str) -> str:
    """A trouble in the words of the form; other themes are said by their kind."""
    if theme in set(TroubleCode):
        return TROUBLE_SETS[-1].label(theme)
    said = (
        {
            "lead": _("まとめ役"),
            "notice": _("気づき"),
            "question": _("記録の問い合わせ"),
            "cooperation": _("協力のお願い"),
            "follow_up": _("宿題"),
        }
        | OUTREACH
        | {sort: said for sort, (said, _where) in IMPROVEMENTS.items()}
    )
    return str(said.get(theme, _("そのほか")))


def _needs(viewer: Viewer, ids: set[UUID]) -> dict[UUID, MatterLine]:
    """A need leads to its household; where only the need is open, to its own page."""
    return {
        need: MatterLine(
            head.household,
            head.title,
            head.next_step,
            address("desk:household", head.case) if head.whole else address("desk:need", need),
            head.case if head.whole else None,
        )
        for need, head in need_heads(viewer, ids).items()
    }


def _cases(viewer: Viewer, ids: set[UUID]) -> dict[UUID, MatterLine]:
    return {
        case: MatterLine(head.household, _("まとめ役"), "", address("desk:household", case), case)
        for case, head in case_heads(viewer, ids).items()
    }


def _heard(viewer: Viewer, consultations: set[UUID], notices: set[UUID]) -> dict[UUID, MatterLine]:
    callers, words = heads(viewer, consultations=consultations, notices=notices)
    told = {
        one: MatterLine(caller, _("相談"), "", address("desk:consultation", one)) for one, caller in callers.items()
    }
    return told | {one: MatterLine(_("気づき"), said, "", address("desk:notice", one)) for one, said in words.items()}


def _visited(viewer: Viewer, ids: set[UUID], watched: set[UUID]) -> dict[UUID, MatterLine]:
    going, watching = approaches.heads(viewer, approaches=ids, watches=watched)
    found = {
        one: MatterLine(name or _("名前の分からない方"), _("訪ねる"), "", address("desk:approach", one))
        for one, name in going.items()
    }
    return found | {
        one: MatterLine(name or _("名前の分からない方"), _("見守り"), "", address("desk:watch", one))
        for one, name in watching.items()
    }


def _asked_for(viewer: Viewer, ids: set[UUID]) -> dict[UUID, MatterLine]:
    return {
        one: MatterLine(_("足りないものの一枚") if asked else name, title, "", address("town:cooperation", one))
        for one, (name, title, asked) in cooperations_named(viewer, ids).items()
    }


def _followed_up(viewer: Viewer, ids: set[UUID]) -> dict[UUID, MatterLine]:
    """What follows from a place that is not for these eyes is said by its face alone, unless the viewer is in charge of it."""
    return {
        one: MatterLine(_("宿題"), words, "", address("town:field_task", one))
        for one, words in tasks_named(viewer, ids).items()
    }


def _improved(viewer: Viewer, ids: set[UUID], held: set[UUID]) -> dict[UUID, MatterLine]:
    """What a review decided, a trial, an opinion: each leads to its own page, which opens to its holder and to those who plan;
    an opinion to whoever brought it, too."""
    found = {}
    for one, (sort, words, brought) in improvements_named(viewer, ids).items():
        said, where = IMPROVEMENTS[sort]
        opens = brought or one in held or viewer.has(*PLANNING)
        found[one] = MatterLine(words, str(said), "", address(where, one) if opens else "")
    return found


def _questions(viewer: Viewer, ids: set[UUID]) -> dict[UUID, MatterLine]:
    """Of us, by another office; and what we asked ourselves, which another office holds."""
    of_us = inquiries.heads(viewer, ids)
    by_us = inquiries.asked_by_us(viewer, ids - of_us.keys()) if ids - of_us.keys() else {}
    found = {
        one: MatterLine(name, _("記録があるかの問い合わせ"), "", address("desk:inquired", one))
        for one, name in of_us.items()
    }
    for one, line in by_us.items():
        where = address("desk:inquiry", line.inquiry)
        found[one] = MatterLine(line.name or line.phone, _("あなたの係が尋ねたこと"), "", where)
    return found


def _face_only(face: Faced) -> MatterLine:
    return MatterLine(_("ボール %(number)s") % {"number": face.number}, face_words(face), shut=True)


def face_words(face: Faced) -> str:
    """What a face says of what is open, to whom no more of it is open: a trouble, or the kind of work."""
    if face.theme in set(TroubleCode) - {TroubleCode.OTHER}:
        return _("%(theme)sのこと") % {"theme": theme_words(face.theme)}
    return str(FACES.get(face.matter_kind) or theme_words(face.theme))
