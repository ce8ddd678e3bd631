"""One household while it is supported: who belongs to it, who leads, which needs there are and where their balls lie."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.demo.addresses import InventedAddress
from marugoto.demo.households import HouseholdSketch
from marugoto.demo.live.fate import Fate, Stand
from marugoto.demo.live.here import Here
from marugoto.demo.stories.story import NeedSketch, Story
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder


@dataclass
class Known:
    """A person as the town's records know him. `agreed`: what was agreed to be told, by team."""

    id: UUID
    folder: Folder
    called: str
    adult: bool = True
    agreed: dict[str, frozenset[Part]] = field(default_factory=dict)


@dataclass
class OpenNeed:
    """A need and its ball; `team` and `hat` hold it. `shared`: the holder may read what it is about."""

    id: UUID
    ball: UUID
    sketch: NeedSketch
    number: int
    person: str
    team: str
    hat: UUID
    stand: Stand | None = None
    shared: bool = True
    offered: bool = False
    settled: bool = False
    written: int = 0
    decided: bool = False  # a conference gave it to its holder


@dataclass(repr=False)
class Life:
    """What its lead knows. `team` is the key of the lead's team."""

    here: Here
    number: int
    sketch: HouseholdSketch
    story: Story
    fate: Fate
    address: InventedAddress
    rng: random.Random
    team: str
    lead: UUID
    people: dict[str, Known] = field(default_factory=dict)
    home: UUID = field(init=False)
    case: UUID = field(init=False)
    case_ball: UUID = field(init=False)
    needs: list[OpenNeed] = field(default_factory=list)
    plan: UUID | None = None  # the one that runs
    closed: bool = False

    @property
    def by(self) -> Viewer:
        """The lead, now."""
        return self.here.by(self.lead)

    @property
    def now(self) -> datetime:
        return self.here.now

    @property
    def area(self) -> str:
        return self.address.district

    @property
    def family(self) -> str:
        return self.sketch.head.name.family.written

    def chance(self, *names: object) -> random.Random:
        return self.here.chance("household", self.number, *names)

    def days(self, least: int, most: int) -> datetime:
        return self.here.in_days(self.rng, least, most)

    def soon(self, least: int = 3, most: int = 25) -> datetime:
        return self.here.soon(self.rng, least, most)

    def open_needs(self) -> list[OpenNeed]:
        return [need for need in self.needs if not need.settled]

    def whose(self, key: str) -> str:
        """The key of the person meant; the head where a household of this shape has nobody of that word, nobody for the whole."""
        if not key:
            return ""
        here = {person.key for person in self.sketch.members}
        return next((one for one in _like(key) if one in here), "head")

    def say(self, words: str, key: str) -> str:
        """`{who}` becomes the person as he is called; for a need of all, the one at the centre."""
        return words.replace("{who}", self.people[key or "head"].called if self.people else "ご本人")


def _like(key: str) -> Iterable[str]:
    """Who stands nearest to a word of a story, in a household that has others."""
    if key in {"child", "grandchild", "stepchild"}:
        return (key, "child", "stepchild", "grandchild", "sibling")
    return (key, "spouse") if key == "spouse" else (key,)
