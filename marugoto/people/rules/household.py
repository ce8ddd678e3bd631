"""Who can be a member of a household, and from when until when."""

from datetime import date
from uuid import UUID

from marugoto.kernel.decision import YES, Decision, no


def may_join(*, already: bool, born: date | None, since: date | None) -> Decision:
    if already:
        return no("この方は、もうこの世帯にいます。")
    if since and born and since < born:
        return no("世帯に加わった日が、生まれた日より前になっています。", "日付を確かめてください。")
    return YES


def may_leave(*, is_member: bool, since: date | None, day: date, today: date) -> Decision:
    if not is_member:
        return no("この方は、いまこの世帯にいません。")
    if since and day < since:
        return no("世帯を出た日が、加わった日より前になっています。", "日付を確かめてください。")
    return _not_yet(day, today)


def may_stay(*, already: bool, dead: bool) -> Decision:
    """Taking a leaving back."""
    if already:
        return no("この方は、もうこの世帯にいます。")
    if dead:
        return no("亡くなったと記録されている方です。", "まちがいなら、人のページで取り消してください。")
    return YES


def may_say_relation(was: str | None, now: str) -> Decision:
    """`was`: what the writer saw; None where he did not open a page."""
    if was is not None and was != now:
        return no("ほかの人が、先に続柄を直しました。", "いまの書き方を見て、まだ違うときに直してください。")
    return YES


def may_split(*, going: int, living: int, day: date, today: date) -> Decision:
    if not going:
        return no("だれも選ばれていません。", "分かれて暮らす人を選んでください。")
    if going >= living:
        return no("全員が選ばれています。", "いまの世帯に残る人を、一人は残してください。")
    return _not_yet(day, today)


def may_merge(one: UUID, other: UUID, *, moving: int, day: date, today: date) -> Decision:
    if one == other:
        return no("同じ世帯です。", "もう一つの世帯を選んでください。")
    if not moving:
        return no("相手の世帯に、いま暮らしている人が見えません。", "もう一つの世帯を選んでください。")
    return _not_yet(day, today)


def _not_yet(day: date, today: date) -> Decision:
    if day > today:
        return no("きょうより後の日付です。", "その日が来てから書いてください。")
    return YES
