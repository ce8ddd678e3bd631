"""Who is around a household, and how it stands with them: as they say it, or as it is counted."""

from marugoto.casework.codes import Closeness
from marugoto.kernel.decision import YES, Decision, no


def may_note(name: str, *, lives_here: bool, there: bool = False) -> Decision:
    """`lives_here`: whoever it is that knows him, where one of the household is named. `there`: he stands in the picture already,
    under this name."""
    if not name.strip():
        return no("だれのことか書かれていません。", "「隣の鈴木さん」のように、呼び名を書いてください。")
    if not lives_here:
        return no("その方は、この世帯の人の中にいません。", "世帯の人から選ぶか、空けておいてください。")
    if there:
        return no(
            "この呼び名の方は、もう書かれています。",
            "「変わったことを書く・外す」で直すか、別の方なら、見分けのつく呼び名にしてください。",
        )
    return YES


def may_take_up(*, there: bool) -> Decision:
    """`there`: he was written down anew meanwhile; back as well, he would stand in the picture twice."""
    if there:
        return no("この方は、新しい書き方で、もう図にいます。", "画面を開き直してください。")
    return YES


def may_say_anew(now: tuple[Closeness | None, str], told: tuple[Closeness | None, str], *, running: bool) -> Decision:
    """How it stands, with the words beside it, by what is written and by what is told now."""
    if not running:
        return no(
            "この方は、もう図から外れています。", "ほかの人が先に書き直したか、外しました。画面を開き直してください。"
        )
    if now == told:
        return no("もうそのように書かれています。", "変わったところだけを直してください。")
    return YES
