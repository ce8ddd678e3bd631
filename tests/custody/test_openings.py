"""Who may see follows the ball: what was prepared with an offer opens when it is caught, and only then."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from marugoto.custody.actions import offer as offers
from marugoto.custody.actions.offer import Opening, catch, decline, hand_over, lapse_due, offer, withdraw
from marugoto.custody.codes import DeclineReason, OfferReason
from marugoto.custody.models import Offer
from marugoto.custody.queries.offer import get as offer_page
from marugoto.disclosure.actions.folder import open_folder
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.models import Folder, Grant
from marugoto.disclosure.queries.folder import Open
from marugoto.ground.context import entered
from marugoto.kernel.decision import Refused
from marugoto.kernel.ref import Ref
from tests.custody.town import BODY, NOW, Town, later
from tests.database import unwalled
from tests.decided import decided, once_decided

pytestmark = pytest.mark.django_db
BASIS, REASON = BasisCode.PURPOSE_CHANGE, "熱中症のおそれがあり、訪問に住所と名前が要る"


def seen_by(town: Town, who: str, person: UUID, days: int = 1) -> set[str]:
    viewer = town.viewer(who, later(days))
    with transaction.atomic(), entered(viewer):
        folders = Folder.objects.within(BODY).filter(Open(viewer, "pk"), subject=person)
        return set(folders.values_list("part", flat=True))


@pytest.fixture
def person(town: Town) -> UUID:
    """Somebody the 総合 team works with: basic data and health."""
    key = uuid4()
    for part in (Part.BASIC, Part.HEALTH):
        open_folder(by=town.viewer("総合"), at=NOW, subject=Ref("person", key), part=part)
    return key


def give(town: Town, person: UUID, *parts: Part, reason: str = REASON, by: str = "総合") -> Offer:
    ball, openings = town.ball(by).pk, [Opening(person, part, BASIS, reason) for part in parts]
    told = {"ball": ball, "to": town.team("包括"), "reason": OfferReason.EXPERTISE, "openings": openings}
    giver = town.viewer(by)
    return once_decided(giver, NOW, town.team("包括"), lambda: offer(by=giver, at=NOW, **told))


def test_nothing_opens_before_the_catch_and_only_what_was_prepared_after_it(town: Town, person: UUID) -> None:
    made = give(town, person, Part.BASIC)
    assert seen_by(town, "包括", person) == set()
    page = offer_page(town.viewer("包括"), made.pk)
    assert page is not None
    assert [(one.basis, one.part, one.shut) for one in page.opens] == [(BASIS, Part.BASIC, False)]
    catch(by=town.viewer("包括", later(1)), at=later(1), offer=made.pk)
    assert seen_by(town, "包括", person) == {"basic"}
    assert seen_by(town, "学校", person) == set()
    assert seen_by(town, "総合", person) == {"basic", "health"}, "the former holder keeps what is its own work"


@pytest.mark.parametrize("ending", ["decline", "withdraw", "lapse"])
def test_an_offer_that_is_not_caught_opens_nothing(town: Town, person: UUID, ending: str) -> None:
    made = give(town, person, Part.BASIC)
    if ending == "decline":
        words = {"reason": DeclineReason.NO_ROOM, "words": "年明けなら"}
        decline(by=town.viewer("包括"), at=NOW, offer=made.pk, **words)
    elif ending == "withdraw":
        withdraw(by=town.viewer("総合"), at=NOW, offer=made.pk)
    else:
        assert lapse_due(by=town.system(later(30)), at=later(30))
    assert seen_by(town, "包括", person, days=31) == set()
    with unwalled():
        assert not Grant.objects.within(BODY).filter(team=town.team("包括"), basis=BASIS).exists()


def test_an_opening_without_its_ground_refuses_the_whole_offer(town: Town, person: UUID) -> None:
    with pytest.raises(Refused, match="理由が要ります"):
        give(town, person, Part.BASIC, reason="")
    with unwalled():
        assert not Offer.objects.within(BODY).exists()


def test_who_does_not_see_a_folder_can_not_open_it(town: Town, person: UUID) -> None:
    made = give(town, person, Part.BASIC, by="学校")
    catch(by=town.viewer("包括", later(1)), at=later(1), offer=made.pk)
    assert seen_by(town, "包括", person) == set()


def test_a_caught_ball_goes_on_without_closing_anything(town: Town, person: UUID) -> None:
    first = give(town, person, Part.BASIC)
    catch(by=town.viewer("包括", later(1)), at=later(1), offer=first.pk)
    school, told = town.team("学校"), [Opening(person, Part.BASIC, BASIS, REASON)]
    by = town.viewer("包括", later(2))
    how = {"ball": first.ball_id, "to": school, "reason": OfferReason.AREA, "openings": told}
    with pytest.raises(Refused, match="まだありません"):
        offer(by=by, at=later(2), **how)
    decided(town.viewer("総合", later(2)), later(2), school, [person], [Part.BASIC])
    second = offer(by=by, at=later(2), **how)
    catch(by=town.viewer("学校", later(3)), at=later(3), offer=second.pk)
    assert [seen_by(town, who, person, days=4) for who in ("包括", "学校")] == [{"basic"}, {"basic"}]


def at_the_table(town: Town) -> UUID:
    """Somebody whom the control tower knows."""
    key = uuid4()
    open_folder(by=town.viewer("司令塔"), at=NOW, subject=Ref("person", key), part=Part.BASIC)
    decided(town.viewer("司令塔"), NOW, town.team("包括"), [key], [Part.BASIC])
    return key


def test_what_a_conference_opens_to_the_holder_does_not_open_to_one_that_just_handed_the_ball_on(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its role was confirmed, nobody else was named: between the look and the deed another team caught the ball."""
    ball, person = town.ball("包括"), at_the_table(town)
    asked = offer(by=town.viewer("包括"), at=NOW, ball=ball.pk, to=town.team("学校"), reason=OfferReason.AREA)
    look = offers.require_reader

    def caught_meanwhile(*args: Any) -> None:
        monkeypatch.setattr(offers, "require_reader", look)
        catch(by=town.viewer("学校", later(1)), at=later(1), offer=asked.pk)

    monkeypatch.setattr(offers, "require_reader", caught_meanwhile)
    told = {"ball": ball.pk, "to": town.team("包括"), "in_charge": ball.in_charge_id, "due": later(9).date()}
    with pytest.raises(Refused):
        hand_over(
            by=town.viewer("司令塔", later(1)),
            at=later(1),
            **told,
            openings=[Opening(person, Part.BASIC, BASIS, REASON)],
        )
    assert seen_by(town, "包括", person, days=2) == set()


def test_what_a_conference_opens_to_the_holder_whose_role_it_confirmed_opens_at_once(town: Town) -> None:
    ball, person = town.ball("包括"), at_the_table(town)
    told = {"ball": ball.pk, "to": town.team("包括"), "in_charge": ball.in_charge_id, "due": later(9).date()}
    opening = Opening(person, Part.BASIC, BASIS, REASON)
    hand_over(by=town.viewer("司令塔", later(1)), at=later(1), **told, openings=[opening])
    assert seen_by(town, "包括", person, days=2) == {"basic"}
