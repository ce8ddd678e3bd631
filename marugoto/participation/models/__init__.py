from marugoto.participation.models.match import Match, MatchStanding, Visit
from marugoto.participation.models.wish import Wish, WishInterest

__all__ = ["Match", "MatchStanding", "Visit", "Wish", "WishInterest"]
