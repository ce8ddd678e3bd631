"""What can be said of a sort of place: name in parts with readings, kind, weekdays, times, and what to know before going there."""

from dataclasses import dataclass

from marugoto.community.codes import Interest, PlaceKind, Tier, Welcome


@dataclass(frozen=True)
class PlaceSort:
    """`weekdays`: 0 is Monday. `likes` says the interests in the words of those who come; `usual` is how many come."""

    name: str
    kind: PlaceKind
    weekdays: tuple[int, ...]
    times: tuple[str, str]
    every: str
    welcome: tuple[Welcome, ...]
    interests: tuple[Interest, ...]
    likes: tuple[str, ...]
    fee: int = 0
    usual: int = 8
    knows: str = ""
    host: str = "世話人"
    tier: Tier = Tier.PUBLIC
    wheelchair: bool = False
    just_looking: bool = False
    forgetful: bool = False
