"""Who may take away the second keys of an account when its owner has lost them."""

from marugoto.agencies.rules.account import ASK
from marugoto.kernel.decision import YES, Decision, no


def may_remove_keys(*, keeps_house: bool, himself: bool, has_keys: bool, reasoned: bool, name: str) -> Decision:
    """One person is enough: without the owner's own password nobody comes in by it. One's own keys are one's own matter."""
    if not keeps_house:
        return no("ほかの人の鍵を外せるのは、庶務か課長です。", ASK)
    if himself:
        return no(
            "自分の鍵は、ここでは外せません。",
            "「二段階の確かめ」の画面で外すか、もう一人の庶務か課長に頼んでください。",
        )
    if not has_keys:
        return no(f"{name}さんのアカウントには、外す鍵がありません。", "パスワードだけで入れます。")
    if not reasoned:
        return no("鍵を外すわけが書かれていません。", "あとから読む人のために、一言書いてください。")
    return YES
