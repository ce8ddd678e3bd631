"""What the words of the list say of how it is at a place, and what its codes mean for somebody who looks for one.

Only what is plainly said is read; a sentence that says the contrary counts for the contrary.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from marugoto.participation.codes import Doing, Sex, Support, Tongue, Trait

SUPPORT_OF: Mapping[str, Support] = {
    "wheelchair": Support.WHEELCHAIR,
    "no_steps": Support.ELEVATOR,
    "toilet": Support.TOILET,
    "ostomate": Support.OSTOMATE,
    "parking": Support.PARKING,
    "tactile": Support.SEEING,
    "braille": Support.SEEING,
    "hearing_loop": Support.HEARING,
    "captions": Support.HEARING,
    "writing": Support.HEARING,
    "sign": Support.HEARING,
    "dog": Support.GUIDE_DOG,
    "quiet_room": Support.REST,
    "nursing": Support.NURSING,
    "nappy": Support.NURSING,
    "companion_welcome": Support.CARER,
}
# Of several codes that help with the same, one "no" does not say that there is none.
ONE_OF_SEVERAL = frozenset({"tactile", "braille", "hearing_loop", "captions", "writing", "sign", "nursing", "nappy"})
TONGUE_OF: Mapping[str, Tongue] = {"sign": Tongue.SIGN, "writing": Tongue.WRITING}
TRAIT_OF: Mapping[str, Trait] = {
    "look_only": Trait.TRIAL,
    "not_every_time": Trait.COME_AND_GO,
    "small_group": Trait.SMALL,
    "call_first": Trait.BOOKING,
    "members_only": Trait.BOOKING,
    "introduced": Trait.PAPERS,
    "no_talking": Trait.NO_TALKING,
    "no_names": Trait.NO_QUESTIONS,
    "beginners": Trait.BEGINNERS,
    "paid": Trait.PAID,
    "meal": Trait.EATING,
    "visits": Trait.VISITS,
    "papers": Trait.PAPERS,
}
FREE_OF: Mapping[str, Trait] = {"smoke_free": Trait.SMOKE}  # a yes says that it is not there
WELCOMED: Mapping[str, str] = {
    "long_at_home": "withdrawn",
    "not_at_school": "withdrawn",
    "dementia": "aged",
    "mental": "disabled",
    "intellectual": "disabled",
    "developmental": "disabled",
    "physical": "disabled",
    "other_language": "foreign",
    "caring": "carers",
}
OF_KIND: Mapping[str, Doing] = {"volunteer": Doing.HELP, "workplace": Doing.WORK}
ONLY_TRAIT: Mapping[Sex, Trait] = {Sex.WOMAN: Trait.WOMEN_ONLY, Sex.MAN: Trait.MEN_ONLY}
APART = frozenset({"disabled"})  # who is welcome at a place for nobody else
FETCHED = "picked_up"
_DENIED = (
    "ありません|できません|しません|いません|出ません|要りません|いりません|出しません|問いません",
    "ない|なく|なし|不可|お断り|不要|いらない|禁止|ご?遠慮(?:くだ|下さ|いただ|願|を)|お?控え(?:て|くだ|下さ)",
)
_NOT = rf"(?:での参加|参加|所|席|の有無)?(?:で?は|が|も|を|に|の|で)?(?:{'|'.join(_DENIED)})"
_SAID: tuple[tuple[Trait, str], ...] = (
    (Trait.QUIET, r"静か|落ち着い(?:た|て)"),
    (Trait.LIVELY, r"にぎやか|賑やか|活気|大きな音|騒がし"),
    (Trait.SMALL, r"少人数|こぢんまり|小さな(?:会|集まり)"),
    (Trait.LARGE, r"大人数|大勢"),
    (Trait.NO_QUESTIONS, r"名前を(?:言|名乗)わなくて|匿名|事情(?:を|は)(?:聞|尋ね)"),
    (Trait.NO_TALKING, r"(?:話|しゃべ)(?:さ|ら)(?:なくて|ず)|黙々|だまって|聞くだけ|話は少な"),
    (Trait.TRIAL, r"見学|おためし|お試し|体験"),
    (
        Trait.COME_AND_GO,
        r"出入り自由|いつ来て|何時に来て|途中(?:から|で帰|参加|退出)|好きな(?:時|とき)(?:に|だけ)|来たい(?:時|とき)",
    ),
    (Trait.MET, r"迎えに(?:行|来)|付き添(?:う|っ|い)|隣に(?:座|つ)|世話役が"),
    (Trait.MEN, r"男性(?:ばかり|が多|がほとんど|中心)"),
    (Trait.WOMEN, r"女性(?:ばかり|が多|がほとんど|中心)"),
    (Trait.MIXED_AGES, r"多世代|年代はいろいろ|いろいろな年代|年齢はさまざま|幅広い年代"),
    (Trait.OLD, r"(?:高齢者|お年寄り|七十代|八十代|70代|80代)(?:ばかり|がほとんど|が中心)"),
    (Trait.ALCOHOL, r"お酒|飲酒|飲み会"),
    (Trait.DUTIES, r"当番|役員"),
    (Trait.BEGINNERS, r"(?:初めて|はじめて)の(?:人|方)|初心者"),
    (Trait.PAID, r"謝礼|工賃|手間賃|お礼(?:が|を|の品)"),
    (Trait.EATING, r"昼食|夕食|食事(?:を|が)出|会食|ご飯を食べ|ごはんを食べ"),
    (Trait.FOOD, r"お茶|茶菓|飲み物|コーヒー|お?菓子|食事|昼食|夕食|会食"),
    (Trait.SMOKE, r"たばこ|煙草|タバコ|喫煙"),
    (Trait.RECORDS, r"名簿|記名|写真を(?:撮|と)"),
    (Trait.PAPERS, r"手帳|受給者証|意見書|診断書|紹介状|紹介が(?:要|必要)"),
    (Trait.WAITS, r"キャンセル待ち|空き待ち|順番待ち|満員|定員いっぱい|次の募集|次回の募集"),
    (Trait.ONLINE, r"オンライン|画面ごし|Zoom"),
    (Trait.VISITS, r"(?:家|自宅|お宅)(?:に|へ|まで)?(?:伺|うかが|訪ね|訪問し)"),
    (Trait.OUTDOORS, r"屋外|野外|公園で|畑で"),
    (Trait.BOOKING, r"要予約|予約制|要申込|事前(?:の)?(?:予約|申込)|(?:予約|申し?込み)が(?:要|必要)"),
)
_PATTERNS = tuple((trait, re.compile(f"(?:{words})"), re.compile(f"(?:{words}){_NOT}")) for trait, words in _SAID)
_BUS = r"送迎(?:バス|車)?(?:の用意)?(?:は|が|も)?"
_FETCH = re.compile(rf"{_BUS}(?:あり|可(?!能)|します|できます)|送迎可能です|送迎(?:バス|車)")
_NO_FETCH = re.compile(
    rf"{_BUS}(?:なし|無し|ありません|ない|できません|できかね|しません|して(?:い|お)|不可|行(?:って|いません))"
)
_FIGURES = {char: number for number, char in enumerate("〇一二三四五六七八九")}
_ONES = "一二三四五六七八九"
# Well written only: 二三 and 五六十 are no numbers, but "two or three", "fifty or sixty".
_COUNT = rf"(?<![{_ONES}十百\d])(\d{{1,3}}|[{_ONES}]?十[{_ONES}]?|[{_ONES}])"
_AGE = rf"{_COUNT}[歳才]"
_FAMILY = re.compile(r"親|保護者|家族|家庭|ママ|パパ|育て|妊婦")  # then the age is the child's
_FROM, _TO, _BELOW = (re.compile(_AGE + end) for end in ("以上", "(?:まで|以下)", "未満"))
_ABOUT = re.compile(r"おおむね|概ね|原則|ほど|くらい|目安")
_ONLY = re.compile(
    r"(女性|男性)(?:のみ|だけ|限定|専用)(?!の[日回時]|(?:の(?:会|場|集まり))?で(?:は|も)?(?:あり|な|ご))"
)


_SMOKE_FREE = re.compile(r"禁煙|(?:たばこ|煙草|タバコ)(?:は|を)?吸(?:わ|え)")
_STEP = re.compile(rf"{_COUNT}段(?!階)")
_LIFTED = re.compile(r"(?:エレベーター|スロープ)[がも]?(?:あり(?!ません)|ある|完備|設置|付)")
_FLAT = re.compile(r"段差?[はがも]?(?:なし|ない|ありません)|平屋|入口は?平ら")
_YEN = r"(\d[\d,]*)円"
_MONTHLY, _YEARLY = re.compile(rf"(?:月額?|毎月|月会費)\s*{_YEN}"), re.compile(rf"(?:年額?|年会費|一年)\s*{_YEN}")
_EACH = re.compile(rf"(?:1回|一回|毎回|1食|一食|当日)\s*{_YEN}")
_FREE = (
    (re.compile(r"(?:子ども|こども|小中学生|高校生まで)(?:は|が|の方は)?無料"), "children"),
    (re.compile(r"障害[^。、]{0,12}無料"), "disabled"),
)
_SEAT, _SQUAT = re.compile(r"洋式|トイレ[^。、]{0,6}手すり|手すり[^。、]{0,6}トイレ"), re.compile(r"和式")
_ANYBODY = re.compile(r"以外|そうでない|どこに(?:お)?住|でなくて|問わ|問いません")
_LIVES = re.compile(r"に住[むん]|在住|にお住まい|の(?:住民|人)(?:だけ|のみ|限定)")
_HANDS = re.compile(r"(?:手伝い|ボランティア|担い手|当番に入る人|スタッフ)[^。]{0,12}(?:募集|ほしい|足りな|求め|歓迎)")
_TAUGHT = re.compile(r"教室|講座|教えます|教える|習(?:い|う|え)|学べ")


@dataclass(frozen=True, slots=True)
class Fees:
    """Yen each time, a month, a year; as whom one pays nothing."""

    each: int | None
    month: int | None
    year: int | None
    free_for: frozenset[str]


@dataclass(frozen=True, slots=True)
class Read:
    """`yes` and `no`: what is said to be so, and not to be so."""

    traits: frozenset[Trait] = frozenset()
    not_traits: frozenset[Trait] = frozenset()
    pickup: bool | None = None
    age_from: int | None = None
    age_to: int | None = None
    only: Sex | None = None
    support: frozenset[Support] = frozenset()
    not_support: frozenset[Support] = frozenset()
    tongues: frozenset[Tongue] = frozenset()
    experience: frozenset[str] = field(default_factory=frozenset)


def read(words: str, target: str, codes: Mapping[str, bool]) -> Read:
    """Codes are stronger than words. `codes`: traits of the list, answered yes or no."""
    plain = unicodedata.normalize("NFKC", words)
    yes, no = _traits_in(plain)
    coded = {TRAIT_OF[code]: answer for code, answer in codes.items() if code in TRAIT_OF}
    coded |= {FREE_OF[code]: not answer for code, answer in codes.items() if code in FREE_OF}
    said_yes = {trait for trait, answer in coded.items() if answer}
    said_no = {trait for trait, answer in coded.items() if not answer}
    ages, only = _ages(unicodedata.normalize("NFKC", target)), _ONLY.search(target)
    support = {SUPPORT_OF[code] for code, answer in codes.items() if answer and code in SUPPORT_OF}
    support |= {Support.SEAT_TOILET} if _SEAT.search(plain) or Support.TOILET in support else set()
    lacking = {
        SUPPORT_OF[code]
        for code, answer in codes.items()
        if not answer and code in SUPPORT_OF and code not in ONE_OF_SEVERAL
    }
    return Read(
        traits=frozenset((yes - said_no) | said_yes),
        not_traits=frozenset((no - said_yes) | said_no),
        pickup=codes.get(FETCHED, _fetched(plain)),
        age_from=ages[0],
        age_to=ages[1],
        only=(Sex.WOMAN if only.group(1) == "女性" else Sex.MAN) if only else None,
        support=frozenset(support),
        not_support=frozenset((lacking | ({Support.SEAT_TOILET} if _SQUAT.search(plain) else set())) - support),
        tongues=frozenset(TONGUE_OF[code] for code, answer in codes.items() if answer and code in TONGUE_OF),
        experience=frozenset(WELCOMED[code] for code, answer in codes.items() if answer and code in WELCOMED),
    )


def for_residents(target: str, district: str) -> bool:
    """Only for who lives in this district."""
    return bool(district and district in target and _LIVES.search(target) and not _ANYBODY.search(target))


def derived(only: Sex | None, welcomes: frozenset[str]) -> frozenset[Trait]:
    """What follows from the rules of a place."""
    apart = {Trait.PATIENTS} if welcomes and welcomes <= APART else set()
    return frozenset(({ONLY_TRAIT[only]} if only else set()) | apart)


def implied(support: frozenset[Support], steps: int | None, welcomes: frozenset[str]) -> frozenset[Support]:
    """Where it is flat nobody climbs stairs; who welcomes parents welcomes their children; whom a wheelchair's toilet serves, it serves all."""
    return (
        support
        | ({Support.ELEVATOR} if steps == 0 else set())
        | ({Support.CHILDCARE} if "parents" in welcomes else set())
        | ({Support.SEAT_TOILET} if Support.TOILET in support else set())
    )


