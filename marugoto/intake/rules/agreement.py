"""Agreements with firms (見守り協定): a firm tells what it saw at the door; on what ground must be said."""

from datetime import date

from marugoto.kernel.decision import YES, Decision, no


def may_begin(*, firm: str, ground: str) -> Decision:
    if not firm.strip():
        return no("事業所の名が書かれていません。", "協定を結んだ相手を書いてください。")
    if not ground.strip():
        return no("何にもとづくのかが書かれていません。", "協定の名と日付、条を書いてください。")
    return YES


def may_end(*, since: date, ended: date | None, until: date, today: date) -> Decision:
    """`until` is the first day on which it holds no more."""
    if ended is not None and ended <= today:
        return no("この協定は、もうおわっています。", "画面を開き直してください。")
    if until <= since:
        return no("おわりの日が、結んだ日より前になっています。", "日を書き直してください。")
    return YES
