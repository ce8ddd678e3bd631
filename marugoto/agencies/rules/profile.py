"""What a body has or has not, and how it calls what the law names: entries with a day and a source, changed by whoever keeps the house."""

from collections.abc import Collection
from datetime import date

from marugoto.agencies.codes import Difference
from marugoto.agencies.rules.leaving import LONGEST, SHORTEST
from marugoto.kernel.decision import YES, Decision, no

ANSWERS = ("yes", "no")
LONGEST_ANSWER = 20  # opening days
# What decides which grounds the body may use.
SWITCHES = tuple(
    one
    for one in Difference
    if one not in {Difference.CALLED, Difference.IDLE, Difference.NOTICE_DAYS, Difference.LOAD, Difference.CHECKS}
)
CALLED = "called_"
CHECKS = "check_months_"  # and the kind of a place: after how many months somebody asks there again
LONGEST_MONTHS = 60
LARGEST_LOAD = 200  # balls


def difference_of(name: str) -> Difference:
    if name.startswith(CHECKS):
        return Difference.CHECKS
    return Difference.CALLED if name.startswith(CALLED) else Difference(name)


def may_say_profile(
    *, keeps_house: bool, name: str, value: str, source: str, since: date, today: date, days: Collection[date]
) -> Decision:
    """`days`: on which something of that name begins already."""
    if not keeps_house:
        return no("この自治体のことを変えられるのは、庶務か課長です。", "庶務か課長に頼んでください。")
    fits = _fits(name, value)
    if not fits:
        return fits
    if not source.strip():
        return no("何で確かめたかが書かれていません。", "条例・要綱・告示・官報などの名と日を書いてください。")
    if since < today:
        return no(
            "過ぎた日からは変えられません。",
            "きょうか、これからの日を書いてください。開いた許しが、前の決まりを引いているからです。",
        )
    if since in days:
        return no("その日からの決まりは、もう入っています。", "別の日を書いてください。")
    return YES


def _fits(name: str, value: str) -> Decision:
    if name == Difference.IDLE:
        known = value.isascii() and value.isdigit() and SHORTEST <= int(value) <= LONGEST
        minutes = no("画面が閉じるまでの時間は、5分から30分のあいだです。", "5から30までの数を書いてください。")
        return YES if known else minutes
    if name == Difference.NOTICE_DAYS:
        known = value.isascii() and value.isdigit() and 1 <= int(value) <= LONGEST_ANSWER
        return (
            YES if known else no(f"答えるまでの日数は、1から{LONGEST_ANSWER}開庁日です。", "数を書き直してください。")
        )
    if name == Difference.LOAD:
        known = value.isascii() and value.isdigit() and int(value) <= LARGEST_LOAD
        return YES if known else no(f"一人の目安は、0から{LARGEST_LOAD}個です。", "0を書くと、目安をやめます。")
    if name.startswith(CHECKS):
        months = value.isascii() and value.isdigit() and 1 <= int(value) <= LONGEST_MONTHS
        return (
            YES if months else no("確かめの間隔は、1か月から60か月のあいだです。", "1から60までの数を書いてください。")
        )
    if name not in SWITCHES and not name.startswith(CALLED):
        return no("変えられる項目ではありません。", "画面を開き直して、項目を選んでください。")
    if name in SWITCHES and value not in ANSWERS:
        return no("「はい」か「いいえ」が選ばれていません。", "どちらかを選んでください。")
    return YES
