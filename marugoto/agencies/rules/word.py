"""Who may write how each division says a thing, and what is one. The word of a division opens nothing: it is only how its screens speak."""

from collections.abc import Iterable

from marugoto.agencies.codes import Role
from marugoto.kernel.decision import YES, Decision, no
from marugoto.kernel.fold import fold

WRITERS = frozenset({Role.PLANNER, Role.COORDINATOR})
LONGEST_WORD = 20  # it stands in buttons and headings


def may_write_words(roles: frozenset[Role]) -> Decision:
    if roles & WRITERS:
        return YES
    return no("ことばの一覧を書けるのは、計画の担当と司令塔です。", "こう呼んでいる、と伝えて書いてもらってください。")


def may_say(word: str, *, house: str, running: bool) -> Decision:
    """`house`: the word of the screens for the same; `running`: the concept stands in the list."""
    if not running:
        return no("そのことばは、もう一覧にありません。", "一覧を開き直してください。")
    said = word.strip()
    if not said:
        return no("課のことばが空いています。", "その課で使っていることばを書いてください。")
    if len(said) > LONGEST_WORD or "\n" in said:
        return no(
            f"画面の見出しに出ることばなので、{LONGEST_WORD}文字までです。",
            "短いことばにして、説明はメモに書いてください。",
        )
    if fold(said) == fold(house):
        return no(
            f"「{house}」は、画面のことばと同じです。",
            "同じことばを使う課は、書かなくてもそのまま出ます。前のことばをやめるときは「やめる」を押してください。",
        )
    return YES


def may_name(name: str, meaning: str, *, taken: Iterable[str]) -> Decision:
    """`taken`: names of the other concepts in the list."""
    if not name.strip():
        return no("まちのことばが空いています。", "課をこえて使うことばを一つ書いてください。")
    if not meaning.strip():
        return no("意味が空いています。", "どの課の人が読んでも分かるように、一文で書いてください。")
    if fold(name) in {fold(one) for one in taken}:
        return no(f"「{name.strip()}」は、もう一覧にあります。", "一覧で探して、そこに課のことばを足してください。")
    return YES


def may_end(reason: str, *, ours: bool, running: bool) -> Decision:
    """`ours`: a concept of the screens."""
    if ours:
        return no("画面が使っていることばは、外せません。", "課のことばだけをやめることができます。")
    if not running:
        return no("もう一覧から外れています。", "一覧を開き直してください。")
    if not reason.strip():
        return no("外すわけが書かれていません。", "一言で書いてください。")
    return YES
