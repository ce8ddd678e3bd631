"""How an agency without accounts is reached: by a telephone, in its hours."""

from marugoto.kernel.decision import YES, Decision, no


def may_set_reach(*, keeps_house: bool, has_accounts: bool, phoned: bool, name: str) -> Decision:
    if not keeps_house:
        return no("電話と受付時間を書けるのは、庶務か課長です。", "庶務の人に頼んでください。")
    if has_accounts:
        return no(f"{name}にはアカウントがあるので、ここでは変えません。", "名簿を直して、取り込み直してください。")
    if not phoned:
        return no("電話番号が書かれていません。", "返事を聞ける番号を書いてください。番号がないと、渡せなくなります。")
    return YES
