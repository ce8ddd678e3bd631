"""What a group may ask to have put right through its link, and what a worker decides of it."""

from collections.abc import Collection, Mapping

from marugoto.kernel.decision import YES, Decision, no

# What a host knows best, each with its longest text. Neither the kind nor who may see it is for the group to say.
ASKABLE: Mapping[str, int] = {
    "name": 200,
    "days": 200,
    "hours": 200,
    "hours_note": 500,
    "address": 300,
    "building": 200,
    "access": 500,
    "phone": 60,
    "target": 500,
    "fee": 120,
    "capacity": 60,
    "room_now": 120,
    "conditions": 1_000,
    "description": 1_000,
}
WORDS = 1_000
MANY_LINES = frozenset({"hours_note", "access", "target", "conditions", "description"})


def differing(now: Mapping[str, str], wants: Mapping[str, str]) -> dict[str, str]:
    """What is askable and differs from what stands there now, without blanks at the ends."""
    told = {name: written(name, text).strip()[: longest(name, now)] for name, text in wants.items() if name in ASKABLE}
    return {name: text for name, text in told.items() if text != written(name, now.get(name, "")).strip()}


def longest(name: str, now: Mapping[str, str]) -> int:
    """What stands there already may be sent back as it is."""
    return max(ASKABLE[name], len(now.get(name, "")))


def written(name: str, text: str) -> str:
    """As one reads it, however a browser sends its lines."""
    return text.replace("\r\n", "\n") if name in MANY_LINES else text.replace("\r", "").replace("\n", "")


def may_ask(wants: Mapping[str, str], words: str) -> Decision:
    if not wants and not words.strip():
        return no("変わったところが書かれていません。", "直すところを書き換えるか、下の欄に言葉で書いてください。")
    if "name" in wants and not wants["name"]:
        return no("名前が空いています。", "名前は空けずに書いてください。")
    return YES


def may_answer(
    *, answered: bool, asked: Mapping[str, str], was: Mapping[str, str], now: Mapping[str, str], taken: Collection[str]
) -> Decision:
    """A field that somebody has written meanwhile is not overwritten unseen."""
    if answered:
        return no("この申し出には、もう答えています。", "場所の頁を開き直してください。")
    if any(name not in asked for name in taken):
        return no("申し出にない項目が選ばれています。", "画面を開き直してください。")
    if any(now.get(name, "") != was.get(name, "") for name in taken):
        return no("申し出のあとで、同じところが書き換えられました。", "いまの内容を見て、場所の頁で直してください。")
    return YES
