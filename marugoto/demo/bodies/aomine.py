"""青嶺県: accompanies the municipalities, and runs health centres and a welfare office of its own."""

from marugoto.agencies.codes import BodyKind, Field, Role
from marugoto.demo.sketches import (
    AgencySketch,
    BodySketch,
    DistrictSketch,
    HatSketch,
    TeamSketch,
    TownPart,
    WorkerSketch,
)

_AGENCIES = (
    AgencySketch(
        "pref-welfare",
        "青嶺県 地域福祉課",
        "県 地域福祉課",
        Field.PLANNING,
        (TeamSketch("pref-support", "後方支援担当", "0000-11-2100(内線3120)", last_resort=True, control_tower=True),),
    ),
    AgencySketch(
        "pref-health",
        "青嶺県 北部保健所",
        "県 北部保健所",
        Field.HEALTH,
        (TeamSketch("pref-mind", "こころの健康担当", "0000-12-4300"),),
    ),
    AgencySketch(
        "pref-east",
        "青嶺県 東部福祉事務所",
        "県 東部福祉事務所",
        Field.POVERTY,
        (TeamSketch("pref-living", "生活支援係", "0000-66-5100"),),
    ),
    AgencySketch(
        "pref-child",
        "青嶺県 中央児童相談所",
        "県 児童相談所",
        Field.CHILD,
        (TeamSketch("pref-child-region", "地域支援担当", "0000-11-7700"),),
    ),
    AgencySketch(
        "pref-women",
        "青嶺県 女性相談支援センター",
        "県 女性相談",
        Field.OTHER,
        (TeamSketch("pref-women-desk", "相談担当", "0000-11-7800"),),
        sensitive=True,
    ),
)

_WORKERS = (
    WorkerSketch(
        "kurokawa",
        "黒(くろ)川(かわ)",
        "正(まさ)人(と)",
        (HatSketch("pref-support", "後方支援担当", (Role.PREFECTURE,), head=True),),
        says="県で市町村の伴走を受け持っています。見えるのは数字と質問だけで、人の記録は届きません。",
    ),
    WorkerSketch(
        "hayase", "早(はや)瀬(せ)", "光(ひかり)", (HatSketch("pref-support", "質問箱担当", (Role.PREFECTURE,)),)
    ),
    WorkerSketch(
        "hara",
        "原(はら)",
        "真(ま)理(り)",
        (
            HatSketch("pref-mind", "精神保健福祉相談員", (Role.COUNSELLOR,), head=True),
            HatSketch("pref-mind", "みなも市の支援会議", (Role.COUNSELLOR,), under="990019"),
            HatSketch("pref-mind", "汐見市の困窮の支援会議", (Role.COUNSELLOR,), under="990027"),
        ),
        says="県の保健所の相談員です。みなも市と汐見市に帽子があり、町ごとに持ちかえます。",
    ),
    WorkerSketch(
        "kazama",
        "風(かざ)間(ま)",
        "亮(りょう)太(た)",
        (
            HatSketch("pref-living", "自立相談支援員", (Role.COUNSELLOR,), head=True),
            HatSketch("pref-living", "穂高沢町の困窮相談", (Role.COUNSELLOR,), under="990035"),
        ),
        says="県の福祉事務所から、福祉事務所のない穂高沢町の暮らしの相談に通っています。",
    ),
    WorkerSketch(
        "shindo",
        "新(しん)藤(どう)",
        "絵(え)里(り)",
        (HatSketch("pref-child-region", "児童福祉司", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "nagai",
        "永(なが)井(い)",
        "律(りつ)子(こ)",
        (HatSketch("pref-women-desk", "女性相談支援員", (Role.COUNSELLOR,), head=True),),
    ),
)

AOMINE = BodySketch(
    code="990001",
    name="青嶺県",
    kana="あおみねけん",
    kind=BodyKind.PREFECTURE,
    population=612_000,
    exchange="11",
    districts=(DistrictSketch("all", "県全域", 100, (TownPart("青嶺町", "あおみねちょう", "000-0001", 3),)),),
    agencies=_AGENCIES,
    workers=_WORKERS,
    profile={"welfare_office": "yes"},
)
