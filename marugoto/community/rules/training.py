"""Training: heads by kind, and what came of it, asked again until there is an answer."""

from collections.abc import Mapping
from datetime import date

from marugoto.community.codes import Attendee, TrainingFruit
from marugoto.kernel.decision import YES, Decision, no

MOST_HEADS = 5_000


def may_write(name: str, heads: Mapping[Attendee, int], *, day: date, today: date, workers: int) -> Decision:
    if not name:
        return no("研修の名前が書かれていません。")
    if day > today:
        return no("まだ来ていない日の研修です。", "これからの分は、予定に書いてください。")
    if not heads and not workers:
        return no("だれが何人来たかが書かれていません。", "分かるところだけ書いてください。だれも来なければ0です。")
    if any(not 0 <= number <= MOST_HEADS for number in heads.values()):
        return no("人数が大きすぎます。", f"{MOST_HEADS}人までで書いてください。")
    return YES


def may_follow(fruit: TrainingFruit, *, number: int | None, place: bool) -> Decision:
    """Helpers are counted, a place is named, and nothing is nothing."""
    if fruit is TrainingFruit.HELPERS and not number:
        return no("何人が支え手になったかが書かれていません。", "人数を書いてください。名前は要りません。")
    if fruit is TrainingFruit.PLACE_STARTED and not place:
        return no("どの場所かが選ばれていません。", "一覧にないときは、先に場所を足してください。")
    if fruit is TrainingFruit.NOTHING_YET and (number or place):
        return no("「まだ」のときは、人数も場所も書きません。", "答えを選び直してください。")
    return YES
