"""Emergency opening (個人情報保護法69条2項4号): allowed, because a locked door can kill; answered for, because an open one can too.

One household, one worker, sixty minutes. What is guarded (a protected address, what a restriction shuts, what a sensitive agency
keeps) opens only with a second person. Two who have the oversight are told at once; whoever opened it says afterwards what for, and
both answer. After a day of silence everybody else who has the oversight is told too.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.disclosure.codes import EmergencyState
from marugoto.kernel.decision import YES, Decision, no

HOUR = timedelta(minutes=60)
A_DAY = timedelta(days=1)
TRIES_A_DAY = 10
TOLD_AT_ONCE = 2
OPENERS = frozenset({Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF})
SECONDS = frozenset({Role.COORDINATOR, Role.CHIEF})
OVERSIGHT = (Role.CHIEF, Role.PRIVACY, Role.MAYOR)  # in the order in which they are told
OWN = "市町村の、相談を受ける職員だけです。"


@dataclass(frozen=True)
class Overseer:
    """A worker who could be told, with all roles of his duties here."""

    worker: UUID
    roles: frozenset[Role]


@dataclass(frozen=True)
class Course:
    """What has happened to one opening."""

    worker: UUID
    since: datetime
    until: datetime
    found: bool
    ended: datetime | None = None
    accounted: bool = False
    told: frozenset[UUID] = frozenset()
    answered: frozenset[UUID] = frozenset()
    escalated: bool = False

    @property
    def over_at(self) -> datetime:
        return self.until if self.ended is None else min(self.ended, self.until)


def may_open(
    roles: frozenset[Role], *, contracted: bool, own_staff: bool, running: bool, tries: int, words: str
) -> Decision:
    """`running`: another opening of this worker is still open; `tries`: the how-manyeth of his day."""
    if contracted or not own_staff or roles.isdisjoint(OPENERS):
        return no(
            f"急ぎで開けるのは、{OWN}", "いのちがあぶないときは、110番・119番と、総合相談の窓口に電話してください。"
        )
    if not words.strip():
        return no("何がおきているかが書かれていません。", "ひとことで書いてください。名前や住所は書きません。")
    if running:
        return no(
            "急ぎで開いている世帯が、いまほかにあります。", "さきにそちらを閉じてください。一度に一つの世帯だけです。"
        )
    if tries > TRIES_A_DAY:
        return no(f"急ぎで開けるのは、一日に{TRIES_A_DAY}回までです。", "課長か、個人情報の担当に電話してください。")
    return YES


def may_ask_second(course: Course, *, by: UUID, asked: bool, words: str, at: datetime) -> Decision:
    if by != course.worker:
        return no("もう一人に頼めるのは、開いた人だけです。")
    if standing(course, at) is not EmergencyState.OPEN:
        return no("もう閉じています。", "まだ要るときは、もう一度、急ぎで開いてください。")
    if asked:
        return no("もう一人には、もう頼んであります。", "電話で声をかけてください。")
    if not words.strip():
        return no("なぜ保護住所なども要るかが書かれていません。", "ひとことで書いてください。")
    return YES


def may_second(
    course: Course, *, by: UUID, roles: frozenset[Role], contracted: bool, own_staff: bool, answered: bool, at: datetime
) -> Decision:
    """`answered`: somebody has answered already."""
    if by == course.worker:
        return no("開いた人は、もう一人になれません。", "課長か、まとめ役(司令塔)の人に頼んでください。")
    if contracted or not own_staff or roles.isdisjoint(SECONDS):
        return no("もう一人になれるのは、市町村の課長か、司令塔の職員です。")
    if answered:
        return no("もう返事がされています。")
    if standing(course, at) is not EmergencyState.OPEN:
        return no("もう閉じています。", "まだ要るときは、開いた人がもう一度、急ぎで開きます。")
    return YES


def may_end(course: Course, *, by: UUID, at: datetime) -> Decision:
    """Whoever opened it, and whoever has the oversight of it."""
    if by != course.worker and by not in course.told:
        return no("閉じられるのは、開いた人と、知らせを受けた人です。")
    if standing(course, at) is not EmergencyState.OPEN:
        return no("もう閉じています。")
    return YES


def may_account(course: Course, *, by: UUID, words: str) -> Decision:
    if by != course.worker:
        return no("説明を書くのは、開いた人です。")
    if course.accounted:
        return no("説明は、もう書いてあります。", "足すことは、知らせを受けた人に伝えてください。")
    if not words.strip():
        return no("説明が書かれていません。", "何があり、何を見て、どうしたかを書いてください。")
    return YES


def may_answer(course: Course, *, by: UUID, fit: bool, words: str) -> Decision:
    """`fit`: the answer is that it had to be; anything else needs words."""
    if by not in course.told or by == course.worker:
        return no("答えるのは、知らせを受けた人です。")
    if by in course.answered:
        return no("あなたの答えは、もう残っています。")
    if not fit and not words.strip():
        return no("わけが書かれていません。", "どこが気になるかを、ひとことで書いてください。")
    return YES


def standing(course: Course, at: datetime) -> EmergencyState:
    """By itself, from the moment alone: nobody has to set it."""
    if not course.found:
        return EmergencyState.NOBODY
    if at < course.over_at:
        return EmergencyState.OPEN
    if course.accounted and len(course.answered) >= min(TOLD_AT_ONCE, len(course.told)):
        return EmergencyState.DONE
    return EmergencyState.LATE if at >= course.since + A_DAY else EmergencyState.TO_ANSWER


def has_to_escalate(course: Course, at: datetime) -> bool:
    return not course.escalated and standing(course, at) is EmergencyState.LATE


def whom_to_tell(
    known: Sequence[Overseer], *, opener: UUID, last_time: Collection[UUID] = (), most: int | None = TOLD_AT_ONCE
) -> list[UUID]:
    """Chiefs first, then the privacy officer, then the mayor; never whoever opened it. Whoever was told the last time that this
    worker opened something comes after the others, so that no two friends do it for each other. `most` None: all of them."""
    found: list[tuple[bool, int, int, UUID]] = []
    for place, one in enumerate(known):
        ranks = [rank for rank, role in enumerate(OVERSIGHT) if role in one.roles]
        if ranks and one.worker != opener:
            found.append((one.worker in last_time, min(ranks), place, one.worker))
    return [worker for *_, worker in sorted(found)][:most]
