"""保存の停止 (legal hold). Until three years after a dispute is over: as the retention of 生活保護 records (1961) has it; we take it over."""

from datetime import date
from uuid import UUID

from marugoto.kernel.decision import YES, Decision, no
from marugoto.retention.codes import HoldReason

YEARS_AFTER_A_DISPUTE = 3


def may_hold(*, leads: bool, words: str, since: date, today: date) -> Decision:
    if not leads:
        return no("保存の停止は、自治体の個人情報の担当か課長がします。")
    if not words.strip():
        return no("何のためかが書かれていません。", "名前を入れずに、ひとことで書いてください。")
    if since > today:
        return no("始まりの日が、先の日です。", "きょうまでの日を書いてください。")
    return YES


def may_lift(
    *, leads: bool, worker: UUID, placed_by: UUID, ended: bool, over_on: date, since: date, today: date
) -> Decision:
    if ended:
        return no("もう、終わりの日が決まっています。")
    if not leads:
        return no("保存の停止を解くのは、自治体の個人情報の担当か課長です。")
    if worker == placed_by:
        return no("止めた人は、自分では解けません。", "ほかの個人情報の担当か課長に頼んでください。")
    if over_on < since:
        return no("終わった日が、止めた日より前です。", "日付を直してください。")
    if over_on > today:
        return no("終わった日が、先の日です。", "終わってから、その日を書いてください。")
    return YES


def held_until(reason: HoldReason, over_on: date) -> date:
    """From this day on the hold is no more."""
    after = YEARS_AFTER_A_DISPUTE if reason is HoldReason.DISPUTE else 0
    try:
        same_day = over_on.replace(year=over_on.year + after)
    except ValueError:  # 29 February
        same_day = date(over_on.year + after, 3, 1)
    return date.fromordinal(same_day.toordinal() + 1)


def is_held(until: date | None, today: date) -> bool:
    return until is None or today < until
