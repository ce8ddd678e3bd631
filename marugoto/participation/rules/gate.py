"""The hard gates: what shuts a place off from a wish, each with its sentence. What is unknown never shuts a gate."""

from collections.abc import Callable, Iterable, Mapping

from marugoto.participation.codes import Gate, Sex, Trait, Travel
from marugoto.participation.rules import slot
from marugoto.participation.rules.offered import ANYBODY, Labels, Offered, Standing, Wished, metres_between, within
from marugoto.participation.rules.roads import ALWAYS, ANYWHERE, USUAL_MINUTES
from marugoto.participation.rules.words import groups

# Metres of a straight line that one minute takes one, streets being crooked.
SPEED = {Travel.FOOT: 60, Travel.BICYCLE: 150, Travel.BUS: 250, Travel.CAR: 400, Travel.DRIVEN: 400}
WORLD = 99_999  # metres: as far as need be
A_WHILE = 30  # minutes that are worth the way
SAID_WAY = {
    Travel.FOOT: "歩いて",
    Travel.BICYCLE: "自転車で",
    Travel.BUS: "バスで",
    Travel.CAR: "車で",
    Travel.DRIVEN: "車で",
}
AGED, ADULT, YOUNG = 65, 18, (15, 40)
BY_AGE = frozenset({"aged", "children", "young"})
ONLY = {Sex.WOMAN: "女性", Sex.MAN: "男性"}

Shut = Callable[[Wished, Offered, Standing], bool]


def selves(wished: Wished) -> frozenset[str]:
    """As whom the person would come, with what the age says."""
    return wished.as_whom | groups_of(wished.age)


def groups_of(age: int | None) -> frozenset[str]:
    if age is None:
        return frozenset()
    fits = {"aged": age >= AGED, "children": age <= ADULT, "young": YOUNG[0] <= age < YOUNG[1]}
    return frozenset(group for group, is_one in fits.items() if is_one)


def not_welcome(wished: Wished, welcomes: frozenset[str]) -> bool:
    """Certainly none of those who are welcome. Without a word about the person only what the age excludes is certain."""
    if not welcomes or ANYBODY in welcomes or welcomes & selves(wished):
        return False
    return bool(wished.as_whom) or (wished.age is not None and welcomes <= BY_AGE)


def reaches(wished: Wished) -> dict[Travel, int | None]:
    """By each way how far, in metres; None: as far as need be."""
    found: dict[Travel, int | None] = {}
    for way in wished.ways - {Travel.PICKUP}:
        minutes = wished.minutes or USUAL_MINUTES.get(way)
        found[way] = minutes * SPEED[way] if minutes else None
    return found


def too_far(wished: Wished, place: Offered) -> bool:
    """No way of the person's own leads there, and nobody comes to fetch."""
    if (
        not wished.ways
        or place.area == ANYWHERE
        or place.pickup
        or (Travel.PICKUP in wished.ways and place.pickup is None)
    ):
        return False
    reach = reaches(wished)
    if not reach:
        return True
    if wished.point and place.point:
        farthest = max(metres or WORLD for metres in reach.values())
        return not within(wished.point, place.point, farthest)
    runs = wished.reached.when.get(place.area)
    return runs is not None and not runs & (place.times or ALWAYS) & (wished.times or ALWAYS)


def at_other_times(wished: Wished, place: Offered) -> bool:
    """Not on the same days and parts of the day, or not for a while by the clock."""
    if wished.times and place.times and not wished.times & place.times:
        return True
    too_early = wished.after is not None and place.closes is not None and place.closes - wished.after < A_WHILE
    return too_early or (wished.until is not None and place.opens is not None and wished.until - place.opens < A_WHILE)


SHUT: Mapping[Gate, Shut] = {
    Gate.CLOSED: lambda _wished, place, _standing: place.closed,
    Gate.NOT_TO_ASK: lambda _wished, place, _standing: place.not_to_ask,
    Gate.NOT_REACHED: lambda _wished, place, _standing: place.not_reached,
    Gate.REFUSED: lambda _wished, place, standing: place.key in standing.refused,
    Gate.NO_ROOM: lambda _wished, place, standing: place.room is False or place.key in standing.full,
    Gate.SEX: lambda wished, place, _standing: bool(wished.sex and place.only and wished.sex != place.only),
    Gate.AGE: lambda wished, place, _standing: _wrong_age(wished.age, place.age_from, place.age_to),
    Gate.WELCOME: lambda wished, place, _standing: not_welcome(wished, place.welcomes),
    Gate.TIMES: lambda wished, place, _standing: at_other_times(wished, place),
    Gate.WAY: lambda wished, place, _standing: too_far(wished, place),
    Gate.SUPPORT: lambda wished, place, _standing: bool(wished.support & place.not_accessible),
    Gate.FEE: lambda wished, place, _standing: (
        wished.fee_limit is not None and place.fee is not None and place.fee > wished.fee_limit
    ),
    Gate.STAY: lambda wished, place, _standing: (
        wished.stay is not None
        and place.session is not None
        and place.session > wished.stay
        and Trait.COME_AND_GO in place.not_traits
    ),
    Gate.INTERESTS: lambda wished, place, _standing: (
        bool(wished.interests and place.interests)
        and not wished.interests & place.interests
        and not groups(wished.words & place.words)
    ),
}


