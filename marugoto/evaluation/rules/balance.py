"""The three functions side by side (社会福祉法106条の3第1項各号): which kinds of work left a record, not how much of it.

Consultation writes more rows in a morning than a walk through the town in a week; whoever counts rows always finds consultation. So kinds
of work are looked for, and where one left nothing its first step is named. The list of kinds is a proposal of ours, not official (v0).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from marugoto.casework.events import PlanMoved
from marugoto.community.codes import SystemFunction
from marugoto.community.events import (
    DialogueHeld,
    FieldVisited,
    PlaceConfirmed,
    PlaceWidened,
    TrainingHeld,
    UnmetEnded,
)
from marugoto.community.events.beside import CooperationAnswered, UndertakingBegun
from marugoto.conferences.events import DecisionMade
from marugoto.custody.events import BallCaught, CompanionJoined
from marugoto.intake.events import IntakeOpened, NoticeAnswered
from marugoto.ledger.events import Event
from marugoto.participation.events import MatchMoved, OutreachTried, WatchLooked

DAYS = 182
HALF = 0.5


@dataclass(frozen=True)
class Work:
    """A kind of work, the event that is its record, its first step where there is none, and the page where that is done."""

    name: str
    event: type[Event]
    first_step: str
    page: str = ""


WORKS: Mapping[SystemFunction, tuple[Work, ...]] = {
    SystemFunction.COMMUNITY: (
        Work("地域に出る", FieldVisited, "来週、集まりを一つ訪ね、日誌に書きます。", "town:field_notes"),
        Work("場所を確かめる", PlaceConfirmed, "確かめる番の場所に、電話を一本かけます。", "town:checks"),
        Work("迎える方を広げる", PlaceWidened, "世話人に「ほかの世代も来てよいですか」と聞きます。", "town:places"),
        Work("支え手を育てる", TrainingHeld, "小さな講座を一つひらき、来た人数を残します。", "town:trainings"),
        Work("見守る", WatchLooked, "様子を見る人と間隔を、一人分決めます。"),
    ),
    SystemFunction.LINK: (
        Work("気づきに答える", NoticeAnswered, "届いた気づきに、3開庁日のうちに返事をします。"),
        Work("場につなぐ", MatchMoved, "一人の願いを聞き、合う場所をさがします。"),
        Work("出向いて関わる", OutreachTried, "気になる人のところへ、一度出向きます。"),
        Work("足りないものに応える", UnmetEnded, "いちばん古い「足りないもの」に、次の日を決めます。", "town:unmet"),
        Work(
            "住民や事業所と話す",
            DialogueHeld,
            "支所か事業所に一つ聞きに行き、言われたことを残します。",
            "town:dialogues",
        ),
        Work(
            "課・団体のお願いに答える",
            CooperationAnswered,
            "福祉の外の課を一つ、根拠をもって仲間に加えます。",
            "town:members",
        ),
        Work(
            "課・団体の施策が始まる",
            UndertakingBegun,
            "仲間の課に、福祉につながる仕事を一つ書いてもらいます。",
            "town:members",
        ),
    ),
    SystemFunction.AGENCIES: (
        Work("相談を受ける", IntakeOpened, "窓口で聞いたことを、受付に書きます。"),
        Work("受け渡す", BallCaught, "一人では難しい必要を、ほかの係に渡します。"),
        Work("いっしょに動く", CompanionJoined, "次の訪問に、ほかの係をさそいます。"),
        Work("会議で決める", DecisionMade, "会議で、だれが・何を・いつまでを決めます。"),
        Work("プランをつくる", PlanMoved, "本人とめざすことを一つ決め、プランに書きます。"),
    ),
}


@dataclass(frozen=True)
class Trace:
    """One kind of work in this half-year and the one before."""

    work: Work
    now: int
    before: int


@dataclass(frozen=True)
class Side:
    """One function with its kinds of work."""

    function: SystemFunction
    traces: tuple[Trace, ...]

    @property
    def found(self) -> int:
        return sum(trace.now > 0 for trace in self.traces)

    @property
    def share(self) -> float:
        return self.found / len(self.traces)


def sides(counts: Mapping[str, tuple[int, int]]) -> list[Side]:
    """`counts`: by the kind of the event, of this half-year and of the one before."""
    return [
        Side(function, tuple(Trace(work, *counts.get(work.event.kind, (0, 0))) for work in works))
        for function, works in WORKS.items()
    ]


def empty(found: list[Side]) -> list[SystemFunction]:
    """Functions of which nothing was recorded."""
    return [side.function for side in found if side.found == 0]


def leans(found: list[Side]) -> SystemFunction | None:
    """To which function the records lean: most of its kinds were found, of another not even half of that share."""
    fullest, barest = max(found, key=lambda side: side.share), min(found, key=lambda side: side.share)
    return fullest.function if fullest.share >= HALF and barest.share * 2 < fullest.share else None
