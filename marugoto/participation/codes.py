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


class OutreachGround(StrEnum):
    """By which law somebody goes to a person who has not asked. Articles stand in `rules.ground.GROUNDS`."""

    CONTINUED = "continued"
    ALL_TOWNS = "all_towns"
    POVERTY = "poverty"
    AGED = "aged"
    COUNCIL = "council"
    OTHER = "other"


class Way(StrEnum):
    """How somebody tried to come nearer."""

    VISIT = "visit"
    LETTER = "letter"
    PHONE = "phone"
    THROUGH = "through"  # through a neighbour, the family, a commissioner
    ACTIVITY = "activity"  # at something shared: a garden, a shop, a bench
    LOOKED = "looked"  # passed by and looked, without calling
    CAME = "came"  # the person came, or called


class Sign(StrEnum):
    """What was to be seen or heard outside."""

    POST_LIES = "post_lies"
    POST_TAKEN = "post_taken"
    LIGHT = "light"
    DARK = "dark"
    SOUND = "sound"
    SMOKE = "smoke"
    SMELL = "smell"
    LAUNDRY = "laundry"
    RUBBISH = "rubbish"
    SHUTTERS = "shutters"
    NOTE_GONE = "note_gone"  # what was left at the door had been taken in


class Reaction(StrEnum):
    """How the person answered, from nothing to a yes. The order is that of nearness (`rules.approach.NEARER`)."""

    NONE = "none"
    PRESENCE = "presence"  # somebody was felt to be there
    TOOK = "took"  # the letter was taken, or answered by a sign
    VOICE = "voice"  # through the door, on the telephone
    ANGER = "anger"
    REFUSED = "refused"
    MET = "met"
    TALKED = "talked"
    CAME_ALONG = "came_along"  # to the garden, to the shop
    AGREED = "agreed"


class RestLifter(StrEnum):
    """Who may say before the day that somebody goes again; danger to life and the person's own call always may."""

    PERSON = "person"
    CHIEF = "chief"


class LiftReason(StrEnum):
    PERSON_CALLED = "person_called"
    DANGER = "danger"
    DECIDED = "decided"


class ApproachEnd(StrEnum):
    AGREED = "agreed"  # goes on as a consultation
    WELL = "well"
    ELSEWHERE = "elsewhere"
    OWN_WISH = "own_wish"
    MOVED_AWAY = "moved_away"
    DIED = "died"


class Looker(StrEnum):
    """Who looks in."""

    TEAM = "team"
    COMMISSIONER = "commissioner"
    FIRM = "firm"
    NEIGHBOUR = "neighbour"
    FAMILY = "family"


class LookResult(StrEnum):
    AS_USUAL = "as_usual"
    NOT_SEEN = "not_seen"
    WORRY = "worry"


class WatchEnd(StrEnum):
    NOT_NEEDED = "not_needed"
    OTHERS_LOOK = "others_look"
    OWN_WISH = "own_wish"
    MOVED_AWAY = "moved_away"
    DIED = "died"
