"""Who may be asked to work in a body without belonging to it, and until when (生活困窮者自立支援法4条, 社会福祉法106条の6)."""

from dataclasses import dataclass
from datetime import date, timedelta

from marugoto.kernel.decision import YES, Decision, no

LONGEST = timedelta(days=366 * 2)  # ours: who comes from outside is asked again after two years at the latest


@dataclass(frozen=True)
class Invitation:
    """`until` is the first day without it. `own_agency`: one of the body's own, with accounts, bears that name."""

    name: str
    since: date
    until: date | None
    today: date
    here_already: bool = False
    stands: bool = True
    own_agency: bool = False
    grounded: bool = True
    from_outside: bool = False


def may_admit(asked: Invitation, *, keeps_house: bool) -> Decision:
    if not keeps_house:
        return no("外の機関を招けるのは、庶務か課長です。", "庶務の人に頼んでください。")
    if not asked.name:
        return no("機関の名前が書かれていません。", "学校や医院の名前を書いてください。")
    if asked.own_agency:
        return no(f"{asked.name}は、この自治体の機関です。", "「係と人」で見られます。招かなくても加われます。")
    if not asked.stands:
        return no(f"{asked.name}は、もう閉じた係です。", "ほかの係を選んでください。")
    if asked.here_already:
        return no(f"{asked.name}は、もう加わっています。", "期間を変えるときは、いまのものを終えてから招いてください。")
    return _terms(asked)


def _terms(asked: Invitation) -> Decision:
    """On what ground, and until when."""
    if not asked.grounded:
        return no("加わる根拠が書かれていません。", "法律の条、要綱、協定の名前を書いてください。")
    if asked.until is not None and asked.until <= max(asked.since, asked.today):
        return no("終わりの日が、始まりより前です。", "始まりより先の日を書いてください。")
    if asked.from_outside and asked.until is not None and asked.until - asked.since > LONGEST:
        return no("外の機関を招くのは、一度に二年までです。", "近い日を書いてください。終わったら、また招けます。")
    return YES


def may_end_membership(*, keeps_house: bool, running: bool, begun_by: bool, reasoned: bool) -> Decision:
    """`begun_by`: the day is not before today."""
    if not keeps_house:
        return no("終わりにできるのは、庶務か課長です。", "庶務の人に頼んでください。")
    if not running:
        return no("もう終わっています。", "画面を開き直してください。")
    if not begun_by:
        return no("過ぎた日からは終えられません。", "きょうか、先の日を書いてください。")
    if not reasoned:
        return no("終えるわけが書かれていません。", "あとから読む人のために、一言書いてください。")
    return YES
