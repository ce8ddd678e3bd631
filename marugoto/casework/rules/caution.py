"""What whoever visits must know before the door opens: it is shown until a day, because what was true once frightens for ever."""

from datetime import date, timedelta

from marugoto.kernel.decision import YES, Decision, no

LONGEST = timedelta(days=366)  # ours: after a year at the latest somebody looks whether it still holds


def may_caution(until: date, *, today: date) -> Decision:
    """`until`: the last day on which it is shown."""
    if until < today:
        return no("訪問の注意の終わりの日が、過ぎています。", "きょうか、先の日を書いてください。")
    if until - today > LONGEST:
        return no(
            "訪問の注意を出しておけるのは、一年までです。",
            "近い日を書いてください。続けるときは、その日にまた書けます。",
        )
    return YES


def may_end_caution(*, shown: bool) -> Decision:
    if not shown:
        return no("この注意は、もう出ていません。", "画面を開き直してください。")
    return YES
