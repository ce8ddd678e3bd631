"""汐見市: 182,000 residents, without the multilayered programme; existing schemes, and a small team that coordinates between them."""

from marugoto.agencies.codes import BodyKind, Field, Role
from marugoto.demo.sketches import (
    AgencySketch,
    BodySketch,
    DistrictSketch,
    GuestTeam,
    HatSketch,
    TeamSketch,
    TownPart,
    WorkerSketch,
)

_DISTRICTS = (
    DistrictSketch(
        "harbour",
        "港",
        32,
        (
            TownPart("港町", "みなとまち", "000-3101", 6),
            TownPart("灯台通り", "とうだいどおり", "000-3102", 4),
            TownPart("船溜", "ふなだまり", "000-3103"),
        ),
    ),
    DistrictSketch(
        "castle",
        "城下",
        30,
        (
            TownPart("大手", "おおて", "000-3201", 5),
            TownPart("鍛冶町", "かじまち", "000-3202", 2),
            TownPart("桜馬場", "さくらのばば", "000-3203", 3),
        ),
    ),
    DistrictSketch(
        "hill",
        "丘陵",
        25,
        (
            TownPart("汐見台", "しおみだい", "000-3301", 7),
            TownPart("楓ニュータウン", "かえでにゅーたうん", "000-3302", 4),
        ),
    ),
    DistrictSketch(
        "plain", "平野", 13, (TownPart("稲穂", "いなほ", "000-3401"), TownPart("新田", "しんでん", "000-3402", 2))
    ),
)

_AGENCIES = (
    AgencySketch(
        "s-welfare",
        "汐見市 地域福祉課",
        "地域福祉課",
        Field.GENERAL,
        (
            TeamSketch("s-desk", "ふくし相談係", "0000-33-1100(内線4110)", last_resort=True),
            TeamSketch("s-link", "連携調整担当", "0000-33-1100(内線4120)", control_tower=True),
            TeamSketch("s-plan", "計画係", "0000-33-1100(内線4101)"),
        ),
    ),
    AgencySketch(
        "s-living",
        "汐見市 生活福祉課",
        "生活福祉課",
        Field.POVERTY,
        (TeamSketch("s-living-desk", "自立相談係", "0000-33-1100(内線4210)"),),
    ),
    AgencySketch(
        "s-aged",
        "港地域包括支援センター",
        "港包括",
        Field.AGED,
        (TeamSketch("s-aged-harbour", "総合相談", "0000-33-3110", district="harbour"),),
        contracted=True,
    ),
    AgencySketch(
        "s-aged-hill",
        "丘陵地域包括支援センター",
        "丘陵包括",
        Field.AGED,
        (TeamSketch("s-aged-hill-desk", "総合相談", "0000-33-3120", district="hill"),),
        contracted=True,
    ),
    AgencySketch(
        "s-disability",
        "汐見市 障害者支援課",
        "障害者支援課",
        Field.DISABILITY,
        (TeamSketch("s-disability-desk", "相談係", "0000-33-1100(内線4310)"),),
    ),
    AgencySketch(
        "s-child",
        "汐見市こども家庭センター",
        "こども家庭センター",
        Field.CHILD,
        (TeamSketch("s-child-desk", "家庭相談係", "0000-33-1400"),),
    ),
    AgencySketch(
        "s-education",
        "汐見市教育委員会",
        "教育委員会",
        Field.EDUCATION,
        (TeamSketch("s-education-desk", "教育相談係", "0000-33-1100(内線4510)"),),
    ),
    AgencySketch(
        "s-tax",
        "汐見市 納税課",
        "納税課",
        Field.TAX,
        (TeamSketch("s-tax-desk", "納税相談係", "0000-33-1100(内線4610)"),),
    ),
    AgencySketch(
        "s-housing",
        "汐見市 住宅課",
        "住宅課",
        Field.HOUSING,
        (TeamSketch("s-housing-desk", "管理係", "0000-33-1100(内線4710)"),),
    ),
    AgencySketch(
        "s-shakyo",
        "汐見市社会福祉協議会",
        "社協",
        Field.COMMUNITY,
        (TeamSketch("s-shakyo-desk", "地域支援課", "0000-33-3500"),),
        contracted=True,
    ),
    AgencySketch(
        "s-affairs",
        "汐見市 総務課",
        "総務課",
        Field.OTHER,
        (TeamSketch("s-privacy", "情報公開係", "0000-33-1100(内線4020)"),),
    ),
)

