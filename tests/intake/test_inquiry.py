"""One office asks whether another keeps a record; the other is told, holds the question and answers; neither sees the other's words."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import MatterKind, Outcome, TidingKind
from marugoto.custody.queries.ball import faces
from marugoto.custody.queries.tiding import unread
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.intake.actions.inquiry import answer_inquiry, inquire
from marugoto.intake.codes import InquiryAnswer, InquiryReason
from marugoto.intake.models import Inquired, Inquiry
from marugoto.intake.queries import inquiry as inquiries
from marugoto.intake.queries.inquiry import InquiryPage
from marugoto.intake.rules.inquiry import GROUNDS, Decided, may_answer, may_inquire_on, may_rest_on
from marugoto.kernel.decision import Refused
from marugoto.ledger.models import Fact
from marugoto.people.actions.person import enter_person
from marugoto.people.actions.protection import protect
from marugoto.people.models import Person, PointerAsk
from tests.database import unwalled
from tests.decided import decided
from tests.town import MINAMO, Town, settle_town

pytestmark = pytest.mark.django_db
BORN = date(1944, 3, 3)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def kiyo(town: Town) -> Person:
    """Kept by 田中's team."""
    at = town.later()
    return enter_person(
        by=town("tanaka"), at=at, name="佐藤 キヨ", kana="さとう きよ", birth=BORN, phone="0000-22-1101"
    )


def asked(town: Town, who: str = "nishimura", **question: object) -> Inquiry:
    told = {"reason": InquiryReason.CAME, "basis": BasisCode.OWN_DUTY, "name": "佐藤 キヨ", "birth": BORN} | question
    at = town.later()
    return inquire(by=town(who), at=at, **told)  # type: ignore[arg-type]


def seen(viewer: Viewer, inquiry: UUID) -> InquiryPage:
    page = inquiries.get(viewer, inquiry)
    assert page
    return page


def matter_of(town: Town) -> UUID:
    (told,) = (one for one in unread(town("tanaka")) if one.matter_kind is MatterKind.QUESTION)
    return told.matter


def test_the_office_that_keeps_the_record_is_told_who_asks_and_answers(town: Town, kiyo: Person) -> None:
    row = asked(town)
    assert [(one.called, one.ours, one.answer) for one in seen(town("nishimura"), row.pk).offices] == [
        ("福祉総合相談課 相談支援係", False, None)
    ]
    town.later()
    matter = matter_of(town)
    page = inquiries.inquired_of_us(town("tanaka"), matter)
    assert page
    assert (page.called, page.person, page.reason, page.by) == (
        "佐藤 キヨ",
        kiyo.pk,
        InquiryReason.CAME,
        town("nishimura").duty,
    )
    assert faces(town("tanaka"), [matter])[matter].holder.id == town.team("soudan-desk")
    at = town.later()
    answer_inquiry(by=town("tanaka"), at=at, inquired=matter, answer=InquiryAnswer.WILL_CALL)
    town.later()
    assert [one.answer for one in seen(town("nishimura"), row.pk).offices] == [InquiryAnswer.WILL_CALL]
    assert [one.kind for one in unread(town("nishimura")) if one.matter == matter] == [TidingKind.ANSWERED]
    assert faces(town("tanaka"), [matter])[matter].settled_at is not None
    with pytest.raises(Refused, match="もう答えています"):
        answer_inquiry(by=town("tanaka"), at=town.later(), inquired=matter, answer=InquiryAnswer.CANNOT)


def test_neither_side_sees_the_other(town: Town, kiyo: Person) -> None:
    row = asked(town)
    town.later()
    matter = matter_of(town)
    assert inquiries.get(town("tanaka"), row.pk) is None
    assert inquiries.sent(town("tanaka")) == []
    assert inquiries.inquired_of_us(town("nishimura"), matter) is None
    assert inquiries.heads(town("nishimura"), [matter]) == {}
    assert [line.name for line in inquiries.sent(town("nishimura"))] == ["佐藤 キヨ"]
    assert list(inquiries.asked_by_us(town("nishimura"), [matter])) == [matter]
    assert inquiries.asked_by_us(town("tanaka"), [matter]) == {}
    with pytest.raises(Inquired.DoesNotExist):
        answer_inquiry(by=town("nishimura"), at=town.later(), inquired=matter, answer=InquiryAnswer.CANNOT)


def test_nothing_found_is_kept_and_counted_and_tells_nobody(town: Town, kiyo: Person) -> None:
    row = asked(town, birth=date(1944, 3, 4))
    assert seen(town("nishimura"), row.pk).offices == ()
    assert [one for one in unread(town("tanaka")) if one.matter_kind is MatterKind.QUESTION] == []
    with unwalled():
        assert PointerAsk.objects.within(MINAMO).get().found is False
        facts = list(Fact.objects.within(MINAMO).filter(kind__startswith="inquiry."))
    assert [fact.kind for fact in facts] == ["inquiry.sent"]


def test_a_restricted_person_is_pointed_at_by_nobody_also_afterwards(town: Town, kiyo: Person) -> None:
    row = asked(town)
    town.later()
    matter = matter_of(town)
    tanaka = town("tanaka")
    protect(by=tanaka, at=town.now, person=kiyo.pk, listed=[tanaka.worker], reason="支援措置")
    town.later()
    assert seen(town("nishimura"), row.pk).offices == ()
    assert inquiries.inquired_of_us(town("yamazaki"), matter) is None
    assert inquiries.inquired_of_us(town("tanaka"), matter) is not None
    again = asked(town)
    assert seen(town("nishimura"), again.pk).offices == ()


