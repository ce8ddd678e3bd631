"""Traits of a place by what they are about: closed lists, answered yes or no, unknown while nobody asked."""

from collections.abc import Mapping

from marugoto.community.codes import Access, Experience, Family, HostCondition

TRAITS: Mapping[Family, tuple[str, ...]] = {
    Family.ACCESS: tuple(Access),
    Family.CONDITION: tuple(HostCondition),
    Family.EXPERIENCE: tuple(Experience),
}


def family_of(trait: str) -> Family | None:
    return next((family for family, traits in TRAITS.items() if trait in traits), None)
