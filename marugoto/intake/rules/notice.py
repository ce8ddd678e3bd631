"""Notices are answered soon, and whoever noticed hears back what may be said and nothing more (社会福祉法106条の3第1項2号).

Three opening days are ours, not the law's; a body may say another number (profile entry `notice_days`). The proposed words say what
we did with the notice; whether somebody is known to us, and how he is, they never say: that belongs to the person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marugoto.intake.codes import NoticeAnswer, ToldBy
from marugoto.kernel.decision import YES, Decision, no
from marugoto.kernel.fold import bigrams, fold

ANSWER_DAYS, LONGEST = 3, 20
DAYS = "notice_days"  # the name in the body's profile
REALLY_TOLD = frozenset({ToldBy.PORCH, ToldBy.TODAY, ToldBy.PHONE, ToldBy.IN_PERSON, ToldBy.LETTER})
THANKS = "知らせてくださり、ありがとうございました。"
# How it goes with the person may be said only where the person agreed; these say what was done with the notice alone.
WITHOUT_CONSENT = {
    NoticeAnswer.VISITED: "お知らせを受けて、様子を確かめに行きました。",
    NoticeAnswer.CONSULTATION: "お知らせを受けて、担当の係が動いています。",
    NoticeAnswer.KNOWN_ALREADY: "お知らせを、担当の係が受け取りました。",  # that somebody is known to us is not told
    NoticeAnswer.NO_CONCERN: "お知らせを受けて、様子を確かめました。",
    NoticeAnswer.APPROACH: "お知らせを受けて、担当の係が動いています。",
}
WITH_CONSENT = {
    NoticeAnswer.VISITED: "ご本人に会って、様子を聞きました。",
    NoticeAnswer.CONSULTATION: "ご本人の話を聞き、いっしょに考えはじめました。",
    NoticeAnswer.KNOWN_ALREADY: "ご本人とは、もう話をしています。",
    NoticeAnswer.NO_CONCERN: "ご本人に会えました。お変わりありませんでした。",
    NoticeAnswer.APPROACH: "ご本人の様子を見ながら、担当の係が訪ねています。",
}
AGAIN = "また気になることがあれば、いつでも知らせてください。くわしいことは、ご本人のことなのでお伝えできません。"
AGAIN_AGREED = "また気になることがあれば、いつでも知らせてください。"
ALIKE, SHORT = 0.5, 2


def answer_days(said: str) -> int:
    """What the body's profile says, within the bounds; ours where it says nothing that can be read."""
    return min(LONGEST, max(1, int(said))) if said.isascii() and said.isdigit() else ANSWER_DAYS


def propose(answer: NoticeAnswer, *, agreed: bool) -> str:
    """What may be said to whoever noticed. `agreed`: the person agreed that this one hears how it went."""
    words = WITH_CONSENT if agreed else WITHOUT_CONSENT
    return f"{THANKS}{words[answer]}{AGAIN_AGREED if agreed else AGAIN}"


@dataclass(frozen=True)
class Telling:
    """`on_the_porch`: it came with a number and a word; `by_worker`: a worker handed it in, who reads it on his own first page;
    `wants`: whoever told asked to hear; `names`: such as stand in the words and were not the noticer's own."""

    wants: bool
    on_the_porch: bool = False
    by_worker: bool = False
    words: str = ""
    names: Sequence[str] = ()
    agreed: bool = False


def told_by(telling: Telling, said: ToldBy | None) -> ToldBy:
    """How it is told, where nobody chose: by the way on which it came."""
    if said is not None:
        return said
    if telling.on_the_porch:
        return ToldBy.PORCH
    if telling.by_worker:
        return ToldBy.TODAY
    return ToldBy.NOT_WANTED


def may_tell(telling: Telling, said: ToldBy | None) -> Decision:
    """A notice is not over while somebody waits to hear; and nobody hears more than may be said."""
    if telling.names and not telling.agreed:
        return no(
            f"気づいた人に伝える文に、名前({'、'.join(telling.names)})が入っています。",
            "名前と、本人の様子を消してください。本人の同意があるときは、「本人が同意した」を選んでください。",
        )
    if said is ToldBy.PORCH and not telling.on_the_porch:
        return no("これは軒先から届いた気づきではありません。", "電話か、会って伝えてください。")
    if said is ToldBy.TODAY and not telling.by_worker:
        return no("職員が知らせた気づきではありません。", "電話か、会って伝えてください。")
    if said is None and telling.wants and not (telling.on_the_porch or telling.by_worker):
        return no(
            "知らせた人が、返事を待っています。まだ伝えていません。",
            "電話などで伝えてから、どう伝えたかを選んで答えてください。",
        )
    if said in REALLY_TOLD - {ToldBy.TODAY} and not telling.words.strip():
        return no("知らせた人に何を伝えたかが書かれていません。", "伝えてよいことだけを、一言書いてください。")
    return YES


def looks_alike(one: Iterable[str], other: Iterable[str]) -> bool:
    """Do these two notices perhaps speak of one household? By the place, or by whom they name; a worker looks and decides."""
    return any(_alike(mine, yours) for mine, yours in zip(one, other, strict=True))


def _alike(one: str, other: str) -> bool:
    mine, yours = set(bigrams(one)), set(bigrams(other))
    if len(fold(one)) < SHORT or len(fold(other)) < SHORT:
        return False
    return len(mine & yours) >= ALIKE * min(len(mine), len(yours))
