"""The gauges of the gap signals, each with the measure it is read from (evaluation.md 7.2, ours, v0).

N6 has none: no record knows of money, so the town says it. What the house knows only nearly is said in `nearly`.
"""

from dataclasses import dataclass

from marugoto.casework.events import AssessmentWritten
from marugoto.community.codes import CooperationSaid
from marugoto.community.events.beside import CooperationAnswered
from marugoto.custody.events import BallCaught, BallLapsed, BallOffered, BallSettled, BallTouched
from marugoto.evaluation.indicators.found_lawful_way import found_lawful_way
from marugoto.evaluation.indicators.joined_in_time import joined_in_time
from marugoto.evaluation.measures import Among, Coded, Measured, Sequence
from marugoto.evaluation.rules.gap_signal import Gauge
from marugoto.evaluation.rules.necessity import Signal
from marugoto.intake.codes import Channel
from marugoto.intake.events import IntakeEnded, IntakeOpened, NoticeAnswered, NoticeReceived
from marugoto.ledger.events import layout

SHEET, OPENED = layout(AssessmentWritten), layout(IntakeOpened)
TWO_OR_MORE = tuple(range(2, 31))  # of a household
COME_IN = (IntakeOpened.kind, NoticeReceived.kind)
MONTH, FORTNIGHT = 30, 14


@dataclass(frozen=True)
class Gauged:
    gauge: Gauge
    measure: Measured
    nearly: str = ""


GAUGES: tuple[Gauged, ...] = (
    Gauged(
        Gauge("N1a", Signal.N1, "受け付けて30日、次の一歩も終わりもない", "dead_ends", rest=True),
        Sequence(
            first=COME_IN, then=(BallTouched.kind, BallSettled.kind, IntakeEnded.kind, NoticeAnswered.kind), days=MONTH
        ),
        "相談と気づきから数えます。",
    ),
    Gauged(
        Gauge("N1b", Signal.N1, "二人以上の世帯で、二人目に会えた", "second_member", above=False),
        Among(
            kinds=(Coded(AssessmentWritten.kind, SHEET["members"], TWO_OR_MORE),),
            those=(Coded(AssessmentWritten.kind, SHEET["reached"], TWO_OR_MORE),),
        ),
        "見立ての版ごとに数え、困りごとの種類の数では分けていません。",
    ),
    Gauged(
        Gauge("N2a", Signal.N2, "返事のないまま、受け渡しの期限が切れた", "lapsed"),
        Sequence(first=(BallOffered.kind,), then=(BallLapsed.kind,), days=MONTH, key=layout(BallOffered)["offer"]),
    ),
    Gauged(
        Gauge("N2b", Signal.N2, "受け付けて14日、だれも手をつけていない", "unattended", rest=True),
        Sequence(first=COME_IN, then=(BallCaught.kind, BallTouched.kind, BallSettled.kind), days=FORTNIGHT),
    ),
    Gauged(Gauge("N3", Signal.N3, "60日たっても、行き先につながらない", "unmet", rest=True), joined_in_time.measure),
    Gauged(
        Gauge("N4a", Signal.N4, "本人の申し出のほかから始まった相談", "not_self", above=False),
        Among(
            kinds=(IntakeOpened.kind,),
            those=(
                Coded(IntakeOpened.kind, OPENED["channel"], (Channel.OUTREACH, Channel.OTHER_AGENCY)),
                Coded(IntakeOpened.kind, OPENED["for_another"], (1,)),
            ),
        ),
    ),
    Gauged(
        Gauge("N4b", Signal.N4, "14日たっても答えのない気づき", "unanswered", rest=True),
        Sequence(first=(NoticeReceived.kind,), then=(NoticeAnswered.kind,), days=FORTNIGHT),
    ),
    Gauged(
        Gauge("N5", Signal.N5, "根拠がなく伝えられず、30日のうちに道もなかった", "blocked", rest=True, counted=True),
        found_lawful_way.measure,
        "この仕組みの中で断られたことだけを数えます。はじめからあきらめたことは入りません。",
    ),
    Gauged(
        Gauge("N7", Signal.N7, "ほかの課や団体への協力の頼みが、いまはできないと断られた", "declined"),
        Among(
            kinds=(CooperationAnswered.kind,),
            those=(Coded(CooperationAnswered.kind, layout(CooperationAnswered)["said"], (CooperationSaid.NOT_NOW,)),),
        ),
    ),
)
