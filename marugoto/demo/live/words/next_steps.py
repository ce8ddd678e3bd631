"""The one line everybody reads first: what comes next, in what fits the trouble or in what fits every one."""

from collections.abc import Mapping

from marugoto.intake.rules.troubles import TroubleCode

ANYWHERE: tuple[str, ...] = (
    "次の訪問の日を電話で決める",
    "夕方に電話で様子を聞く",
    "関係の係に一言聞く",
    "本人の言葉で望みを書きとめる",
    "来週もう一度、戸口に行く",
)
NEXT_STEPS: Mapping[TroubleCode, tuple[str, ...]] = {
    TroubleCode.ILLNESS: ("受診の日に付き添う", "通院の足を確かめる", "かかりつけ医の返事を待つ"),
    TroubleCode.HOUSING: ("部屋の見学の日を一緒に決める", "大家さんの返事を待つ", "入居の書類がそろったか確かめる"),
    TroubleCode.INCOME: ("申請の結果を待つ", "給付の書類がそろったか確かめる"),
    TroubleCode.RENT: ("大家さんと待ってもらう日を決める", "給付金の結果を待つ"),
    TroubleCode.BILLS: ("納める額を一緒に書き出す", "役所の手紙を一緒に読む"),
    TroubleCode.DEBT: ("法律の相談の日に付き添う", "届いた手紙を一緒に分ける"),
    TroubleCode.JOB_SEARCH: ("職場の見学の日を一緒に決める", "履歴書を一緒に書く"),
    TroubleCode.JOB_TROUBLE: ("勤め先に伝えることを一緒に書く", "労働の相談の日を決める"),
    TroubleCode.NEIGHBOURS: ("近くの集まりの案内を持っていく", "集まりに一緒に行く日を決める"),
    TroubleCode.FAMILY: ("家族で話す日を決める", "離れて暮らす家族の返事を待つ"),
    TroubleCode.CHILDCARE: ("家事の手が入る曜日を決める", "園の見学の日を一緒に決める"),
    TroubleCode.CARE: ("受診の日に付き添う", "認定の結果を待つ", "デイサービスの見学の日を決める"),
    TroubleCode.WITHDRAWAL: ("戸口で話せる日を決める", "好きな本を一冊持っていく"),
    TroubleCode.VIOLENCE: ("安全に話せる時間を電話で決める", "相談員と会う日を決める"),
    TroubleCode.FOOD: ("食べものを届ける日を決める", "今週の食べものを一緒に数える"),
}


def next_steps_of(theme: TroubleCode) -> tuple[str, ...]:
    """Its own stand twice, so that they are said more often."""
    return (*NEXT_STEPS.get(theme, ()) * 2, *ANYWHERE)
