"""One household's story in rows: everything a page can show exists once, made by the same actions as in the town."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from marugoto.agencies.actions.absence import say_away
from marugoto.casework.actions import case as cases
from marugoto.casework.actions import journal, need, plan
from marugoto.casework.actions.acquaintance import note_acquaintance
from marugoto.casework.actions.bundle import Receiver, Wanted, hand_many
from marugoto.casework.codes import AcquaintanceKind, Agreement, Closeness, Method, PlanState
from marugoto.casework.models import Need
from marugoto.casework.queries import plan as plans
from marugoto.community.actions.place import create_place
from marugoto.community.codes import Interest, Welcome
from marugoto.custody.actions.bid import ask_for
from marugoto.custody.actions.care import accompany, call_stuck
from marugoto.custody.codes import MatterKind, OfferReason
from marugoto.custody.models import Offer
from marugoto.custody.queries.tiding import unread
from marugoto.disclosure.actions.attachment import Paper
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.queries.attachment import of_matters
from marugoto.exchange.actions.place_import import prepare
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.actions.inquiry import inquire
from marugoto.intake.actions.notice import raise_notice
from marugoto.intake.codes import Channel, InquiryReason, NoticeSource
from marugoto.intake.models import Notice
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.jst import local_day
from marugoto.people.actions.alias import say_same
from marugoto.people.actions.contact import add_address, add_phone
from marugoto.people.actions.household import form_household, join, leave
from marugoto.people.actions.kinship import record_descent, record_union, turn_union
from marugoto.people.actions.mark import say_how_they_stand
from marugoto.people.actions.person import enter_person
from marugoto.people.codes import MarkKind, Sex, UnionState
from tests.beside import BESIDE, beside
from tests.decided import wants_to_tell
from tests.grouped import grouped
from tests.listed import listed, staff_list
from tests.met import met
from tests.newcomers import proposal
from tests.noted import noted
from tests.of_the_town import OF_THE_TOWN, OfTheTown
from tests.opened import opened_in_emergency
from tests.papers import LETTER
from tests.remembered import Memory
from tests.seated import settled_above
from tests.town import Town
from tests.waited import came_for, linked


@dataclass(frozen=True)
class Story(OfTheTown):
    """Ids of what exists, by noun; `need` is 田中's and not on offer, `offer` waits for 小川."""

    notice: UUID
    consultation: UUID
    fresh_consultation: UUID
    person: UUID
    other: UUID
    alias: UUID
    phone: UUID
    address: UUID
    member: UUID
    inquiry: UUID
    inquired: UUID
    emergency: UUID
    purpose: UUID
    union: UUID
    turn: UUID
    descent: UUID
    mark: UUID
    acquaintance: UUID
    household: UUID
    case: UUID
    need: UUID
    ball: UUID
    offer: UUID
    entry: UUID
    attachment: UUID
    conference: UUID
    item: UUID
    seat: UUID
    outside: UUID
    decision: UUID
    copy: UUID
    topic: UUID
    resolution: UUID
    option: UUID
    plan: UUID
    step: UUID
    place: UUID
    host_link: UUID
    change_request: UUID
    match: UUID
    unmet: UUID
    wait: UUID
    standing: UUID
    undertaking: UUID
    cooperation: UUID
    provision: UUID
    enquiry: UUID
    note: UUID
    photo: UUID
    task: UUID
    field_plan: UUID
    walker: UUID
    dialogue: UUID
    training: UUID
    stuck: UUID
    companion: UUID
    absence: UUID
    tiding: UUID
    bid: UUID
    team: UUID
    prepared: UUID
    staff_list: UUID
    proposal: UUID
    bundle: UUID
    disposal: UUID


ONCE = (
    "absence",
    "inquiry",
    "inquired",
    "emergency",
    "prepared",
    "staff_list",
    "proposal",
    "disposal",
    *BESIDE,
    *OF_THE_TOWN,
)
TOLD: Memory[tuple[Story, datetime]] = Memory()


def one_household(town: Town) -> Story:
    """Told from this moment on; the town's clock stands after its last deed."""
    story, town.now = TOLD.retell(lambda: (tell(town), town.now), key=(town.now, town.body))
    return story


