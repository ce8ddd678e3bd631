"""What others did about a household since a day, read from the ledger: nobody has to tell it a second time.

Of conferences nothing stands here: who sits at a table is known to the table alone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.casework import events as work
from marugoto.casework.actions.journal import TOUCHES
from marugoto.casework.codes import (
    AcquaintanceKind,
    CaseEnd,
    Change,
    LookInResult,
    Method,
    PlanState,
    PromiseEnd,
    ReviewResult,
)
from marugoto.casework.labels import (
    ACQUAINTANCE_KINDS,
    CASE_ENDS,
    CHANGES,
    LOOK_IN_RESULTS,
    METHODS,
    PLAN_STATES,
    PROMISE_ENDS,
    REVIEW_RESULTS,
)
from marugoto.casework.queries.case import CasePage
from marugoto.custody import events as ball
from marugoto.custody.codes import (
    Alarm,
    BidEndingKind,
    DeclineReason,
    LearntCode,
    Means,
    Outcome,
    OutsideSaid,
    StuckOutcome,
    TouchKind,
    Whom,
)
from marugoto.custody.labels import (
    ALARMS,
    BID_ENDINGS,
    DECLINE_REASONS,
    LEARNT_CODES,
    MEANS,
    OUTCOMES,
    OUTSIDE_SAID,
    STUCK_OUTCOMES,
    TOUCH_KINDS,
    WHOMS,
)
from marugoto.kernel.era import say_day
from marugoto.ledger.events import Event, layout
from marugoto.ledger.queries.fact import Kept, of_matters
from marugoto.web.ui.parts import TimelineEntry


@dataclass(frozen=True)
class Told:
    """One fact with the names of its teams at hand."""

    fact: Kept
    event: type[Event]
    teams: Mapping[UUID, str]

    def code(self, field: str) -> str:
        return str(getattr(self.fact, layout(self.event)[field]))

    def team(self, field: str) -> str:
        key = getattr(self.fact, layout(self.event)[field])
        return self.teams.get(key) or _("ほかの係")

    def number(self, field: str) -> int:
        return int(getattr(self.fact, layout(self.event)[field]))

    def day(self, field: str) -> str:
        return say_day(date.fromordinal(getattr(self.fact, layout(self.event)[field])))


SAYINGS: dict[type[Event], Callable[[Told], str]] = {
    ball.BallOffered: lambda one: (
        _("%(team)sに、受けてもらえるか聞きました。返事は%(day)sまでです。")
        % {"team": one.team("to"), "day": one.day("due")}
    ),
    ball.BallCaught: lambda one: _("%(team)sが受け取りました。") % {"team": one.team("to")},
    ball.BallDeclined: lambda one: (
        _("%(team)sが断りました(%(reason)s)。")
        % {"team": one.team("to"), "reason": DECLINE_REASONS[DeclineReason(one.code("reason"))]}
    ),
    ball.BallWithdrawn: lambda one: _("%(team)sへの渡しを取り下げました。") % {"team": one.team("to")},
    ball.BallLapsed: lambda one: _("%(team)sから返事がないまま、期限が過ぎました。") % {"team": one.team("to")},
    ball.BallEscalated: lambda one: (
        _("動かないまま%(days)d開庁日になり、%(whom)sに知らせました(%(alarm)s)。")
        % {
            "days": one.number("days"),
            "whom": WHOMS[Whom(one.code("whom"))],
            "alarm": ALARMS[Alarm(one.code("alarm"))],
        }
    ),
    ball.BallTakenOn: lambda one: (
        _("%(team)sが引き受けました。ボールは渡した係が持っています。") % {"team": one.team("to")}
    ),
    ball.OutsideHeard: lambda one: (
        _("%(team)sの返事を聞きました(%(answer)s・%(means)s)。")
        % {
            "team": one.team("to"),
            "answer": OUTSIDE_SAID[OutsideSaid(one.code("answer"))],
            "means": MEANS[Means(one.code("means"))],
        }
    ),
    ball.MoreAsked: lambda one: _("%(team)sが、受け取る前に聞き返しました。") % {"team": one.team("to")},
    ball.MoreTold: lambda one: _("%(team)sの聞き返しに答えました。") % {"team": one.team("to")},
    ball.BallAssigned: lambda one: _("係の中で、担当が替わりました。"),
    ball.BallTakenIn: lambda one: _("%(team)sが引きつぎました。") % {"team": one.team("to")},
    ball.BallHandedBack: lambda one: _("%(team)sに戻りました。") % {"team": one.team("to")},
    ball.BallSettled: lambda one: (
        _("おわりました(%(outcome)s)。") % {"outcome": OUTCOMES[Outcome(one.code("outcome"))]}
    ),
    ball.BallReopened: lambda one: _("もう一度始まりました。%(team)sが持っています。") % {"team": one.team("to")},
    ball.BallTouched: lambda one: (
        _("一歩を残しました(%(kind)s)。") % {"kind": TOUCH_KINDS[TouchKind(one.code("touch"))]}
    ),
    ball.CompanionJoined: lambda one: _("%(team)sが、いっしょに動きはじめました。") % {"team": one.team("team")},
    ball.CompanionLeft: lambda one: _("%(team)sが、いっしょに動くのを終えました。") % {"team": one.team("team")},
    ball.RescueBegun: lambda one: _("司令塔が%(day)sまで預かることになりました。") % {"day": one.day("until")},
    ball.LessonKept: lambda one: (
        _("次に自分たちでできることを残しました(%(learnt)s)。")
        % {"learnt": LEARNT_CODES[LearntCode(one.code("learnt"))]}
    ),
    ball.RescueEnded: lambda one: _("司令塔の預かりが終わりました。"),
    ball.BallBid: lambda one: _("%(team)sが、持ちたいと申し出ました。") % {"team": one.team("team")},
    ball.BidEnded: lambda one: (
        _("%(team)sの申し出が終わりました(%(how)s)。")
        % {"team": one.team("team"), "how": BID_ENDINGS[BidEndingKind(one.code("how"))]}
    ),
    ball.HolderDirected: lambda one: _("司令塔から指示がありました。"),
    ball.StuckCalled: lambda one: _("「困った」の知らせがありました。"),
    ball.StuckAnswered: lambda one: (
        _("「困った」に返事がありました(%(outcome)s)。")
        % {"outcome": STUCK_OUTCOMES[StuckOutcome(one.code("outcome"))]}
    ),
    work.CaseOpened: lambda one: _("世帯の支援を始めました。"),
    work.AssessmentWritten: lambda one: (
        _("アセスメントシートの第%(number)d版を書きました。") % {"number": one.number("edition")}
    ),
    work.NeedAssessed: lambda one: _("必要を足しました。"),
    work.JournalWritten: lambda one: (
        _("記録を書きました(%(method)s)。") % {"method": METHODS[Method(one.code("method"))]}
    ),
    work.AcquaintanceNoted: lambda one: (
        _("身近な人を書きました(%(who)s)。") % {"who": ACQUAINTANCE_KINDS[AcquaintanceKind(one.code("who"))]}
    ),
    work.AcquaintanceEnded: lambda one: (
        _("身近な人を外しました(%(who)s)。") % {"who": ACQUAINTANCE_KINDS[AcquaintanceKind(one.code("who"))]}
    ),
    work.PromiseEnded: lambda one: (
        _("約束の日のことを書きました(%(end)s)。") % {"end": PROMISE_ENDS[PromiseEnd(one.code("end"))]}
    ),
    work.PlanMoved: lambda one: (
        _("プランが「%(state)s」になりました。") % {"state": PLAN_STATES[PlanState(one.code("state"))]}
    ),
    work.StepTaken: lambda one: _("プランの手だてを、やりおえました。"),
    work.ReviewHeld: lambda one: (
        _("プランを振り返りました(%(result)s)。") % {"result": REVIEW_RESULTS[ReviewResult(one.code("result"))]}
    ),
    work.ChangeSeen: lambda one: (
        _("よい変化がありました(%(change)s)。") % {"change": CHANGES[Change(one.code("change"))]}
    ),
    work.CaseReturned: lambda one: _("おわった支援が、また始まりました。"),
    work.LookedIn: lambda one: (
        _("おわったあとの様子を見ました(%(result)s)。") % {"result": LOOK_IN_RESULTS[LookInResult(one.code("result"))]}
    ),
    work.CaseClosed: lambda one: _("世帯の支援を終えました(%(end)s)。") % {"end": CASE_ENDS[CaseEnd(one.code("end"))]},
}
BY_KIND = {event.kind: event for event in SAYINGS}
NOT_BALL = ("journal.written", "ball.touched")


def changes(viewer: Viewer, case: CasePage, since: date) -> list[TimelineEntry]:
    """By others, from that day on, of the case and the needs that the viewer sees; the latest first: four queries."""
    about = {
        line.need: _("必要%(number)d %(title)s") % {"number": line.number, "title": line.title} for line in case.needs
    }
    about[case.case] = _("世帯ぜんたい")
    told = of_matters(viewer, about, kinds=BY_KIND, since_day=since.toordinal())
    mine = directory.duties_of_worker(viewer)
    others = told_once([fact for fact in told if fact.duty not in mine])
    refs = {ref for fact in others for ref in (fact.org, fact.ref_1, fact.ref_2, fact.ref_3) if ref}
    teams = {key: directory.called(team) for key, team in directory.names_of_teams(refs).items()}
    duties = directory.names_of_duties({fact.duty for fact in others})
    found = []
    for fact in others:
        duty = duties.get(fact.duty)
        said = Told(fact, BY_KIND[fact.kind], teams)
        found.append(
            TimelineEntry(
                when=say_day(date.fromordinal(fact.day)),
                words=SAYINGS[said.event](said),
                who=duty.worker.name if duty else "",
                agency=teams.get(fact.org, ""),
                kind="words" if fact.kind in NOT_BALL else "ball",
                tags=[about[fact.matter]] if fact.matter in about else [],
            )
        )
    return found


def told_once(facts: Iterable[Kept]) -> list[Kept]:
    """An entry of the journal is a step too: it is told once, as the entry. A step beside it is told."""
    facts = list(facts)
    written = Counter(
        _step(fact, TOUCHES[Method(Told(fact, work.JournalWritten, {}).code("method"))])
        for fact in facts
        if fact.kind == work.JournalWritten.kind
    )
    told = []
    for fact in facts:
        if fact.kind == ball.BallTouched.kind:
            own = _step(fact, TouchKind(Told(fact, ball.BallTouched, {}).code("touch")))
            if written[own]:
                written[own] -= 1
                continue
        told.append(fact)
    return told


def _step(fact: Kept, kind: TouchKind) -> tuple[object, ...]:
    return fact.duty, fact.day, fact.matter, kind
