"""Divisions, contractors and neighbours that take part in support in みなも市."""

from marugoto.agencies.codes import Field
from marugoto.demo.sketches import AgencySketch, TeamSketch

_CITY_HALL = (
    AgencySketch(
        "soudan",
        "福祉総合相談課",
        "福祉総合相談課",
        Field.GENERAL,
        (TeamSketch("soudan-desk", "相談支援係", "0000-22-1200(内線2315)", last_resort=True),),
    ),
    AgencySketch(
        "kyosei",
        "地域共生推進室",
        "地域共生推進室",
        Field.GENERAL,
        (TeamSketch("tower", "多機関協働担当", "0000-22-1200(内線2330)", control_tower=True),),
    ),
    AgencySketch(
        "seisaku",
        "福祉政策課",
        "福祉政策課",
        Field.PLANNING,
        (TeamSketch("seisaku-plan", "計画係", "0000-22-1200(内線2301)"),),
    ),
    AgencySketch(
        "aged",
        "高齢福祉課",
        "高齢福祉課",
        Field.AGED,
        (TeamSketch("aged-support", "高齢者支援係", "0000-22-1200(内線2341)"),),
    ),
    AgencySketch(
        "disability",
        "障害福祉課",
        "障害福祉課",
        Field.DISABILITY,
        (TeamSketch("disability-service", "支援サービス係", "0000-22-1200(内線2351)"),),
    ),
    AgencySketch(
        "childcare",
        "子育て支援課",
        "子育て支援課",
        Field.CHILD,
        (TeamSketch("childcare-benefit", "給付係", "0000-22-1200(内線2361)"),),
    ),
    AgencySketch(
        "child",
        "こども家庭センター",
        "こども家庭センター",
        Field.CHILD,
        (
            TeamSketch("child-family", "家庭支援係", "0000-22-1366"),
            TeamSketch("child-health", "母子保健係", "0000-22-1367"),
        ),
    ),
    AgencySketch(
        "women",
        "女性相談室",
        "女性相談室",
        Field.OTHER,
        (TeamSketch("women-desk", "相談担当", "0000-22-1390"),),
        sensitive=True,
    ),
    AgencySketch(
        "health",
        "保健センター",
        "保健センター",
        Field.HEALTH,
        (TeamSketch("health-nurse", "地区担当保健師", "0000-22-1500"),),
    ),
    AgencySketch(
        "education",
        "教育委員会 学校教育課",
        "教育委員会",
        Field.EDUCATION,
        (TeamSketch("education-learn", "学びの支援係", "0000-22-1200(内線2510)"),),
    ),
    AgencySketch(
        "tax",
        "収納課",
        "収納課",
        Field.TAX,
        (TeamSketch("tax-pay", "納税相談係", "0000-22-1200(内線2210)"),),
    ),
    AgencySketch(
        "insurance",
        "保険年金課",
        "保険年金課",
        Field.TAX,
        (TeamSketch("insurance-pay", "国保係", "0000-22-1200(内線2230)"),),
    ),
    AgencySketch(
        "housing",
        "住宅政策課",
        "住宅政策課",
        Field.HOUSING,
        (TeamSketch("housing-support", "居住支援係", "0000-22-1200(内線2420)"),),
    ),
    AgencySketch(
        "citizens",
        "市民協働課",
        "市民協働課",
        Field.COMMUNITY,
        (TeamSketch("citizens-together", "協働係", "0000-22-1200(内線2601)"),),
    ),
    AgencySketch(
        "planning",
        "企画課",
        "企画課",
        Field.PLANNING,
        (TeamSketch("planning-desk", "企画係", "0000-22-1200(内線2101)"),),
    ),
    AgencySketch(
        "general-affairs",
        "総務課",
        "総務課",
        Field.OTHER,
        (
            TeamSketch("privacy-desk", "情報公開係", "0000-22-1200(内線2020)"),
            TeamSketch("staff-desk", "職員係", "0000-22-1200(内線2010)"),
        ),
    ),
    AgencySketch(
        "mayor",
        "市長室",
        "市長室",
        Field.OTHER,
        (TeamSketch("mayor-desk", "秘書係", "0000-22-1200(内線2001)"),),
    ),
)

_CONTRACTED = (
    AgencySketch(
        "north-care",
        "北部地域包括支援センター",
        "北部包括",
        Field.AGED,
        (TeamSketch("north-care-desk", "総合相談", "0000-22-3100", district="north"),),
        contracted=True,
    ),
    AgencySketch(
        "south-care",
        "南部地域包括支援センター",
        "南部包括",
        Field.AGED,
        (TeamSketch("south-care-desk", "総合相談", "0000-22-3200", district="south"),),
        contracted=True,
    ),
    AgencySketch(
        "kikan",
        "障害者基幹相談支援センター",
        "基幹相談センター",
        Field.DISABILITY,
        (TeamSketch("kikan-desk", "相談支援", "0000-22-3300"),),
        contracted=True,
    ),
    AgencySketch(
        "living",
        "くらし支援センター(自立相談支援機関)",
        "くらし支援センター",
        Field.POVERTY,
        (
            TeamSketch("living-desk", "自立相談支援", "0000-22-3400"),
            TeamSketch("living-budget", "家計改善支援", "0000-22-3401"),
        ),
        contracted=True,
    ),
    AgencySketch(
        "shakyo",
        "みなも市社会福祉協議会",
        "社協",
        Field.COMMUNITY,
        (
            TeamSketch("shakyo-region", "地域福祉係", "0000-22-3500"),
            TeamSketch("shakyo-join", "参加支援係", "0000-22-3501"),
        ),
        contracted=True,
    ),
    AgencySketch(
        "foreign",
        "みなも市国際交流協会",
        "国際交流協会",
        Field.OTHER,
        (TeamSketch("foreign-desk", "外国人相談窓口", "0000-22-3600"),),
        contracted=True,
    ),
)

# Without accounts: they never hold a ball; what they answer by telephone is recorded by a municipal team.
_NEIGHBOURS = (
    AgencySketch(
        "hospital",
        "みなも中央病院",
        "中央病院",
        Field.HEALTH,
        (TeamSketch("hospital-link", "地域連携室", "0000-22-6000", hours="平日 9時〜16時"),),
        has_accounts=False,
    ),
    AgencySketch(
        "school",
        "みなも北中学校",
        "北中学校",
        Field.EDUCATION,
        (TeamSketch("school-care", "教育相談", "0000-22-6100", district="north", hours="平日 15時半〜17時"),),
        has_accounts=False,
    ),
)

# Outside welfare, and with measures of its own for which welfare is glad.
_BESIDE = (
    AgencySketch(
        "farm",
        "農政課",
        "農政課",
        Field.OTHER,
        (TeamSketch("farm-land", "農地活用係", "0000-22-1200(内線2610)"),),
    ),
)

AGENCIES: tuple[AgencySketch, ...] = _CITY_HALL + _CONTRACTED + _NEIGHBOURS + _BESIDE
