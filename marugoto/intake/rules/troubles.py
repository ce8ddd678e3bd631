"""The troubles of the 相談受付・申込票: versioned data; many may be marked, at most one as the most pressing (◎).

Source: model-phase official draft of the form, sheet A (domain.md, section 3.2 [S32]).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from marugoto.kernel.decision import YES, Decision, no


class TroubleCode(StrEnum):
    ILLNESS = "illness"
    HOUSING = "housing"
    INCOME = "income"
    RENT = "rent"
    BILLS = "bills"
    DEBT = "debt"
    JOB_SEARCH = "job_search"
    JOB_TROUBLE = "job_trouble"
    NEIGHBOURS = "neighbours"
    FAMILY = "family"
    CHILDCARE = "childcare"
    CARE = "care"
    WITHDRAWAL = "withdrawal"
    VIOLENCE = "violence"
    FOOD = "food"
    OTHER = "other"


@dataclass(frozen=True)
class TroubleSet:
    """The boxes of one version of the form, in its order; `until` is exclusive."""

    version: int
    since: date
    until: date | None
    labels: dict[TroubleCode, str]

    def label(self, code: str) -> str:
        return self.labels.get(TroubleCode(code), code)


TROUBLE_SETS: tuple[TroubleSet, ...] = (
    TroubleSet(
        version=1,
        since=date(2015, 4, 1),
        until=None,
        labels={
            TroubleCode.ILLNESS: "病気や健康、障害",
            TroubleCode.HOUSING: "住まい",
            TroubleCode.INCOME: "収入・生活費",
            TroubleCode.RENT: "家賃やローンの支払い",
            TroubleCode.BILLS: "税金や公共料金等の支払い",
            TroubleCode.DEBT: "債務",
            TroubleCode.JOB_SEARCH: "仕事探し・就職",
            TroubleCode.JOB_TROUBLE: "仕事上の不安やトラブル",
            TroubleCode.NEIGHBOURS: "地域との関係",
            TroubleCode.FAMILY: "家族との関係",
            TroubleCode.CHILDCARE: "子育て",
            TroubleCode.CARE: "介護",
            TroubleCode.WITHDRAWAL: "ひきこもり・不登校",
            TroubleCode.VIOLENCE: "DV・虐待",
            TroubleCode.FOOD: "食べるものがない",
            TroubleCode.OTHER: "その他",
        },
    ),
)


def trouble_set_on(day: date) -> TroubleSet:
    """The form in force on a day; before the first one, the first."""
    for choice in reversed(TROUBLE_SETS):
        if choice.since <= day:
            return choice
    return TROUBLE_SETS[0]


def trouble_set(version: int) -> TroubleSet:
    """An old record is read with its own labels."""
    return next(choice for choice in TROUBLE_SETS if choice.version == version)


def may_mark(marked: Iterable[str], pressing: Iterable[str]) -> Decision:
    """○ as many as there are; ◎ at most one, and only on a box that is marked."""
    marked, pressing = set(marked), list(pressing)
    if len(pressing) > 1:
        return no("◎(いちばん困っていること)は一つだけです。", "ほかの◎を○に直してください。")
    if not set(pressing) <= marked:
        return no("◎は、○をつけたものの中から選びます。", "まず○をつけてください。")
    return YES
