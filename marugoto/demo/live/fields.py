"""Which team of which body takes what: the division of work as those who live there know it."""

from collections.abc import Mapping

from marugoto.agencies.codes import Field

MINAMO, SHIOMI, HOTAKAZAWA = "990019", "990027", "990035"

TEAMS_OF_FIELD: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    MINAMO: {
        Field.GENERAL: ("soudan-desk",),
        Field.AGED: ("aged-support", "north-care-desk", "south-care-desk"),
        Field.DISABILITY: ("kikan-desk", "disability-service"),
        Field.CHILD: ("child-family", "child-health"),
        Field.POVERTY: ("living-desk", "living-budget"),
        Field.HEALTH: ("health-nurse",),
        Field.EDUCATION: ("education-learn",),
        Field.HOUSING: ("housing-support",),
        Field.TAX: ("tax-pay",),
        Field.COMMUNITY: ("shakyo-join",),
        Field.OTHER: ("foreign-desk",),
    },
    SHIOMI: {
        Field.GENERAL: ("s-desk",),
        Field.AGED: ("s-aged-harbour", "s-aged-hill-desk"),
        Field.DISABILITY: ("s-disability-desk",),
        Field.CHILD: ("s-child-desk",),
        Field.POVERTY: ("s-living-desk",),
        Field.HEALTH: ("s-aged-harbour",),
        Field.EDUCATION: ("s-education-desk",),
        Field.HOUSING: ("s-housing-desk",),
        Field.TAX: ("s-tax-desk",),
        Field.COMMUNITY: ("s-shakyo-desk",),
    },
    HOTAKAZAWA: {
        Field.GENERAL: ("h-desk",),
        Field.AGED: ("h-care",),
        Field.CHILD: ("h-child",),
        Field.POVERTY: ("pref-living",),
        Field.HEALTH: ("h-nurse",),
        Field.EDUCATION: ("h-education-desk",),
        Field.TAX: ("h-tax-desk",),
        Field.COMMUNITY: ("h-shakyo-desk",),
    },
}
FALLBACK: Mapping[str, str] = {MINAMO: "soudan-desk", SHIOMI: "s-desk", HOTAKAZAWA: "h-desk"}

# Where people come first, with how often in percent; the rest of a body's teams hear of them later.
WINDOWS: Mapping[str, tuple[tuple[str, int], ...]] = {
    MINAMO: (
        ("soudan-desk", 52),
        ("north-care-desk", 12),
        ("south-care-desk", 7),
        ("living-desk", 10),
        ("child-family", 10),
        ("kikan-desk", 5),
        ("education-learn", 4),
    ),
    SHIOMI: (("s-desk", 55), ("s-living-desk", 20), ("s-aged-harbour", 10), ("s-child-desk", 15)),
    HOTAKAZAWA: (("h-desk", 70), ("h-nurse", 15), ("h-care", 15)),
}
# Windows outside welfare, where something is noticed.
NOTICING: Mapping[str, Mapping[str, str]] = {
    MINAMO: {"clerk": "okamoto", "agency": "nishimura"},
    SHIOMI: {"clerk": "madono", "agency": "s-kuwata"},
    HOTAKAZAWA: {"clerk": "h-mizushima", "agency": "h-toda"},
}
