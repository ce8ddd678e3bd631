"""A municipality asks its prefecture about its own work and is advised on that, not in general (社会福祉法6条3項: the prefecture's aid).

Somebody who advises on this town's problems is wanted (hearings, 2A-2), and reasons to start are often a question in the assembly, an order or
the neighbours (3-1): what made it ask is written down, and that it is no reason by itself is said to both.
"""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from marugoto.agencies.codes import Role
from marugoto.kernel.decision import YES, Decision, no
from marugoto.kernel.named import names_in


class EnquiryAbout(StrEnum):
    """In what a municipality asks for advice."""

    COMMUNITY = "community"
    CONSULTING = "consulting"
    NECESSITY = "necessity"  # whether the project is needed
    TOGETHER = "together"  # working together in the office
    LOOKING_BACK = "looking_back"
    OTHER = "other"


class EnquiryTrigger(StrEnum):
    """What made the municipality ask."""

    OWN_RECORDS = "own_records"
    HEARD = "heard"
    ASSEMBLY = "assembly"
    FROM_ABOVE = "from_above"
    NEIGHBOURS = "neighbours"
    OTHER = "other"


class EnquiryFruit(StrEnum):
    """What came of the advice, as the municipality says it."""

    CHANGED = "changed"
    TRYING = "trying"
    NOTHING_YET = "nothing_yet"
    NOT_FITTING = "not_fitting"


ASKERS = frozenset({Role.COMMUNITY, Role.COORDINATOR, Role.CHIEF, Role.PLANNER})
NO_REASONS = frozenset({EnquiryTrigger.ASSEMBLY, EnquiryTrigger.FROM_ABOVE, EnquiryTrigger.NEIGHBOURS})


def is_no_reason(trigger: EnquiryTrigger) -> bool:
    """It says why one asks now, not why something is begun."""
    return trigger in NO_REASONS


def may_enquire(roles: Collection[Role], *, prefecture: bool, question: str, tried: str) -> Decision:
    if ASKERS.isdisjoint(roles):
        return no(
            "県に相談するのは、地域づくり・司令塔・課長・企画の担当です。", "聞きたいことを、その担当に伝えてください。"
        )
    if not prefecture:
        return no("県が同じ設置にいないので、ここからは届きません。", "県の担当に電話で聞いてください。")
    if not question.strip():
        return no("何を相談したいかが書かれていません。", "いま困っていることを、町のこととして一言で書いてください。")
    return _of_nobody(f"{question}\n{tried}")


def _of_nobody(words: str) -> Decision:
    """The prefecture reads it: it never reaches a person."""
    found = names_in(words)
    if found:
        return no(
            f"「{'」「'.join(found[:3])}」は、人の名前や電話に見えます。",
            "県に届くのは町のことだけです。人のことは消してから送ってください。",
        )
    return YES


def may_advise(
    roles: Collection[Role], *, answered: bool, words: str, adviser: str, visit: date | None, today: date
) -> Decision:
    if Role.PREFECTURE not in roles:
        return no("市町村に返事をするのは、県で市町村を受け持つ担当です。", "その担当に伝えてください。")
    if answered:
        return no("この相談には、もう返事をしています。", "一覧を開き直してください。")
    if not words.strip() or not adviser.strip():
        return no(
            "助言か、だれが相談に乗るかが書かれていません。",
            "その町で次に何をするかと、相談に乗る係か団体の名前と電話を書いてください。",
        )
    if visit is not None and visit < today:
        return no("訪ねる日が、もう過ぎています。", "これからの日を書くか、決まっていなければ空けておいてください。")
    return YES


def may_say_outcome(roles: Collection[Role], *, answered: bool, said: bool, words: str) -> Decision:
    if ASKERS.isdisjoint(roles):
        return no("そのあとを書くのは、地域づくり・司令塔・課長・企画の担当です。", "その担当に伝えてください。")
    if not answered:
        return no("県の返事が、まだ届いていません。", "返事を待つか、県の担当に電話してください。")
    if said:
        return no("そのあとは、もう書かれています。", "続きは、新しい相談に書いてください。")
    if not words.strip():
        return no("どうなったかが書かれていません。", "変えたこと、変わらなかったわけを、一言で書いてください。")
    return _of_nobody(words)
