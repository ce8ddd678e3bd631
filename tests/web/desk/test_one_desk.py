"""Many hats and one desk: nobody asks herself, what came for any hat stands on one day, and forms stand where they are needed."""

import re
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from marugoto.casework.actions.case import open_case
from marugoto.casework.actions.need import add_need
from marugoto.casework.actions.plan import GoalDraft, StepDraft, draft, move
from marugoto.casework.codes import PlanState
from marugoto.casework.models import PlanStanding
from marugoto.custody.actions.care import call_stuck
from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import OfferReason, TidingKind
from marugoto.custody.queries.tiding import unread
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.codes import Channel
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from tests.database import unwalled
from tests.story import Story
from tests.town import HOTAKAZAWA, MINAMO, Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = [pytest.mark.django_db, pytest.mark.both]
HOUSEHOLD_LIMIT = 15


@pytest.fixture
def small(town: Town) -> Town:
    town.body = HOTAKAZAWA
    return town


def as_hat(town: Town, team: str) -> object:
    """有賀 under another of her hats."""
    from marugoto.agencies.queries.viewer import viewer_of_duty

    return viewer_of_duty(town.settled.hats[HOTAKAZAWA, "aruga", team], town.now)


def heard_by(town: Town, worker: str) -> UUID:
    told = Told(caller="中沢さん")
    at = town.later()
    return receive(by=town(worker), at=at, day=local_day(at), channel=Channel.PHONE, told=told).ball_id


def household(town: Town, needs: int = 1) -> UUID:
    at = town.later()
    person = enter_person(by=town("aruga"), at=at, name="上田 一")
    home = form_household(by=town("aruga"), at=at, area="village", members=[(person.pk, "本人")])
    case = open_case(by=town("aruga"), at=at, household=home.pk, consultations=[]).pk
    for number in range(needs):
        add_need(by=town("aruga"), at=town.later(), case=case, theme=TroubleCode.CARE, title=f"通院の足{number}")
    return case


def drafted(town: Town, worker: str, case: UUID, team: UUID) -> UUID:
    at = town.later()
    return draft(
        by=town(worker),
        at=at,
        case=case,
        goals=[GoalDraft("町まで出かける")],
        steps=[StepDraft("バスに乗る", team)],
        review_on=local_day(at).replace(year=local_day(at).year + 1),
        agreement_note="来週聞く",
    ).pk


def send(client: Client, address: str, **said: object) -> HttpResponse:
    return client.post(address, {"key": str(uuid4()), **said}, follow=True)


def test_nobody_offers_a_ball_to_herself_under_another_hat(small: Town) -> None:
    ball = heard_by(small, "aruga")
    page = signed_in("aruga").get(f"/desk/balls/{ball}/offers/new/").content.decode()
    assert "保健センター 保健師" in page
    for team in ("地域包括支援センター", "こども家庭センター"):
        assert f">住民福祉課 {team}</option>" not in page
    with pytest.raises(Refused, match="自分に渡すことはできません"):
        offer(by=small("aruga"), at=small.later(), ball=ball, to=small.team("h-care"), reason=OfferReason.NEARER)
    offer(by=small("aruga"), at=small.later(), ball=ball, to=small.team("h-nurse"), reason=OfferReason.NEARER)


def offered_by(town: Town, worker: str) -> str:
    ball = heard_by(town, worker)
    return str(signed_in(worker).get(f"/desk/balls/{ball}/offers/new/").content.decode())


def test_a_team_with_a_colleague_can_be_asked_by_whoever_works_there_too(town: Town, story: Story) -> None:
    """坂本 of みなも市 has two hats; in the other team a colleague works as well, whom he may ask."""
    assert ">くらし支援センター 自立相談支援</option>" in offered_by(town, "sakamoto")
    assert ">くらし支援センター 家計改善支援</option>" not in offered_by(town, "sakamoto")


def test_what_came_for_another_hat_is_taken_from_the_one_day(small: Town) -> None:
    ball = heard_by(small, "kitahara")
    offer(by=small("kitahara"), at=small.later(), ball=ball, to=small.team("h-care"), reason=OfferReason.OWN_FIELD)
    aruga = signed_in("aruga")
    page = aruga.get("/")
    assert "受け取ってほしいボールが1つ届いています。" in text(page)
    form = re.search(r'action="(/desk/offers/[^"]+/catch/)">(.*?)</form>', page.content.decode(), re.DOTALL)
    assert form
    action = form.group(1)
    key, hat = (re.search(rf'name="{name}" value="([^"]+)"', form.group(2)).group(1) for name in ("key", "hat"))  # type: ignore[union-attr]
    assert aruga.post(action, {"key": key}).status_code in {404, 409}  # not under the hat that is worn
    taken = aruga.post(action, {"key": key, "hat": hat}, follow=True)
    assert "受け取りました。" in text(taken)
    assert "地域包括支援センター 社会福祉士" in text(taken)  # and under that hat it is written down


