"""Who can be a member of a household, and from when until when."""

from datetime import date

from marugoto.kernel.decision import YES, Decision, no


def may_join(*, already: bool, born: date | None, since: date | None) -> Decision:
    if already:
        return no("この方は、もうこの世帯にいます。")
    if since and born and since < born:
        return no("世帯に加わった日が、生まれた日より前になっています。", "日付を確かめてください。")
    return YES


def may_leave(*, is_member: bool, since: date | None, day: date) -> Decision:
    if not is_member:
        return no("この方は、いまこの世帯にいません。")
    if since and day < since:
        return no("世帯を出た日が、加わった日より前になっています。", "日付を確かめてください。")
    return YES
