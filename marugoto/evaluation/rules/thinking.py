"""Who may write what the body thinks of its system, and what has to be said for it to hold."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from marugoto.agencies.codes import Role
from marugoto.evaluation.rules.necessity import Answer
from marugoto.kernel.decision import YES, Decision, no

WRITERS = (Role.PLANNER, Role.CHIEF)


class LawSays(StrEnum):
    """Whether the law lets the body hold 支援会議 without the project."""

    UNSURE = "unsure"
    YES = "yes"
    NO = "no"


class Fulfils(StrEnum):
    """How far a scheme answers for one place of the matrix."""

    PART = "part"
    WHOLE = "whole"


def may_think(roles: frozenset[Role], *, contracted: bool) -> Decision:
    """For the body decides its own: whoever works under contract reads, and does not write."""
    if roles & set(WRITERS) and not contracted:
        return YES
    return no("書けるのは、計画担当と課長です。", "書き足したいことを、その人に伝えてください。")


def may_list(*, name: str, runner: str, fulfils: Mapping[str, str], evidence: str) -> Decision:
    if not name.strip() or not runner.strip():
        return no(
            "制度の名前か、担っているところがありません。", "課や団体の名前を書いてください。人の名前は要りません。"
        )
    if Fulfils.WHOLE in fulfils.values() and not evidence.strip():
        return no(
            "「果たしている」とするよりどころがありません。",
            "実績、要綱、日誌など、見ればわかるものを書くか、「一部」にしてください。",
        )
    return YES


def may_change_edition(*, again: bool, gone: bool, reason: str) -> Decision:
    """`again`: there is an edition before this one; `gone`: that one took it off the list."""
    if gone:
        return no("もう一覧から外したものです。", "続いているなら、新しく書いてください。")
    if again and not reason.strip():
        return no("直すわけが書かれていません。", "何が変わったかを一言で書いてください。前の版も残ります。")
    return YES


def may_try(*, instrument: str, since: date, until: date | None, today: date) -> Decision:
    if not instrument.strip():
        return no("何を試したかがありません。", "制度や約束の名前を書いてください。")
    if since > today:
        return no("始めた日が、まだ来ていません。", "始めてから書いてください。")
    if until is not None and not since <= until <= today:
        return no("終えた日が合いません。", "始めた日からきょうまでの日にするか、空のままにしてください。")
    return YES


def may_say_town(*, source: str, law: LawSays, law_source: str) -> Decision:
    if not source.strip():
        return no("何で確かめたかがありません。", "予算書、組織図、聞いた課の名前など、一言で書いてください。")
    if law is not LawSays.UNSURE and not law_source.strip():
        return no(
            "支援会議を開けるかどうかの、よりどころがありません。", "条文か通知を書くか、「未確認」にしてください。"
        )
    return YES


def may_decide(
    *,
    answer: Answer,
    follows: bool,
    decided: str,
    survey: str,
    talks: int,
    registered: bool,
    day: date,
    today: date,
    waves: int = 0,
    last: date | None = None,
) -> Decision:
    """`registered`: gap, expected movement and the rule for shrinking are all said, which only a yes has to. `waves`: how many surveys that
    were written down stand beside it. `last`: the latest day of these and of the talks; what came after the decision was no ground for it."""
    if day > today:
        return no("決めた日が、まだ来ていません。", "決裁のあった日を書いてください。")
    if last is not None and last > day:
        return no(
            "決めた日よりあとの調査か話し合いが、よりどころに選ばれています。",
            "決めた日を確かめるか、その日までに終わったものを選んでください。",
        )
    if not decided.strip() or not (survey.strip() or waves):
        return no(
            "決めたことか、調べたものがありません。",
            "残した調査を選ぶか、調べていないなら「調べていない」と、そのわけを書いてください。",
        )
    if answer is not Answer.W0 and not talks:
        return no(
            "だれと話し合ったかがありません。", "対話の記録を一つ以上選んでください。なければ、先に話を聞きます。"
        )
    if answer is Answer.J and follows and not registered:
        return no(
            "「使う」と決めるのに要る三つがそろっていません。",
            "どのすき間に、何がどう変わると見込み、どうなったら小さくするかを書いてください。",
        )
    return YES


def months_after(day: date, months: int) -> date:
    """The same day so many months on; the last where that month has no such day."""
    place = day.month - 1 + months
    year, month = day.year + place // 12, place % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
