"""Whether the letter with a seat from outside has reached the porch, and when it may be written once more."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from marugoto.kernel.decision import YES, Decision, no

ON_ITS_WAY = timedelta(minutes=2)  # between the taking of a letter and its answer lie seconds
LONG = timedelta(minutes=15)  # it lies there, and nobody takes it


class Letter(StrEnum):
    WAITING = "waiting"
    ARRIVED = "arrived"
    MISSING = "missing"  # not written, or gone without an answer
    REFUSED = "refused"
    STUCK = "stuck"  # written, and taken by nobody: the porch stands still


@dataclass(frozen=True)
class Sent:
    """What is known of a letter. `lies`: it is where it was put; `failed`: it was answered with a refusal, or could not be written."""

    at: datetime
    answered: bool
    failed: bool
    lies: bool


def state_of(sent: Sent, now: datetime) -> Letter:
    if sent.answered:
        return Letter.REFUSED if sent.failed else Letter.ARRIVED
    if sent.failed:
        return Letter.MISSING
    if sent.lies:
        return Letter.WAITING if now < sent.at + LONG else Letter.STUCK
    return Letter.WAITING if now < sent.at + ON_ITS_WAY else Letter.MISSING


def may_write_again(state: Letter | None, *, over: bool) -> Decision:
    """None: no letter is known of."""
    if over:
        return no("この席は、もうおわりました。", "要るときは、もう一度招いてください。")
    if state is Letter.ARRIVED:
        return no(
            "手紙は、もう軒先に届いています。",
            "合言葉をなくしたときは、いまの席を閉じて、もう一度招いてください。",
        )
    if state is Letter.WAITING:
        return no("手紙は、いま軒先へ向かっています。", "二分ほど待って、画面を開き直してください。")
    if state is Letter.STUCK:
        return no(
            "手紙は出してありますが、軒先が受け取っていません。",
            "システムの担当に、軒先が動いているか見てもらってください。動くと、この手紙から届きます。",
        )
    return YES
