"""The hard gates: what shuts a place off from a wish, each with its sentence. What is unknown never shuts a gate."""

from collections.abc import Callable, Iterable, Mapping

from marugoto.participation.codes import Doing, Gate, Sex, Support, Tongue, Trait, Travel
from marugoto.participation.rules import comfort, slot
from marugoto.participation.rules import words as own_words
from marugoto.participation.rules.named import done, met
from marugoto.participation.rules.offered import (
    ANYBODY,
    Labels,
    Offered,
    Standing,
    Topics,
    Wished,
    metres_between,
    within,
)
from marugoto.participation.rules.roads import ALWAYS, ANYWHERE, NO_ROAD, USUAL_MINUTES

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
LET_BE = frozenset({Trait.COME_AND_GO, Trait.NO_TALKING})
AGED, ADULT, YOUNG = 65, 18, (15, 40)
BY_AGE = frozenset({"aged", "children", "young"})
ONLY = {Sex.WOMAN: "女性", Sex.MAN: "男性"}

# Help that can be asked for and made ready beforehand; what the building is like cannot.
ARRANGED = frozenset({Support.PARKING, Support.REST, Support.CHAIR, Support.MEAL_CARE, Support.CARER})
OF_GUESTS = frozenset({Trait.LARGE, Trait.LIVELY})  # how it is among guests, not where the work is done
INTO_THE_HOUSE = frozenset({Trait.ONLINE, Trait.VISITS})
GUESTS, HANDS = frozenset({Doing.JOIN, Doing.LEARN}), frozenset({Doing.HELP, Doing.WORK})

BY_HAND = frozenset({Tongue.SIGN, Tongue.WRITING})
OF_NEED = {
    "disabled": frozenset(map(Support, ("wheelchair", "toilet", "ostomate", "hearing", "seeing", "guide_dog"))),
    "parents": frozenset({Support.CHILDCARE, Support.NURSING}),
}

Shut = Callable[[Wished, Offered, Standing], bool]


def selves(wished: Wished) -> frozenset[str]:
    """As whom the person would come, with what the age says, and what is needed and spoken."""
    needs = {group for group, needed in OF_NEED.items() if wished.support & needed}
    if Tongue.JAPANESE not in wished.tongues:
        needs |= {"disabled"} if wished.tongues & BY_HAND else set()
        needs |= {"foreign"} if wished.tongues - BY_HAND else set()
    return wished.as_whom | groups_of(wished.age) | needs


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
    for way in wished.ways - NO_ROAD:
        minutes = wished.minutes or USUAL_MINUTES.get(way)
        found[way] = minutes * SPEED[way] if minutes else None
    return found


def too_far(wished: Wished, place: Offered) -> bool:
    """No way of the person's own leads there, and nobody comes to fetch."""
    if not wished.ways or into_the_house(place) or may_be_fetched(wished, place):
        return False
    reach = reaches(wished)
    if not reach:
        return True
    if wished.point and place.point:
        farthest = max(metres or WORLD for metres in reach.values())
        return not within(wished.point, place.point, farthest)
    runs = wished.reached.when.get(place.area)
    return runs is not None and not runs & (place.times or ALWAYS) & (wished.times or ALWAYS)


def into_the_house(place: Offered) -> bool:
    """By a screen, the telephone or a visit."""
    return place.area == ANYWHERE or bool(INTO_THE_HOUSE & place.traits)


def stays_in(wished: Wished) -> bool:
    """Wants it in the house. Whoever can go out is not put before a screen unasked."""
    return Travel.HOME in wished.ways or bool(INTO_THE_HOUSE & (wished.likes | wished.must))


def may_be_fetched(wished: Wished, place: Offered) -> bool:
    """Is fetched, or would come if so and nobody said no."""
    if wished.ways == {Travel.HOME}:
        return False
    return bool(place.pickup) or (Travel.PICKUP in wished.ways and place.pickup is None)


def lives_elsewhere(wished: Wished, place: Offered) -> bool:
    return bool(place.residents and wished.area and place.area) and wished.area != place.area


