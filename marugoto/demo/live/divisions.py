"""Those outside welfare who take part: divisions and a group on a stated ground, with measures of their own, one request that was answered
and one that waits; and what the prefecture provides for every town."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from uuid import UUID

from marugoto.community.actions.enquiry import advise, ask_prefecture, say_outcome
from marugoto.community.actions.member import admit_member, answer_cooperation, ask_cooperation, undertake
from marugoto.community.actions.provision import offer_provision, take_up, use_for_somebody
from marugoto.community.codes import CooperationSaid, GroundKind, Lack, MemberKind, SystemFunction
from marugoto.community.rules.enquiry import EnquiryAbout, EnquiryFruit, EnquiryTrigger
from marugoto.community.rules.provision import Wording
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.here import Here

GROUND = "みなも市地域共生推進本部設置要綱3条"
KEEPER, PREFECTURE = "hirata", "kurokawa"
BEGAN, OFFERED = 300, 260  # open days before the day on which the town is looked at


@dataclass(frozen=True)
class Sketch:
    """Who takes part, and its measure. `team` and `hand`: where it has an account; else the keeper of the list writes for it."""

    name: str
    measure: str
    does: str
    goal: str
    lack: Lack
    serves: SystemFunction
    team: str = ""
    hand: str = KEEPER
    kind: MemberKind = MemberKind.DIVISION
    ground: GroundKind = GroundKind.ORDER
    words: str = GROUND
    contact: str = ""
    needs: str = ""


SKETCHES: Sequence[Sketch] = (
    Sketch(
        "農政課",
        "朝の畑",
        "使わなくなった畑を、朝の2時間だけ手伝う人に開く。休んでもよく、理由は聞かない。",
        "月に一人、あたらしい人が畑に来る。",
        Lack.WORK,
        SystemFunction.COMMUNITY,
        team="farm-land",
        hand="miyata",
        contact="内線2610",
        needs="はじめの数回、いっしょに来てくれる人がほしい。",
    ),
    Sketch(
        "市民協働課",
        "空き家の縁側びらき助成",
        "空き家や店先を、月に一度からの集まりに開く人へ、はじめの費用を助ける。",
        "歩いて行ける縁側を、どの圏域にも一つ。",
        Lack.PLACE,
        SystemFunction.COMMUNITY,
        team="citizens-together",
        hand="sugita",
        contact="内線2601",
    ),
    Sketch(
        "企画課",
        "地域公共交通計画に通院と集まりの足を書く",
        "乗り合いの便の時刻を、病院とサロンの時間に合わせる話し合いをひらく。",
        "夕方の便を、北と南に一本ずつ。",
        Lack.TRANSPORT,
        SystemFunction.LINK,
        team="planning-desk",
        hand="natsume",
        contact="内線2101",
        needs="どの曜日の何時に足がないか、名前のない数でほしい。",
    ),
    Sketch(
        "みなも商工会 青年部",
        "ゆっくりレジの日",
        "毎月第2水曜の午前、話しながら買える日にする。店の人は見守りの講座を受けた。",
        "参加する店を、年に5つふやす。",
        Lack.COMPANION,
        SystemFunction.COMMUNITY,
        kind=MemberKind.GROUP,
        ground=GroundKind.AGREEMENT,
        words="みなも市と商工会の見守り協定2条",
        contact="事務局 0000-22-7000",
    ),
)
PROVIDED: Sequence[tuple[str, str, str, Lack, str]] = (
    (
        "県居住支援協議会の入居相談",
        "保証人のいない人の住まいさがしに、不動産の団体と居住支援法人がいっしょに動く。",
        "住まいが決まらず困っている人と、その支援者",
        Lack.HOUSING,
        "青嶺県居住支援協議会設置要綱2条",
    ),
    (
        "農福連携の受け入れ先さがし",
        "人手のほしい農家と、畑で働いてみたい人を、町をまたいでつなぐ。見学から始められる。",
        "働く場をさがす人、作業をさがす事業所",
        Lack.WORK,
        "青嶺県農福連携推進要領3",
    ),
)


def joins_in(here: Here) -> Steps:
    """The list of those who take part; what they ask of us comes later."""
    rng = here.chance("divisions")
    members: dict[str, UUID] = {}
    yield here.before_today(rng, BEGAN)
    for one in SKETCHES:
        members[one.name] = _admitted(here, one)
    for one in SKETCHES:
        yield here.in_days(rng, 2, 9)
        _begins(here, one, members[one.name])
    yield here.in_days(rng, 15, 25)
    farm, title = members["農政課"], "畑に来る人と、はじめの3回いっしょに来てほしい"
    asked = _asks(here, "miyata", farm, title, "shakyo-region")
    yield here.in_days(rng, 3, 6)
    words = "木曜の組に一人つきます。はじめの3回をいっしょに行きます。"
    said = CooperationSaid.TOGETHER
    answer_cooperation(by=here.by(here.hat("hayashi")), at=here.now, cooperation=asked, said=said, words=words)
    yield here.before_today(rng, 4)
    _asks(here, "natsume", members["企画課"], "夕方の便の話し合いに出てほしい", "shakyo-region")


def provides(prefecture: Here, town: Here) -> Steps:
    """黒川 writes what no town can do alone, the second of it for a time; the town takes it up some weeks later."""
    rng = prefecture.chance("provisions")
    yield prefecture.before_today(rng, OFFERED)
    by, since = prefecture.by(prefecture.hat(PREFECTURE)), prefecture.today
    made: list[UUID] = []
    for number, (name, does, audience, lack, ground) in enumerate(PROVIDED):
        until = prefecture.until + timedelta(days=200) if number else None
        said = Wording(name, does, audience, "県 地域福祉課 0000-11-2100(内線3120)", ground, since, until)
        made.append(offer_provision(by=by, at=prefecture.now, said=said, lack=lack, ground=GroundKind.ORDER).pk)
    yield prefecture.in_days(rng, 20, 40)
    _takes_up(town, made)
    yield from _is_advised(prefecture, town, rng)


def _is_advised(prefecture: Here, town: Here, rng: Random) -> Steps:
    """One trouble of the town is advised on and something came of it; what the assembly asked waits for an answer."""
    place, tried = (
        "北の圏域に、昼に集まる場所がない。空き家の貸し主との約束の作り方が分からない。",
        "公民館の空きを聞いた。",
    )
    asked = _asks_prefecture(town, "hayashi", EnquiryAbout.COMMUNITY, EnquiryTrigger.OWN_RECORDS, place, tried)
    yield prefecture.in_days(rng, 4, 9)
    advise(
        by=prefecture.by(prefecture.hat(PREFECTURE)),
        at=prefecture.now,
        enquiry=asked,
        words="貸し主と三人で話し、ほかの町の約束の例を、北の圏域の形に直します。",
        adviser="県社協 地域づくり係 0000-11-3300",
        visit=prefecture.calendar.add(prefecture.today, 8),
    )
    yield prefecture.in_days(rng, 40, 60)
    words = "約束の紙を一枚にした。縁側を一つ、月に二度開いている。"
    by = town.by(town.hat("hayashi"))
    say_outcome(by=by, at=town.now, enquiry=asked, fruit=EnquiryFruit.CHANGED, words=words)
    yield prefecture.before_today(rng, 6)
    question = "議会で、近くの市が重層を始めたのになぜ始めないのか、と聞かれた。この町の数の読み方を聞きたい。"
    _asks_prefecture(town, KEEPER, EnquiryAbout.NECESSITY, EnquiryTrigger.ASSEMBLY, question)


def _asks_prefecture(
    here: Here, hand: str, about: EnquiryAbout, trigger: EnquiryTrigger, question: str, tried: str = ""
) -> UUID:
    by = here.by(here.hat(hand))
    return ask_prefecture(by=by, at=here.now, about=about, trigger=trigger, question=question, tried=tried).pk


def _takes_up(here: Here, provisions: Sequence[UUID]) -> None:
    """The town says that it uses the second; 田中 has used the first a few times, for whom stands nowhere."""
    first, second = provisions
    take_up(by=here.by(here.hat("hayashi")), at=here.now, provision=second)
    for _ in range(3):
        use_for_somebody(by=here.by(here.hat("tanaka")), at=here.now, provision=first)


def _admitted(here: Here, one: Sketch) -> UUID:
    return admit_member(
        by=here.by(here.hat(KEEPER)),
        at=here.now,
        name=one.name,
        kind=one.kind,
        ground=one.ground,
        ground_words=one.words,
        since=here.today,
        team=here.team(one.team) if one.team else None,
        contact=one.contact,
    ).pk


def _begins(here: Here, one: Sketch, member: UUID) -> None:
    undertake(
        by=here.by(here.hat(one.hand)),
        at=here.now,
        member=member,
        name=one.measure,
        does=one.does,
        goal=one.goal,
        lack=one.lack,
        serves=one.serves,
        since=here.today,
        needs=one.needs,
        contact=one.contact,
    )


def _asks(here: Here, hand: str, member: UUID, title: str, to: str) -> UUID:
    due = here.calendar.add(here.today, 10)
    return ask_cooperation(
        by=here.by(here.hat(hand)), at=here.now, member=member, title=title, to=here.team(to), answer_by=due
    ).pk