def fees(text: str, yen: int | None) -> Fees:
    """`yen` is what the list holds as the fee; where the words name that for a month or a year, it is no fee each time."""
    plain = unicodedata.normalize("NFKC", text)
    each, month, year = (_yen(pattern.search(plain)) for pattern in (_EACH, _MONTHLY, _YEARLY))
    other = month is not None or year is not None
    free = frozenset(group for pattern, group in _FREE if pattern.search(plain))
    if (yen is not None and not other) or (each is None and yen not in {month, year}):
        each = yen
    return Fees(each, month, year, free)


def steps(text: str, codes: Mapping[str, bool], way: str = "") -> int | None:
    """The most steps on the way in that are told of, where the same sentence tells of no lift; 0 where it is flat, which the `way` to
    the place does not say."""
    if codes.get("no_steps"):
        return 0
    here = unicodedata.normalize("NFKC", text)
    sentences = re.split("[。\n]", f"{here}\n{unicodedata.normalize('NFKC', way)}")
    told = [_number(one) for said in sentences if not _LIFTED.search(said) for one in _STEP.findall(said)]
    flat = "no_steps" not in codes and (_FLAT.search(here) or _LIFTED.search(here))
    return max(told) if told else 0 if flat else None


def doings(kind: str, words: str, codes: Mapping[str, bool]) -> frozenset[Doing]:
    """In which part one takes part; empty where it is not told."""
    if kind in OF_KIND:
        return frozenset({OF_KIND[kind]})
    found = {Doing.HELP} if codes.get("hands_wanted", bool(_HANDS.search(words))) else set()
    found |= {Doing.LEARN} if _TAUGHT.search(words) else set()
    return frozenset(found | {Doing.JOIN}) if found else frozenset()


