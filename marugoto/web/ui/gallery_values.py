"""Invented values for the gallery: one of every state, short and long names."""

from typing import Any

from marugoto.web.ui.parts import (
    BallChip,
    ClockFace,
    Dot,
    DotRow,
    Fact,
    Filter,
    Frame,
    HatChoice,
    HouseholdCard,
    IndicatorCard,
    Mark,
    NavItem,
    Step,
    TimelineEntry,
    Toast,
)

PARTS = "/ui/parts/"
ROOMS = (
    ("きょう", "today", "t"), ("世帯", "house", "h"), ("司令塔", "tower", ""), ("会議", "talk", ""), ("地域", "map", ""), ("振り返り", "look", ""),
)  # fmt: skip


def frame(*, many: bool) -> Frame:
    hat = "相談支援員(福祉総合相談課)"
    hats = [HatChoice("a", hat, current=True)]
    if many:
        hats += [
            HatChoice("b", "重層的支援体制整備事業の担当(健康福祉部地域共生推進課)"),
            HatChoice("c", "司令塔(福祉総合相談課)"),
        ]
    return Frame(
        body_name="みなも市" if not many else "みなも県中央ひなた市",
        worker_name="田中 美咲" if not many else "勅使河原 長次郎左衛門",
        hat=hat if not many else "重層的支援体制整備事業の担当(健康福祉部地域共生推進課)",
        nav=tuple(NavItem(PARTS, label, current=label == "きょう", icon=sign, key=key) for label, sign, key in ROOMS),
        training=True,
        search_url=PARTS,
        hats=tuple(hats),
        hat_url=PARTS,
        sign_out_url=PARTS,
        help_url=PARTS,
    )


