"""A division outside welfare with a measure of its own, what it asks of us, and what the prefecture provides for every town."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from marugoto.community.actions.enquiry import advise, ask_prefecture
from marugoto.community.actions.member import admit_member, ask_cooperation, undertake
from marugoto.community.actions.provision import offer_provision
from marugoto.community.codes import GroundKind, Lack, MemberKind
from marugoto.community.models import Enquiry, EnquiryAnswer, Provision, StandingMember
from marugoto.community.rules.enquiry import EnquiryAbout, EnquiryTrigger
from marugoto.community.rules.provision import Wording
from marugoto.kernel.jst import local_day
from tests.town import AOMINE, Town

BESIDE = ("standing", "undertaking", "cooperation", "provision", "enquiry")  # the nouns of a story
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


def worded(since: date, **changed: Any) -> Wording:
    """Housing support, as the prefecture writes it."""
    said: dict[str, Any] = {
        "name": "県居住支援協議会の入居相談",
        "does": "保証人のいない人の住まいさがしに、不動産の団体と居住支援法人がいっしょに動く。",
        "audience": "住まいが決まらず困っている人と、その支援者",
        "contact": "県 地域福祉課 0000-11-2100",
        "ground_words": "青嶺県居住支援協議会設置要綱2条",
        "since": since,
    }
    return Wording(**said | changed)


def provided(town: Town, lack: Lack = Lack.HOUSING, **changed: Any) -> Provision:
    """黒川 of the prefecture has written it; every municipality reads it."""
    at = town.later()
    said = worded(local_day(town.now), **changed)
    return offer_provision(by=town("kurokawa", AOMINE), at=at, said=said, lack=lack, ground=GroundKind.ORDER)


QUESTION = "北の圏域に、昼に集まる場所がない。空き家を使いたいが、貸し主との約束の作り方が分からない。"


def enquired(town: Town, worker: str = "hirata", body: str = "", **changed: Any) -> Enquiry:
    """平田 asks the prefecture about a trouble of her town, because the assembly asked."""
    said: dict[str, Any] = {
        "about": EnquiryAbout.COMMUNITY,
        "trigger": EnquiryTrigger.ASSEMBLY,
        "question": QUESTION,
    } | changed
    return ask_prefecture(by=town(worker, body), at=town.later(), **said)


def advised(town: Town, enquiry: UUID) -> EnquiryAnswer:
    """黒川 says what the town does next, and who advises."""
    said = "縁側びらきの約束の例を持って、貸し主と三人で話します。"
    at = town.later()
    visit = local_day(at) + timedelta(days=10)
    by, adviser = town("kurokawa", AOMINE), "県社協 地域づくり係 0000-11-3300"
    return advise(by=by, at=at, enquiry=enquiry, words=said, adviser=adviser, visit=visit)


def beside(town: Town) -> dict[str, UUID]:
    """The division, what it does, and its request, which 林's team holds; and housing support of the prefecture."""
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
    return {
        "standing": member.pk,
        "undertaking": made.pk,
        "cooperation": asked.pk,
        "provision": provided(town).pk,
        "enquiry": enquired(town).pk,
    }
