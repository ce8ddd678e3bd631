"""Two hands at once on PostgreSQL: what is ended or filed once is not ended or filed twice."""

from uuid import UUID

import pytest

from marugoto.community.actions.member import end_member, end_undertaking, undertake
from marugoto.community.actions.provision import end_provision
from marugoto.community.codes import Lack
from marugoto.community.events import UnmetFiled
from marugoto.community.events.beside import MemberLeft, ProvisionEnded, UndertakingEnded
from marugoto.custody.actions.ball import place as place_ball
from marugoto.custody.codes import MatterKind, Urgency
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from tests.beside import farm, provided
from tests.casework.test_beside import beside, told
from tests.town import AOMINE, Town, settle_town
from tests.waited import lacking

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def town(transactional_db: None) -> Town:
    return settle_town()


def test_a_member_leaves_once(town: Town) -> None:
    member = farm(town).pk

    def leaves() -> None:
        end_member(by=town("hayashi"), at=town.later(), member=member, reason="課がなくなった")

    assert [one.sentence for one in beside(leaves, leaves)] == ["もう一覧から外れています。"]
    assert told(MemberLeft.kind) == 1


def test_what_a_member_does_ends_once(town: Town) -> None:
    member, at = farm(town).pk, town.later()
    made = undertake(
        by=town("miyata"), at=at, member=member, name="朝の畑", does="畑を開く。", lack=Lack.WORK, since=local_day(at)
    ).pk

    def ends() -> None:
        end_undertaking(by=town("miyata"), at=town.later(), undertaking=made)

    assert [one.sentence for one in beside(ends, ends)] == ["この施策は、もう終わっています。"]
    assert told(UndertakingEnded.kind) == 1


def test_what_a_prefecture_provides_ends_once(town: Town) -> None:
    made = provided(town).pk

    def ends() -> None:
        end_provision(by=town("kurokawa", AOMINE), at=town.later(), provision=made, reason="年度で終わる")

    assert [one.sentence for one in beside(ends, ends)] == ["この支援メニューは、もう終わっています。"]
    assert told(ProvisionEnded.kind) == 1


def test_what_a_need_lacks_is_filed_once(town: Town) -> None:
    town.later()
    about = {"kind": MatterKind.NEED, "theme": "withdrawal", "urgency": Urgency.USUAL}
    ball = place_ball(by=town("tanaka"), at=town.now, matter=Ref("need", UUID(int=7)), **about).pk  # type: ignore[arg-type]

    def files() -> None:
        lacking(town, ball)

    assert [one.sentence for one in beside(files, files)] == ["この必要からは、同じものをもう届けています。"]
    assert told(UnmetFiled.kind) == 1
