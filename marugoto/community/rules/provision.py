"""What a prefecture provides for all its municipalities (社会福祉法6条3項: its aid); no case and no person goes there with it.

Housing support and the work of farms with welfare reach beyond one town (hearings, 6-4): the prefecture writes once, every municipality reads.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from marugoto.agencies.codes import Role
from marugoto.kernel.decision import YES, Decision, no

# Who says for the municipality that it uses it; whoever supports somebody may count a single use.
TAKERS = frozenset({Role.COMMUNITY, Role.COORDINATOR, Role.CHIEF, Role.PLANNER, Role.OFFICE})
USERS = frozenset({Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF})


@dataclass(frozen=True)
class Wording:
    """What a prefecture says of it. `until` is the first day without it."""

    name: str
    does: str
    audience: str
    contact: str
    ground_words: str
    since: date
    until: date | None = None


def may_write_provision(roles: Collection[Role], *, prefecture: bool) -> Decision:
    if prefecture and Role.PREFECTURE in roles:
        return YES
    return no(
        "県の支援メニューを書くのは、県で市町村を受け持つ担当です。",
        "内容を直してほしいときは、載っている連絡先に電話してください。",
    )


def may_say_provision(said: Wording, *, today: date) -> Decision:
    missing = [
        label
        for label, words in (
            ("名前", said.name),
            ("何をするか", said.does),
            ("だれに", said.audience),
            ("どこに電話するか", said.contact),
            ("根拠の名前", said.ground_words),
        )
        if not words.strip()
    ]
    if missing:
        return no(
            f"「{'」「'.join(missing)}」が書かれていません。",
            "市町村の人が読んで、すぐ電話できるように書いてください。",
        )
    if said.until is not None and said.until <= said.since:
        return no("終わりの日が、始まりの日より前です。", "日を選び直してください。")
    if said.until is not None and said.until <= today:
        return no("終わりの日が、もう過ぎています。", "先の日を書くか、決まっていなければ空けておいてください。")
    return YES


def runs(*, ended: bool, until: date | None, today: date) -> bool:
    """Whether a municipality may still call; what begins later is shown as well."""
    return not ended and (until is None or until > today)


def may_take_up(roles: Collection[Role], *, running: bool, ours: bool, taken: bool) -> Decision:
    if TAKERS.isdisjoint(roles):
        return no(
            "市町村として使うと答えるのは、地域づくり・司令塔・課長・企画・庶務の担当です。",
            "その担当に知らせてください。",
        )
    if not ours:
        return no("この市町村の県のものではありません。", "一覧を開き直してください。")
    if not running:
        return no("この支援メニューは、もう終わっています。", "一覧を開き直してください。")
    if taken:
        return no("もう「使う」と答えています。", "一覧を開き直してください。")
    return YES


def may_leave_off(roles: Collection[Role], *, taken: bool) -> Decision:
    if TAKERS.isdisjoint(roles):
        return no("答えを変えるのは、地域づくり・司令塔・課長・企画・庶務の担当です。", "その担当に知らせてください。")
    if not taken:
        return no("いまは「使う」と答えていません。", "一覧を開き直してください。")
    return YES


def may_use(roles: Collection[Role], *, running: bool, ours: bool) -> Decision:
    """For somebody who is supported: counted, and nothing of him is written."""
    if USERS.isdisjoint(roles):
        return no("人のために使ったことを数えるのは、相談支援の担当です。", "その担当に知らせてください。")
    if not (running and ours):
        return no("この支援メニューは、いまは使えません。", "画面を開き直してください。")
    return YES
