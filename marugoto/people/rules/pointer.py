"""The pointer: 「記録があります。問い合わせ先は○○課」 to municipal staff who receive people, and nothing that was not typed.

Whoever asks for the name and the birthday, or the telephone number, in full gets an office and its number; parts of them find
nothing. Persons under a restriction, material of a conference and sensitive agencies are never pointed at.
"""

from dataclasses import dataclass
from datetime import date

from marugoto.agencies.codes import Role
from marugoto.kernel.decision import YES, Decision, no
from marugoto.kernel.fold import clean, fold
from marugoto.people.rules.name import NAME_LIMIT
from marugoto.people.rules.phone import digits_of

A_DAY = 20
ASKERS = frozenset({Role.COUNSELLOR, Role.COORDINATOR})
SHORTEST_NUMBER = 9  # 市外局番からの番号: a shorter one is a part, and parts point at nobody


@dataclass(frozen=True)
class Question:
    """Folded; name and birthday stand together or not at all."""

    name: str
    birth: date | None
    digits: str


def may_ask(roles: frozenset[Role], *, contracted: bool, own_staff: bool) -> Decision:
    if contracted or not own_staff or roles.isdisjoint(ASKERS):
        return no(
            "記録のあるなしを尋ねられるのは、市町村の、相談を受ける職員です。",
            "お困りのことは、総合相談の窓口に伝えてください。",
        )
    return YES


def may_ask_again(number: int) -> Decision:
    """`number`: the how-manyeth question of this worker today."""
    if number > A_DAY:
        return no(
            f"記録のあるなしを尋ねられるのは、一日に{A_DAY}回までです。", "あすになるか、上司に相談してください。"
        )
    return YES


def read_question(name: str, birth: date | None, phone: str) -> Question:
    """Raises `Refused` unless there is a name with its birthday, or a telephone number in full."""
    folded, digits = fold(clean(name, limit=NAME_LIMIT)), digits_of(clean(phone, limit=60))
    whole_name = bool(folded) and birth is not None
    whole_number = len(digits) >= SHORTEST_NUMBER
    if not whole_name and not whole_number:
        no("名前と生年月日の両方か、電話番号の全部が要ります。", "一部だけでは尋ねられません。").require()
    return Question(
        name=folded if whole_name else "",
        birth=birth if whole_name else None,
        digits=digits if whole_number else "",
    )