def _yen(found: re.Match[str] | None) -> int | None:
    return int(found.group(1).replace(",", "")) if found else None


def _traits_in(words: str) -> tuple[set[Trait], set[Trait]]:
    no = {trait for trait, _said, denied in _PATTERNS if denied.search(words)}
    no |= {Trait.SMOKE} if _SMOKE_FREE.search(words) else set()
    return {trait for trait, said, _denied in _PATTERNS if trait not in no and said.search(words)}, no


def _fetched(words: str) -> bool | None:
    if _NO_FETCH.search(words):
        return False
    return True if _FETCH.search(words) else None


def _ages(target: str) -> tuple[int | None, int | None]:
    """A rule of age for who comes; what is only "about" so is none, and of a child it is none for its parents."""
    if _ABOUT.search(target) or _FAMILY.search(target):
        return None, None
    youngest, oldest, below = _FROM.search(target), _TO.search(target), _BELOW.search(target)
    end = _number(oldest.group(1)) if oldest else _number(below.group(1)) - 1 if below else None
    return _number(youngest.group(1)) if youngest else None, end


def _number(figures: str) -> int:
    """70, 七十, 六十五."""
    if figures.isdigit():
        return int(figures)
    tens, ten, ones = figures.partition("十")
    if not ten:
        return _FIGURES[figures]
    return (_FIGURES[tens] if tens else 1) * 10 + (_FIGURES[ones] if ones else 0)


def clocks(spans: Iterable[tuple[int | None, int | None]]) -> tuple[int | None, int | None, int | None]:
    """The earliest opening, the latest closing, and how long the longest time is; None where it is not known of every one."""
    known = list(spans)
    starts = [opens for opens, _closes in known]
    ends = [closes for _opens, closes in known]
    long = [closes - opens for opens, closes in known if opens is not None and closes is not None]
    return (
        None if None in starts or not starts else min(one for one in starts if one is not None),
        None if None in ends or not ends else max(one for one in ends if one is not None),
        max(long) if long and len(long) == len(known) else None,
    )