def test_ones_own_record_needs_no_question(town: Town, kiyo: Person) -> None:
    at = town.later()
    row = inquire(
        by=town("tanaka"), at=at, reason=InquiryReason.TWICE, basis=BasisCode.OWN_DUTY, name="佐藤 キヨ", birth=BORN
    )
    assert [(one.ours, one.answer) for one in seen(town("tanaka"), row.pk).offices] == [(True, None)]
    with unwalled():
        assert not Inquired.objects.within(MINAMO).exists()


def test_danger_makes_the_question_urgent(town: Town, kiyo: Person) -> None:
    asked(town, reason=InquiryReason.DANGER, basis=BasisCode.EMERGENCY)
    town.later()
    assert faces(town("tanaka"), [matter_of(town)])[matter_of(town)].urgency == "now"


def test_the_ball_does_not_end_behind_the_askers_back(town: Town, kiyo: Person) -> None:
    asked(town)
    town.later()
    matter = matter_of(town)
    ball = faces(town("tanaka"), [matter])[matter].ball
    with pytest.raises(Refused, match="答えないままではおわりに"):
        settle(by=town("tanaka"), at=town.later(), ball=ball, outcome=Outcome.NOT_NEEDED)


def test_whoever_may_not_ask_leaves_nothing_behind(town: Town, kiyo: Person) -> None:
    question = {"reason": InquiryReason.CAME, "basis": BasisCode.OWN_DUTY, "name": "佐藤 キヨ", "birth": BORN}
    at = town.later()
    for who in ("ogawa", "okamoto"):  # a contracted centre, a window outside welfare
        with pytest.raises(Refused, match="相談を受ける職員"):
            inquire(by=town(who), at=at, **question)
    with pytest.raises(Refused, match="両方か、電話番号の全部"):
        inquire(by=town("nishimura"), at=at, **question | {"birth": None})
    with unwalled():
        assert not Inquiry.objects.within(MINAMO).exists()


@pytest.mark.parametrize("basis", list(BasisCode))
def test_on_which_ground_one_may_ask(basis: BasisCode) -> None:
    assert bool(may_inquire_on(basis)) is (basis in GROUNDS)


def test_an_answer_is_given_once() -> None:
    assert may_answer(answered=False)
    assert not may_answer(answered=True)


def test_what_never_was_is_not_there(town: Town) -> None:
    assert inquiries.get(town("tanaka"), uuid4()) is None
    assert inquiries.inquired_of_us(town("tanaka"), uuid4()) is None


def test_on_another_purpose_it_rests_on_a_decision_about_that_person(town: Town, kiyo: Person) -> None:
    """森 keeps a record of her own of the same person; another decides that the counter may be told."""
    own = enter_person(by=town("mori"), at=town.later(), name="佐藤 キヨ", birth=BORN)
    other = enter_person(by=town("mori"), at=town.later(), name="内田 光", birth=date(1990, 1, 1))
    with pytest.raises(Refused, match="決まった「目的外の提供」が要ります"):
        asked(town, "mori", basis=BasisCode.PURPOSE_CHANGE)
    wrong = purpose_about(town, other.pk, "soudan-desk")
    with pytest.raises(Refused, match="この人についてのものではありません"):
        asked(town, "mori", basis=BasisCode.PURPOSE_CHANGE, purpose=wrong)
    elsewhere = purpose_about(town, own.pk, "north-care-desk")
    row = asked(town, "mori", basis=BasisCode.PURPOSE_CHANGE, purpose=elsewhere)
    assert not [one for one in seen(town("mori"), row.pk).offices if not one.ours], "nobody else is told"
    right = purpose_about(town, own.pk, "soudan-desk")
    row = asked(town, "mori", basis=BasisCode.PURPOSE_CHANGE, purpose=right)
    assert [one.called for one in seen(town("mori"), row.pk).offices] == ["福祉総合相談課 相談支援係"]
    with unwalled():
        assert Inquiry.objects.within(MINAMO).get(pk=row.pk).purpose_id == right


def purpose_about(town: Town, person: UUID, team: str) -> UUID:
    at = town.later()
    made = decided(town("mori"), at, town.team(team), [person], [Part.BASIC])
    return made.request_id


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (None, "決まった「目的外の提供」が要ります"),
        ({"ours": False}, "決まった「目的外の提供」が要ります"),
        ({"running": False}, "決まった「目的外の提供」が要ります"),
        ({"about": False}, "この人についての"),
    ],
)
def test_what_an_inquiry_may_rest_on(wrong: dict[str, bool] | None, says: str) -> None:
    good = {"ours": True, "running": True, "receiver": uuid4(), "about": True}
    assert may_rest_on(BasisCode.OWN_DUTY, None)
    assert may_rest_on(BasisCode.PURPOSE_CHANGE, Decided(**good))  # type: ignore[arg-type]
    rests = None if wrong is None else Decided(**good | wrong)  # type: ignore[arg-type]
    assert says in may_rest_on(BasisCode.PURPOSE_CHANGE, rests).reason
