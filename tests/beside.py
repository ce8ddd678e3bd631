"""A division outside welfare with a measure of its own, and what it asks of us."""

from datetime import timedelta
from uuid import UUID

from marugoto.community.actions.member import admit_member, ask_cooperation, undertake
from marugoto.community.codes import GroundKind, Lack, MemberKind
from marugoto.community.models import StandingMember
from marugoto.kernel.jst import local_day
from tests.town import Town

BESIDE = ("standing", "undertaking", "cooperation")  # the nouns of a story
GROUND = "みなも市地域共生推進本部設置要綱3条"


def farm(town: Town, name: str = "農政課", team: str = "farm-land") -> StandingMember:
    """林 has admitted the division of agriculture."""
    at = town.later()
    return admit_member(
        by=town("hayashi"),
        at=at,
        name=name,
        kind=MemberKind.DIVISION,
        ground=GroundKind.ORDER,
        ground_words=GROUND,
        since=local_day(town.now),
        team=town.team(team),
        contact="内線2610",
    )


def beside(town: Town) -> dict[str, UUID]:
    """The division, what it does, and its request, which 林's team holds."""
    member = farm(town)
    at, since = town.later(), local_day(town.now)
    does = "使わなくなった畑を、朝の2時間だけ手伝う人に開く。"
    said = {"name": "朝の畑", "does": does, "since": since}
    made = undertake(by=town("miyata"), at=at, member=member.pk, lack=Lack.WORK, **said)  # type: ignore[arg-type]
    at = town.later()
    asked = ask_cooperation(
        by=town("miyata"),
        at=at,
        member=member.pk,
        title="畑に来る人と最初の3回いっしょに来てほしい",
        to=town.team("shakyo-region"),
        answer_by=since + timedelta(days=14),
    )
    return {"standing": member.pk, "undertaking": made.pk, "cooperation": asked.pk}
