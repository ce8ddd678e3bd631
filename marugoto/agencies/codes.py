"""Closed lists of codes of this floor; how they are said stands in `labels`."""

from enum import StrEnum


class BodyKind(StrEnum):
    MUNICIPALITY = "municipality"
    PREFECTURE = "prefecture"
    WIDE_AREA = "wide_area"  # 広域連合・一部事務組合


class Field(StrEnum):
    """Field of an agency: the ones in which the law places consultation, and those outside welfare."""

    GENERAL = "general"
    AGED = "aged"
    DISABILITY = "disability"
    CHILD = "child"
    POVERTY = "poverty"
    HEALTH = "health"
    EDUCATION = "education"
    HOUSING = "housing"
    TAX = "tax"
    WORK = "work"
    COMMUNITY = "community"
    PLANNING = "planning"
    OTHER = "other"

    @property
    def in_welfare(self) -> bool:
        return self in {Field.GENERAL, Field.AGED, Field.DISABILITY, Field.CHILD, Field.POVERTY, Field.HEALTH}


class Role(StrEnum):
    """What a duty is there to do. One duty may have several (one person, two or three jobs)."""

    COUNSELLOR = "counsellor"
    CLERK = "clerk"  # a window outside welfare: may raise a notice, sees no household
    COORDINATOR = "coordinator"  # 多機関協働
    COMMUNITY = "community"  # 地域福祉・生活支援コーディネーター
    CHIEF = "chief"  # decides for the municipality
    PLANNER = "planner"
    PRIVACY = "privacy"
    MAYOR = "mayor"
    PREFECTURE = "prefecture"
    OFFICE = "office"  # keeps teams, duties, calendar
    SYSTEM = "system"  # commands and background tasks


KEEPS_HOUSE = (
    Role.OFFICE,
    Role.CHIEF,
)  # who keeps the directory, the calendar, the limits and the accounts of the body


class ProposalEnd(StrEnum):
    """How a proposed account ends."""

    RELEASED = "released"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class SlipEnd(StrEnum):
    """How a slip with a first secret ends; one that is never used ends by its day."""

    USED = "used"  # its worker chose a password of his own, and a second person has recognised him
    REPLACED = "replaced"  # another slip was shown


class Purpose(StrEnum):
    """Why somebody looks: goes into the audit."""

    SUPPORT = "support"
    CONFERENCE = "conference"
    COMMUNITY = "community"
    REVIEW = "review"
    AUDIT = "audit"
    UPKEEP = "upkeep"
    TRAINING = "training"


class FirstCall(StrEnum):
    """Of two counterparts: who calls the other first."""

    TOWN = "town"  # the municipality's team calls the prefecture's
    PREFECTURE = "prefecture"
    EITHER = "either"


class Difference(StrEnum):
    """What a body has or has not, on which grounds of the law hang; that it calls one by a name of its own; and its minutes."""

    MULTILAYERED = "multilayered"  # 重層的支援体制整備事業
    WELFARE_OFFICE = "welfare_office"
    CHILD_COUNCIL = "child_council"
    ASSISTANCE_CONFERENCE = "assistance_conference"  # 調整会議 of 生活保護法27条の3
    SUPPORT_CONFERENCE_FOR_ALL = "support_conference_for_all"  # 支援会議 of the Act of 2026
    CALLED = "called"
    NOTICE_DAYS = "notice_days"  # opening days within which a notice is answered
    IDLE = "idle_minutes"  # how long a screen may stand without its worker
    LOAD = "load_bar"  # up to how many balls belong to one person; 0 for no bar
    CHECKS = "check_months"  # after how many months a place of a kind is asked again


class ConceptCode(StrEnum):
    """The concepts that our screens speak of by a word which a division may have another one for: a fixed list, no body adds to it."""

    NEED = "need"
    ASSESSMENT = "assessment"
    PLAN = "plan"
    PASSING = "passing"
    REVIEW = "review"
    CONFERENCE = "conference"
    NOTICE = "notice"
    OUTREACH = "outreach"
    PLACE = "place"
