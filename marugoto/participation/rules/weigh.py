"""The short bounded sum: every term is said in words, and what should be known before is said too, with no points or fewer.

`index.py` reckons the same sum for a hundred thousand places at once; a test holds the two together.
"""

from collections.abc import Iterator

from marugoto.participation.codes import Company, Fear, Grade, Support, Tongue, Trait, Travel
from marugoto.participation.rules import comfort, slot
from marugoto.participation.rules import words as own_words
from marugoto.participation.rules.gate import (
    LET_BE,
    SAID_WAY,
    helps,
    into_the_house,
    quoted,
    said,
    say_clock,
    selves,
    stays_in,
)
from marugoto.participation.rules.named import asks_to_stay, is_named, met
from marugoto.participation.rules.offered import (
    ANYBODY,
    Labels,
    Offered,
    Reason,
    Wished,
    metres_between,
    within,
)
from marugoto.participation.rules.roads import ANYWHERE

INTEREST, MORE_INTERESTS = 4, 1
GROUP, PAIR, MOST_PAIRS = 3, 1, 2
NEAR = ((500, 3), (1_000, 2), (2_000, 1))
DOING = 2
SAME_AREA, SAME_AREA_BUT_FAR, NEXT_AREA = 2, 1, 1
NOT_FAR = 20  # minutes
SPOKEN_TO, ANYBODY_COMES, EXPERIENCED = 2, 1, 2
MOST_SUPPORT = 2
TONGUE, NO_TONGUE = 2, -1
HARD = -2
FRESH, LONG_AGO = 183, 365
NEVER_CHECKED, CHECKED_LONG_AGO, CHECKED_LATELY = -2, -1, 1
DOUBTED = -1
SPREAD = ((3, -1), (6, -1))
NEAR_BUS = 5
FOREIGN = "foreign"
BY_TALKING = frozenset({Tongue.SIGN, Tongue.WRITING})
LEAST, MOST = -13, 34


def weigh(wished: Wished, place: Offered, labels: Labels, going: int = 0) -> tuple[Reason, ...]:
    """What speaks for it first, the weightiest before; then what to know before."""
    terms = (_liked, _when, _where, _who, _how_it_is, _help, _money)
    found = [reason for term in terms for reason in term(wished, place, labels)]
    found += _trust(place, going)
    return tuple(sorted(found, key=lambda one: (one.grade is Grade.KNOW, -abs(one.points))))


def cautious(wished: Wished) -> bool:
    """Somebody to whom a look beforehand helps."""
    return bool(wished.fears or Company.WITH_SOMEBODY in wished.company or "withdrawn" in wished.as_whom)


def wants_a_fetch(wished: Wished) -> bool:
    return bool(wished.ways - {Travel.HOME}) and not wished.ways & {Travel.CAR, Travel.DRIVEN}


def foreign(wished: Wished) -> frozenset[Tongue]:
    """What has to be spoken, where plain Japanese will not do."""
    return frozenset() if Tongue.JAPANESE in wished.tongues else wished.tongues


def unspoken(wished: Wished, place: Offered) -> bool:
    """Nobody there is said to speak what has to be spoken, nor to be used to those who come from elsewhere."""
    needed = foreign(wished)
    if needed <= BY_TALKING:
        return bool(needed) and not needed & place.tongues and Support.HEARING not in place.accessible
    used_to_it = Tongue.ANY in place.tongues or FOREIGN in place.welcomes | place.experience
    return not needed & place.tongues and not used_to_it


def _good(points: int, sentence: str, *, well: bool = False) -> Reason:
    return Reason(Grade.FITS_WELL if well else Grade.FITS, sentence, points)


def _know(sentence: str, points: int = 0) -> Reason:
    return Reason(Grade.KNOW, sentence, points)


def _liked(wished: Wished, place: Offered, labels: Labels) -> Iterator[Reason]:
    shared = wished.interests & place.interests
    if shared:
        points = INTEREST + (MORE_INTERESTS if len(shared) > 1 else 0)
        yield _good(points, f"好きなこと（{said(shared, labels['interest'])}）ができます。", well=len(shared) > 1)
    words = wished.words & place.words
    named = is_named(wished, place, itself=True)
    if words or named:
        points = GROUP if named else min(len(words), MOST_PAIRS) * PAIR
        shown = words or min((one for one in wished.topics if one <= place.topics | place.words), key=sorted)
        yield _good(points, f"本人のことばの「{own_words.say(shown)}」が、ここの説明にもあります。", well=named)
    elif wished.topics and not is_named(wished, place):
        yield _know(f"望みの{quoted(wished.topics)}ができるとは、書かれていません。")
    if asks_to_stay(wished) and LET_BE & place.traits:
        yield _good(GROUP, "ただ、いるだけでもよい所です。")
    doings = wished.doings & place.doings
    if doings:
        yield _good(DOING, f"「{said(doings, labels['doing'])}」ことができます。")
    if helps(wished, place):
        yield _know("手伝う人の費用・年齢・空きは、客とは別かもしれません。聞いてください。")
    if wished.must_words and not met(wished.must_words, place.words | place.topics):
        yield _know(f"{quoted(wished.must_words)}があるか、書かれていません。")
    if wished.interests and not place.interests:
        yield _know("何をするところか、まだ書かれていません。")


