"""A short absence: who looks after what, and for how long at most. Longer than that, the work itself is handed on (引きつぎ)."""

from dataclasses import dataclass
from datetime import date, timedelta

from marugoto.kernel.decision import YES, Decision, no

LONGEST = timedelta(days=92)  # ours: beyond about three months nobody is only standing in


@dataclass(frozen=True)
class Leave:
    """`until` is the first day back. `own`: of the one who says so; `already`: some of these days are said already; `stands_in`: on some of them
    for somebody else."""

    since: date
    until: date
    today: date
    of_team: bool
    own: bool
    leads: bool = False
    deputy_of_team: bool = True
    deputy_same: bool = False
    deputy_away: bool = False
    stands_in: bool = False
    already: bool = False


def may_be_away(asked: Leave) -> Decision:
    if not asked.of_team or not (asked.own or asked.leads):
        return no("休みを書けるのは、本人と、同じ係の課長・司令塔です。", "本人か課長に頼んでください。")
    if asked.deputy_same:
        return no("代わりの人が、休む人と同じです。", "同じ係のほかの人を選んでください。")
    if not asked.deputy_of_team:
        return no(
            "代わりになれるのは、同じ係の人です。", "記録を読めるのが同じ係の人だけだからです。係の人を選んでください。"
        )
    return _days(asked)


def _days(asked: Leave) -> Decision:
    if asked.until <= asked.since:
        return no("戻る日が、休みはじめの日より前です。", "戻る日は、休みはじめの次の日からです。")
    if asked.until <= asked.today:
        return no("もう終わった休みです。", "きょうより先の、戻る日を書いてください。")
    if asked.until - asked.since > LONGEST:
        return no("代わりを頼めるのは92日までです。", "それより長いときは、引きつぎをしてください。")
    if asked.already:
        return no("その日の休みは、もう書いてあります。", "変えるときは、書いてある休みを先に終えてください。")
    if asked.stands_in:
        return no("そのあいだ、ほかの人の代わりになっています。", "先に、代わりをほかの人に頼み直してください。")
    if asked.deputy_away:
        return no("代わりの人も、そのあいだに休みます。", "ほかの人を選んでください。")
    return YES


def may_come_back(*, of_team: bool, own: bool, leads: bool, running: bool) -> Decision:
    if not of_team or not (own or leads):
        return no("休みを終えられるのは、本人と、同じ係の課長・司令塔です。", "本人か課長に頼んでください。")
    if not running:
        return no("この休みは、もう終わっています。", "画面を開き直してください。")
    return YES
