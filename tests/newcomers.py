"""Who is about to come: an account that waits for its second person."""

from uuid import UUID

from marugoto.agencies.actions.account import Wanted as Newcomer
from marugoto.agencies.actions.account import propose
from marugoto.agencies.codes import Role
from marugoto.kernel.jst import local_day
from tests.town import Town


def proposal(town: Town) -> UUID:
    """本間 has asked for somebody, and nobody has answered yet."""
    wanted = Newcomer(
        login="s3009",
        number="3009",
        name="新井 遼",
        kana="あらい りょう",
        since=local_day(town.now),
        team=town.team("soudan-desk"),
        hat="相談支援員",
        roles=(Role.COUNSELLOR,),
    )
    return propose(by=town("honma"), at=town.later(), wanted=wanted).pk
