"""Who may say which teams of a prefecture and of a municipality are each other's counterparts (社会福祉法6条3項: the prefecture's aid).

A tie opens nothing: it says who calls whom. Records are reached by a membership on a ground of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from marugoto.agencies.codes import Role
from marugoto.kernel.decision import YES, Decision, no

TOWN_SIDE = frozenset({Role.PLANNER, Role.CHIEF, Role.OFFICE, Role.COORDINATOR})


@dataclass(frozen=True)
class Side:
    """Who asks. `of_outer`: works in the prefecture's team itself; `prefecture`, `town`: acts under that body."""

    roles: frozenset[Role]
    prefecture: bool = False
    town: bool = False
    of_outer: bool = False
    contracted: bool = False


def may_say_counterpart(side: Side) -> Decision:
    if side.prefecture and (side.of_outer or Role.PREFECTURE in side.roles):
        return YES
    if side.town and not side.contracted and side.roles & TOWN_SIDE:
        return YES
    return no(
        "どの係が相手になるかを決められるのは、県のその係の人と、市町村の計画・課長・司令塔・庶務の人です。",
        "この表を見せて、その人に頼んでください。",
    )


def may_tie(
    side: Side, *, outer_stands: bool, inner_stands: bool, here_already: bool, since: date, today: date
) -> Decision:
    allowed = may_say_counterpart(side)
    if not allowed:
        return allowed
    if not outer_stands:
        return no("県のその係は、いまはありません。", "画面を開き直して、いまある係を選んでください。")
    if not inner_stands:
        return no("市町村のその係は、いまはありません。", "いまある係を選んでください。")
    if here_already:
        return no(
            "この二つの係は、もう相手どうしになっています。", "変えるときは、いまのものを終えてから入れてください。"
        )
    if since > today:
        return no("先の日からは入れられません。", "きょうか、もう始まっている日を書いてください。")
    return YES


def may_untie(side: Side, *, running: bool, reason: str) -> Decision:
    allowed = may_say_counterpart(side)
    if not allowed:
        return allowed
    if not running:
        return no("もう終わっています。", "画面を開き直してください。")
    if not reason.strip():
        return no("終えるわけが書かれていません。", "組織が変わった、係の名が変わったなど、一言書いてください。")
    return YES


def gaps(towns: Iterable[str], divisions: Iterable[object], ties: Mapping[tuple[str, object], object]) -> int:
    """How many of the cells of towns × divisions have no tie."""
    rows = list(divisions)
    return sum((town, one) not in ties for town in towns for one in rows)
