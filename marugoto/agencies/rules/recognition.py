"""Who came in with a first secret is said by somebody who met him: whoever held the paper could have come in himself
(個人情報保護法66条, 職員の権限の管理)."""

import unicodedata

from marugoto.agencies.rules.account import ASK
from marugoto.kernel.decision import YES, Decision, no

SIGNS = 6  # digits on the newcomer's screen


def may_recognise(
    *, keeps_house: bool, himself: bool, waits: bool, asked: bool, showed: bool, right: bool, name: str
) -> Decision:
    """`asked`: the one who looks has asked for this account; `showed`: the paper was shown to him; `right`: the number is."""
    if not keeps_house:
        return no("本人を確かめられるのは、庶務か課長です。", ASK)
    if himself:
        return no("自分のことは、自分で確かめられません。", "もう一人の庶務か課長に、会ってもらってください。")
    if not waits:
        return no(f"{name}さんは、いま確かめを待っていません。", "画面を開き直してください。")
    if asked or showed:
        who = "アカウントを頼んだ人" if asked else "紙を出した人"
        return no(f"{who}は、本人を確かめられません。", "もう一人の庶務か課長に、本人に会ってもらってください。")
    if not right:
        return no(
            "確かめの番号が違います。",
            f"{name}さんに会い、画面に出ている{SIGNS}けたの番号を書いてください。番号が出ていないなら、先にほかの人が入っています。"
            "すぐに紙を出し直してもらってください。",
        )
    return YES


def read_number(said: str) -> str:
    """As it was written down: full-width digits and gaps are no mistake."""
    return "".join(unicodedata.normalize("NFKC", said).split())
