"""What an agency can do itself the next time: asked at every end of help, and found by theme in whichever agency."""

from datetime import timedelta

import pytest

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions import care, due
from marugoto.custody.actions.lesson import Taught, say_learnt
from marugoto.custody.codes import LearntCode, StuckOutcome
from marugoto.custody.models import Lesson
from marugoto.custody.queries.care import learnt, lessons, unsaid
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.queries.fact import of_matter
from tests.custody.town import NOW, Town, later
from tests.database import unwalled

pytestmark = pytest.mark.django_db
TODAY = local_day(NOW)
WORDS = "住宅課の家賃の担当に、早めに聞く。"


def found(viewer: Viewer, **which: object) -> list[tuple[str, LearntCode, str]]:
    return [(one.agency_name, one.code, one.words) for one in lessons(viewer, **which)]  # type: ignore[arg-type]


def test_after_acting_that_ended_by_its_day_it_is_still_asked(town: Town) -> None:
    ball = town.ball()
    care.rescue(by=town.viewer("森 由美"), at=NOW, ball=ball.pk, until=TODAY + timedelta(days=7))
    holder = town.viewer("岡 健", later(8))
    assert unsaid(holder, ball.pk) is None  # it runs
    due.run_due(by=town.system(later(7)), at=later(7))
    assert unsaid(holder, ball.pk) is not None
    with pytest.raises(Refused, match="持ち手と司令塔です"):
        say_learnt(by=town.viewer("包括", later(8)), at=later(8), ball=ball.pk, taught=Taught(LearntCode.RULES_KNOWN))
    say_learnt(by=holder, at=later(8), ball=ball.pk, taught=Taught(LearntCode.RULES_KNOWN, WORDS))
    assert unsaid(holder, ball.pk) is None
    with pytest.raises(Refused, match="もう書かれています"):
        say_learnt(by=holder, at=later(8), ball=ball.pk, taught=Taught(LearntCode.RULES_KNOWN))
    kept = ("福祉総合相談課", LearntCode.RULES_KNOWN, WORDS)
    assert found(town.viewer("包括", later(9))) == [kept]
    assert found(town.viewer("包括", later(9)), theme=ball.theme) == [kept]
    assert found(town.viewer("包括", later(9)), theme="debt") == []
    assert [fact.kind for fact in of_matter(holder, matter=ball.matter)].count("lesson.kept") == 1


@pytest.mark.parametrize("outcome", [StuckOutcome.SELF, StuckOutcome.JOINT, StuckOutcome.TAKEN])
def test_with_the_answer_to_a_call_it_may_be_said(town: Town, outcome: StuckOutcome) -> None:
    """Where the tower takes the ball it is asked at the end."""
    made = care.call_stuck(by=town.viewer("岡 健"), at=NOW, ball=town.ball().pk)
    until = TODAY + timedelta(days=7) if outcome is StuckOutcome.TAKEN else None
    taught = Taught(LearntCode.PLACE_KNOWN)
    care.answer_stuck(by=town.viewer("森 由美"), at=NOW, stuck=made.pk, outcome=outcome, until=until, taught=taught)
    kept = [] if outcome is StuckOutcome.TAKEN else [("福祉総合相談課", LearntCode.PLACE_KNOWN, "")]
    assert found(town.viewer("学校", later(1))) == kept
    assert found(town.viewer("学校", later(1)), worded=True) == []


@pytest.mark.parametrize("words", ["佐藤さんの長男に聞く。", "山田様宅は夕方がよい。", "046-123-4567に電話する。"])
def test_nobody_is_named_where_other_agencies_read(town: Town, words: str) -> None:
    ball = town.ball()
    care.rescue(by=town.viewer("森 由美"), at=NOW, ball=ball.pk, until=TODAY + timedelta(days=7))
    said = {"learnt_code": LearntCode.HOW_TO_TALK, "learnt_words": words}
    with pytest.raises(Refused, match="人の名前や電話に見えます"):
        care.end_rescue(by=town.viewer("森 由美"), at=later(2), ball=ball.pk, shared=True, **said)  # type: ignore[arg-type]
    with unwalled():
        assert not Lesson.objects.everywhere("nothing half-written").exists()
    care.end_rescue(by=town.viewer("森 由美"), at=later(2), ball=ball.pk, **said)  # type: ignore[arg-type]
    assert [one.words for one in learnt(town.viewer("岡 健", later(3)))] == [words]
    assert found(town.viewer("包括", later(3))) == [("福祉総合相談課", LearntCode.HOW_TO_TALK, "")]


def test_where_nothing_is_seen_yet_nothing_is_listed(town: Town) -> None:
    ball = town.ball()
    care.rescue(by=town.viewer("森 由美"), at=NOW, ball=ball.pk, until=TODAY + timedelta(days=7))
    care.end_rescue(by=town.viewer("森 由美"), at=later(2), ball=ball.pk, learnt_code=LearntCode.NOT_YET, shared=True)
    assert found(town.viewer("岡 健", later(3))) == []
