"""Closed lists of codes of retention; how they are said stands in `labels`."""

from enum import StrEnum


class RecordKind(StrEnum):
    """A type of record with a period of its own; what belongs to it goes with it."""

    HOUSEHOLD = "household"  # from the end of all its support; without any, from the last that was written of it
    PERSON = (
        "person"  # who lives in no household and of whom nothing else is kept: from the last that was written of him
    )
    CONSULTATION = "consultation"  # that ended as information only
    NOTICE = "notice"  # that became nothing else
    INQUIRY = "inquiry"
    APPROACH = "approach"  # that became no consultation
    WATCH = "watch"  # of nobody whose support or approach it belongs to
    CONFERENCE = "conference"  # what was said of one household at one table
    ATTACHMENT = "attachment"  # of a household whose support has ended
    LOOK = "look"  # the book of looks, a fiscal year at a time; the seals say that it was destroyed


class Counted(StrEnum):
    """From when the years are counted."""

    CLOSING = "closing"
    FISCAL = "fiscal"  # from 1 April after the closing, as municipal files are


class HoldReason(StrEnum):
    DISPUTE = "dispute"
    REQUEST = "request"  # 開示・訂正・利用停止の請求
    AUDIT = "audit"
    OTHER = "other"


class HeldKind(StrEnum):
    """What a hold lies on: by the number of a household's support, or of the ball of something without one."""

    HOUSEHOLD = "household"
    PERSON = "person"
    MATTER = "matter"


class Obstacle(StrEnum):
    """Why something whose period is over cannot be destroyed."""

    OPEN = "open"
    YOUNG = "young"
    LONGER = "longer"  # the body made the period longer after the list was made
    LOOK_IN = "look_in"
    RESTRICTED = "restricted"
    CONSENT = "consent"
    PURPOSE = "purpose"
    CONFERENCE = "conference"
    HELD = "held"
    TIED = "tied"
    GONE = "gone"


class DisposalState(StrEnum):
    """Where a list stands; it follows from its rows."""

    PROPOSED = "proposed"
    REFUSED = "refused"
    WAITING = "waiting"  # decided: the days of grace run
    READY = "ready"
    UNDONE = "undone"
    DONE = "done"
