"""みなも市: 48,000 residents, runs the multilayered programme, and has a control tower in the city hall."""

from marugoto.agencies.codes import BodyKind
from marugoto.demo.bodies.minamo_agencies import AGENCIES
from marugoto.demo.bodies.minamo_workers import WORKERS
from marugoto.demo.sketches import BodySketch, DistrictSketch, GuestTeam, TownPart

_DISTRICTS = (
    DistrictSketch(
        "north",
        "北部",
        28,
        (
            TownPart("若葉台", "わかばだい", "000-2101", 4),
            TownPart("辛夷町", "こぶしちょう", "000-2102", 3),
            TownPart("北浦", "きたうら", "000-2103"),
            TownPart("椿ケ丘", "つばきがおか", "000-2104", 2),
        ),
    ),
    DistrictSketch(
        "centre",
        "中央",
        34,
        (
            TownPart("本町", "ほんまち", "000-2201", 3),
            TownPart("水神町", "すいじんちょう", "000-2202", 2),
            TownPart("欅通り", "けやきどおり", "000-2203", 5),
            TownPart("駅前", "えきまえ", "000-2204", 2),
        ),
    ),
    DistrictSketch(
        "south",
        "南部",
        24,
        (
            TownPart("汐入", "しおいり", "000-2301", 3),
            TownPart("南原", "みなみはら", "000-2302"),
            TownPart("日向団地", "ひなただんち", "000-2303"),
        ),
    ),
    DistrictSketch(
        "east",
        "東部",
        14,
        (
            TownPart("鷺沢", "さぎさわ", "000-2401"),
            TownPart("東雲", "しののめ", "000-2402", 2),
            TownPart("谷戸", "やと", "000-2403"),
        ),
    ),
)

MINAMO = BodySketch(
    code="990019",
    name="みなも市",
    kana="みなもし",
    kind=BodyKind.MUNICIPALITY,
    population=48_000,
    exchange="22",
    districts=_DISTRICTS,
    agencies=AGENCIES,
    workers=WORKERS,
    prefecture="990001",
    households=300,
    profile={"multilayered": "yes", "welfare_office": "yes", "child_council": "yes"},
    guests=(GuestTeam("990001", "pref-mind", "みなも市支援会議設置要綱3条(県保健所の職員)"),),
    closed_days=((8, 14, "夏の閉庁日"),),
)
