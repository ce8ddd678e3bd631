"""The sheet of 2026: the whole household on one paper.

Sources: 相談受付・申込票, model-phase draft [S32]; labels of the national statistics drawn from such sheets [S43]; what is reported
each month and year [S42, S50]; that reported items have a thick frame [S34]. The rest of the official sheet's wording is told from
memory and marked so; so are the choices for work and housing, of which the draft could be read only in part.
"""

from datetime import date

from marugoto.casework.sheets.sheet import About, Field, FieldKind, Origin, Section, Sheet
from marugoto.disclosure.codes import Part
from marugoto.intake.rules.troubles import TROUBLE_SETS

TROUBLES = {str(code): label for code, label in TROUBLE_SETS[0].labels.items()}
REACH = {"met": "会えた", "not_yet": "まだ会えていない", "refused": "断られた"}
LANGUAGES = {
    "japanese": "日本語",
    "easy_japanese": "やさしい日本語",
    "sign": "手話",
    "english": "英語",
    "chinese": "中国語",
    "korean": "韓国・朝鮮語",
    "vietnamese": "ベトナム語",
    "portuguese": "ポルトガル語",
    "tagalog": "タガログ語",
    "nepali": "ネパール語",
    "other": "そのほか",
}
FEATURES = {
    "illness": "病気",
    "injury": "けが",
    "handbook": "障害(手帳あり)",
    "disability": "障害(疑い)",
    "suicide": "自死企図",
    "mental": "そのほかのメンタルヘルスの課題",
    "housing": "住まい不安定",
    "homeless": "ホームレス",
    "poverty": "経済的困窮",
    "debt": "債務(多重・過重)",
    "budget": "家計管理の課題",
    "job_hunting": "就職活動困難",
    "job_keeping": "就職定着困難",
    "habits": "生活習慣の乱れ",
    "isolation": "社会的孤立(ひきこもりなど)",
    "family": "家族関係・家族の問題",
    "truancy": "不登校",
    "delinquency": "非行",
    "schooling": "中卒・高校中退",
    "single_parent": "ひとり親",
    "violence": "DV・虐待",
    "foreign": "外国籍",
    "record": "刑余者",
    "talking": "コミュニケーションが苦手",
    "ability": "本人の能力の課題(読み書き・言語・理解など)",
    "disaster": "被災",
    "other": "そのほか",
}
ROUTES = {
    "came": "本人が来所・電話",
    "visit": "訪問で",
    "family": "家族・知人から",
    "agency": "関係機関の紹介",
    "found": "職員や地域の気づき",
    "other": "そのほか",
}
HOUSING = {
    "own": "持家",
    "rented": "借家",
    "public": "公営住宅",
    "company": "会社寮・借上げ",
    "street": "野宿",
    "other": "そのほか",
}
WORK = {
    "regular": "正社員・公務員",
    "part": "臨時・パート・派遣",
    "own": "自営・家族従業・内職",
    "pension": "年金生活",
    "none": "失業・休職中",
    "other": "そのほか",
}
INCOME = {"wages": "働いた収入", "pension": "年金", "benefit": "手当・給付", "family": "家族の援助", "none": "収入なし"}
ASSISTANCE = {"none": "利用なし", "asking": "相談中", "receiving": "利用中", "former": "以前に利用"}
SCREENING = {
    "answered": "情報提供・相談だけで終わり",
    "passed": "ほかの制度・機関へつなぐ",
    "support": "支援を続ける",
    "broken_off": "中断",
}
HANDBOOKS = {"body": "身体", "intellect": "療育", "mind": "精神", "none": "もっていない"}

PUBLISHED, RECALLED, OURS = Origin.PUBLISHED, Origin.RECALLED, Origin.OURS
CHOICE, SEVERAL, YES_NO, DAY, WORDS = (
    FieldKind.CHOICE,
    FieldKind.SEVERAL,
    FieldKind.YES_NO,
    FieldKind.DAY,
    FieldKind.WORDS,
)

