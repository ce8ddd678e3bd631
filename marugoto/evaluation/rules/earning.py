"""How an indicator stands: seed → live → earning → idle → parked → retired (our proposal, evaluation.md 8)."""

from collections.abc import Collection
from datetime import date
from fractions import Fraction

from marugoto.evaluation.codes import Earning, Standing
from marugoto.evaluation.rules.uses import COUNTS_AS_USED, Use, keep, months_before
from marugoto.kernel.decision import YES, Decision, no

EARNS = Fraction(1)
IDLE_AFTER, PARKED_AFTER = 12, 24  # months without a use
AT_REST = frozenset({Standing.PARKED, Standing.RETIRED})  # it measures no aim
LIVE = {Earning.LIVE, Earning.EARNING, Earning.IDLE}


def earning_of(
    standing: Standing, found: Collection[Use], *, since: date, minutes: int, duty: bool, today: date
) -> Earning:
    """`since`: it stands so from then on. What a law asks for is never parked by itself."""
    if standing is not Standing.LIVE:
        return Earning(standing.value)
    if keep(found, minutes=minutes) >= EARNS:
        return Earning.EARNING
    last = max((use.day for use in found), default=since)
    last = max(last, since)
    if last <= months_before(today, PARKED_AFTER) and not duty:
        return Earning.PARKED
    return Earning.IDLE if last <= months_before(today, IDLE_AFTER) else Earning.LIVE


def is_used(found: Collection[Use]) -> bool:
    """For utilisation: a use of weight one or more."""
    return any(use.weight >= COUNTS_AS_USED for use in found)


def may_stand(to: Standing, now: Standing | None, *, decision: str, turning: str, duty: bool, reason: str) -> Decision:
    """`now` None: it is new. What becomes live names the decision it could change and the value that would change it."""
    if now is Standing.RETIRED:
        return no("終えた指標です。", "また要るときは、新しく書いてください。定義とこれまでの使われ方は残っています。")
    if now is to:
        return no("もうそうなっています。", "画面を開き直してください。")
    if to is Standing.LIVE and not duty and not (decision.strip() and turning.strip()):
        return no(
            "どの決定を、いくつになったら変えうるのかが書かれていません。",
            "だれにも言えないうちは、種のままにしておきます。",
        )
    if to is Standing.PARKED and duty:
        return no("法律や補助金が求める指標は、置いておけません。", "義務でなくなったら、義務の印を外してください。")
    if to is Standing.RETIRED and not reason.strip():
        return no("終えるわけが書かれていません。", "一言で書いてください。")
    return YES
