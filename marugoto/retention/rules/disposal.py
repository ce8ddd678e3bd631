"""Who may propose, examine, decide and take back a list of disposal: never one person alone, and nobody under contract."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.kernel.decision import YES, Decision, no
from marugoto.retention.codes import DisposalState

LEADERS = frozenset({Role.PRIVACY, Role.CHIEF, Role.MAYOR})
GRACE = timedelta(days=1)  # ours: a night to think again
BACKUP_DAYS = 400  # ours: how long a backup is kept at most; until then a restored one can be cleaned again
NUMBERS = "disposal"  # under which the lists of a body are counted
MOST = 200  # items of one list: as many as somebody can examine


@dataclass(frozen=True)
class Course:
    """What has happened to a list. `left`: items that still wait for their turn."""

    proposed_by: UUID
    decided_by: UUID | None = None
    agreed: bool = False
    ready_at: datetime | None = None
    undone: bool = False
    left: int = 1
    done: int = 0


def standing(course: Course, now: datetime) -> DisposalState:
    """By itself, from the rows and the hour."""
    if course.undone:
        return DisposalState.UNDONE
    if course.decided_by is None:
        return DisposalState.PROPOSED
    if not course.agreed:
        return DisposalState.REFUSED
    if not course.left:
        return DisposalState.DONE
    return DisposalState.READY if course.ready_at is not None and course.ready_at <= now else DisposalState.WAITING


def leads(roles: frozenset[Role], *, own_staff: bool, contracted: bool) -> bool:
    return own_staff and not contracted and not roles.isdisjoint(LEADERS)


def may_propose(*, roles: frozenset[Role], leads: bool, due: int) -> Decision:
    if not leads or Role.PRIVACY not in roles:
        return no("廃棄の一覧をつくるのは、自治体の個人情報の担当です。", "委託先の人はつくれません。")
    if not due:
        return no(
            "保存期間が過ぎて、廃棄できるものはありません。", "保存期間が決まっていない種類は、一覧に載りません。"
        )
    return YES


def may_list(*, items: int, against: str) -> Decision:
    """`against`: what stands against each that was looked at, in words; empty where only what is held was left."""
    if items:
        return YES
    why = f"載せられないわけ: {against}。" if against else "保存期間が決まっていない種類は、一覧に載りません。"
    return no("保存期間が過ぎて、廃棄できるものはありません。", why)


def may_remove(*, leads: bool, state: DisposalState, reason: str, gone: bool) -> Decision:
    if not leads:
        return no("一覧から外すのは、自治体の個人情報の担当か課長です。")
    if gone or state not in {DisposalState.PROPOSED, DisposalState.WAITING}:
        return no("もう外せません。", "廃棄の前の一覧からだけ、外せます。")
    if not reason.strip():
        return no("外すわけが書かれていません。", "名前を入れずに、ひとことで書いてください。")
    return YES


def may_decide(course: Course, *, worker: UUID, leads: bool, now: datetime) -> Decision:
    if standing(course, now) is not DisposalState.PROPOSED:
        return no("この一覧は、もう決まっています。")
    if worker == course.proposed_by:
        return no(
            "一覧をつくった人は、自分では決められません。", "ほかの課長か個人情報の担当に確かめてもらってください。"
        )
    if not leads:
        return no("決められるのは、自治体の職員の課長か、個人情報の担当です。", "委託先の人は決められません。")
    return YES


def may_say(*, agreed: bool, words: str, left: int) -> Decision:
    if not agreed and not words.strip():
        return no("認めないわけが書かれていません。", "ひとことで書いてください。")
    if agreed and not left:
        return no("一覧に何も残っていません。", "認めないときは、わけを書いてください。")
    return YES


def may_undo(course: Course, *, leads: bool, now: datetime, reason: str) -> Decision:
    if standing(course, now) not in {DisposalState.PROPOSED, DisposalState.WAITING, DisposalState.READY} or course.done:
        return no("もう取り消せません。", "廃棄したものは、戻りません。")
    if not leads:
        return no("取り消せるのは、自治体の個人情報の担当か課長です。")
    if not reason.strip():
        return no("取り消すわけが書かれていません。", "ひとことで書いてください。")
    return YES


def may_destroy(course: Course, *, now: datetime) -> Decision:
    """The same is asked once more by the database itself."""
    if course.proposed_by == course.decided_by or standing(course, now) is not DisposalState.READY:
        return no("二人の決定と、待つ日がすんでいません。")
    return YES