def helps(wished: Wished, place: Offered) -> bool:
    """Comes to help where others are guests: what is said of fees, ages and room is said to the guests."""
    return Doing.HELP in wished.doings & place.doings and bool(place.doings & GUESTS)


def other_part(wished: Wished, place: Offered) -> bool:
    """Hands where there are only guests, or a learner where only hands are wanted. Whoever just comes may come as one of the hands."""
    if not wished.doings or not place.doings or Doing.JOIN in wished.doings:
        return False
    return not any(wished.doings & part and place.doings & part for part in (GUESTS, HANDS))


def unbearable(wished: Wished, place: Offered) -> frozenset[Trait]:
    """What is there and may not be."""
    return wished.never & (place.traits - OF_GUESTS if helps(wished, place) else place.traits)


def too_dear(wished: Wished, place: Offered) -> bool:
    """More than the person can give each time, a month or a year, each by its own measure; who can give nothing can give none of them."""
    if place.free_for & selves(wished):
        return False
    asked = ((wished.fee_limit, place.fee), (wished.fee_month, place.fee_month), (wished.fee_year, place.fee_year))
    if any(limit is not None and fee is not None and fee > limit for limit, fee in asked):
        return True
    return wished.fee_limit == 0 and any(fee for _limit, fee in asked)


def too_late_home(wished: Wished, place: Offered) -> bool:
    """It lasts longer than the last way home waits, and one may not leave for it. Only where its hours are the same each time."""
    by = wished.reached.home_by.get(place.area)
    if not by or not wished.ways or not one_session(place) or into_the_house(place) or may_be_fetched(wished, place):
        return False
    if wished.point and place.point:
        return False
    usable = wished.reached.when.get(place.area, ALWAYS) & (place.times or ALWAYS) & (wished.times or ALWAYS)
    return bool(usable) and not any(one not in by or home_in_time(place, by[one]) for one in usable)


def home_in_time(place: Offered, last: int) -> bool:
    """Over by then, or worth the way until one leaves."""
    over = place.closes is not None and place.closes <= last
    return over or (Trait.COME_AND_GO in place.traits and place.opens is not None and place.opens + A_WHILE <= last)


def one_session(place: Offered) -> bool:
    return None not in (place.opens, place.closes, place.session) and (
        (place.closes or 0) - (place.opens or 0) == place.session
    )


def another_topic(wished: Wished, place: Offered) -> bool:
    """Something else than the one thing that is wanted, or the very thing that is not."""
    if not place.topics or done(wished.topics, place):
        return False
    return wished.only_topics or met(wished.not_topics, place.topics)


def at_other_times(wished: Wished, place: Offered) -> bool:
    """Not on the same days and parts of the day, or not for a while by the clock."""
    if wished.times and place.times and not wished.times & place.times:
        return True
    if wished.weeks and place.weeks and not wished.weeks & place.weeks:
        return True
    if in_other_turns(wished, place):
        return True
    latest, earliest = come_by(place), leave_from(place)
    too_late = wished.after is not None and latest is not None and wished.after > latest
    return too_late or (wished.until is not None and earliest is not None and wished.until < earliest)


def in_other_turns(wished: Wished, place: Offered) -> bool:
    """第1火曜 and 第3木曜 are no third Tuesday."""
    if not (wished.weeks and wished.times and place.turns):
        return False
    return not any(week in wished.weeks and one in wished.times for week, one in place.turns)


def come_by(place: Offered) -> int | None:
    return None if place.closes is None else place.closes - worth_it(place)


def leave_from(place: Offered) -> int | None:
    return None if place.opens is None else place.opens + worth_it(place)


