"""目的外の提供 (個人情報保護法69条2項2号・3号): not whoever wants to tell says that the ground is sound, but another of the own staff.

The article lets the organ itself find a 相当の理由 and answer for it; who does so in the house is its own affair. Here it is a chief
or the head of the body, of the same organ as the giver (what an agency under contract gives is the body's own), and never whoever
asked. Where there is nobody else, this ground cannot be used: there is consent, the ball without a name, a conference, and 4号.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.disclosure.codes import Part, PurposeItem, PurposeState
from marugoto.kernel.decision import YES, Decision, no

DECIDERS = frozenset({Role.CHIEF, Role.MAYOR})
USUAL = timedelta(days=183)
LONGEST = timedelta(days=366)
NOBODY_ELSE = (
    "本人の同意を得るか、名前を出さずに渡すか、使える会議にかけてください。命があぶないときは「急ぎで開く」があります。"
)


@dataclass(frozen=True)
class Decided:
    """A yes: to which team, about whom, which parts, until which day (inclusive)."""

    receiver: UUID
    subjects: frozenset[UUID]
    parts: frozenset[Part]
    until: date


@dataclass(frozen=True)
class Wanted:
    """A folder that is to be told. `whom`: the persons of whom it speaks; where nobody is known it is the subject itself that was
    decided on."""

    receiver: UUID | None
    part: Part
    subject: UUID
    whom: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class Course:
    """What has happened to one request. `until` is the last day of the yes."""

    worker: UUID
    agreed: bool | None = None
    until: date | None = None
    ended: bool = False


@dataclass(frozen=True)
class Hand:
    """Who would decide. `own_staff`: of the body itself, not under contract; `same_organ`: as the giver."""

    worker: UUID
    roles: frozenset[Role]
    own_staff: bool
    same_organ: bool


def item_of(*, one_house: bool, contracted: bool) -> PurposeItem:
    """By the receiver. That work under contract counts as the organ's own has not been checked against the text."""
    return PurposeItem.INSIDE if one_house or contracted else PurposeItem.PUBLIC


def covers(decided: Decided, wanted: Wanted, day: date) -> bool:
    if decided.receiver != wanted.receiver or wanted.part not in decided.parts or day > decided.until:
        return False
    return wanted.subject in decided.subjects or (bool(wanted.whom) and decided.subjects >= wanted.whom)


def may_ask(*, subjects: int, reason: str, until: date, today: date) -> Decision:
    if not subjects:
        return no("伝えられる記録がありません。", "あなたの係の仕事として読める記録だけを、伝えられます。")
    if not reason.strip():
        return no("わけが書かれていません。", "相手の仕事に、なぜその記録が要るかを書いてください。")
    if until < today:
        return no("「いつまで要りますか」が、もう過ぎています。", "きょうより後の日を書いてください。")
    if until > today + LONGEST:
        return no("決定は、長くても一年です。", "一年より先も要るときは、そのときもう一度求めてください。")
    return YES


def may_decide(hand: Hand, course: Course, *, today: date) -> Decision:
    if hand.worker == course.worker:
        return no("求めた人は、自分では決められません。", "ほかの課長か、首長に決めてもらってください。")
    if not hand.own_staff or hand.roles.isdisjoint(DECIDERS):
        return no("決められるのは、市町村の職員の課長か、首長です。", "委託先や、ほかの自治体の人は決められません。")
    if not hand.same_organ:
        return no("伝える側と同じ機関の人が決めます。", "教育委員会の記録は、教育委員会の課長が決めます。")
    if standing(course, today) is not PurposeState.ASKED:
        return no("もう決まっているか、取り下げられています。")
    return YES


def may_say(*, agreed: bool, words: str, until: date | None, asked_until: date, today: date) -> Decision:
    """The answer itself: a no says why; a yes has its last day, not later than was asked."""
    if not agreed and not words.strip():
        return no("認めないわけが書かれていません。", "求めた人が次に動けるように、ひとことで書いてください。")
    if agreed and until is None:
        return no("いつまでかが書かれていません。", "認める最後の日を書いてください。")
    if agreed and until is not None and not today <= until <= asked_until:
        return no("認める日は、きょうから、求められた日までです。", "日付を直してください。")
    return YES


def may_end(hand: Hand, course: Course, *, today: date) -> Decision:
    """Whoever asked takes it back at any time; a yes also whoever could have decided."""
    state = standing(course, today)
    if state not in {PurposeState.ASKED, PurposeState.AGREED}:
        return no("もう終わっています。")
    if hand.worker == course.worker:
        return YES
    decides = hand.own_staff and hand.same_organ and not hand.roles.isdisjoint(DECIDERS)
    if state is PurposeState.AGREED and decides:
        return YES
    return no("取り消せるのは、求めた人と、決められる人です。")


def standing(course: Course, today: date) -> PurposeState:
    """By itself, from the day alone."""
    if course.ended:
        return PurposeState.TAKEN_BACK
    if course.agreed is None:
        return PurposeState.ASKED
    if not course.agreed:
        return PurposeState.REFUSED
    return PurposeState.PAST if course.until is not None and course.until < today else PurposeState.AGREED
