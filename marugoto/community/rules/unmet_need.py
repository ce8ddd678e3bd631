"""What answers an unmet need: a place that was found or made, or the plain word that it cannot be made now."""

from uuid import UUID

from marugoto.community.codes import UnmetEnd
from marugoto.kernel.decision import YES, Decision, no


def may_answer(end: UnmetEnd, place: UUID | None) -> Decision:
    if end is UnmetEnd.NOT_POSSIBLE and place is not None:
        return no("「いまは作れない」のときは、場所を選びません。", "場所を外すか、答えを選び直してください。")
    if end is not UnmetEnd.NOT_POSSIBLE and place is None:
        return no("どの場所かが選ばれていません。", "場所を一つ選んでください。")
    return YES