def worth_it(place: Offered) -> int:
    """Minutes that are worth the way: half of it where it begins and ends together, else a while."""
    if one_session(place) and place.session and Trait.COME_AND_GO not in place.traits:
        return max(A_WHILE, place.session // 2)
    return A_WHILE


SHUT: Mapping[Gate, Shut] = {
    Gate.CLOSED: lambda _wished, place, _standing: place.closed,
    Gate.NOT_TO_ASK: lambda _wished, place, _standing: place.not_to_ask,
    Gate.NOT_REACHED: lambda _wished, place, _standing: place.not_reached,
    Gate.REFUSED: lambda _wished, place, standing: place.key in standing.refused,
    Gate.NO_ROOM: lambda wished, place, standing: (
        place.key in standing.full or (place.room is False and not helps(wished, place))
    ),
    Gate.AREA: lambda wished, place, _standing: place.area in wished.not_areas or lives_elsewhere(wished, place),
    Gate.SEX: lambda wished, place, _standing: bool(wished.sex and place.only and wished.sex != place.only),
    Gate.AGE: lambda wished, place, _standing: (
        _wrong_age(wished.age, place.age_from, place.age_to) and not helps(wished, place)
    ),
    Gate.WELCOME: lambda wished, place, _standing: not_welcome(wished, place.welcomes) and not helps(wished, place),
    Gate.TIMES: lambda wished, place, _standing: at_other_times(wished, place),
    Gate.WAY: lambda wished, place, _standing: too_far(wished, place),
    Gate.LAST_WAY: lambda wished, place, _standing: too_late_home(wished, place),
    Gate.SUPPORT: lambda wished, place, _standing: bool(wished.support & place.not_accessible),
    Gate.STEPS: lambda wished, place, _standing: (
        wished.steps is not None and place.steps is not None and place.steps > wished.steps
    ),
    Gate.NEVER: lambda wished, place, _standing: bool(unbearable(wished, place)),
    Gate.MUST: lambda wished, place, _standing: bool(comfort.lacking(wished, place)),
    Gate.DOING: lambda wished, place, _standing: other_part(wished, place),
    Gate.FEE: lambda wished, place, _standing: too_dear(wished, place) and not helps(wished, place),
    Gate.STAY: lambda wished, place, _standing: (
        wished.stay is not None
        and place.session is not None
        and place.session > wished.stay
        and Trait.COME_AND_GO in place.not_traits
    ),
    Gate.TOPIC: lambda wished, place, _standing: another_topic(wished, place),
    Gate.INTERESTS: lambda wished, place, _standing: (
        bool(wished.interests and place.interests)
        and not wished.interests & place.interests
        and not wished.doings & place.doings & HANDS
        and not own_words.groups(wished.words & place.words)
        and not met(wished.topics, place.topics)
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
    if wished.ways == {Travel.HOME}:
        return "出かけて行く場所です。家に来てもらえるか、画面や電話で入れれば候補になります。"
    if not own:
        return "送迎がありません。送迎があれば候補になります。"
    how = "・".join(dict.fromkeys(SAID_WAY[way] for way in Travel if way in own))
    limit = f"{wished.minutes}分では" if wished.minutes else "は"
    if wished.point and place.point:
        far = f"約{metres_between(wished.point, place.point) / 1_000:.1f}kmあり、"
    else:
        far = "行ける時間には、" if wished.reached.when.get(place.area) else "ほかの圏域にあり、"
    return f"{far}{how}{limit}行けません。送迎や同行があれば候補になります。"


def _say_last_way(wished: Wished, place: Offered, _labels: Labels) -> str:
    last = say_clock(max(wished.reached.home_by[place.area].values()))
    return f"終わるのが{say_clock(place.closes)}で、帰りの最終（{last}）に間に合いません。帰りの送迎があれば候補になります。"


def _say_times(wished: Wished, place: Offered, _labels: Labels) -> str:
    if wished.weeks and place.weeks and not wished.weeks & place.weeks:
        return f"開くのは{_say_weeks(place.weeks)}の週で、行ける{_say_weeks(wished.weeks)}の週と合いません。"
    clock = f"{say_clock(place.opens)}から{say_clock(place.closes)}まで"
    by_days = wished.times and place.times and not wished.times & place.times
    if not by_days and in_other_turns(wished, place):
        return f"開くのは{_say_turns(place.turns)}で、行ける週と曜日が重なりません。"
    when = slot.say(place.times) if by_days else clock
    return f"開いているのは{when}で、行ける時と合いません。"


def _say_weeks(weeks: Iterable[int]) -> str:
    return "・".join(f"第{week}" for week in sorted(weeks))


def _say_turns(turns: Iterable[tuple[int, int]]) -> str:
    weeks: dict[int, set[int]] = {}
    for week, one in sorted(turns):
        weeks.setdefault(week, set()).add(one)
    return "、".join(f"第{week}{slot.say(slots)}" for week, slots in weeks.items())


def quoted(topics: Topics) -> str:
    return "".join(sorted({f"「{own_words.say(one)}」" for one in topics}))


def say_clock(minute: int | None) -> str:
    return "" if minute is None else f"{minute // 60}:{minute % 60:02}"


def _say_support(wished: Wished, place: Offered, labels: Labels) -> str:
    return f"要る助け（{said(wished.support & place.not_accessible, labels['support'])}）がありません。"


def _say_fee(wished: Wished, place: Offered, _labels: Labels) -> str:
    asked = (
        ("1回", wished.fee_limit, place.fee),
        ("月", wished.fee_month, place.fee_month),
        ("年", wished.fee_year, place.fee_year),
    )
    for every, limit, fee in asked:
        if limit is not None and fee is not None and fee > limit:
            return f"{every}{fee:,}円で、出せる{limit:,}円をこえます。"
    each, fee = next((every, fee) for every, _limit, fee in asked if fee)
    return f"{each}{fee:,}円かかります。お金のかからない所を探しています。"


def _say_topic(wished: Wished, _place: Offered, _labels: Labels) -> str:
    if wished.only_topics:
        return f"望みは{quoted(wished.topics)}だけです。ここでは、できると書かれていません。"
    return f"したくないと話したこと{quoted(wished.not_topics)}をする所です。"


_SAID: Mapping[Gate, Callable[[Wished, Offered, Labels], str]] = {
    Gate.CLOSED: lambda _wished, place, _labels: (
        f"いまは休みの時期です。つぎに開くのは、早くて{place.opens_again}です。"
        if place.opens_again
        else "いまは開いていません。つぎに開く日は書かれていません。"
    ),
    Gate.NOT_TO_ASK: lambda *_: "紹介や連絡をしないでほしいと言われています。",
    Gate.NOT_REACHED: lambda *_: "連絡がつかない場所です。連絡がつけば候補になります。",
    Gate.REFUSED: lambda *_: "本人が、ここは行きたくないと話しています。",
    Gate.NO_ROOM: lambda *_: "いまは空きがありません。空けば候補になります。",
    Gate.AREA: lambda wished, place, _labels: (
        "本人が行けないと話した圏域にあります。" if place.area in wished.not_areas else "その圏域に住む人の場所です。"
    ),
    Gate.SEX: lambda _wished, place, _labels: f"{ONLY[place.only] if place.only else ''}だけの場所です。",
    Gate.AGE: _say_age,
    Gate.WELCOME: lambda _wished, place, labels: f"「{said(place.welcomes, labels['welcome'])}」の場所です。",
    Gate.TIMES: _say_times,
    Gate.WAY: _say_way,
    Gate.LAST_WAY: _say_last_way,
    Gate.SUPPORT: _say_support,
    Gate.STEPS: lambda wished, place, _labels: (
        f"段が{place.steps}段あります。"
        + (f"上がれるのは{wished.steps}段までです。" if wished.steps else "段は上がれません。")
    ),
    Gate.NEVER: lambda wished, place, labels: (
        f"本人が、これがあると行けないと話したことがあります（{said(unbearable(wished, place), labels['trait'])}）。"
    ),
    Gate.MUST: lambda wished, place, labels: (
        f"これがないと行けないと話したこと（{said(comfort.lacking(wished, place), labels['trait'])}）が、ここではちがいます。"
    ),
    Gate.DOING: lambda _wished, place, labels: (
        f"ここは「{said(place.doings, labels['doing'])}」所で、望む関わり方とちがいます。"
    ),
    Gate.FEE: _say_fee,
    Gate.STAY: lambda wished, place, _labels: (
        f"1回{place.session}分で、途中で帰れません。いられるのは{wished.stay}分です。"
    ),
    Gate.TOPIC: _say_topic,
    Gate.INTERESTS: lambda *_: "好きなことと重なりません。",
}