CHIPS = (
    BallChip("held", "北部包括", "小川", age_words="手元に3開庁日"),
    BallChip("due_soon", "福祉総合相談課", "田中", clock=ClockFace("あと2開庁日", "soon", "期限 11月26日(木)")),
    BallChip("due_soon", "福祉総合相談課", "田中", clock=ClockFace("きょうまで", "today", "期限 11月24日(火)")),
    BallChip("late", "収納課", "岡本", clock=ClockFace("3開庁日超過", "late", "期限 11月18日(水)")),
    BallChip("offered", "教育委員会", "西村", age_words="返事待ち2開庁日", to_team="中学校へ"),
    BallChip("declined", "基幹相談センター", "岸", age_words="断り2回"),
    BallChip("stuck", "住宅政策課", "村上", age_words="困った、きょう"),
    BallChip("kept", "司令塔", "森", clock_words="返す日まで4開庁日", to_team="北部包括へ返す"),
    BallChip("settled", "おわり", age_words="11月20日 目標を達成"),
    BallChip(
        "held",
        "みなも市社会福祉協議会 権利擁護センター",
        "勅使河原 長次郎左衛門",
        age_words="手元に12開庁日",
        url=PARTS,
    ),
)
CLOCKS = (
    ClockFace("あと6開庁日", "plain", "期限 12月2日(水)"),
    ClockFace("あと2開庁日", "soon", "期限 11月26日(木)"),
    ClockFace("きょうまで", "today"),
    ClockFace("3開庁日超過", "late"),
    ClockFace("あと2開庁日で戻ります", "soon"),
    ClockFace("止めています 12月1日まで(入院中)"),
)
TAGS = (
    ("北部", ""), ("介護", "field"), ("空き 2人", "act"), ("書きかけ", "soon"), ("期限すぎ 1つ", "late"),
    ("困った 1つ", "stuck"), ("預かり中", "care"), ("できた", "done"), ("伏せ字あり", "danger"),
)  # fmt: skip
ENTRIES = (
    TimelineEntry(
        "11月20日(金)16:50",
        "図書室で15分。「行くなら木曜」と話してくれた。\n本は推理小説を2冊。",
        "西村 彩",
        "教育委員会",
        tags=("面談",),
    ),
    TimelineEntry(
        "11月19日(木)11:10", "必要3のボールを、西村が中学校に渡そうとしています。返事の期限 11月26日。", kind="ball"
    ),
    TimelineEntry(
        "11月17日(火)10:20",
        "訪問。戸口で5分。",
        "田中 美咲",
        "福祉総合相談課",
        struck="訪問。戸口で15分。",
        struck_by="田中が11月18日に直しました",
    ),
)
STEPS = (
    Step("日どりと席", "done", "11月10日", PARTS),
    Step("事前シート", "done", "5枚のうち5枚", PARTS),
    Step("会議", "now", "26日(木)14時"),
    Step("決めたこと", "todo", "3つ"),
    Step("見届け", "todo", "2月5日"),
)
HOUSEHOLD = HouseholdCard(
    "佐藤さん世帯", PARTS, "キヨ82・誠54・陽子51・蓮14", "4人", "北部", "必要4つ", "まとめ役 田中", "最後に会えた日 11月20日",
    (ClockFace("1開庁日超過 1つ", "late"), ClockFace("きょうまで 1つ", "today")),
)  # fmt: skip
INDICATORS = (
    IndicatorCard(
        "返事が14日以内に返った", "41", "%", "41件中17件", "まだ14日たたない 6件", "計算 11月24日 6時 ・ 定義 v0.3"
    ),
    IndicatorCard(
        "相談から最初の訪問まで", instead="少なすぎるため伏せています", computed="計算 11月24日 6時 ・ 定義 v0.3"
    ),
)
FILTERS = (
    Filter("area", "圏域", (("all", "すべて"), ("north", "北部"), ("south", "南部")), "north"),
    Filter("state", "状態", (("all", "すべて"), ("late", "期限すぎ")), "all"),
)
FACTS = (
    Fact("まとめ役", "福祉総合相談課 田中 美咲", note="内線2315"),
    Fact("最後に会えた日", "11月20日(金)", PARTS),
    Fact("勤め先", masked="支援措置のため。", url=PARTS),
)
THINGS_TO_DO = (
    (CLOCKS[3], "高橋さん世帯", "家賃の滞納", "分割の相談がどうなったか、住宅政策課に聞く", "一緒に 住宅政策課 村上"),
    (
        CLOCKS[2],
        "お名前を聞けていない方",
        "(19日の電話) 親の介護で仕事を辞めようか迷っている",
        "14時、約束のかけ直し",
        "",
    ),
    (
        CLOCKS[1],
        "グエンさん世帯",
        "役所の手紙が読めず、手続きが止まっている",
        "通訳の方の来られる日を決める",
        "一緒に 国際交流協会 浅野",
    ),
    (CLOCKS[0], "渡辺さん世帯", "家計の立て直し", "家計改善支援の初回に同席する(きょう11時)", ""),
)
LEVELS = (
    (0, "無い", None),
    (1, "決めた", 2.5),
    (2, "動いた", 2),
    (3, "回っている", None),
    (4, "学んでいる", 4),
    (None, "判定不能", None),
)
REASONS = (
    ("fits_well", "将棋が好き、と誠さんが2回話している。"),
    ("fits", "歩いて7分。段差がない。"),
    ("know", "はじめの1回は、世話人の林が一緒の日だけ。"),
)
SWATCHES = (
    ("act", "押せる・いま"), ("hold", "ふだん"), ("soon", "近い・まだ"), ("late", "期限すぎ・戻り"), ("stuck", "困った"), ("care", "預かり中"),
    ("done", "すんだ"), ("danger", "命・誤り・支援措置"), ("meter", "レベル・量"),
)  # fmt: skip
DOT_ROWS = (
    DotRow("福祉総合相談課", (*(Dot(0),) * 3, *(Dot(1),) * 5, Dot(2), Dot(3, "offered"), Dot(7), Dot(12, "late")), 10),
    DotRow("こども家庭センター", (Dot(0, "stuck"), Dot(0), *(Dot(1),) * 12, Dot(2), Dot(3)), 5),
    DotRow("基幹相談センター", (Dot(1), Dot(3), Dot(4), Dot(6, "declined"), Dot(8)), 10),
    DotRow("地域共生推進室", (Dot(0), Dot(1, "kept"), Dot(2)), 5),
)
SPARKS = ((0, 1, 1, 2), (2, 2, None, 3), (3, 3, 2, 2), (None, None, None, 1))
MARKS = (Mark(21, "2 まで あと4件"), Mark(33, "3 まで あと16件"))
VALUES: dict[str, Any] = {
    "chips": CHIPS, "clocks": CLOCKS, "tags": TAGS, "entries": ENTRIES, "steps": STEPS, "household": HOUSEHOLD, "indicators": INDICATORS,
    "filters": FILTERS, "facts": FACTS, "todo": THINGS_TO_DO, "levels": LEVELS, "reasons": REASONS, "swatches": SWATCHES,
    "dot_rows": DOT_ROWS, "sparks": SPARKS, "marks": MARKS,
    "saved": Toast("記録を保存しました。", undo_url=PARTS),
}  # fmt: skip
VERBS = (
    ("talk", "話[はな]したい"), ("eat", "いっしょに 食[た]べる"), ("move", "体[からだ]を 動[うご]かす"),
    ("make", "好[す]きなことを する"), ("child", "子[こ]どもと 行[い]く"), ("heart", "手[て]つだいたい"),
)  # fmt: skip
PLACES = (
    (
        "ひだまり食堂[しょくどう]",
        "きょう 夕方[ゆうがた]5時[じ]から",
        "だれでも どうぞ。子[こ]ども 0円[えん]、おとな 300円[えん]",
        "車[くるま]いす OK",
    ),
    ("あさの ラジオ体操[たいそう]", "あした 朝[あさ]6時[じ]30分[ぷん]から", "見[み]るだけでも いいです。0円[えん]", ""),
)