def test_a_hat_of_somebody_else_is_not_put_on_by_naming_it(small: Town) -> None:
    ball = heard_by(small, "kitahara")
    made = offer(by=small("kitahara"), at=small.later(), ball=ball, to=small.team("h-care"), reason=OfferReason.NEARER)
    hat = str(as_hat(small, "h-care").duty)  # type: ignore[attr-defined]
    momose = signed_in("momose")
    answer = momose.post(f"/desk/offers/{made.pk}/catch/", {"key": f"{uuid4()}.{hat}", "hat": hat})
    assert answer.status_code in {404, 409}


def test_what_happened_to_a_ball_of_another_hat_is_told_on_the_one_day(small: Town) -> None:
    from marugoto.custody.actions.offer import decline
    from marugoto.custody.codes import Decliner, DeclineReason

    by = as_hat(small, "h-care")
    at = small.later()
    row = receive(by=by, at=at, day=local_day(at), channel=Channel.PHONE, told=Told(caller="中沢さん"))  # type: ignore[arg-type]
    made = offer(by=by, at=small.later(), ball=row.ball_id, to=small.team("h-nurse"), reason=OfferReason.NEARER)  # type: ignore[arg-type]
    no: dict[str, object] = {"declined_by": Decliner.AGENCY, "reason": DeclineReason.NO_ROOM, "words": "来月なら。"}
    decline(by=small("kitahara"), at=small.later(), offer=made.pk, **no)  # type: ignore[arg-type]
    aruga = signed_in("aruga")
    assert "断られました" in text(aruga.get("/"))
    told = next(one for one in unread(as_hat(small, "h-care")) if one.kind is TidingKind.DECLINED)  # type: ignore[arg-type]
    assert send(signed_in("momose"), f"/tidings/{told.id}/reading/").status_code == 404
    assert "断られました" not in text(send(aruga, f"/tidings/{told.id}/reading/"))


def test_the_household_has_its_forms_in_place_and_asks_no_more_for_it(small: Town) -> None:
    case = household(small, needs=4)
    aruga = signed_in("aruga")
    page = f"/desk/households/{case}/"
    aruga.get(page)
    with counted() as asked:
        shown = aruga.get(page)
    assert len(asked) <= HOUSEHOLD_LIMIT, "\n".join(one[:160] for one in asked)
    for words in ("必要を足す", "この必要をおわりにする", "プランを作る"):
        assert f"<summary>{words}</summary>" in shown.content.decode()
    ids = re.findall(r' id="([^"]+)"', shown.content.decode())
    assert len(ids) == len(set(ids))
    bad = send(aruga, f"{page}needs/", title="")
    assert bad.status_code == 422
    assert "書いてください。" in text(bad)


def test_a_town_with_more_desks_keeps_its_pages(town: Town, story: Story) -> None:
    assert town.body == MINAMO
    page = signed_in("tanaka").get(f"/desk/households/{story.case}/").content.decode()
    assert "<summary>必要を足す</summary>" not in page
    assert f"/desk/households/{story.case}/needs/new/" in page


def test_where_no_conference_is_prescribed_a_plan_is_looked_at_by_those_named(small: Town) -> None:
    plan = drafted(small, "aruga", household(small), small.team("h-desk"))
    aruga = signed_in("aruga")
    none = send(aruga, f"/desk/plans/{plan}/standing/", to="examined", words=" ")
    assert none.status_code == 409
    assert "だれと確かめたかが分かりません。" in text(none)
    done = send(aruga, f"/desk/plans/{plan}/standing/", to="examined", words="課長と、けさ。")
    assert "プランは「関係者と確かめた」です。" in text(done)
    assert "課長と、けさ。" in text(done)
    with unwalled():
        kept = PlanStanding.objects.within(HOTAKAZAWA).get(plan=plan, state=PlanState.EXAMINED)
    assert (kept.conference, kept.words) == (None, "課長と、けさ。")


def test_where_the_programme_is_run_words_are_no_conference(town: Town, story: Story) -> None:
    """重層的支援会議 looks at the plans there."""
    plan = drafted(town, "tanaka", story.case, town.team("soudan-desk"))
    with pytest.raises(Refused, match="どの会議で確かめたかが分かりません。"):
        move(by=town("tanaka"), at=town.later(), plan=plan, to=PlanState.EXAMINED, words="課長と、けさ。")


def test_nobody_moves_along_with_herself(small: Town) -> None:
    """Her call for help is hers to answer outside; what another of her hats holds is not asked about."""
    other = as_hat(small, "h-care")
    told, at = Told(caller="中沢さん"), small.later()
    ball = receive(by=other, at=at, day=local_day(at), channel=Channel.PHONE, told=told).ball_id
    call_stuck(by=other, at=small.later(), ball=ball)
    aruga = signed_in("aruga")
    for page in ("/", "/desk/tower/"):
        shown = text(aruga.get(page))
        assert "外に相談する(電話の一覧)" in shown, page
        assert ">いっしょに動く</button>" not in aruga.get(page).content.decode(), page
        assert "持っている係にたずねる" not in shown, page
    assert "持っている係にたずねる" not in text(aruga.get(f"/desk/balls/{ball}/"))
