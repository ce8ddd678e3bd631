"""What most municipalities have already: proposals of ours to begin an inventory with, never taken as a town's own.

Where the article was not read in the law itself (docs/reference/law.md), it is said so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Usual:
    """`may`: for which places of the matrix it usually answers in part; nothing is whole before the town says why."""

    code: str
    name: str
    article: str
    read: bool
    does: str
    may: tuple[str, ...] = field(default=())

    @property
    def source(self) -> str:
        return self.article if self.read else f"{self.article}(条番号は未確認)"


USUAL: tuple[Usual, ...] = (
    Usual(
        "aged",
        "地域包括支援センター",
        "介護保険法115条の46",
        False,
        "高齢の方と家族の総合相談",
        ("F2", "F3", "consult"),
    ),
    Usual(
        "living",
        "生活困窮者自立相談支援",
        "生活困窮者自立支援法",
        True,
        "生活の困りごとの相談と支援のプラン",
        ("F2", "F3", "consult", "outreach"),
    ),
    Usual(
        "disability",
        "基幹相談支援センター",
        "障害者総合支援法77条の2",
        False,
        "障害のある方の総合相談",
        ("F2", "consult"),
    ),
    Usual(
        "child", "こども家庭センター", "児童福祉法10条の2", False, "子どもと家庭の相談", ("F2", "consult", "outreach")
    ),
    Usual(
        "support",
        "生活支援体制整備事業",
        "介護保険法115条の45第2項5号",
        False,
        "支え合いの場と担い手づくり、協議体",
        ("F1", "F3", "join", "community"),
    ),
    Usual(
        "protect",
        "要保護児童対策地域協議会",
        "児童福祉法25条の2",
        True,
        "子どもを守る機関が、守秘のもとで話し合う",
        ("F2", "agencies"),
    ),
    Usual(
        "care",
        "地域ケア会議",
        "介護保険法115条の48",
        True,
        "事例から、足りない資源を見つけて話し合う",
        ("F2", "agencies"),
    ),
    Usual("commissioners", "民生委員・児童委員", "民生委員法", False, "身近な気づきと見守り", ("F1", "F3", "outreach")),
    Usual(
        "together",
        "市民協働の補助と支援",
        "市町村の条例・要綱",
        True,
        "住民の活動を応援する",
        ("F1", "join", "community"),
    ),
)
BY_CODE: Mapping[str, Usual] = {one.code: one for one in USUAL}
