"""F2.2 ボールが落ちない (社会福祉法106条の3第1項3号): what is handed over is answered in time, and nothing ends in silence."""

from fractions import Fraction

from marugoto.evaluation.indicators.answered_in_time import answered_in_time
from marugoto.evaluation.measures import Count
from marugoto.evaluation.rules.figures import ENOUGH, Share, said
from marugoto.evaluation.standards.criterion import Criterion, Evidence, Verdict

TWO, THREE = Fraction(70, 100), Fraction(90, 100)
SILENT = Fraction(3, 100)


def judge(evidence: Evidence) -> Verdict:
    """Levels 1 to 3; level 4 needs two fiscal years at level 3 and a review that used it, which are not recorded yet."""
    answers = evidence["answered"]
    share = Share(n=answers["n"], k=answers["k"], running=answers["running"])
    lapsed = evidence["lapsed"]["n"]
    stands = f"期限の来た受け渡しは{said(share)}。返事のないまま期限が切れたのは{lapsed}件。"
    if not share.n and not share.running:
        return Verdict(None, "まだボールの受け渡しがありません。", "一つでも渡すと、判定が始まります。", share)
    if not share.enough:
        return Verdict(1, stands, f"あと{ENOUGH - share.n}件の受け渡しで、割合から判定できます。", share)
    if not share.at_least(TWO):
        return Verdict(1, stands, f"期限までの返事があと{_missing(share, TWO)}件多ければ「動いた」です。", share)
    if not share.at_least(THREE) or Fraction(lapsed, share.n) > SILENT:
        return Verdict(2, stands, _to_three(share, lapsed), share)
    return Verdict(3, stands, "2年つづけて保ち、見直しに使うと「学んでいる」です。", share)


def _to_three(share: Share, lapsed: int) -> str:
    missing = _missing(share, THREE)
    if missing:
        return f"期限までの返事があと{missing}件多ければ「回っている」に近づきます。"
    allowed = int(share.n * SILENT)
    return f"返事のないまま切れたものを{lapsed}件から{allowed}件に減らすと「回っている」です。"


def _missing(share: Share, threshold: Fraction) -> int:
    """How many more of the same n had to be answered."""
    needed = -(-share.n * threshold.numerator // threshold.denominator)
    return max(needed - share.k, 0)


ball_does_not_fall = Criterion(
    code="F2.2",
    name="ボールが落ちない",
    core=True,
    article="社会福祉法106条の3第1項3号",
    question="渡そうとした支援の依頼に期限までに返事があり、返事のないまま消えていないか。",
    does_not_say="受け取ったあとの支援のよしあし。ボールの数の多い少ない。",
    guard="断った割合(返すだけの返事がふえていないか)と、いっしょに読みます。",
    version="v0",
    evidence={"answered": answered_in_time.measure, "lapsed": Count(kinds=("ball.lapsed",))},
    judge=judge,
)
