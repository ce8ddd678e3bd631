"""What the genogram of a household is drawn from, in the words of its drawing; who is hidden is not among them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking
from marugoto.people.codes import DescentKind, MarkKind, Sex, UnionKind, UnionState
from marugoto.people.queries import household as households
from marugoto.people.queries.face import DescentTie, PersonFace, UnionTie
from marugoto.people.queries.household import Figures
from marugoto.people.rules import genogram_family as drawn

SEXES = {Sex.MALE: drawn.Sex.MAN, Sex.FEMALE: drawn.Sex.WOMAN}
STATES = {UnionState.SEPARATED: drawn.UnionKind.SEPARATED, UnionState.DIVORCED: drawn.UnionKind.DIVORCED}
# A partner's child hangs on the line of its own parent; the union beside it says the rest.
DESCENTS = {
    DescentKind.BIRTH: drawn.DescentKind.BIRTH,
    DescentKind.ADOPTED: drawn.DescentKind.ADOPTED,
    DescentKind.FOSTER: drawn.DescentKind.FOSTER,
}


FEELINGS = {
    MarkKind.CLOSE: drawn.FeelingKind.CLOSE,
    MarkKind.STRAINED: drawn.FeelingKind.STRAINED,
    MarkKind.BROKEN: drawn.FeelingKind.BROKEN,
}
CARERS = {MarkKind.MAIN_CARER: drawn.Carer.MAIN, MarkKind.SECOND_CARER: drawn.Carer.SECOND}


@dataclass(frozen=True)
class Family:
    """For `rules.genogram.draw` and `describe`."""

    figures: tuple[drawn.Figure, ...]
    unions: tuple[drawn.Union, ...]
    descents: tuple[drawn.Descent, ...]
    feelings: tuple[drawn.Feeling, ...] = ()


@looking
def of_household(
    viewer: Viewer, household: UUID, on: date | None = None, numbers: Mapping[UUID, int] | None = None
) -> Family | None:
    """The household and its kin one step out, on a day (today by default). `numbers` tie persons to the needs beside the picture."""
    found = households.figures(viewer, household, on)
    return as_family(found, numbers or {}) if found else None


def as_family(found: Figures, numbers: Mapping[UUID, int]) -> Family:
    """What was read, in the words of the drawing."""
    return Family(
        figures=tuple(_figure(face, found, numbers) for face in found.persons),
        unions=tuple(_union(tie) for tie in found.ties.unions),
        descents=tuple(_descent(tie) for tie in found.ties.descents if tie.kind in DESCENTS),
        feelings=tuple(
            drawn.Feeling(str(one.one), str(one.other), FEELINGS[one.kind])
            for one in found.marks
            if one.kind in FEELINGS and one.other
        ),
    )


def _figure(face: PersonFace, found: Figures, numbers: Mapping[UUID, int]) -> drawn.Figure:
    """Who has died is nobody's key person or carer any more, also where the mark was left."""
    roles = {one.kind for one in found.marks if one.one == face.person and not face.dead}
    return drawn.Figure(
        key=str(face.person),
        name=face.called,
        sex=SEXES.get(face.sex, drawn.Sex.UNSTATED),
        age=face.age,
        deceased=face.dead,
        died_year=face.died_on.year if face.died_on else None,
        in_household=face.person in found.here,
        centre=face.person == found.centre,
        number=numbers.get(face.person),
        born=face.birth,
        key_person=MarkKind.KEY_PERSON in roles,
        carer=next((carer for kind, carer in CARERS.items() if kind in roles), None),
    )


def _union(tie: UnionTie) -> drawn.Union:
    together = drawn.UnionKind.MARRIED if tie.kind is UnionKind.MARRIAGE else drawn.UnionKind.UNREGISTERED
    parted = tie.state is not UnionState.TOGETHER
    return drawn.Union(
        a=str(tie.one),
        b=str(tie.other),
        kind=STATES.get(tie.state, together),
        since=tie.united,
        until=tie.since if parted else None,
    )


def _descent(tie: DescentTie) -> drawn.Descent:
    return drawn.Descent(parents=(str(tie.parent),), child=str(tie.child), kind=DESCENTS[tie.kind])
