"""What the page of 地域の力 lays beside each other, district by district, this year and the last: counted with the indicators.

Two of them are indicators (I23, I25) and stand ready for today under their own names. All are measures of the ten operators. What is told of
a person names a place and no district; so `HELPERS` is counted by place, and `WHERE` says in which district each place was listed,
even if it is there no more. `VERSION` rises when one of them changes.
"""

from dataclasses import replace

from marugoto.community.codes import TrainingFruit
from marugoto.community.events import TrainingFollowed
from marugoto.evaluation.indicators.places_fresh import places_fresh
from marugoto.evaluation.indicators.resident_hosted import resident_hosted
from marugoto.evaluation.indicators.stays import MATCH, STATE
from marugoto.evaluation.measures import Among, Coded, Count, Renewed, Rows, Things
from marugoto.ledger.events import layout
from marugoto.participation.codes import MatchState
from marugoto.participation.events import MatchMoved

CODE, VERSION = "strength", "1"
AREA = "area"
FRUIT = layout(TrainingFollowed)
NUMBER = FRUIT["number"]
assert isinstance(places_fresh.measure, Renewed)  # noqa: S101 — a list of places, as its own file says
assert isinstance(resident_hosted.measure, Among)  # noqa: S101 — gatherings, as its own file says

PLACES, HOSTED = places_fresh.measure, resident_hosted.measure  # divided by `AREA`
WHERE, THING = replace(PLACES, ended=()), PLACES.thing
HELPERS = Things(kinds=(Coded(MatchMoved.kind, STATE, (MatchState.HELPING,)),), thing=MATCH)
PLACE = layout(MatchMoved)["place"]
GREW = Count(kinds=(Coded(TrainingFollowed.kind, FRUIT["fruit"], (TrainingFruit.HELPERS,)),))

DIVIDED: dict[str, tuple[Rows, tuple[str, ...]]] = {
    "places": (PLACES, (AREA,)),
    "hosted": (HOSTED, (AREA,)),
    "helpers": (HELPERS, (PLACE,)),
    "grew": (GREW, (AREA, NUMBER)),
}
