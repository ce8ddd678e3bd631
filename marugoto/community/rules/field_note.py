"""What may stand in the diary: places and themes. A resident at risk is no matter for it, but for a notice or a consultation."""

from datetime import date

from marugoto.kernel.decision import YES, Decision, no
from marugoto.kernel.named import names_in


def may_write(words: str, *, day: date, today: date) -> Decision:
    if not words:
        return no("見たこと・聞いたことが書かれていません。")
    if day > today:
        return no("まだ来ていない日の日誌です。", "日付を直してください。")
    return YES


def may_stand(*words: str, sure: bool) -> Decision:
    """`sure`: the writer has said that it is no resident: a helper's or a colleague's name, a telephone of a group."""
    found = names_in("\n".join(words))
    if found and not sure:
        said = "」「".join(found[:3])
        return no(
            f"「{said}」は、人の名前や電話に見えます。",
            "気になる人のことなら、下の「気づきを届ける」へ。世話人・職員・団体のことなら、印を付けてもう一度押してください。",
        )
    return YES


def may_blank(*, own: bool, leads: bool, blank: bool) -> Decision:
    """Whoever wrote it, and whoever leads, may take words out of the diary."""
    if blank:
        return no("ことばは、もう取り下げてあります。")
    if not (own or leads):
        return no("取り下げられるのは、書いた人と、課長・司令塔です。", "書いた人か課長に知らせてください。")
    return YES


def may_reply(*, own: bool, blank: bool) -> Decision:
    if blank:
        return no("ことばが取り下げられた日誌には、返事を書けません。")
    if own:
        return no("自分の日誌への返事は書けません。", "続きは、新しい日誌か宿題に書いてください。")
    return YES


def may_add(*, own: bool, blank: bool) -> Decision:
    """Findings and photos come from whoever was there."""
    if blank:
        return no("ことばが取り下げられた日誌には、足せません。")
    if not own:
        return no("気づきと写真を足せるのは、書いた人だけです。", "あなたの見たことは、あなたの日誌に書いてください。")
    return YES
