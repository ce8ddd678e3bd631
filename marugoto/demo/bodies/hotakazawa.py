"""穂高沢町: 6,200 residents, one desk for everything, and no welfare office of its own: the prefecture's is a member here."""

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

_AGENCIES = (
    AgencySketch(
        "h-welfare",
        "穂高沢町 住民福祉課",
        "住民福祉課",
        Field.GENERAL,
        (
            TeamSketch("h-desk", "福祉係", "0000-66-1100(内線12)", last_resort=True, control_tower=True),
            TeamSketch("h-care", "地域包括支援センター", "0000-66-1100(内線13)"),
            TeamSketch("h-child", "こども家庭センター", "0000-66-1100(内線14)"),
        ),
    ),
    AgencySketch(
        "h-health",
        "穂高沢町 保健センター",
        "保健センター",
        Field.HEALTH,
        (TeamSketch("h-nurse", "保健師", "0000-66-1200"),),
    ),
    AgencySketch(
        "h-tax", "穂高沢町 税務課", "税務課", Field.TAX, (TeamSketch("h-tax-desk", "税務係", "0000-66-1100(内線21)"),)
    ),
    AgencySketch(
        "h-education",
        "穂高沢町教育委員会",
        "教育委員会",
        Field.EDUCATION,
        (TeamSketch("h-education-desk", "学校教育係", "0000-66-1100(内線31)"),),
    ),
    AgencySketch(
        "h-shakyo",
        "穂高沢町社会福祉協議会",
        "社協",
        Field.COMMUNITY,
        (TeamSketch("h-shakyo-desk", "地域福祉係", "0000-66-1300"),),
        contracted=True,
    ),
    AgencySketch(
        "h-clinic",
        "穂高沢診療所",
        "診療所",
        Field.HEALTH,
        (TeamSketch("h-clinic-desk", "受付", "0000-66-1400", hours="月・水・金 9時〜12時"),),
        has_accounts=False,
    ),
)

_WORKERS = (
    WorkerSketch(
        "aruga",
        "有(ある)賀(が)",
        "千(ち)草(ぐさ)",
        (
            HatSketch("h-desk", "福祉係長", (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF), head=True),
            HatSketch("h-care", "地域包括支援センター 社会福祉士", (Role.COUNSELLOR,), head=True),
            HatSketch("h-child", "こども家庭センター 相談員", (Role.COUNSELLOR,), head=True),
        ),
        says="町の窓口はひとつ、帽子は三つ。福祉、高齢、子どもの相談を一人で受け、専決で決めています。",
    ),
    WorkerSketch(
        "karasawa",
        "唐(から)沢(さわ)",
        "茂(しげる)",
        (HatSketch("h-desk", "住民福祉課長", (Role.CHIEF, Role.PLANNER, Role.PRIVACY, Role.OFFICE)),),
        says="課長です。決めることも、計画も、個人情報の確かめも、庶務も受け持っています。",
    ),
    WorkerSketch(
        "momose",
        "百(もも)瀬(せ)",
        "弥(や)生(よい)",
        (HatSketch("h-shakyo-desk", "生活支援コーディネーター", (Role.COMMUNITY, Role.COUNSELLOR), head=True),),
        says="町の社協(委託)で、お茶のみ場から畑まで、みんな顔見知りです。",
    ),
    WorkerSketch(
        "yamadera",
        "山(やま)寺(でら)",
        "善(よし)行(ゆき)",
        (HatSketch("h-desk", "町長", (Role.MAYOR,)),),
        says="町長です。専門職が採れないことを、隣の町や県とどう補うかを考えています。",
    ),
    WorkerSketch(
        "kitahara",
        "北(きた)原(はら)",
        "瑞(みず)希(き)",
        (HatSketch("h-nurse", "保健師", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "h-mizushima",
        "水(みず)嶋(しま)",
        "学(まなぶ)",
        (HatSketch("h-tax-desk", "税務担当", (Role.CLERK,), head=True),),
    ),
    WorkerSketch(
        "h-toda",
        "戸(と)田(だ)",
        "英(えい)介(すけ)",
        (HatSketch("h-education-desk", "学校教育担当", (Role.COUNSELLOR,), head=True),),
    ),
)

HOTAKAZAWA = BodySketch(
    code="990035",
    name="穂高沢町",
    kana="ほたかざわまち",
    kind=BodyKind.MUNICIPALITY,
    population=6_200,
    exchange="66",
    districts=(
        DistrictSketch(
            "village",
            "里",
            70,
            (
                TownPart("上町", "かみまち", "000-6101"),
                TownPart("下町", "しもまち", "000-6102"),
                TownPart("水車", "すいしゃ", "000-6103"),
            ),
        ),
        DistrictSketch(
            "mountain", "山手", 30, (TownPart("奥沢", "おくざわ", "000-6201"), TownPart("峠", "とうげ", "000-6202"))
        ),
    ),
    agencies=_AGENCIES,
    workers=_WORKERS,
    prefecture="990001",
    households=60,
    profile={"multilayered": "no", "welfare_office": "no", "child_council": "yes", "one_desk": "yes"},
    guests=(GuestTeam("990001", "pref-living", "生活困窮者自立支援法4条2項(福祉事務所のない町を県が受け持つ)"),),
    closed_days=((10, 2, "町の秋まつり"),),
)
