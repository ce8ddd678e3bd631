"""Standing members of the town: on what ground they are here, who writes for them, and how their requests are answered (社会福祉法4条3項, 6条2項)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from marugoto.agencies.codes import Role
from marugoto.community.codes import GroundKind
from marugoto.kernel.decision import YES, Decision, no

# Who keeps the list of members; what a member does is written by the member itself as well.
KEEPERS = frozenset({Role.COMMUNITY, Role.COORDINATOR, Role.PLANNER, Role.OFFICE, Role.SYSTEM})
ANSWER_IN = 10  # open days in which a request is answered where nobody said a day


@dataclass(frozen=True)
class Article:
    """The gist of an article in our words; its own text is in the law."""

    name: str
    gist: str
    source: str


ARTICLES = (
    Article(
        "社会福祉法4条3項",
        "地域住民等は、本人と世帯の困りごと(福祉・介護・保健医療・住まい・仕事・教育、孤立、参加の機会)を把握し、関係機関と連携して解決をはかる。",
        "社会福祉法(昭和26年法律45号)4条3項。要旨はこの仕組みの言葉です。",
    ),
    Article(
        "社会福祉法6条2項",
        "国と地方公共団体は、包括的に支える体制の整備に努め、そのとき保健医療・労働・教育・住まい・地域再生などの施策との連携に配慮する。",
        "社会福祉法(昭和26年法律45号)6条2項。要旨はこの仕組みの言葉です。",
    ),
)


def may_keep(roles: Collection[Role]) -> Decision:
    if KEEPERS.isdisjoint(roles):
        return no(
            "仲間の一覧を書き換えるのは、地域づくり・司令塔・企画・庶務の担当です。", "その担当に知らせてください。"
        )
    return YES


def may_admit(ground: GroundKind, words: str, *, name: str) -> Decision:
    if not name.strip():
        return no("名前がありません。", "課や団体の名前を書いてください。")
    if not words.strip():
        return no("何を根拠に加わるかが書かれていません。", f"条文・要綱・協定の名前を書いてください({ground.value})。")
    return YES


def may_write_for(roles: Collection[Role], *, own: bool, running: bool) -> Decision:
    """A member writes what it does itself; whoever keeps the list may write it down for one without an account."""
    if not running:
        return no("この仲間は、もう一覧から外れています。", "もう一度加えてから書いてください。")
    if own or not KEEPERS.isdisjoint(roles):
        return YES
    return no("書けるのは、その課・団体の人と、地域づくりの担当です。", "その課に書いてもらってください。")


def may_ask(title: str, *, answer_by: date, today: date) -> Decision:
    if not title.strip():
        return no("何をお願いするかが書かれていません。", "一言で書いてください。")
    if answer_by <= today:
        return no("返事の期限は、あした以降の日です。", "日を選び直してください。")
    return YES


def may_bring(*, running: bool, team: bool, lacks: int) -> Decision:
    """Of the sheet of what is lacking: to whoever can answer, and not empty."""
    if not running:
        return no("この仲間は、もう一覧から外れています。", "もう一度加えてから届けてください。")
    if not team:
        return no("この仲間には、返事をする係のアカウントがありません。", "紙に印刷して、会って渡してください。")
    if not lacks:
        return no("一枚に載るものがありません。", "「足りないもの」が届いてから、届けてください。")
    return YES


def may_answer_cooperation(*, holds: bool, answered: bool, words: str) -> Decision:
    if answered:
        return no("もう返事をしています。", "お願いの画面を開き直してください。")
    if not holds:
        return no("返事をするのは、ボールを持っている係です。", "持ち手の係に知らせてください。")
    if not words.strip():
        return no("返事の言葉がありません。", "できること・できないわけを、一言書いてください。")
    return YES
