"""What is asked of a host before anybody is named: is there room, and what we do not know yet. Nothing in it tells who it is."""

from collections.abc import Mapping

from marugoto.participation.codes import Company
from marugoto.participation.rules import slot
from marugoto.participation.rules.gate import said
from marugoto.participation.rules.offered import Labels, Offered, Wished


def question(wished: Wished, place: Offered, labels: Labels) -> str:
    """To be read out on the telephone or sent. No age, no sex, no trouble, no district: in a small town these are a name."""
    liked = wished.interests & place.interests
    lines = [
        f"「{place.name}」に行ってみたいという方がいます。お名前は、まだ申し上げません。",
        *([f"好きなことは「{said(liked, labels['interest'])}」です。"] if liked else []),
        *([f"行けるのは{slot.say(wished.times)}です。"] if wished.times else []),
        *(["はじめは、私たちがいっしょに行きます。"] if Company.WITH_SOMEBODY in wished.company else []),
        "いま、新しく迎える余裕はありますか。",
        *_what_we_do_not_know(wished, place, labels),
        "お返事は、お断りでもかまいません。",
    ]
    return "\n".join(lines)


def _what_we_do_not_know(wished: Wished, place: Offered, labels: Labels) -> list[str]:
    unknown = wished.support - place.accessible - place.not_accessible
    asked: Mapping[str, bool] = {
        "開いている曜日と時間を教えてください。": not place.times,
        "1回の費用はいくらですか。": place.fee is None,
        "送迎はありますか。": bool(wished.ways) and place.pickup is None and place.area != wished.area,
        f"設備のこと（{said(unknown, labels['support'])}）も教えてください。": bool(unknown),
    }
    return [words for words, ask in asked.items() if ask]