def _when(wished: Wished, place: Offered, _labels: Labels) -> Iterator[Reason]:
    met = wished.times & place.times
    if met and place.times_exact:
        yield _good(1, f"行ける{slot.say(met)}に開いています。")
    elif met:
        yield _good(1, f"行ける日（{slot.say(slot.whole(one // 3 for one in met))}）に開いています。")
        yield _know("何時に開くかが分かりません。")
    if not place.times:
        yield _know("開いている日が分かりません。")
    if wished.stay is not None:
        if Trait.COME_AND_GO in place.traits or (place.session is not None and place.session <= wished.stay):
            yield _good(1, f"{wished.stay}分だけでもいられます。")
        else:
            yield _know(f"{wished.stay}分で帰ってよいか、聞いてください。")
    if Trait.BOOKING in place.traits:
        yield _know("申しこみが要ります。")


def _where(wished: Wished, place: Offered, _labels: Labels) -> Iterator[Reason]:
    same = bool(wished.area) and wished.area == place.area
    if wished.point and place.point:
        points = next((points for metres, points in NEAR if within(wished.point, place.point, metres)), 0)
        points = max(points, SAME_AREA_BUT_FAR if same else 0)
        how_far = f"約{metres_between(wished.point, place.point) / 1_000:.1f}km"
        yield _good(points, f"{how_far}のところです。") if points else _know(f"{how_far}あります。")
    elif same:
        yield _good(SAME_AREA, "同じ圏域にあります。")
    elif place.area in wished.reached.minutes:
        minutes, way = wished.reached.minutes[place.area]
        told = f"{SAID_WAY[way]}{minutes}分ほどの圏域にあります。"
        yield _good(NEXT_AREA, told) if minutes <= NOT_FAR else _know(told)
    elif place.area == ANYWHERE:
        yield _good(SAME_AREA, "家にいて入れます。")
    elif wished.area and place.area:
        yield _know("ほかの圏域にあります。行き方を確かめてください。")
    yield from _the_way(wished, place)


def _the_way(wished: Wished, place: Offered) -> Iterator[Reason]:
    if into_the_house(place) and not stays_in(wished):
        yield _know("家にいて入る集まりです。出かけられる人には、まずほかの場所を考えます。")
    last = max(wished.reached.home_by.get(place.area, {}).values(), default=None)
    if last is not None and place.closes is not None and place.closes > last:
        yield _know(f"帰りの最終は{say_clock(last)}です。終わるまではいられません。")
    if wants_a_fetch(wished) and place.pickup:
        yield _good(2 if Travel.PICKUP in wished.ways else 1, "送迎があります。")
    elif Travel.PICKUP in wished.ways and place.pickup is None:
        yield _know("送迎があるか聞いてください。")
    if Travel.BUS in wished.ways and place.bus_minutes is not None and place.bus_minutes <= NEAR_BUS:
        yield _good(1, f"バス停や駅から{place.bus_minutes}分です。")
    if Travel.CAR in wished.ways and place.parking:
        yield _good(1, "駐車場があります。")


def _who(wished: Wished, place: Offered, labels: Labels) -> Iterator[Reason]:
    me = selves(wished)
    mine = place.welcomes & me
    if mine:
        yield _good(SPOKEN_TO, f"「{said(mine, labels['welcome'])}」を迎えています。{_since(place, mine)}")
    elif ANYBODY in place.welcomes:
        yield _good(ANYBODY_COMES, f"だれでも行けます。{_since(place, frozenset({ANYBODY}))}")
    elif place.welcomes:
        yield _know(f"「{said(place.welcomes, labels['welcome'])}」の場所です。行ってよいか聞いてください。")
    else:
        yield _know("だれを迎えるところか分かりません。")
    known = place.experience & me
    if known:
        yield _good(EXPERIENCED, f"「{said(known, labels['welcome'])}」を迎えたことがあります。")
    if wished.age is None and (place.age_from is not None or place.age_to is not None):
        yield _know("年齢のきまりがあります。")
    if wished.sex is None and place.only is not None:
        yield _know("女性だけ、または男性だけの場所です。")


