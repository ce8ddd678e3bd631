"""閲覧の見守り: looks that nobody's work explains, told as signs. A sign says what was found and what it does not say.

All numbers here are ours, to begin with; no law or guideline names them. A sign is a question to a colleague, never a verdict: whoever
answered a telephone for somebody else left no trace but the look.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from marugoto.kernel.calendar import WorkingCalendar
from marugoto.kernel.decision import YES, Decision, no
from marugoto.kernel.jst import JST, local_day

NEAR = timedelta(days=7)  # before and after the look
MANY, MANY_WITHIN = 15, timedelta(minutes=30)  # households opened one by one
SEARCHES, SEARCHES_WITHIN = 10, timedelta(minutes=10)
MORNING, EVENING = time(6, 0), time(22, 0)


class Sign(StrEnum):
    NO_TIE = "no_tie"  # neither he nor his team has, had or did anything there
    ONLY_TEAM = "only_team"  # his team has it, and he himself did nothing there
    DECLARED = "declared"  # somebody he said he must not see
    NIGHT = "night"  # at night or on a day on which the office is closed
    MANY = "many"  # many households one after the other
    SEARCHES = "searches"  # many searches one after the other


class Verdict(StrEnum):
    """What the second person says of it."""

    EXPLAINED = "explained"
    ASKED = "asked"
    PASSED_ON = "passed_on"


@dataclass(frozen=True)
class LookFace:
    """One look. `subject`: the household (or whatever stands for it) that was opened by itself; None for lists and searches."""

    look: UUID
    worker: UUID
    duty: UUID
    team: UUID | None
    at: datetime
    subject: UUID | None
    searched: bool = False
    watches: bool = False  # a duty that looks at everything by its office: control tower, privacy


@dataclass(frozen=True)
class Tie:
    """Something a team or a duty had or did there, from when until when."""

    subject: UUID
    since: datetime
    until: datetime | None
    team: UUID | None = None
    duty: UUID | None = None


@dataclass(frozen=True)
class Found:
    """What one worker looked at on one day: `look` is the first of these looks, by which it is called."""

    look: UUID
    worker: UUID
    duty: UUID
    subject: UUID | None
    at: datetime
    looks: int
    signs: tuple[Sign, ...]


def signs(
    looks: Iterable[LookFace],
    ties: Iterable[Tie],
    *,
    calendar: WorkingCalendar,
    duties: Mapping[UUID, Collection[UUID]],
    declared: Collection[tuple[UUID, UUID]] = (),
) -> list[Found]:
    """The latest first. `duties`: by worker every hat; `declared`: worker and household of each conflict of interest."""
    rows = sorted(looks, key=lambda one: (one.at, one.look))
    by_subject = defaultdict[UUID, list[Tie]](list)
    for tie in ties:
        by_subject[tie.subject].append(tie)
    opened = defaultdict[tuple[UUID, UUID, object], list[LookFace]](list)
    for one in rows:
        if one.subject is not None:
            opened[one.worker, one.subject, local_day(one.at)].append(one)
    many = _in_a_row([one for one in rows if one.subject is not None], MANY, MANY_WITHIN, apart=True)
    searches = _in_a_row([one for one in rows if one.searched], SEARCHES, SEARCHES_WITHIN, apart=False)
    found = []
    for (worker, subject, _day), same in opened.items():
        said = [*_tied(same, by_subject.get(subject, []), duties.get(worker, ()))]
        said += [Sign.DECLARED] if (worker, subject) in set(declared) else []
        said += [Sign.NIGHT] if any(_at_night(one.at, calendar) for one in same) and said else []
        said += [Sign.MANY] if any(one.look in many for one in same) and said else []
        if said:
            found.append(_found(same, said))
    found += [_found(same, [Sign.MANY]) for same in _runs(rows, many, told={one.look for one in found})]
    found += [_found(same, [Sign.SEARCHES]) for same in _runs(rows, searches, told=set())]
    return sorted(found, key=lambda one: (one.at, one.look), reverse=True)


def _tied(same: list[LookFace], ties: list[Tie], own: Collection[UUID]) -> list[Sign]:
    """Nothing where he himself had or did something near in time, or looks by his office."""
    if any(one.watches for one in same):
        return []
    first = same[0]
    near = [tie for tie in ties if any(_is_near(tie, one.at) for one in same)]
    if any(tie.duty is not None and (tie.duty in own or tie.duty == first.duty) for tie in near):
        return []
    return [Sign.ONLY_TEAM] if any(tie.team is not None and tie.team == first.team for tie in near) else [Sign.NO_TIE]


def _is_near(tie: Tie, at: datetime) -> bool:
    return tie.since <= at + NEAR and (tie.until is None or tie.until >= at - NEAR)


def _at_night(at: datetime, calendar: WorkingCalendar) -> bool:
    hour = at.astimezone(JST).time()
    return not (MORNING <= hour < EVENING) or not calendar.is_open(local_day(at))


def _in_a_row(rows: list[LookFace], most: int, within: timedelta, *, apart: bool) -> set[UUID]:
    """The looks that lie in a stretch of `within` in which one worker made that many; `apart`: at that many households."""
    by_worker = defaultdict[UUID, list[LookFace]](list)
    for one in rows:
        by_worker[one.worker].append(one)
    found = set[UUID]()
    for own in by_worker.values():
        begin = 0
        for end, one in enumerate(own):
            while one.at - own[begin].at > within:
                begin += 1
            stretch = own[begin : end + 1]
            count = len({each.subject for each in stretch}) if apart else len(stretch)
            if count >= most:
                found |= {each.look for each in stretch}
    return found


def _runs(rows: list[LookFace], marked: set[UUID], *, told: set[UUID]) -> list[list[LookFace]]:
    """By worker and day the marked looks, where none of them is told already."""
    found = defaultdict[tuple[UUID, object], list[LookFace]](list)
    for one in rows:
        if one.look in marked:
            found[one.worker, local_day(one.at)].append(one)
    return [same for same in found.values() if not told & {one.look for one in same}]


def _found(same: list[LookFace], said: list[Sign]) -> Found:
    first = same[0]
    alone = len({one.subject for one in same}) == 1
    return Found(
        look=first.look,
        worker=first.worker,
        duty=first.duty,
        subject=first.subject if alone else None,
        at=first.at,
        looks=len(same),
        signs=tuple(said),
    )


def may_review(*, own: bool, watches: bool, words: str) -> Decision:
    if not watches:
        return no("閲覧を確かめるのは、個人情報の係です。")
    if own:
        return no("自分の閲覧は、自分では確かめられません。", "もう一人の、個人情報の係が確かめます。")
    if not words.strip():
        return no("ひとことが要ります。", "何を見て、そう考えたかを書いてください。")
    return YES


def may_answer_sign(*, answered: bool, words: str) -> Decision:
    if answered:
        return no("もう答えてあります。")
    if not words.strip():
        return no("答えが書かれていません。", "どんな用で見たかを書いてください。")
    return YES
