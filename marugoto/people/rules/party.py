"""Who may write down from whom somebody is protected, and look whether that one is known to the house.

支援措置 names the other party (住民基本台帳事務処理要領). That those who are listed, and nobody else, are told when a record of that name
is in the house is a choice of ours, on the side of whoever is protected.
"""

from marugoto.kernel.decision import YES, Decision, no


def may_name(*, listed: bool, name: str, already: bool) -> Decision:
    if not listed:
        return no(
            "相手方を書けるのは、この方の制限で見られる人だけです。",
            "先に「見られる人を決めて、閉じる」から閉じてください。",
        )
    if not name.strip():
        return no("相手方の名前が書かれていません。", "決定通知にある名前を書いてください。")
    if already:
        return no("この名前は、もう書いてあります。")
    return YES


def may_unname(*, listed: bool, ended: bool) -> Decision:
    if not listed:
        return no("消せるのは、この方の制限で見られる人だけです。", "名簿に入っている人に頼んでください。")
    if ended:
        return no("もう消してあります。", "画面を開き直してください。")
    return YES
