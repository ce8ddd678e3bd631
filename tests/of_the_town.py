"""What a town has once and no household: by the noun of the story, how it comes about."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from tests.begun_things import initiative
from tests.community.drawn_districts import brought
from tests.reviewed_things import REVIEWED
from tests.town import Town
from tests.visited import OUTREACH
from tests.weighed import judgement, judgement_file, rating_round, survey, system, tried
from tests.worded import concept, word

THOUGHT: dict[str, Callable[[Town], UUID]] = {
    "system": system,
    "trial": tried,
    "judgement": judgement,
    "judgement_file": judgement_file,
    "survey": survey,
    "rating_round": rating_round,
}
OF_THE_TOWN: dict[str, Callable[[Town], UUID]] = {
    **OUTREACH,
    **THOUGHT,
    "concept": concept,
    "word": word,
    "initiative": initiative,
    "boundary": brought,
    **REVIEWED,
}


@dataclass(frozen=True)
class OfTheTown:
    """The nouns of it, as a story carries them."""

    approach: UUID
    watch: UUID
    agreement: UUID
    concept: UUID
    word: UUID
    initiative: UUID
    boundary: UUID
    system: UUID
    trial: UUID
    judgement: UUID
    judgement_file: UUID
    survey: UUID
    rating_round: UUID
    review: UUID
    scope: UUID
    means_decision: UUID
    opinion: UUID
    pilot: UUID
    line: UUID
    plan_indicator: UUID
