"""The person agrees no more: what was told with a ball closes, both sides hear of it, and nobody is left with what he cannot read."""

import pytest

from marugoto.custody.actions.hand_back import hand_back
from marugoto.custody.actions.offer import catch, decline
from marugoto.custody.codes import Decliner, DeclineReason, How, TidingKind
from marugoto.custody.queries.ball import faces, history
from marugoto.custody.queries.check import faults
from marugoto.custody.queries.offer import get as offer_of
from marugoto.custody.queries.tiding import unread
from marugoto.intake.queries.consultation import get
from marugoto.kernel.decision import Refused
from marugoto.people.actions.alias import say_same
from marugoto.people.actions.person import enter_person
from tests.agreed import agreed, handed, handed_and_shut, taken_back, told_of
from tests.story import Story, one_household
from tests.town import Town, settle_town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db
DESK = "north-care-desk"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def heard_by(town: Town, worker: str, ball: object) -> list[TidingKind]:
    return [one.kind for one in unread(town(worker)) if one.ball == ball]


def test_what_closed_before_the_catch_is_not_caught(town: Town, story: Story) -> None:
    row = told_of(town, story.person)
    agreed(town, story.person, DESK)
    made = handed(town, row.pk)
    taken_back(town, story.person, DESK)
    town.later()
    assert TidingKind.SHUT in heard_by(town, "ogawa", row.ball_id)
    with pytest.raises(Refused, match="閉じたので、受け取れません"):
        catch(by=town("ogawa"), at=town.later(), offer=made.pk)
    assert faces(town("tanaka"), [row.pk])[row.pk].holder.id == town("tanaka").team
    decline(
        by=town("ogawa"),
        at=town.later(),
        offer=made.pk,
        declined_by=Decliner.PERSON,
        reason=DeclineReason.PERSON_DOES_NOT_WISH,
        words="本人に聞き直してください。",
    )


def test_the_page_of_the_offer_says_what_closed_and_what_to_do(town: Town, story: Story) -> None:
    row = told_of(town, story.person)
    agreed(town, story.person, DESK)
    made = handed(town, row.pk)
    taken_back(town, story.person, DESK)
    page = text(signed_in("ogawa").get(f"/desk/offers/{made.pk}/"))
    assert "いまは閉じています" in page
    assert "受け取ることはできません" in page
    assert f"/desk/offers/{made.pk}/catch/" not in signed_in("ogawa").get(f"/desk/offers/{made.pk}/").content.decode()
    assert "聞いてください" not in page
    theirs = text(signed_in("tanaka").get(f"/desk/offers/{made.pk}/"))
    assert "取り下げて、自分の係で続けるか" in theirs
    ball = text(signed_in("tanaka").get(f"/desk/balls/{row.ball_id}/"))
    assert "いまは閉じています" in ball
    assert "渡した人に聞いてください" not in ball


def test_while_it_is_open_nobody_says_that_it_is_closed(town: Town, story: Story) -> None:
    row = told_of(town, story.person)
    agreed(town, story.person, DESK)
    made = handed(town, row.pk)
    assert "いまは閉じています" not in text(signed_in("ogawa").get(f"/desk/offers/{made.pk}/"))
    catch(by=town("ogawa"), at=town.later(), offer=made.pk)
    town.later()
    for worker in ("ogawa", "tanaka"):
        found = offer_of(town(worker), made.pk)
        assert found
        assert found.opens
        assert not any(one.shut for one in found.opens), worker
    with pytest.raises(Refused, match="閉じていない"):
        hand_back(by=town("ogawa"), at=town.later(), ball=row.ball_id)


def test_what_closed_while_it_is_held_is_given_back(town: Town) -> None:
    row = handed_and_shut(town)
    assert get(town("ogawa"), row.pk) is None
    assert TidingKind.SHUT in heard_by(town, "ogawa", row.ball_id)
    assert TidingKind.SHUT in heard_by(town, "mori", row.ball_id)
    page = text(signed_in("ogawa").get(f"/desk/balls/{row.ball_id}/"))
    assert "伝えられた記録は、いまは閉じています" in page
    assert "渡した係に返す" in page
    assert "相談の画面の" not in page, "a page which this reader does not have"
    with pytest.raises(Refused, match="持ち手の係だけ"):
        hand_back(by=town("nishimura"), at=town.later(), ball=row.ball_id)
    hand_back(by=town("ogawa"), at=town.later(), ball=row.ball_id)
    town.later()
    face = faces(town("tanaka"), [row.pk])[row.pk]
    assert (face.holder.id, face.in_charge_name) == (town("tanaka").team, town("tanaka").name)
    assert history(town("tanaka"), row.ball_id)[-1].how is How.HANDED_BACK
    assert TidingKind.HANDED_BACK in heard_by(town, "tanaka", row.ball_id)
    assert get(town("tanaka"), row.pk) is not None
    assert faults(town("mori"), [row.ball_id]) == []


def test_a_no_on_the_other_record_of_the_same_person_counts(town: Town, story: Story) -> None:
    row = told_of(town, story.person)
    agreed(town, story.person, DESK)
    catch(by=town("ogawa"), at=town.later(), offer=handed(town, row.pk).pk)
    again = told_of(town, story.person)
    other = enter_person(by=town("tanaka"), at=town.later(), name="佐藤 きよ")
    say_same(by=town("tanaka"), at=town.later(), one=story.person, other=other.pk)
    taken_back(town, other.pk, DESK)
    town.later()
    assert get(town("ogawa"), row.pk) is None
    with pytest.raises(Refused):
        handed(town, again.pk)
    agreed(town, other.pk, DESK)
    assert handed(town, again.pk), "the later answer counts, on whichever record"