_WORKERS = (
    WorkerSketch(
        "kirishima",
        "霧(きり)島(しま)",
        "真(ま)衣(い)",
        (HatSketch("s-desk", "相談支援員", (Role.COUNSELLOR,), head=True),),
        says="汐見市のふくし相談係です。重層の事業がなくても、既存の会議で世帯を支えます。",
    ),
    WorkerSketch(
        "takamine",
        "高(たか)峰(みね)",
        "徹(とおる)",
        (HatSketch("s-link", "連携調整担当", (Role.COORDINATOR,), head=True),),
        says="課と課のあいだで、返事を待つボールを見ています。",
    ),
    WorkerSketch(
        "wakui",
        "涌(わく)井(い)",
        "千(ち)尋(ひろ)",
        (HatSketch("s-living-desk", "主任相談支援員", (Role.COUNSELLOR,), head=True),),
        says="生活福祉課で、困窮の相談と生活困窮の支援会議を受け持ちます。",
    ),
    WorkerSketch(
        "osada",
        "長(おさ)田(だ)",
        "秀(ひで)和(かず)",
        (HatSketch("s-plan", "地域福祉課長", (Role.CHIEF, Role.PLANNER), head=True),),
        says="課長です。重層の事業が要るのかどうかを、議会に答えなければなりません。",
    ),
    WorkerSketch(
        "nukui",
        "温(ぬく)井(い)",
        "明(あけ)美(み)",
        (HatSketch("s-shakyo-desk", "生活支援コーディネーター", (Role.COMMUNITY,), head=True),),
        says="社協(委託)で、港と丘陵の居場所を一軒ずつ確かめています。",
    ),
    WorkerSketch(
        "madono",
        "窓(まど)野(の)",
        "健(けん)太(た)",
        (HatSketch("s-tax-desk", "納税相談員", (Role.CLERK,), head=True),),
        says="納税課の窓口です。食べるものがないと言われたら、その場で知らせます。",
    ),
    WorkerSketch(
        "s-okuno",
        "奥(おく)野(の)",
        "美(み)穂(ほ)",
        (HatSketch("s-aged-harbour", "保健師", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "s-tsuda",
        "津(つ)田(だ)",
        "洋(よう)平(へい)",
        (HatSketch("s-aged-hill-desk", "社会福祉士", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "s-egawa",
        "江(え)川(がわ)",
        "麻(ま)美(み)",
        (HatSketch("s-disability-desk", "相談担当", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "s-mizuki",
        "水(みず)木(き)",
        "綾(あや)香(か)",
        (HatSketch("s-child-desk", "家庭相談員", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "s-kuwata",
        "桑(くわ)田(た)",
        "智(とも)子(こ)",
        (HatSketch("s-education-desk", "スクールソーシャルワーカー", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "s-ishiguro",
        "石(いし)黒(ぐろ)",
        "剛(つよし)",
        (HatSketch("s-housing-desk", "住宅担当", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "s-endo",
        "遠(えん)藤(どう)",
        "優(ゆう)子(こ)",
        (HatSketch("s-privacy", "個人情報保護担当", (Role.PRIVACY,), head=True),),
    ),
)

SHIOMI = BodySketch(
    code="990027",
    name="汐見市",
    kana="しおみし",
    kind=BodyKind.MUNICIPALITY,
    population=182_000,
    exchange="33",
    districts=_DISTRICTS,
    agencies=_AGENCIES,
    workers=_WORKERS,
    prefecture="990001",
    households=60,
    profile={"multilayered": "no", "welfare_office": "yes", "child_council": "yes"},
    guests=(GuestTeam("990001", "pref-mind", "生活困窮者自立支援法9条・汐見市支援会議設置要綱3条(県保健所の職員)"),),
)
