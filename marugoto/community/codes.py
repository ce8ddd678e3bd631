"""Closed lists of the community."""

from enum import StrEnum


class Welcome(StrEnum):
    """Who is welcome; nothing recorded means unknown, never "nobody"."""

    ANYBODY = "anybody"
    AGED = "aged"
    CHILDREN = "children"
    PARENTS = "parents"
    YOUNG = "young"
    DISABLED = "disabled"
    WITHDRAWN = "withdrawn"
    FOREIGN = "foreign"
    CARERS = "carers"


class Interest(StrEnum):
    GAMES = "games"
    GARDEN = "garden"
    COOKING = "cooking"
    MUSIC = "music"
    SPORTS = "sports"
    CRAFT = "craft"
    READING = "reading"
    TALK = "talk"
    CHILDREN = "children"
    WORK = "work"
    NATURE = "nature"
    HELPING = "helping"
    LEARNING = "learning"
    MEAL = "meal"


class PlaceKind(StrEnum):
    SALON = "salon"
    CIRCLE = "circle"
    CAFE = "cafe"
    CHILDRENS_MEAL = "childrens_meal"
    GARDEN = "garden"
    WORKPLACE = "workplace"
    VOLUNTEER = "volunteer"
    FACILITY = "facility"
    SERVICE = "service"
    OTHER = "other"


class Tier(StrEnum):
    """To whom a place is shown: everybody, professionals, or the coordinators only."""

    PUBLIC = "public"
    PROFESSIONAL = "professional"
    COORDINATOR = "coordinator"


class ConfirmedBy(StrEnum):
    VISIT = "visit"
    PHONE = "phone"
    HOST = "host"  # the group itself
    HEARD = "heard"


class PlaceEnd(StrEnum):
    ENDED = "ended"
    TAKEN_BACK = "taken_back"  # an import that brought it was undone
    DOUBLE = "double"


class NoteKind(StrEnum):
    VISIT = "visit"
    TALK = "talk"
    GATHERING = "gathering"


class UnmetEnd(StrEnum):
    PLACE_FOUND = "place_found"
    PLACE_MADE = "place_made"
    NOT_POSSIBLE = "not_possible"
