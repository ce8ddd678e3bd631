"""What a need waited for: filed without a name, answered with a place, heard by the holder."""

from uuid import UUID

from marugoto.community.actions.unmet_need import answer_unmet_need, file_unmet_need
from marugoto.community.codes import Interest, Lack, UnmetEnd
from marugoto.community.models import UnmetNeed
from marugoto.community.queries.unmet_need import came
from marugoto.participation.actions.match import ask_host
from marugoto.participation.actions.wish import Said, hear_wish
from marugoto.participation.models import Match
from tests.town import Town

THEME = "withdrawal"


def lacking(town: Town, ball: UUID | None = None, lack: Lack = Lack.TRANSPORT, worker: str = "tanaka") -> UnmetNeed:
    """`worker` has found nothing for a need of his; the community's team holds the task."""
    team = town.team("shakyo-region")
    return file_unmet_need(
        by=town(worker), at=town.later(), theme=THEME, team=team, area="north", lack=lack, waiting=ball
    )


def linked(town: Town, about: UUID, place: UUID) -> tuple[Match, UnmetNeed]:
    """A wish, a host who is asked, and something that is missing."""
    town.later()
    hear_wish(by=town("tanaka"), at=town.now, need=about, interests=[Interest.GAMES], said=Said(times=[9, 10, 11]))
    match = ask_host(by=town("tanaka"), at=town.now, need=about, place=place)
    team = town.team("shakyo-region")
    return match, file_unmet_need(by=town("tanaka"), at=town.later(), theme=THEME, team=team)


def came_for(town: Town, ball: UUID, place: UUID) -> UUID:
    """林 has found a place; the wait that 田中 has to answer."""
    need = lacking(town, ball)
    answer_unmet_need(by=town("hayashi"), at=town.later(), unmet=need.pk, end=UnmetEnd.PLACE_MADE, place=place)
    return next(one.wait for one in came(town("tanaka")) if one.need.pk == need.pk)
