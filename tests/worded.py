"""A concept of the body's own, and how the tax division says it; none of ours, so that no screen of the story speaks otherwise."""

from uuid import UUID

from marugoto.agencies.actions.word import add_concept, say_word
from marugoto.agencies.models import Team
from tests.database import unwalled
from tests.town import Town

WORDED = ("concept", "word")  # the nouns of a story


def agency(town: Town, team: str) -> UUID:
    """The division to which that team belongs."""
    with unwalled():
        return Team.objects.everywhere("a team of the cast").get(pk=town.team(team)).agency_id


def worded(town: Town) -> dict[str, UUID]:
    row = add_concept(by=town("hirata"), at=town.later(), name="滞り", meaning="払うものを払えずにいること。")
    word = say_word(by=town("hirata"), at=town.later(), concept=row.pk, agency=agency(town, "tax-pay"), word="滞納")
    return {"concept": row.pk, "word": word.pk}