def tell(town: Town, first: Story | None = None) -> Story:  # what a town has only once stays that of the first
    notice = _notice(town)
    heard, fresh = (_consultation(town, caller) for caller in ("佐藤さん", "石井さん"))
    makoto, kiyo = _people(town)
    town.later()
    home = form_household(by=town("tanaka"), at=town.now, area="north", members=[(makoto, "本人"), (kiyo, "母")])
    opened = cases.open_case(by=town("tanaka"), at=town.now, household=home.pk, consultations=[heard])
    case = opened.pk
    memory = _need(town, case, TroubleCode.CARE, "キヨさんの物忘れと薬", kiyo)
    place_to_be = _need(town, case, TroubleCode.WITHDRAWAL, "誠さんが外で過ごせる場所", makoto)
    offered = _offer(town, memory.pk)
    written, table = _entry(town, case), met(town, case, place_to_be.pk)
    drawn, step = _plan(town, case, makoto, table["conference"])
    match, missing = linked(town, place_to_be.pk, place := _place(town))
    return Story(
        notice=notice.pk,
        consultation=heard,
        fresh_consultation=fresh,
        person=kiyo,
        **_family(town, makoto, kiyo, home.pk),
        household=home.pk,
        case=case,
        need=place_to_be.pk,
        ball=place_to_be.ball_id,
        offer=offered.pk,
        **written,
        **table,
        **settled_above(town),
        plan=drawn,
        step=step,
        **grouped(town, place),
        match=match.pk,
        unmet=missing.pk,
        wait=came_for(town, place_to_be.ball_id, place),
        **noted(town, place),
        **_around(town, case, opened.ball_id, place_to_be.ball_id),
        team=town.team("tax-pay"),
        **(_once(town) if first is None else {noun: getattr(first, noun) for noun in ONCE}),
        bundle=_bundle(town, place_to_be.ball_id),
    )


def _entry(town: Town, case: UUID) -> dict[str, UUID]:
    """Also what whoever visits reads first, and a letter that was handed over."""
    shown = town.now.date() + timedelta(days=300)
    at = town.later()
    words = "戸口で5分話せた。"
    told: dict[str, Any] = {"method": Method.VISIT, "words": words, "papers": [Paper("手紙.pdf", LETTER)]}
    entry = journal.write(by=town("tanaka"), at=at, case=case, caution_until=shown, **told)
    papers = of_matters(town("tanaka"), [entry.pk])
    return {"entry": entry.pk, "attachment": papers[entry.pk][0].attachment}


def _family(town: Town, makoto: UUID, kiyo: UUID, home: UUID) -> dict[str, UUID]:
    """キヨ's husband who lives apart, their son, somebody who left, how キヨ is reached, and another record of hers."""
    at = town.later()
    by: dict[str, Any] = {"by": town("tanaka"), "at": at}
    shigeru, other, gone = (enter_person(name=name, **by).pk for name in ("小林 茂", "小林 喜代", "小林 隣"))
    union = record_union(one=kiyo, other=shigeru, since=date(1968, 4, 1), **by)
    turn = turn_union(union=union.pk, state=UnionState.SEPARATED, day=date(1990, 4, 1), **by)
    join(household=home, person=gone, since=date(2020, 4, 1), **by)
    return {
        "purpose": wants_to_tell(town, kiyo),
        "other": other,
        "alias": say_same(one=kiyo, other=gone, **by).pk,
        "phone": add_phone(person=kiyo, number="0000-22-1102", **by).pk,
        "address": add_address(person=kiyo, text="みなも市北町1-2", since=date(2001, 4, 1), **by).pk,
        "member": leave(household=home, person=gone, day=local_day(town.now), **by).pk,
        "union": union.pk,
        "turn": turn.pk,
        "descent": record_descent(parent=kiyo, child=makoto, **by).pk,
        "mark": say_how_they_stand(one=kiyo, other=makoto, kind=MarkKind.STRAINED, **by).pk,
    }


def _asked(town: Town) -> dict[str, UUID]:
    """西村 of the education board asks whether somebody keeps a record of 誠; 田中's team asks of somebody whom only she knows."""
    known = {"name": "佐藤 誠", "birth": date(1972, 5, 9), "reason": InquiryReason.CAME, "basis": BasisCode.OWN_DUTY}
    town.later()
    inquire(by=town("nishimura"), at=town.now, **known)  # type: ignore[arg-type]
    town.later()
    pupil = {"name": "石井 翔", "birth": date(2012, 6, 1)}
    enter_person(by=town("nishimura"), at=town.now, **pupil)  # type: ignore[arg-type]
    town.later()
    ours = inquire(by=town("tanaka"), at=town.now, **known | pupil)  # type: ignore[arg-type]
    town.later()
    told = unread(town("tanaka"))
    return {
        "inquiry": ours.pk,
        "inquired": next(one.matter for one in told if one.matter_kind is MatterKind.QUESTION),
        "emergency": opened_in_emergency(town),
    }


def _around(town: Town, case: UUID, lead: UUID, ball: UUID) -> dict[str, UUID]:
    """A call for help, the tiding the control tower has of it, a team that moves along with the holder, and a neighbour."""
    stuck = call_stuck(by=town("tanaka"), at=town.later(), ball=lead)
    along = accompany(by=town("tanaka"), at=town.later(), ball=ball, team=town.team("shakyo-join"))
    told = unread(town("mori"))
    return {
        "stuck": stuck.pk,
        "companion": along.pk,
        "bid": ask_for(by=town("yamashita"), at=town.later(), ball=ball, words="将棋の日に、毎週会えます。").pk,
        "tiding": next(one.id for one in told if one.ball == lead),
        "acquaintance": _close_by(town, case),
    }


def _close_by(town: Town, case: UUID) -> UUID:
    """Who takes out the rubbish for them, as the two say."""
    said: dict[str, Any] = {"closeness": Closeness.STRONG, "words": "朝のごみ出しを手伝ってくれる。"}
    kind, at = AcquaintanceKind.NEIGHBOUR, town.later()
    return note_acquaintance(by=town("tanaka"), at=at, case=case, kind=kind, name="隣の鈴木さん", **said).pk


