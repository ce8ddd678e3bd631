"""Closed lists of participation."""

from enum import StrEnum


class MatchState(StrEnum):
    """Where a link to a place stands; each is a row."""

    ASKED = "asked"  # the host was asked without any name
    ROOM = "room"  # the host has room
    NO_ROOM = "no_room"
    WILLING = "willing"  # the person wants to go
    UNWILLING = "unwilling"
    SETTLED = "settled"
    ENDED = "ended"


class VisitKind(StrEnum):
    FIRST = "first"
    TRIAL = "trial"
    STAYING = "staying"


class VisitFeeling(StrEnum):
    """How it went, as far as the person showed it."""

    GOOD = "good"
    SO_SO = "so_so"
    HARD = "hard"
    DID_NOT_GO = "did_not_go"


class Company(StrEnum):
    ALONE = "alone"
    WITH_SOMEBODY = "with_somebody"
    UNKNOWN = "unknown"


class Grade(StrEnum):
    """The mark of one reason: fits well, fits, know this before."""

    FITS_WELL = "fits_well"
    FITS = "fits"
    KNOW = "know"
