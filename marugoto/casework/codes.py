"""Closed lists of casework."""

from enum import StrEnum


class Method(StrEnum):
    """How a step was taken (支援経過記録シート)."""

    VISIT = "visit"
    PHONE = "phone"
    WINDOW = "window"
    TOGETHER = "together"  # 同行
    MESSAGE = "message"
    AGENCY = "agency"  # 他機関との協議
    CONFERENCE = "conference"
    NO_CONTACT = "no_contact"  # 会えず: it is work and counts


class PlanState(StrEnum):
    """A plan's states in order; none may be skipped (domain.md 9, item 16)."""

    DRAFTED = "drafted"
    EXAMINED = "examined"
    DECIDED = "decided"
    RUNNING = "running"
    EVALUATED = "evaluated"
    CLOSED = "closed"
    SUSPENDED = "suspended"


class Agreement(StrEnum):
    """Whether the person was there when the plan was made; no consent is the normal state, and is said."""

    AGREED = "agreed"
    NOT_ASKED = "not_asked"
    CANNOT_BE_ASKED = "cannot_be_asked"
    REFUSED = "refused"


class Scorer(StrEnum):
    PERSON = "person"
    WORKER = "worker"
    JOINT = "joint"


class ReviewResult(StrEnum):
    KEEP = "keep"
    REPLAN = "replan"
    SUSPEND = "suspend"
    CLOSE = "close"


class Change(StrEnum):
    """Changes seen at a review (item list of a national study of this type of record, domain.md 3.4 [S49])."""

    PUBLIC_ASSISTANCE = "public_assistance"
    HOUSING = "housing"
    HEALTH = "health"
    RELATIONS = "relations"
    MONEY = "money"
    WILL = "will"
    AIM = "aim"
    HABITS = "habits"
    CALLS_FOR_HELP = "calls_for_help"
    HANDBOOK = "handbook"
    SELF_RESPECT = "self_respect"
    EASE = "ease"
    EARNINGS = "earnings"
    OTHER_INCOME = "other_income"
    OTHER = "other"


class CaseEnd(StrEnum):
    """How the support of a household ended."""

    ACHIEVED = "achieved"
    HANDED_TO_AGENCY = "handed_to_agency"
    MOVED_AWAY = "moved_away"
    DIED = "died"
    BROKEN_OFF = "broken_off"
    OWN_WISH = "own_wish"


class PromiseEnd(StrEnum):
    """What became of what was promised for a day."""

    KEPT = "kept"
    NOT_KEPT = "not_kept"


class LookInResult(StrEnum):
    """What somebody found who looked in after the end."""

    STEADY = "steady"
    WATCH = "watch"  # something stirs: looked in on again
    NOT_MET = "not_met"
    NEEDED = "needed"  # the support goes on


class AcquaintanceKind(StrEnum):
    """Who somebody around a household is, that is no office."""

    NEIGHBOUR = "neighbour"
    FRIEND = "friend"
    COMMISSIONER = "commissioner"  # 民生委員・児童委員, without an account
    RELATIVE = "relative"  # of whom no record is kept
    OTHER = "other"


class Closeness(StrEnum):
    """How the household, or one of it, says it stands with somebody."""

    STRONG = "strong"
    ORDINARY = "ordinary"
    WEAK = "weak"
    TENSE = "tense"
