from marugoto.participation.models.approach import (
    Approach,
    ApproachEnding,
    ApproachLift,
    ApproachPlan,
    ApproachRest,
    ApproachSign,
    ApproachTry,
)
from marugoto.participation.models.match import DistrictRoad, Match, MatchStanding, ShownPlace, StayLook, Visit
from marugoto.participation.models.watch import Watch, WatchEnding, WatchLook
from marugoto.participation.models.wish import Wish, WishInterest

__all__ = [
    "Approach",
    "ApproachEnding",
    "ApproachLift",
    "ApproachPlan",
    "ApproachRest",
    "ApproachSign",
    "ApproachTry",
    "DistrictRoad",
    "Match",
    "MatchStanding",
    "ShownPlace",
    "StayLook",
    "Visit",
    "Watch",
    "WatchEnding",
    "WatchLook",
    "Wish",
    "WishInterest",
]
