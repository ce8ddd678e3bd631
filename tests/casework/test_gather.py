"""A second consultation turns out to be about a household whose support runs: it joins it and is counted once."""

import pytest

from marugoto.casework.actions.case import close_case, gather
from marugoto.casework.codes import CaseEnd
from marugoto.casework.events import CaseGathered
from marugoto.casework.models import CaseOrigin
from marugoto.custody.queries.ball import open_matters
from marugoto.kernel.decision import Refused
from marugoto.ledger.models import Fact
from tests.begun import heard, supported
from tests.database import unwalled
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def test_it_ends_as_a_consultation_and_is_said_to_belong_to_the_support(town: Town) -> None:
    case, second = supported(town), heard(town)
    gather(by=town("tanaka"), at=town.later(), case=case, consultation=second.pk)
    assert open_matters(town("tanaka"), {second.pk, case}) == {case}
    with unwalled():
        origins = CaseOrigin.objects.everywhere("what it came from").filter(case=case)
        facts = Fact.objects.everywhere("what belongs to it").filter(kind=CaseGathered.kind)
        assert [one.consultation_id for one in origins] == [second.pk]
        assert {(fact.matter, fact.ref_1) for fact in facts} == {(case, case), (second.pk, case)}


def test_nothing_joins_support_that_is_over(town: Town) -> None:
    case, second = supported(town), heard(town)
    close_case(by=town("tanaka"), at=town.later(), case=case, end=CaseEnd.MOVED_AWAY)
    with pytest.raises(Refused, match="もうおわっています"):
        gather(by=town("tanaka"), at=town.later(), case=case, consultation=second.pk)
    assert open_matters(town("tanaka"), {second.pk}) == {second.pk}


def test_what_has_ended_does_not_join_again(town: Town) -> None:
    case, second = supported(town), heard(town)
    gather(by=town("tanaka"), at=town.later(), case=case, consultation=second.pk)
    with pytest.raises(Refused):
        gather(by=town("tanaka"), at=town.later(), case=case, consultation=second.pk)
    with unwalled():
        assert CaseOrigin.objects.everywhere("what it came from").filter(case=case).count() == 1
