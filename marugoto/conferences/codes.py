"""Closed lists of conferences."""

from enum import StrEnum


class KindCode(StrEnum):
    SUPPORT = "support"
    MULTILAYERED = "multilayered"
    BOTH = "both"
    POVERTY = "poverty"
    ASSISTANCE = "assistance"
    CARE = "care"
    CHILD = "child"
    CHILD_WORKING = "child_working"
    CHILD_HEADS = "child_heads"
    STAFF_TABLE = "staff_table"
    HEADS_TABLE = "heads_table"
    POLICY = "policy"
    SMALL_TOWN = "small_town"


class Level(StrEnum):
    CASE = "case"
    WORKING = "working"
    HEADS = "heads"
    POLICY = "policy"


class Stage(StrEnum):
    """Where a conference stands; each is a row."""

    CONVENED = "convened"
    OPENED = "opened"
    CLOSED = "closed"
    CALLED_OFF = "called_off"


class OutsideKind(StrEnum):
    """Who is asked from outside, without an account in the house: chosen for one item of one conference."""

    SCHOOL = "school"
    CLINIC = "clinic"
    POLICE = "police"
    WELFARE = "welfare"  # 民生委員・児童委員
    BUSINESS = "business"
    PRIVATE = "private"


class Followed(StrEnum):
    """What became of a decision."""

    DONE = "done"
    PARTLY = "partly"
    NOT_POSSIBLE = "not_possible"


class DateSaid(StrEnum):
    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Attendance(StrEnum):
    PRESENT = "present"
    ABSENT = "absent"
