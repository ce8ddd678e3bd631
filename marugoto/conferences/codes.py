"""Closed lists of conferences."""

from enum import StrEnum


class KindCode(StrEnum):
    SUPPORT = "support"
    MULTILAYERED = "multilayered"
    POVERTY = "poverty"
    CARE = "care"
    CHILD = "child"
    SMALL_TOWN = "small_town"


class Level(StrEnum):
    CASE = "case"
    WORKING = "working"
    HEADS = "heads"


class Stage(StrEnum):
    """Where a conference stands; each is a row."""

    CONVENED = "convened"
    OPENED = "opened"
    CLOSED = "closed"
    CALLED_OFF = "called_off"


class Attendance(StrEnum):
    PRESENT = "present"
    ABSENT = "absent"