def _once(town: Town) -> dict[str, UUID]:
    lists = {"prepared": _import, "staff_list": staff_list, "proposal": proposal, "disposal": listed, **OF_THE_TOWN}
    return {
        "absence": _absence(town),
        **_asked(town),
        **beside(town),
        **{noun: brings(town) for noun, brings in lists.items()},
    }


def _absence(town: Town) -> UUID:
    """Somebody of 田中's team is away in three weeks, and another stands in."""
    begins = local_day(town.now) + timedelta(days=20)
    away, deputy = town("tanaka").duty, town("hoshi").duty
    ends = begins + timedelta(days=5)
    return say_away(by=town("tanaka"), at=town.later(), duty=away, deputy=deputy, since=begins, until=ends).pk


def _notice(town: Town) -> Notice:
    return raise_notice(
        by=town("okamoto"),
        at=town.later(),
        notice=uuid4(),
        source=NoticeSource.CLERK,
        words="食べるものがないと話された。",
        team=town.team("soudan-desk"),
    )


def _offer(town: Town, about: UUID) -> Offer:
    town.later()
    words = "受診に付き添える人を探しています。"
    north = town.team("north-care-desk")
    return need.offer_need(by=town("tanaka"), at=town.now, need=about, to=north, reason=OfferReason.AREA, words=words)


def _consultation(town: Town, caller: str) -> UUID:
    at = town.later()
    told = Told(
        caller=caller,
        words="母の物忘れのこと。",
        troubles=[TroubleCode.CARE, TroubleCode.WITHDRAWAL],
        pressing=[TroubleCode.CARE],
    )
    return receive(by=town("tanaka"), at=at, day=local_day(at), channel=Channel.PHONE, told=told).pk


def _people(town: Town) -> tuple[UUID, UUID]:
    at = town.later()
    born = {"makoto": date(1972, 5, 9), "kiyo": date(1944, 3, 3)}
    makoto = enter_person(
        by=town("tanaka"),
        at=at,
        name="佐藤 誠",
        kana="さとう まこと",
        birth=born["makoto"],
        sex=Sex.MALE,
        phone="0000-22-1101",
    )
    kiyo = enter_person(
        by=town("tanaka"), at=at, name="佐藤 キヨ", kana="さとう きよ", birth=born["kiyo"], sex=Sex.FEMALE
    )
    return makoto.pk, kiyo.pk


def _bundle(town: Town, ball: UUID) -> UUID:
    """田中 gave herself, among others, what she has already: nothing moved, and it is said why."""
    by = town("tanaka")
    to = Receiver(by.team, by.duty)
    wanted = [Wanted(ball)]
    return hand_many(by=by, at=town.later(), wanted=wanted, to=to, reason=OfferReason.CAPACITY).pk


def _need(town: Town, case: UUID, theme: TroubleCode, title: str, person: UUID) -> Need:
    return need.add_need(by=town("tanaka"), at=town.later(), case=case, theme=theme, title=title, person=person)


def _plan(town: Town, case: UUID, person: UUID, meeting: UUID) -> tuple[UUID, UUID]:
    at = town.later()
    made = plan.draft(
        by=town("tanaka"),
        at=at,
        case=case,
        goals=[plan.GoalDraft("週に1回、将棋をさしに出かける", person)],
        steps=[plan.StepDraft("木曜の将棋に一緒に行く", town.team("shakyo-join"), goal=0)],
        review_on=local_day(at) + timedelta(days=30),
        agreement=Agreement.AGREED,
    )
    plan.move(by=town("tanaka"), at=town.later(), plan=made.pk, to=PlanState.EXAMINED, conference=meeting)
    plan.move(by=town("yamazaki"), at=town.later(), plan=made.pk, to=PlanState.DECIDED)
    plan.move(by=town("tanaka"), at=town.later(), plan=made.pk, to=PlanState.RUNNING)
    page = plans.get(town("tanaka"), made.pk)
    assert page
    return made.pk, page.steps[0].step


def _place(town: Town) -> UUID:
    values = {"name": "木曜の将棋", "days": "木曜", "hours": "13:00〜16:00", "kind": "circle"}
    return create_place(
        by=town("hayashi"), at=town.later(), values=values, welcome=[Welcome.ANYBODY], interests=[Interest.GAMES]
    ).pk


def _import(town: Town) -> UUID:
    """A list of two places, looked at and not yet confirmed."""
    rows = [
        "名称,種別,住所,電話,曜日,時間,だれ向け,説明",
        "みなも畑の会,畑,みなも市若葉台1-2,0000-22-7000,土曜,9:00〜11:00,だれでも,",
        "駅前カフェ,カフェ,,,,,,",
    ]
    content = "\r\n".join(rows).encode("utf-8-sig")
    return prepare(by=town("hayashi"), at=town.later(), upload=content, file_name="places.csv").pk