household_2026 = Sheet(
    code="household_2026",
    name="世帯まるごとのアセスメントシート 2026年版",
    since=date(2026, 4, 1),
    until=None,
    sections=(
        Section(
            "meeting",
            "会えたか・話しことば",
            About.MEMBER,
            (
                Field("reach", "会えましたか", CHOICE, OURS, choices=REACH),
                Field("reach_on", "会えた日・行った日", DAY, OURS),
                Field("language", "話しことば", CHOICE, OURS, choices=LANGUAGES),
                Field("interpreter", "通訳が要りますか", YES_NO, OURS),
            ),
            first=True,
        ),
        Section(
            "troubles",
            "困りごと・本人の言葉",
            About.MEMBER,
            (
                Field("troubles", "困っていること", SEVERAL, PUBLISHED, "S32", TROUBLES),
                Field(
                    "own_words",
                    "本人の言葉",
                    WORDS,
                    OURS,
                    verbatim=True,
                    hint="話したとおりに。まとめたり、言いかえたりしません。",
                ),
                Field("strengths", "強み・できていること", WORDS, OURS),
                Field("risks", "心配なこと", WORDS, OURS),
            ),
            first=True,
        ),
        Section(
            "features",
            "課題と特性",
            About.MEMBER,
            (Field("features", "課題と特性", SEVERAL, RECALLED, "S43", FEATURES, reported=True),),
        ),
        Section(
            "health",
            "健康",
            About.MEMBER,
            (
                Field("treated", "通院していますか", YES_NO, RECALLED),
                Field("medicine", "薬をのんでいますか", YES_NO, RECALLED),
                Field("handbook", "障害者手帳", SEVERAL, RECALLED, choices=HANDBOOKS),
                Field("health", "健康のこと", WORDS, RECALLED),
            ),
            part=Part.HEALTH,
        ),
        Section(
            "work",
            "仕事",
            About.MEMBER,
            (
                Field("work", "仕事", CHOICE, RECALLED, "S32", WORK),
                Field("work_support", "就労支援の対象ですか", YES_NO, PUBLISHED, "S50", reported=True),
                Field("work_words", "仕事の経験・資格・希望", WORDS, RECALLED),
            ),
        ),
        Section(
            "school",
            "学び",
            About.MEMBER,
            (
                Field("attends", "学校や保育所に通っていますか", YES_NO, RECALLED),
                Field("school", "学びのこと", WORDS, RECALLED),
            ),
            part=Part.SCHOOL,
        ),
        Section(
            "circumstances",
            "世帯の強みと心配",
            About.HOUSEHOLD,
            (
                Field("strengths", "世帯の強み・できていること", WORDS, OURS),
                Field("risks", "世帯の心配なこと", WORDS, OURS),
            ),
            first=True,
        ),
        Section(
            "route",
            "きっかけ・つながり",
            About.HOUSEHOLD,
            (
                Field("route", "相談のきっかけ", SEVERAL, RECALLED, choices=ROUTES),
                Field("history", "これまでの相談", WORDS, RECALLED),
                Field("services", "使っている制度・関わっている機関", WORDS, RECALLED),
            ),
        ),
        Section(
            "home",
            "住まい",
            About.HOUSEHOLD,
            (
                Field("housing", "住まい", CHOICE, RECALLED, "S32", HOUSING),
                Field("rent_owed", "家賃などの滞りがありますか", YES_NO, RECALLED),
            ),
        ),
        Section(
            "money",
            "家計",
            About.HOUSEHOLD,
            (
                Field("income", "収入のもと", SEVERAL, RECALLED, choices=INCOME),
                Field("debts", "借金がありますか", YES_NO, RECALLED),
                Field("owed", "税や公共料金の滞りがありますか", YES_NO, RECALLED),
                Field("assistance", "生活保護", CHOICE, RECALLED, choices=ASSISTANCE),
                Field("money", "家計のこと", WORDS, RECALLED),
            ),
            part=Part.MONEY,
        ),
        Section(
            "summary",
            "まとめと方向",
            About.HOUSEHOLD,
            (
                Field("summary", "背景と課題のまとめ", WORDS, RECALLED),
                Field("direction", "支援の方向", WORDS, RECALLED),
                Field("screening", "聞きとりの結果", CHOICE, RECALLED, "S42", SCREENING, reported=True),
            ),
        ),
    ),
)
