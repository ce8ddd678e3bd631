from marugoto.community.models.field_note import FieldNote
from marugoto.community.models.place import Confirmation, Place, PlaceChange, PlaceEnding, PlaceInterest, PlaceWelcome
from marugoto.community.models.unmet_need import UnmetNeed, UnmetNeedEnding

__all__ = [
    "Confirmation",
    "FieldNote",
    "Place",
    "PlaceChange",
    "PlaceEnding",
    "PlaceInterest",
    "PlaceWelcome",
    "UnmetNeed",
    "UnmetNeedEnding",
]
