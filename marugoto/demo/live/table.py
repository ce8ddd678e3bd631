"""Which table speaks of a household, on what basis, and who sits there for it."""

from uuid import UUID

from marugoto.agencies.codes import Field, Role
from marugoto.conferences.codes import KindCode
from marugoto.demo.live.fields import HOTAKAZAWA, MINAMO
from marugoto.demo.live.household import Life
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.intake.rules.troubles import TroubleCode

BASES: dict[KindCode, BasisCode] = {
    KindCode.SUPPORT: BasisCode.SUPPORT_CONFERENCE,
    KindCode.MULTILAYERED: BasisCode.CONSENT,
    KindCode.POVERTY: BasisCode.POVERTY_CONFERENCE,
    KindCode.CARE: BasisCode.CARE_CONFERENCE,
    KindCode.CHILD: BasisCode.CHILD_COUNCIL,
    KindCode.SMALL_TOWN: BasisCode.CARE_CONFERENCE,
}
CHILDREN = frozenset({Field.CHILD, Field.EDUCATION})
SEATS = 6
MIND = frozenset({TroubleCode.WITHDRAWAL, TroubleCode.ILLNESS})


def kind_for(life: Life) -> KindCode:
    """Each body by the tables it may open: not every one runs a 支援会議."""
    fields = {need.sketch.field for need in life.needs}
    if life.here.body == HOTAKAZAWA:
        return KindCode.SMALL_TOWN
    if life.here.body == MINAMO:
        if fields & CHILDREN and life.rng.random() < 0.35:
            return KindCode.CHILD
        if Field.AGED in fields and life.rng.random() < 0.3:
            return KindCode.CARE
        return KindCode.MULTILAYERED if all_agree(life) and life.rng.random() < 0.3 else KindCode.SUPPORT
    if fields & CHILDREN:
        return KindCode.CHILD
    return KindCode.CARE if Field.AGED in fields and life.rng.random() < 0.6 else KindCode.POVERTY


def basis_of(life: Life, kind: KindCode) -> BasisCode:
    """In the small town's meeting consent, where all gave it."""
    if kind is KindCode.SMALL_TOWN and all_agree(life):
        return BasisCode.CONSENT
    return BASES[kind]


def all_agree(life: Life) -> bool:
    """Nobody who lives here said anything but yes to any team, and nobody's contact is shut."""
    answers = [parts for one in life.sketch.members for parts in life.people[one.key].agreed.values()]
    return not life.story.restricted and all(Part.CONTACT in parts for parts in answers)


def who_sits(life: Life) -> dict[str, UUID]:
    """The lead, the teams of the needs, whoever coordinates, and the chief where he would not see the case otherwise."""
    here = life.here
    sitting = {life.team: life.lead}
    for need in life.needs:
        for team in (need.team, here.team_for(need.sketch.field, life.area, life.chance("sits", need.number))):
            if team not in sitting:
                sitting[team] = need.hat if team == need.team else here.somebody(team, life.rng)
    for team, hat in _besides(life):
        if len(sitting) < SEATS or here.by(hat).has(Role.CHIEF):
            sitting.setdefault(team, hat)
    return sitting


def _besides(life: Life) -> list[tuple[str, UUID]]:
    here = life.here
    beside = [(here.team_of(hat), hat) for hat in (here.with_role(Role.CHIEF), here.with_role(Role.COORDINATOR))]
    if here.body == MINAMO and {need.sketch.theme for need in life.needs} & MIND:
        beside.append(("pref-mind", here.hat("hara")))
    community = here.with_role(Role.COMMUNITY)
    return [*beside, (here.team_of(community), community)]
