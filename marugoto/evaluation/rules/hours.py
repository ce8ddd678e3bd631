"""Who may say the hours of the coordination, and of which half-years. Hours stand beside the figures; they are nobody's time sheet."""

from datetime import date

from marugoto.evaluation.rules.half_year import last_days, say_half_year
from marugoto.kernel.decision import YES, Decision, no

MOST = 20_000  # of one half-year: more than twenty people, and so a slip of the finger
BACK = 8  # half-years


def may_declare(*, last: date, hours: int, today: date, leads: bool, before: int | None, reasoned: bool) -> Decision:
    """`before`: the hours that hold now of this half-year, if any were said."""
    if not leads:
        return no("調整の時間を書けるのは、司令塔の担当と課長です。", "司令塔の担当に伝えてください。")
    if last not in last_days(today, BACK):
        return no("その半期の時間は書けません。", "終わった半期を、一覧から選んでください。")
    if not 0 <= hours <= MOST:
        return no(f"時間は0から{MOST}までで書きます。", "半期ぶんの合計の時間を入れてください。")
    if before == hours:
        return no(
            f"{say_half_year(last)}は、もう{hours}時間と書いてあります。", "直すときは、ちがう時間を入れてください。"
        )
    if before is not None and not reasoned:
        return no(f"{say_half_year(last)}は、{before}時間と書いてあります。", "直すわけを書いてください。")
    return YES
