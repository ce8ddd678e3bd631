"""Which couples and which descents can be."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from marugoto.kernel.decision import YES, Decision, no
from marugoto.people.codes import DescentKind, UnionState


class Forebear(NamedTuple):
    """A descent that is recorded already."""

    parent: UUID
    child: UUID
    kind: str


def may_unite(one: UUID, other: UUID) -> Decision:
    if one == other:
        return no("同じ方どうしを、夫婦やつれあいにはできません。", "相手の方を選んでください。")
    return YES


def may_turn(
    now: UnionState, since: date | None, to: UnionState, day: date | None, *, seen: UnionState | None = None
) -> Decision:
    """`seen`: how the couple stood when the page was opened; None where no page was opened."""
    if seen is not None and seen is not now:
        return no("ほかの人が、先に記録しました。", "いまの記録を見て、まだ違うときに書いてください。")
    if now is to:
        return no("もうそのように記録されています。")
    if since and day and day < since:
        return no("まえの変わり目より前の日付です。", "日付を確かめてください。")
    return YES


def may_take_turn_back(turn: UUID, latest: UUID, *, left: int) -> Decision:
    """Only the latest can be taken back, and the beginning goes only with the couple itself."""
    if turn != latest:
        return no("あとの変わり目が、もう記録されています。", "新しいほうから順に取り消してください。")
    if left < 2:
        return no("はじまりだけを取り消すことはできません。", "夫婦・つれあいの記録ごと取り消してください。")
    return YES


def may_descend(
    parent: UUID,
    child: UUID,
    kind: DescentKind,
    known: Iterable[Forebear],
    *,
    births: tuple[date | None, date | None],
) -> Decision:
    """`births`: of parent and child. Only descent by birth asks that the parent be the elder."""
    rows = list(known)
    if parent == child:
        return no("自分の親にはなれません。", "相手の方を選んでください。")
    if (parent, child, kind) in rows:
        return no("この親子は、もう記録されています。")
    if parent in _below(child, rows):
        return no("子や孫が、親になってしまいます。", "親と子が逆になっていないか、確かめてください。")
    elder, younger = births
    if kind is DescentKind.BIRTH and elder and younger and elder >= younger:
        return no("親が、子より後に生まれたことになります。", "生年月日か、親と子の向きを確かめてください。")
    return YES


def _below(person: UUID, rows: list[Forebear]) -> set[UUID]:
    """All recorded descendants, the person excluded."""
    children: dict[UUID, set[UUID]] = {}
    for row in rows:
        children.setdefault(row.parent, set()).add(row.child)
    found: set[UUID] = set()
    ahead = [person]
    while ahead:
        new = children.get(ahead.pop(), set()) - found
        found |= new
        ahead.extend(new)
    return found
