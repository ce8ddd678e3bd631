"""Closed lists of the porch."""

from enum import StrEnum


class NoticeState(StrEnum):
    """How far a notice has come, in this order; a notice without a state is still on its way."""

    ARRIVED = "arrived"  # the house acknowledged the package
    TAKEN = "taken"  # somebody there has begun to work on it
    ANSWERED = "answered"
    REFUSED = "refused"  # the house could not take it; the resident is asked to telephone


class Door(StrEnum):
    """What one visitor may do only so often in an hour."""

    NOTICE = "notice"
    ASK = "ask"
    TABLE = "table"
    HOST = "host"
    POSTER = "poster"
