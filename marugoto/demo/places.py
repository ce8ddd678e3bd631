"""Places and activities of a municipality: a sort of place put into a district, with a host, a hall and a day of last confirmation."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from marugoto.demo.names import Reading, invent_family, read_parts
from marugoto.demo.sketches import BodySketch, DistrictSketch, TownPart
from marugoto.demo.sorts.pastimes import PASTIMES
from marugoto.demo.sorts.place_sort import PlaceSort
from marugoto.demo.sorts.supports import SUPPORTS

SORTS: tuple[PlaceSort, ...] = PASTIMES + SUPPORTS
WEEKDAYS = "月火水木金土日"
HALLS: tuple[str, ...] = (
    "公(こう)民(みん)館(かん)",
    "集(しゅう)会(かい)所(じょ)",
    "交(こう)流(りゅう)センター(せんたー)",
    "コミュニティ(こみゅにてぃ)ハウス(はうす)",
)
SHOPS: tuple[str, ...] = (
    "こぶし(こぶし)書(しょ)店(てん)",
    "喫(きっ)茶(さ)みなも(みなも)",
    "月(つき)の湯(ゆ)",
    "文(ぶん)具(ぐ)のあおい(あおい)",
)


@dataclass(frozen=True)
class PlaceSketch:
    """`confirmed` is the day on which somebody last checked it; `warm` how many with a difficulty it has taken in before."""

    sort: PlaceSort
    name: str
    kana: str
    district: str
    at: str
    address: str
    postcode: str
    host: str
    phone: str
    confirmed: date
    warm: int

    @property
    def when(self) -> str:
        """毎週 木曜 10時〜12時: as it is said."""
        days = (
            "平日"
            if self.sort.weekdays == (0, 1, 2, 3, 4)
            else "・".join(f"{WEEKDAYS[day]}曜" for day in self.sort.weekdays)
        )
        start, end = (say_time(time) for time in self.sort.times)
        return f"{self.sort.every} {days} {start}〜{end}"

    @property
    def costs(self) -> str:
        return f"{self.sort.fee}円"

    @property
    def interests(self) -> tuple[str, ...]:
        return self.sort.interests


def say_time(time: str) -> str:
    """ "10:30" → 10時30分; full hours without minutes."""
    hour, minute = time.split(":")
    return f"{int(hour)}時" + (f"{int(minute)}分" if minute != "00" else "")


def invent_places(
    rng: random.Random, body: BodySketch, *, day: date, prefecture: str = "青嶺県"
) -> tuple[PlaceSketch, ...]:
    """One place of every sort in a large municipality; a small one has fewer, and each district has at least two."""
    sorts = list(SORTS) if body.population > 20_000 else rng.sample(SORTS, 14)
    return tuple(
        _put(rng, sort, body, body.districts[index % len(body.districts)], day, prefecture)
        for index, sort in enumerate(rng.sample(sorts, len(sorts)))
    )


def _put(
    rng: random.Random, sort: PlaceSort, body: BodySketch, district: DistrictSketch, day: date, prefecture: str
) -> PlaceSketch:
    part = rng.choice(district.parts)
    hall = read_parts(rng.choice(SHOPS if sort.host == "店主" else HALLS))
    own, at = read_parts(sort.name), _hall(hall, part, sort)
    return PlaceSketch(
        sort=sort,
        name=f"{own.written}({at})",
        kana=f"{own.kana}({_hall_kana(hall, part, sort)})",
        district=district.code,
        at=at,
        address=f"{prefecture}{body.name}{part.name}" + (f"{rng.randint(1, part.blocks)}丁目" if part.blocks else ""),
        postcode=part.postcode,
        host=_host(rng, sort),
        phone=f"0000-{body.exchange}-{rng.randint(6500, 6999)}",
        confirmed=day - timedelta(days=_age_of_knowledge(rng)),
        warm=rng.choice((0, 0, 1, 1, 2, 3)) if "long_at_home" in sort.welcome else 0,
    )


def _hall(hall: Reading, part: TownPart, sort: PlaceSort) -> str:
    """若葉台公民館; a shop has a name of its own."""
    return hall.written if sort.host == "店主" else part.name + hall.written


def _hall_kana(hall: Reading, part: TownPart, sort: PlaceSort) -> str:
    return hall.kana if sort.host == "店主" else part.kana + hall.kana


def _host(rng: random.Random, sort: PlaceSort) -> str:
    """Residents run most places; they are named by family name only."""
    if sort.host in {"世話人", "店主"}:
        return f"{sort.host} {invent_family(rng).written}さん" + ("(住民)" if sort.host == "世話人" else "")
    return sort.host


def _age_of_knowledge(rng: random.Random) -> int:
    """Days since somebody last checked: most within half a year, some long ago, as it is everywhere."""
    return rng.choice((rng.randint(2, 60), rng.randint(20, 180), rng.randint(150, 420)))