def _since(place: Offered, welcomes: frozenset[str]) -> str:
    days = [place.since[one] for one in sorted(welcomes) if place.since.get(one)]
    return f"（{min(days)}から）" if days else ""


def _how_it_is(wished: Wished, place: Offered, labels: Labels) -> Iterator[Reason]:
    asked = comfort.asked(wished)
    good = [(code, one) for code, one in asked if one.is_good(place)]
    bad = [(code, one) for code, one in asked if one.is_bad(place)]
    for number, (code, one) in enumerate(good):
        traits = one.what_is_good(place)
        how = said(traits, labels["trait"]) if traits else "心配な点がありません"
        yield _good(1 if number < comfort.MOST_GOOD else 0, f"{_asked_of(code, labels)}: {how}。")
    for number, (code, one) in enumerate(bad):
        traits = one.what_is_bad(place)
        how = said(traits, labels["trait"]) if traits else ("お金がかかります" if one.fee else "そうではないそうです")
        yield _know(
            f"{_asked_of(code, labels)}: {how}。先に様子を見てください。", HARD if number < comfort.MOST_BAD else 0
        )
    if cautious(wished) and Trait.TRIAL in place.traits:
        yield _good(1, "見学やためしができます。")
    if Company.WITH_SOMEBODY in wished.company and Trait.MET not in place.traits:
        yield _know("はじめは、だれかがいっしょに行きます。")


def _asked_of(code: str, labels: Labels) -> str:
    if isinstance(code, Trait):
        return f"「{labels['trait'].get(code, code)}」がよい"
    fear = labels["fear"].get(code)
    return f"「{fear}」が心配" if fear else f"「{labels['company'].get(code, code)}」"


def _help(wished: Wished, place: Offered, labels: Labels) -> Iterator[Reason]:
    there = wished.support & place.accessible
    if there:
        yield _good(min(len(there), MOST_SUPPORT), f"要る助け（{said(there, labels['support'])}）があります。")
    unsaid = wished.must - place.traits - comfort.lacking(wished, place)
    if unsaid:
        yield _know(f"これがないと行けないと話したこと（{said(unsaid, labels['trait'])}）が、書かれていません。")
    unknown = wished.support - place.accessible - place.not_accessible
    if unknown:
        yield _know(f"要る助け（{said(unknown, labels['support'])}）があるか聞いてください。")
    needed = foreign(wished)
    spoken = needed & place.tongues
    if spoken:
        yield _good(TONGUE, f"{said(spoken, labels['tongue'])}が通じます。", well=True)
    elif unspoken(wished, place):
        yield _know(f"{said(needed, labels['tongue'])}が通じるか聞いてください。", NO_TONGUE)


def _money(wished: Wished, place: Offered, _labels: Labels) -> Iterator[Reason]:
    free = bool(place.free_for & selves(wished))
    if wished.fee_limit is not None and place.fee is not None and (free or place.fee <= wished.fee_limit):
        nothing = free or place.fee == 0
        yield _good(1, "お金はかかりません。" if nothing else f"1回{place.fee:,}円で、出せる額のうちです。")
    elif place.fee is None and (wished.fee_limit is not None or Fear.MONEY in wished.fears):
        yield _know("費用が分かりません。")
    elif place.fee:
        yield _know(f"1回{place.fee:,}円かかります。")
    if place.fee_month:
        yield _know(f"月に{place.fee_month:,}円かかります。")
    if place.fee_year:
        yield _know(f"年に{place.fee_year:,}円かかります。")


def _trust(place: Offered, going: int) -> Iterator[Reason]:
    days = place.confirmed_days_ago
    if days is None:
        yield _know("まだだれも確かめていません。先に電話で聞いてください。", NEVER_CHECKED)
    elif days > LONG_AGO:
        yield _know("確かめたのが1年より前です。変わっているかもしれません。", CHECKED_LONG_AGO)
    elif days <= FRESH:
        yield _good(CHECKED_LATELY, "半年のうちに確かめています。")
    if place.doubted:
        yield _know("書いてあることと違うと聞いています。先に電話で確かめてください。", DOUBTED)
    if place.room:
        yield _good(1, "空きがあると聞いています。")
    points = sum(points for least, points in SPREAD if going >= least)
    if points:
        yield _know(f"いま{going}人がここにつながっています。", points)