def gates_shut(wished: Wished, place: Offered, standing: Standing) -> list[Gate]:
    return [gate for gate, shut in SHUT.items() if shut(wished, place, standing)]


def say_shut(gate: Gate, wished: Wished, place: Offered, labels: Labels) -> str:
    """Why, and what would open it where something would."""
    return _SAID[gate](wished, place, labels)


def said(codes: Iterable[str], words: Mapping[str, str]) -> str:
    return "・".join(str(words.get(code, code)) for code in sorted(codes))


def _wrong_age(age: int | None, youngest: int | None, oldest: int | None) -> bool:
    if age is None:
        return False
    return (youngest is not None and age < youngest) or (oldest is not None and age > oldest)


def _say_age(_wished: Wished, place: Offered, _labels: Labels) -> str:
    youngest = f"{place.age_from}歳から" if place.age_from is not None else ""
    oldest = f"{place.age_to}歳まで" if place.age_to is not None else ""
    return f"{youngest}{oldest}の場所です。"


def _say_way(wished: Wished, place: Offered, _labels: Labels) -> str:
    own = reaches(wished)
    if not own:
        return "送迎がありません。送迎があれば候補になります。"
    how = "・".join(dict.fromkeys(SAID_WAY[way] for way in Travel if way in own))
    limit = f"{wished.minutes}分では" if wished.minutes else "は"
    if wished.point and place.point:
        far = f"約{metres_between(wished.point, place.point) / 1_000:.1f}kmあり、"
    else:
        far = "行ける時間には、" if wished.reached.when.get(place.area) else "ほかの圏域にあり、"
    return f"{far}{how}{limit}行けません。送迎や同行があれば候補になります。"


def _say_times(wished: Wished, place: Offered, _labels: Labels) -> str:
    clock = f"{say_clock(place.opens)}から{say_clock(place.closes)}まで"
    by_days = wished.times and place.times and not wished.times & place.times
    when = slot.say(place.times) if by_days else clock
    return f"開いているのは{when}で、行ける時と合いません。"


def say_clock(minute: int | None) -> str:
    return "" if minute is None else f"{minute // 60}:{minute % 60:02}"


def _say_support(wished: Wished, place: Offered, labels: Labels) -> str:
    return f"要る助け（{said(wished.support & place.not_accessible, labels['support'])}）がありません。"


_SAID: Mapping[Gate, Callable[[Wished, Offered, Labels], str]] = {
    Gate.CLOSED: lambda *_: "いまは開いていません。",
    Gate.NOT_TO_ASK: lambda *_: "紹介や連絡をしないでほしいと言われています。",
    Gate.NOT_REACHED: lambda *_: "連絡がつかない場所です。連絡がつけば候補になります。",
    Gate.REFUSED: lambda *_: "本人が、ここは行きたくないと話しています。",
    Gate.NO_ROOM: lambda *_: "いまは空きがありません。空けば候補になります。",
    Gate.SEX: lambda _wished, place, _labels: f"{ONLY[place.only] if place.only else ''}だけの場所です。",
    Gate.AGE: _say_age,
    Gate.WELCOME: lambda _wished, place, labels: f"「{said(place.welcomes, labels['welcome'])}」の場所です。",
    Gate.TIMES: _say_times,
    Gate.WAY: _say_way,
    Gate.SUPPORT: _say_support,
    Gate.FEE: lambda wished, place, _labels: f"1回{place.fee:,}円で、出せる{wished.fee_limit:,}円をこえます。",
    Gate.STAY: lambda wished, place, _labels: (
        f"1回{place.session}分で、途中で帰れません。いられるのは{wished.stay}分です。"
    ),
    Gate.INTERESTS: lambda *_: "好きなことと重なりません。",
}
