"""A concept of the body's own, and how the tax division says one of ours that none of its screens speaks of."""

from uuid import UUID

from marugoto.agencies.actions.word import add_concept, say_word
from marugoto.agencies.codes import ConceptCode
from marugoto.agencies.models import Team
from tests.town import Town


def agency(town: Town, team: str) -> UUID:
    """The division to which that team belongs."""
    return Team.objects.everywhere("a team of the cast").get(pk=town.team(team)).agency_id


def concept(town: Town) -> UUID:
    return add_concept(by=town("hirata"), at=town.later(), name="滞り", meaning="払うものを払えずにいること。").pk


def word(town: Town) -> UUID:
    tax = agency(town, "tax-pay")
    code = ConceptCode.CONFERENCE
    return say_word(by=town("hirata"), at=town.later(), concept=code, agency=tax, word="庁内の打合せ").pk
