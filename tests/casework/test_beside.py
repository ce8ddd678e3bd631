"""Two hands at once on PostgreSQL: what one shuts or ends the other does not pass by."""

import threading
from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection, transaction

from marugoto.casework.actions.case import close_case, open_case
from marugoto.casework.actions.need import add_need, reopen_need
from marugoto.casework.codes import CaseEnd
from marugoto.casework.queries import need as needs
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import Outcome
from marugoto.custody.queries.ball import open_matters
from marugoto.disclosure.codes import Part
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.ledger.models import Fact
from tests.casework.test_behind_the_wall import hers, house_of, show, shut
from tests.database import unwalled
from tests.story import one_household
from tests.town import Town, settle_town

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def town(transactional_db: None) -> Town:
    return settle_town()


def told(kind: str) -> int:
    """How many facts of a kind there are, whoever looks."""
    with unwalled():
        return Fact.objects.everywhere("of one kind").filter(kind=kind).count()


def beside(first: Callable[[], None], second: Callable[[], None]) -> list[Refused]:
    """`second` begins while `first` is done and not yet written; what it was refused."""
    refused: list[Refused] = []

    def run() -> None:
        try:
            second()
        except Refused as no:
            refused.append(no)
        finally:
            connection.close()

    hand = threading.Thread(target=run)
    with transaction.atomic():
        first()
        hand.start()
        hand.join(timeout=4)
    hand.join(timeout=60)
    assert not hand.is_alive()
    return refused


def test_a_need_written_while_its_person_is_shut_is_shut(town: Town) -> None:
    story = one_household(town)
    made: list[UUID] = []
    assert beside(lambda: made.append(hers(town, story).pk), lambda: shut(town, story.person)) == []
    town.later()
    assert needs.get(town("tanaka"), made[0]) is not None
    assert needs.get(town("hoshi"), made[0]) is None


def test_a_case_does_not_end_while_its_need_begins_again(town: Town) -> None:
    """小川's office sees the need and not the case."""
    house, _people = house_of(town, "tanaka", "上田 一")
    case = open_case(by=town("tanaka"), at=town.later(), household=house).pk
    show(town, "north-care-desk", [case, house], [Part.SUPPORT, Part.BASIC])
    need = add_need(by=town("ogawa"), at=town.later(), case=case, theme=TroubleCode.CARE, title="通院")
    settle(by=town("ogawa"), at=town.later(), ball=need.ball_id, outcome=Outcome.ACHIEVED)
    town.later()

    def again() -> None:
        reopen_need(by=town("ogawa"), at=town.later(), need=need.pk)

    def over() -> None:
        close_case(by=town("tanaka"), at=town.later(), case=case, end=CaseEnd.MOVED_AWAY)

    refused = beside(again, over)
    assert [str(one)[:14] for one in refused] == ["まだ終わっていない必要が1つ"]
    assert open_matters(town("tanaka"), matters={case, need.pk}) == {case, need.pk}
