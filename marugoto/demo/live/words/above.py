"""What the tables above the case spoke of in みなも市 within a year; nobody who is supported is named."""

from dataclasses import dataclass

from marugoto.conferences.codes import Followed, KindCode


@dataclass(frozen=True)
class Settled:
    """`taker` is a worker of the sketch, `days` open days until it is due; `became` is said `after` so many open days, not at all
    where it is empty. `up`: the table to which it was brought."""

    words: str
    taker: str
    days: int
    became: Followed | None = None
    after: int = 0
    said: str = ""
    up: KindCode | None = None


@dataclass(frozen=True)
class Spoken:
    """A topic and what was settled; one without a title is what came from another table."""

    title: str
    words: str
    settled: tuple[Settled, ...] = ()


@dataclass(frozen=True)
class Above:
    """`day`: open days before the day on which the town is looked at; what is to come counts below zero."""

    kind: KindCode
    day: int
    topics: tuple[Spoken, ...] = ()


EVENINGS = Spoken(
    "夕方しか会えない世帯の訪問を、だれが受け持つか",
    "5時を過ぎないと会えない方がいます。時間外のあつかいが係ごとにちがい、訪ねる人が決まりません。",
    (
        Settled(
            "月に二回、三つの係で夕方の当番を組み、二か月ためす",
            "matsunaga",
            20,
            Followed.DONE,
            38,
            "二か月で六つの世帯に会えた。当番は続ける",
        ),
    ),
)
ARREARS = Spoken(
    "滞納の相談から福祉へつなぐときの、きっかけをそろえる",
    "窓口の人の気づきに頼っています。督促を二度出したあと、電話で話せた方には声をかける、としたい。",
    (
        Settled("気づきを伝える紙を一枚にまとめる", "segawa", 15, Followed.DONE, 12, "一枚にまとめ、窓口に置いた"),
        Settled(
            "督促のあとに福祉へつなぐことを、収納課の決まりにするか決めてほしい",
            "yamazaki",
            30,
            up=KindCode.HEADS_TABLE,
        ),
    ),
)
CLEARING = Spoken(
    "物のあふれた家の片づけに、使えるお金がない",
    "片づけの日に来られる人はいます。運ぶ車と処分の費用が、どの制度にも入りません。",
    (
        Settled("片づけの費用を、来年度の予算に入れるか決めてほしい", "mori", 25, up=KindCode.HEADS_TABLE),
        Settled(
            "社協の車を借りるときの頼み方を一枚にする",
            "hayashi",
            15,
            Followed.PARTLY,
            22,
            "平日は借りられる。土曜の運転手がまだいない",
        ),
    ),
)
SPRING = Spoken(
    "高校を出る子どもの支援が、4月にとぎれる",
    "学校の支援が終わる3月と、次の係が始まる4月のあいだに、だれも会わない月があります。",
    (Settled("2月のうちに、次の係と一緒に一度会うことにする", "nishimura", 25),),
)
MOVING_IN = Spoken(
    "転入の手続きの日に、困りごとを聞けるか",
    "転入して三月以内に相談に来る方が増えました。窓口に一枚の紙を置くことから始めたい。",
)
FOR_HEADS = (
    Spoken(
        "",
        "",
        (
            Settled(
                "収納課の決まりにする。二度目の督促のあと、話せた方には福祉の窓口を案内する",
                "segawa",
                40,
                Followed.DONE,
                36,
                "決まりを改め、係で読み合わせた",
            ),
        ),
    ),
)
FOR_HEADS_AGAIN = (
    Spoken("", "", (Settled("予算の見積りに入れる。額は財政課と話す", "yamazaki", 45),)),
    Spoken(
        "夕方の当番の、時間外のあつかい",
        "ためしの二か月は、それぞれの係の持ち出しでした。",
        (Settled("来年の4月から、課をまたぐ当番として手当てをつける", "yamazaki", 60),),
    ),
)
POLICY = (
    Spoken(
        "高齢の係からの渡しが、住まいの係で断られやすい",
        "断りのわけは「本人に会ってから」が多いようです。渡す前に一緒に会えば、変わるかもしれません。",
        (
            Settled(
                "高齢と住まいの係が、月に一度、渡す前の相談日をつくる",
                "hirata",
                30,
                Followed.DONE,
                28,
                "相談日を三回開いた。数は次の会議で見る",
            ),
        ),
    ),
)
ABOVE: tuple[Above, ...] = (
    Above(KindCode.STAFF_TABLE, 190, (EVENINGS,)),
    Above(KindCode.STAFF_TABLE, 130, (ARREARS,)),
    Above(KindCode.HEADS_TABLE, 112, FOR_HEADS),
    Above(KindCode.STAFF_TABLE, 72, (CLEARING,)),
    Above(KindCode.POLICY, 55, POLICY),
    Above(KindCode.HEADS_TABLE, 44, FOR_HEADS_AGAIN),
    Above(KindCode.STAFF_TABLE, 11, (SPRING,)),
    Above(KindCode.STAFF_TABLE, -6, (MOVING_IN,)),
    Above(KindCode.POLICY, -14),
)
