"""Places and activities of a municipality: a sort of place put into a district, with a host, a hall and a day of last confirmation."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

from marugoto.community.codes import Welcome
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
    "月(つき)の(の)湯(ゆ)",
    "文(ぶん)具(ぐ)のあおい(のあおい)",
    "喫(きっ)茶(さ)すずらん(すずらん)",
)


@dataclass(frozen=True)
class KnownSpot:
    """Where a sort is found in a town that tells of it: its hall, its host, and how many days ago somebody went there."""

    district: str
    hall: str
    host: str
    confirmed_before: int


# The places of which the cast of みなも市 speaks.
KNOWN: dict[tuple[str, str], KnownSpot] = {
    ("990019", "木曜の将棋"): KnownSpot("north", "北(ほく)部(ぶ)公(こう)民(みん)館(かん)", "世話人 栗原さん(住民)", 4),
    ("990019", "読書のテーブル"): KnownSpot("north", "こぶし(こぶし)書(しょ)店(てん)", "店主 江口さん", 82),
    ("990019", "市民農園の農具直し"): KnownSpot("north", "市(し)民(みん)農(のう)園(えん)", "農政課と園の会", 25),
    ("990019", "お茶のみサロン"): KnownSpot(
        "north", "つばき(つばき)集(しゅう)会(かい)所(じょ)", "世話人 椿さん(住民)", 40
    ),
    ("990019", "囲碁の会"): KnownSpot(
        "centre", "中(ちゅう)央(おう)公(こう)民(みん)館(かん)", "世話人 石黒さん(住民)", 95
    ),
    ("990019", "こども食堂ひだまり"): KnownSpot(
        "north", "つばき(つばき)集(しゅう)会(かい)所(じょ)", "世話人 藤野さん(住民)", 12
    ),
    ("990019", "図書館の学習席"): KnownSpot("centre", "市(し)立(りつ)図(と)書(しょ)館(かん)", "図書館", 30),
}


@dataclass(frozen=True)
class PlaceSketch:
    """`confirmed` is the day on which somebody last checked it; `warm` how many who had long been at home it has taken in."""

    sort: PlaceSort
    name: str
    kana: str
    district: str
    address: str
    host: str
    phone: str
    confirmed: date
    warm: int
    point: tuple[str, str]

    @property
    def days(self) -> str:
        """毎週 木曜; 第1・第3 水曜; 毎日 平日 is said as 平日 alone."""
        if self.sort.weekdays == (0, 1, 2, 3, 4):
            return "平日"
        return f"{self.sort.every} " + "・".join(f"{WEEKDAYS[day]}曜" for day in self.sort.weekdays)

    @property
    def hours(self) -> str:
        return "〜".join(say_time(time) for time in self.sort.times)

    @property
    def values(self) -> dict[str, str]:
        """What a coordinator would write down of it, by field of a place."""
        sort = self.sort
        return {
            "name": self.name,
            "name_kana": self.kana,
            "kind": sort.kind.value,
            "address": self.address,
            "latitude": self.point[0],
            "longitude": self.point[1],
            "phone": self.phone,
            "organisation": self.host,
            "days": self.days,
            "hours": self.hours,
            "capacity": f"いつもは{sort.usual}人ほど",
            "fee": f"{sort.fee}円" if sort.fee else "無料",
            "target": _target(sort, self.warm),
            "conditions": sort.knows,
            "accessibility": "車いすで入れます" if sort.wheelchair else "",
            "description": "・".join(sort.likes),
            "tier": sort.tier.value,
        }


def say_time(time: str) -> str:
    """10:30 → 10時30分; full hours without minutes."""
    hour, minute = time.split(":")
    return f"{int(hour)}時" + (f"{int(minute)}分" if minute != "00" else "")


def invent_places(
    rng: random.Random, body: BodySketch, *, day: date, prefecture: str = "青嶺県"
) -> tuple[PlaceSketch, ...]:
    """One place of every sort in a large municipality; a small one has fewer, and every district has some."""
    sorts = rng.sample(SORTS, len(SORTS) if body.population > 20_000 else 14)
    return tuple(
        _put(rng, sort, body, body.districts[index % len(body.districts)], day, prefecture)
        for index, sort in enumerate(sorts)
    )


def _put(
    rng: random.Random, sort: PlaceSort, body: BodySketch, district: DistrictSketch, day: date, prefecture: str
) -> PlaceSketch:
    own = read_parts(sort.name)
    known = KNOWN.get((body.code, own.written))
    if known:
        district = next(each for each in body.districts if each.code == known.district)
    part = rng.choice(district.parts)
    hall = read_parts(known.hall) if known else _hall(rng, part, sort)
    return PlaceSketch(
        sort=sort,
        name=f"{own.written}({hall.written})",
        kana=f"{own.kana}({hall.kana})",
        district=district.code,
        address=f"{prefecture}{body.name}{part.name}" + (f"{rng.randint(1, part.blocks)}丁目" if part.blocks else ""),
        host=known.host if known else _host(rng, sort),
        phone=f"0000-{body.exchange}-{rng.randint(6500, 6999)}",
        confirmed=day - timedelta(days=known.confirmed_before if known else _age_of_knowledge(rng)),
        warm=rng.choice((0, 1, 1, 2, 3)) if Welcome.WITHDRAWN in sort.welcome else 0,
        point=point_of(body.code, district.code, part.name, own.written),
    )


def point_of(*parts: str) -> tuple[str, str]:
    """Invented: a town somewhere, its districts about a kilometre apart, then the part, then the house; the same for the same words."""
    latitude, longitude = 36.0, 138.0
    for step, at in enumerate(parts):
        share = crc32("/".join(parts[: step + 1]).encode())
        reach = (0.4, 0.012, 0.004, 0.001)[step] if at else 0
        latitude += ((share & 0xFFFF) / 0xFFFF - 0.5) * reach
        longitude += ((share >> 16) / 0xFFFF - 0.5) * reach
    return f"{latitude:.6f}", f"{longitude:.6f}"


def _hall(rng: random.Random, part: TownPart, sort: PlaceSort) -> Reading:
    """若葉台公民館; a shop has a name of its own."""
    if sort.host == "店主":
        return read_parts(rng.choice(SHOPS))
    return Reading(((part.name, part.kana), *read_parts(rng.choice(HALLS)).parts))


def _host(rng: random.Random, sort: PlaceSort) -> str:
    """Residents run most places; they are named by family name only."""
    if sort.host in {"世話人", "店主"}:
        return f"{sort.host} {invent_family(rng).written}さん" + ("(住民)" if sort.host == "世話人" else "")
    return sort.host


def _age_of_knowledge(rng: random.Random) -> int:
    """Days since somebody last checked: most within half a year, some long ago, as it is everywhere."""
    return rng.choice((rng.randint(2, 60), rng.randint(20, 180), rng.randint(150, 420)))


def _target(sort: PlaceSort, warm: int) -> str:
    said = ["見るだけでもいいです"] if sort.just_looking else []
    if sort.forgetful:
        said.append("もの忘れのある方も来ています")
    if warm:
        said.append(f"長く家にいた方を{warm}人迎えたことがあります")
    return "。".join(said)
