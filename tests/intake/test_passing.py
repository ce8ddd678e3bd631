"""A notice or a consultation that is handed on: its words go along, on a ground, and whoever catches it can answer."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from marugoto.casework.actions.case import open_case
from marugoto.custody.actions.offer import catch, decline
from marugoto.custody.actions.settlement import reopen, settle
from marugoto.custody.codes import DeclineReason, OfferReason, Outcome
from marugoto.custody.models import Offer
from marugoto.custody.queries.ball import faces
from marugoto.disclosure.actions.consent import record_consent
from marugoto.disclosure.codes import BasisCode, ConsentForm, ConsentState, Part
from marugoto.intake.actions.consultation import Told, complete, end, receive
from marugoto.intake.actions.notice import answer_notice, raise_notice
from marugoto.intake.actions.passing import offer_consultation, offer_notice
from marugoto.intake.codes import Channel, ConsultationEnd, NoticeAnswer, NoticeSource
from marugoto.intake.models import Consultation, Notice
from marugoto.intake.queries import consultation as consultations
from marugoto.intake.queries import notice as notices
from marugoto.intake.rules.passing import GROUNDS, Passing, may_pass
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people.actions.folder import open_part
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from tests.database import unwalled
from tests.decided import once_decided
from tests.town import Town, settle_town

WALLED = pytest.mark.django_db
WHY = "食べるものがなく、きょう訪ねるのに要る"
GOOD = {"to": "北部包括", "inside": True, "reads": True, "named": True}


@pytest.mark.parametrize("basis", [None, *BasisCode])
def test_on_which_ground_it_may_go(basis: BasisCode | None) -> None:
    decision = may_pass(basis, Passing(**GOOD))
    assert bool(decision) is (basis in GROUNDS)
    assert decision or (decision.reason.endswith("。") and decision.way_on.endswith("。"))


@pytest.mark.parametrize(
    ("basis", "broken", "says"),
    [
        (BasisCode.OWN_DUTY, {"inside": False}, "北部包括は別の機関"),
        (BasisCode.PURPOSE_CHANGE, {"inside": False}, ""),
        (BasisCode.CONSENT, {"named": False}, "だれのことかがまだ分からない"),
        (BasisCode.OWN_DUTY, {"named": False}, ""),
        (BasisCode.OWN_DUTY, {"reads": False}, "読んで答える役割の人がいません"),
    ],
)
def test_to_whom_it_may_go(basis: BasisCode, broken: dict[str, Any], says: str) -> None:
    decision = may_pass(basis, Passing(**(GOOD | broken)))
    assert bool(decision) is (not says)
    assert says in decision.reason


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def noticed(town: Town, **more: Any) -> Notice:
    """By a resident of the porch, who wants to hear; its ball lies with the control tower."""
    said = {"words": "三日食べていない。", "informant": "近所の石井", "reach": "0000-22-9999", "wants_reply": True}
    said |= {"source": NoticeSource.RESIDENT, "porch_ref": uuid4()}
    return raise_notice(by=town("okamoto"), at=town.later(), notice=uuid4(), **(said | more))  # type: ignore[arg-type]


def passed(town: Town, notice: UUID, to: str = "soudan-desk", by: str = "mori", **how: Any) -> Offer:
    said = {"basis": BasisCode.OWN_DUTY, "reason": OfferReason.OWN_FIELD} | how
    return offer_notice(by=town(by), at=town.later(), notice=notice, to=town.team(to), **said)


def caught(town: Town, who: str, made: Offer) -> None:
    catch(by=town(who), at=town.later(), offer=made.pk)
    town.later()


@WALLED
def test_it_opens_when_it_is_caught_and_not_before(town: Town) -> None:
    row = noticed(town)
    made = passed(town, row.pk)
    assert notices.get(town("tanaka"), row.pk) is None
    caught(town, "tanaka", made)
    page = notices.get(town("tanaka"), row.pk)
    assert page
    assert page.notice.words == "三日食べていない。"
    assert page.informant is None, "who told stays with whoever was told"
    assert notices.get(town("mori"), row.pk), "what was the former holder's own work stays so"


@WALLED
def test_a_no_opens_nothing(town: Town) -> None:
    row = noticed(town)
    made = passed(town, row.pk)
    decline(by=town("tanaka"), at=town.later(), offer=made.pk, reason=DeclineReason.NO_ROOM, words="来週なら")
    town.later()
    assert notices.get(town("tanaka"), row.pk) is None


@WALLED
def test_who_told_goes_along_where_it_is_chosen(town: Town) -> None:
    row = noticed(town)
    caught(town, "tanaka", passed(town, row.pk, parts=[Part.INFORMANT]))
    page = notices.get(town("tanaka"), row.pk)
    assert page
    assert page.informant
    assert page.informant.reach == "0000-22-9999"


@WALLED
def test_whoever_caught_it_answers_and_the_resident_hears(town: Town) -> None:
    row = noticed(town)
    caught(town, "tanaka", passed(town, row.pk))
    how = {"notice": row.pk, "answer": NoticeAnswer.VISITED, "words": "訪ねた。", "told_back": "訪ねました。"}
    with pytest.raises(Refused, match="持ち手の係だけ"):
        answer_notice(by=town("mori"), at=town.later(), **how)
    answer_notice(by=town("tanaka"), at=town.later(), **how)
    assert faces(town("tanaka"), [row.pk])[row.pk].settled_at is not None
    assert notices.released(town("mori"), {row.pk}) == {row.pk: "訪ねました。"}


@WALLED
def test_whoever_caught_it_opens_a_case_from_it(town: Town) -> None:
    row = noticed(town)
    caught(town, "tanaka", passed(town, row.pk))
    at = town.later()
    heard = receive(by=town("tanaka"), at=at, day=local_day(at), channel=Channel.VISIT, notice=row.pk)
    house = home(town)
    assert open_case(by=town("tanaka"), at=town.later(), household=house, consultations=[heard.pk])


@WALLED
def test_what_became_a_consultation_goes_on_as_that(town: Town) -> None:
    """Two teams with one matter, one of them unable to see what the other received, would help nobody."""
    row = noticed(town)
    at = town.later()
    receive(by=town("mori"), at=at, day=local_day(at), channel=Channel.VISIT, notice=row.pk)
    with pytest.raises(Refused, match="もう相談として受けています") as refused:
        passed(town, row.pk)
    assert "相談のほうを渡して" in refused.value.way_on
    assert count(Offer) == 0


@WALLED
def test_outside_the_house_it_needs_a_reason(town: Town) -> None:
    row = noticed(town)
    with pytest.raises(Refused, match="別の機関"):
        passed(town, row.pk, "north-care-desk")
    with pytest.raises(Refused, match="理由が要ります"):
        passed(town, row.pk, "north-care-desk", basis=BasisCode.PURPOSE_CHANGE)
    assert count(Offer) == 0
    how = {"basis": BasisCode.PURPOSE_CHANGE, "basis_reason": WHY}
    with pytest.raises(Refused, match="その決定が、まだありません"):
        passed(town, row.pk, "north-care-desk", **how)
    to = town.team("north-care-desk")
    made = once_decided(town("mori"), town.now, to, lambda: passed(town, row.pk, "north-care-desk", **how))
    caught(town, "ogawa", made)
    assert notices.get(town("ogawa"), row.pk)


@WALLED
def test_a_window_outside_welfare_is_not_asked(town: Town) -> None:
    with pytest.raises(Refused, match="読んで答える役割の人がいません"):
        passed(town, noticed(town).pk, "insurance-pay")
    assert count(Offer) == 0


@WALLED
def test_a_consultation_goes_on_in_the_same_way(town: Town) -> None:
    row = heard(town)
    how = {"consultation": row.pk, "reason": OfferReason.OWN_FIELD}
    made = offer_consultation(
        by=town("tanaka"), at=town.later(), to=town.team("tower"), basis=BasisCode.OWN_DUTY, **how
    )
    assert consultations.get(town("mori"), row.pk) is None
    caught(town, "mori", made)
    page = consultations.get(town("mori"), row.pk)
    assert page
    assert page.consultation.words == "母のこと。"
    assert page.troubles == ()
    end(by=town("mori"), at=town.later(), consultation=row.pk, end=ConsultationEnd.ANSWERED)
    assert faces(town("mori"), [row.pk])[row.pk].settled_at is not None


@WALLED
def test_on_consent_only_where_it_is_known_who_agreed(town: Town) -> None:
    row, team = heard(town), town.team("north-care-desk")
    how = {"consultation": row.pk, "to": team, "reason": OfferReason.OWN_FIELD, "basis": BasisCode.CONSENT}
    with pytest.raises(Refused, match="だれのことかがまだ分からない"):
        offer_consultation(by=town("tanaka"), at=town.later(), **how)
    person = enter_person(by=town("tanaka"), at=town.later(), name="石井 隆", kana="いしい たかし").pk
    complete(by=town("tanaka"), at=town.later(), consultation=row.pk, person=person)
    with pytest.raises(Refused, match="同意が、伝える部分のすべてには"):
        offer_consultation(by=town("tanaka"), at=town.later(), parts=[Part.BASIC], **how)
    agrees(town, person, team)
    caught(town, "ogawa", offer_consultation(by=town("tanaka"), at=town.later(), parts=[Part.BASIC], **how))
    assert consultations.get(town("ogawa"), row.pk)


@WALLED
@pytest.mark.parametrize("what", ["notice", "consultation"])
def test_its_ball_is_not_ended_behind_its_back(town: Town, what: str) -> None:
    row, who = (noticed(town), "mori") if what == "notice" else (heard(town), "tanaka")
    with pytest.raises(Refused, match="ないままではおわりにできません"):
        settle(by=town(who), at=town.later(), ball=row.ball_id, outcome=Outcome.NOT_NEEDED)
    assert faces(town(who), [row.pk])[row.pk].settled_at is None


@WALLED
def test_an_answered_notice_does_not_begin_again_and_an_ended_consultation_does(town: Town) -> None:
    row = noticed(town)
    answer_notice(by=town("mori"), at=town.later(), notice=row.pk, answer=NoticeAnswer.VISITED)
    with pytest.raises(Refused, match="もう一度は始められません"):
        reopen(by=town("mori"), at=town.later(), ball=row.ball_id)
    other = heard(town)
    for _ in range(2):
        end(by=town("tanaka"), at=town.later(), consultation=other.pk, end=ConsultationEnd.ANSWERED)
        reopen(by=town("tanaka"), at=town.later(), ball=other.ball_id)
    assert faces(town("tanaka"), [other.pk])[other.pk].settled_at is None


def heard(town: Town) -> Consultation:
    at = town.later()
    told = Told(caller="石井さん", words="母のこと。")
    return receive(by=town("tanaka"), at=at, day=local_day(at), channel=Channel.PHONE, told=told)


def home(town: Town) -> UUID:
    person = enter_person(by=town("tanaka"), at=town.later(), name="石井 隆", kana="いしい たかし")
    return form_household(by=town("tanaka"), at=town.later(), area="north", members=[(person.pk, "本人")]).pk


def agrees(town: Town, person: UUID, team: UUID) -> None:
    at = town.later()
    record_consent(
        by=town("tanaka"),
        at=at,
        folder=open_part(by=town("tanaka"), at=at, person=person, part=Part.BASIC),
        person=person,
        receiver=team,
        state=ConsentState.GIVEN,
        parts=[Part.BASIC, Part.SUPPORT],
        form=ConsentForm.SPOKEN,
        answered_on=local_day(at),
    )


def count(model: type) -> int:
    with unwalled():
        return model.objects.everywhere("what is kept").count()  # type: ignore[attr-defined,no-any-return]
