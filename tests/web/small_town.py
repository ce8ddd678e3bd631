"""The officer of 穂高沢町 and her year: sixty consultations, eighteen households and the two that come again, twelve plans.

She works in the pages alone (`tests.web.walker`); her colleagues, who sit at other desks, act as they do everywhere in the tests.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from marugoto.custody.actions.due import run_due_everywhere
from marugoto.intake.rules.troubles import TROUBLE_SETS
from marugoto.kernel.calendar import WorkingCalendar
from marugoto.kernel.jst import JST
from tests.town import Town
from tests.web.small_town_others import Others
from tests.web.walker import Walker

OFFICER = "有賀 千草"
MORNING = time(8, 35)
CALLS, PLANS = 60, 12
A_DAY, MOST_APART = 2, 8  # calls on one day, and open days from one such day to the next
CHANNELS = ("電話", "窓口", "訪問", "電話", "こちらから出向いて", "手紙・メール", "ほかの機関から")
FAMILIES = (
    ("小沢", "ハル"), ("宮下", "トミ"), ("藤原", "キミ"), ("降旗", "スエ"), ("丸山", "フジ"), ("務台", "ヨシ"),
    ("二木", "シズ"), ("赤羽", "タケ"), ("胡桃沢", "ミツ"), ("等々力", "ナカ"), ("飯島", "サト"), ("望月", "イネ"),
    ("平林", "ツヤ"), ("曽根原", "カネ"), ("高山", "チヨ"), ("寺島", "ウメ"), ("青柳", "マサ"), ("臼井", "ソノ"),
)  # fmt: skip
SONS = (
    "一郎",
    "健二",
    "修",
    "茂樹",
    "明",
    "哲夫",
    "浩一",
    "隆",
    "勝",
    "正人",
    "豊",
    "弘",
    "誠",
    "学",
    "努",
    "進",
    "剛",
    "稔",
)
RETURNING = {39: 2, 48: 3}  # the call, and the family that comes again
TROUBLES = tuple(str(label) for label in TROUBLE_SETS[-1].labels.values())
GOAL = "週に一度、町まで出かける"
OUTSIDE = ("県 東部福祉事務所 生活支援係", "社協 地域福祉係")
FOOD, VIOLENCE = "きょう食べるものに困っていますか", "暴力のおそれがありますか"


@dataclass
class Officer:
    """At her browser; `mornings` are the days on which she signed in."""

    town: Town
    walker: Walker = field(init=False)
    mornings: list[date] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.walker = Walker(before_a_deed=self.town.later)

    @property
    def today(self) -> date:
        return self.town.now.astimezone(JST).date()

    def arrive(self, day: date) -> None:
        self.town.now = datetime.combine(day, MORNING, JST)
        run_due_everywhere(at=self.town.now)
        self.walker.come()
        if self.walker.offers(OFFICER):
            self.walker.send(OFFICER)
            self.mornings.append(day)
        self.reads_what_is_new()

    def goes_to_today(self) -> None:
        if self.walker.at != "/":
            self.walker.follow("きょう")

    def reads_what_is_new(self) -> None:
        """What came for any of her jobs stands on this one page: read, answered, taken from here."""
        if self.walker.offers("すべて読んだことにする"):
            self.walker.send("すべて読んだことにする")
        while self.walker.links("気づき"):
            self.walker.follow("気づき")
            said = {"どうしましたか": "見に行った", "気づいた人に伝えてよいこと": "きのう会ってきました。"}
            self.walker.send("答える", said)
            self.goes_to_today()
        while self.walker.offers("受け取る"):
            self.walker.send("受け取る")
            self.walker.sees("受け取りました。")
            self.ends_it("その場で答えて終わった")
            self.goes_to_today()

    # ------------------------------------------------------------ what she does with a call

    def receives(self, number: int, called: str) -> None:
        self.goes_to_today()
        self.walker.follow("相談を受ける")
        trouble = TROUBLES[number % len(TROUBLES)]
        said: dict[str, Any] = {
            "どこで": CHANNELS[number % len(CHANNELS)],
            "呼び名": f"{called}さん" if called else "",
            "困っていること(○はいくつでも)": [trouble, TROUBLES[(number * 5 + 2) % len(TROUBLES)]],
            "◎ いちばん困っていること(一つだけ)": trouble,
            "話したこと": f"{trouble}のことで困っている。",
        }
        self.walker.send("受け付ける", said | who_calls(number))
        self.walker.sees("相談を受け付けました。", f"◎ {trouble}")

    def opens_consultation(self, called: str) -> None:
        self.goes_to_today()
        self.walker.follow(f"{called}さん" if called else "お名前を聞けていない方")

    def ends_it(self, how: str) -> None:
        self.walker.send("おわりにする", {"どうなりましたか": how})
        self.walker.sees("相談をおわりにしました。")

    # ------------------------------------------------------------ what she does with a household

    def begins(self, number: int) -> None:
        """On the page of the consultation itself."""
        family, mother = FAMILIES[number]
        son = {
            ("本人", "名前"): f"{family} {SONS[number]}",
            ("本人", "続柄"): "本人",
            ("本人", "生年月日"): f"昭和{40 + number}年{1 + number % 12}月5日",
        }
        old = {
            ("2人目", "名前"): f"{family} {mother}",
            ("2人目", "続柄"): "母",
            ("2人目", "生年月日"): f"昭和{10 + number % 9}年{1 + number % 11}月{3 + number}日",
        }
        self.walker.send("支援を始める", {"圏域": "里"} | son | old)
        self.walker.sees("世帯の支援を始めました。", f"{family}さん世帯")

    def begins_again(self, family: str) -> None:
        self.walker.send("支援を始める", {"どの世帯ですか": f"{family}さん世帯…"})
        self.walker.sees("世帯の支援を始めました。", f"{family}さん世帯")

    def visits(self, family: str) -> None:
        self.walker.follow("世帯")
        self.walker.follow(f"{family}さん世帯")

    def adds(self, title: str, who: str, trouble: str) -> None:
        self.walker.send("足す", {"何が必要ですか": title, "だれの": who, "どの困りごとに近いですか": trouble})
        self.walker.sees("必要を足しました。", title)

    def writes(self, words: str, how: str, *, promise: str = "", on: date | None = None) -> None:
        promised = {"約束したこと": promise, "約束の日": on.isoformat()} if on else {}
        self.walker.send("記録する", {"見たこと・聞いたこと": words, "どうやって": how} | promised)
        self.walker.sees("記録しました。", words)

    def refers(self, title: str, to: str) -> None:
        self.walker.follow("渡す", within=title)
        self.walker.send(
            "渡す",
            {"どの係に渡しますか": to, "なぜ": "そちらの仕事にあたる", "してほしいこと": "電話でお話しした件です。"},
        )
        self.walker.sees("相手が受け取るまで、ボールはあなたの係のままです。")

    def plans(self, goal: str, step: str, review: date) -> None:
        said: dict[Any, Any] = {"本人がどうしたいか": "この家で暮らしたい", "見直しの日": review.isoformat()}
        said["本人と確かめましたか"] = "本人と確かめた"
        said |= {
            ("めざすこと1", "めざすこと"): goal,
            ("一歩1", "すること"): step,
            ("一歩1", "どの係が"): "住民福祉課 福祉係",
        }
        self.walker.send("案にする", said)
        self.walker.sees("プランは「案」です。")

    def has_it_decided(self) -> None:
        """Asked around, decided, begun: on one page, and under one hat."""
        self.walker.send("確かめた", {"だれと、いつ確かめましたか": "課長と保健師に、けさの打合せで見てもらった。"})
        self.walker.sees("プランは「関係者と確かめた」です。", "課長と保健師に、けさの打合せで見てもらった。")
        self.walker.send("穂高沢町として決める")
        self.walker.send("始める")
        self.walker.sees("プランは「進めている」です。")

    def reviews(self, goal: str, result: str, next_on: date | None = None) -> None:
        said: dict[Any, Any] = {
            goal: "よくなった",
            "これから": result,
            ("変化1", "見られた変化"): "安心できるようになった",
        }
        self.walker.send("残す", said | ({"次の見直しの日": next_on.isoformat()} if next_on else {}))
        self.walker.sees("見直しを残しました。")

    def closes(self, look_in: date) -> None:
        said = {
            "どう終わりますか": "めざすことがかなった",
            "このあと見守る機関": "保健センター 保健師",
            "次に様子を見る日": look_in.isoformat(),
        }
        self.walker.send("おわりにする", said | {"まとめ": "落ち着いて暮らしている。"}, within="支援をおわりにする")
        self.walker.sees("世帯の支援をおわりにしました。")


def who_calls(number: int) -> dict[str, Any]:
    """By telephone, for oneself, without a name, for somebody else, from a family far away, in need today."""
    said: dict[str, Any] = {}
    if number % 2 == 0:
        said["電話"] = f"0000-66-{3000 + number}"
    if number % 6 == 1:
        said |= {"来た人(本人でないとき)": "民生委員の内川さん", "本人との関係": "民生委員"}
    if number % 6 == 4:
        said |= {
            "来た人(本人でないとき)": "東京の長女",
            "本人との関係": "長女",
            "本人はこの相談を知っていますか": "知らない",
        }
    if number % 12 == 5:
        said[FOOD] = "はい"
    if number == 17:
        said[VIOLENCE] = "はい"
    return said


def family_of(number: int) -> int | None:
    """Every third call becomes a household; two of them are families who come again."""
    if number % 3:
        return None
    return RETURNING.get(number, sum(1 for one in range(0, number, 3) if one not in RETURNING))


def caller_of(number: int) -> str:
    family = family_of(number)
    if number % 8 == 3:
        return ""  # no name was given
    return FAMILIES[family][0] if family is not None else f"町の人{number}"


# ---------------------------------------------------------------- one call, from the first ring to its end


def call(officer: Officer, number: int) -> Iterator[int]:
    """Yields after how many open days it goes on."""
    caller, family = caller_of(number), family_of(number)
    officer.receives(number, caller)
    if family is None:
        yield from ends_soon(officer, number, caller)
    elif number in RETURNING:
        officer.begins_again(FAMILIES[family][0])
        yield from looks_after(officer, family, again=True)
    else:
        officer.begins(family)
        yield from looks_after(officer, family)


def ends_soon(officer: Officer, number: int, caller: str) -> Iterator[int]:
    if number % 5 == 2 and caller:
        yield 2
        officer.opens_consultation(caller)
        said = {"何をしましたか": "電話で話した", "聞いたこと・したこと": "もう一度話を聞いた。"}
        officer.walker.send("書きたす", said)
    ways = {7: "ほかの機関につないだ", 5: "途切れた"}
    officer.ends_it(ways.get(number % 10, "その場で答えて終わった"))


def looks_after(officer: Officer, number: int, *, again: bool = False) -> Iterator[int]:
    """A visit and a promise, the promise kept, a referral for every third, a plan for the first twelve, and mostly an end."""
    family, mother = FAMILIES[number]
    need = f"{family}さんの薬のこと" if again else f"{family}さんの通院の足"
    officer.adds(need, f"{family} {mother}", TROUBLES[0])
    yield 2
    officer.visits(family)
    day = officer.today + timedelta(days=7)
    officer.writes("家を訪ねて、お茶をいただいた。", "訪問", promise="バスの時刻を調べて届ける", on=day)
    if number % 3 == 1:
        officer.refers(need, OUTSIDE[number % 2])
    yield 5
    officer.visits(family)
    officer.writes("約束の時刻表を届けた。", "訪問")
    planned = number < PLANS and not again
    if planned:
        officer.plans(GOAL, "いっしょにバスに乗ってみる", officer.today + timedelta(days=60))
        officer.has_it_decided()
        yield 16
        officer.visits(family)
    if planned and number % 4 != 3:
        yield from looks_again(officer, family)
    if number % 6 != 5:
        comes_to_an_end(officer)


def looks_again(officer: Officer, family: str) -> Iterator[int]:
    """The step was taken; the plan goes on for a month, and is looked at for the last time."""
    officer.walker.follow("開く")
    officer.walker.send("済んだ")
    officer.reviews(GOAL, "このまま続ける", officer.today + timedelta(days=30))
    yield 16
    officer.visits(family)
    officer.walker.follow("開く")
    officer.reviews(GOAL, "おわりにする")
    officer.walker.follow("世帯にもどる")


def comes_to_an_end(officer: Officer) -> None:
    """Whatever is still in her own hands; the last of them ends the support too."""
    while officer.walker.offers("おわりにする", within="この必要をおわりにする"):
        officer.walker.send("おわりにする", {"どうなりましたか": "めざすことを達成"}, within="この必要をおわりにする")
    if officer.walker.offers("おわりにする", within="支援をおわりにする"):
        officer.closes(officer.today + timedelta(days=90))


# ---------------------------------------------------------------- the year


def open_days(first: date, last: date, calendar: WorkingCalendar) -> list[date]:
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if calendar.is_open(day)]


@dataclass
class Year:
    """Its open days, and what is to be done on which of them."""

    officer: Officer
    days: list[date]
    calls: int = CALLS
    due: dict[int, list[Iterator[int]]] = field(default_factory=dict)

    def live(self) -> None:
        others = Others(self.officer.town)
        apart = min((len(self.days) - 2) // -(-self.calls // A_DAY), MOST_APART)
        for turn, day in enumerate(self.days):
            running = self.due.pop(turn, [])
            news = others.act(day, turn)
            first = (turn - 1) // apart * A_DAY
            if turn % apart == 1:
                running += [call(self.officer, number) for number in range(first, min(first + A_DAY, self.calls))]
            if running or news or day == self.days[-1]:
                self.officer.arrive(day)
            for one in running:
                after = next(one, None)
                if after is not None:
                    self.due.setdefault(self._shared(turn + after, apart), []).append(one)

    def _shared(self, turn: int, apart: int) -> int:
        """With the next new call: on one day she does what there is."""
        return turn + (1 - turn) % apart
