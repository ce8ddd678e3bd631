"""What stands in a plan: what the household would like, aims and steps, and what was noted when it was looked at again."""

from collections.abc import Mapping

from marugoto.agencies.codes import Field
from marugoto.casework.codes import Agreement

WISHES: tuple[str, ...] = (
    "いまの家で、落ち着いて冬を越したい。",
    "子どもが安心して過ごせる時間がほしい。",
    "人に会わない日が続かないようにしたい。",
    "お金のことを、だれかと一緒に考えたい。",
    "体の具合を見てもらいながら、自分のことは自分で決めたい。",
)
FOR_ALL: tuple[str, ...] = (
    "いまの家で安心して暮らす",
    "困ったときに早めに声をかける",
    "月に一度、家族で話す時間をもつ",
)
GOALS: Mapping[str, tuple[str, ...]] = {
    Field.GENERAL: ("気持ちを話せる相手が一人いる",),
    Field.AGED: ("薬を飲み忘れる日を月2日までにする", "週に2回、あたたかい昼を食べる", "受診を続ける"),
    Field.DISABILITY: ("手帳の申請を終える", "通える場所を一つ決める"),
    Field.CHILD: ("夕方の家のことを一人で抱えない", "夜に続けて6時間眠る"),
    Field.POVERTY: ("家賃を遅れずに払う", "週に3日、外で働く練習をする", "家計簿を二か月続ける"),
    Field.HEALTH: ("月に一度、保健師と話す", "健診を受ける"),
    Field.EDUCATION: ("週2日、図書室で過ごす", "夕方に勉強する日を決める"),
    Field.HOUSING: ("来月末までに次の部屋を決める",),
    Field.TAX: ("分けて納める約束を三か月続ける",),
    Field.COMMUNITY: ("週に1回、好きなことをしに出かける", "近所に会釈のできる人が増える"),
    Field.OTHER: ("役所の手紙を一緒に読める日を決める",),
}
STEPS: Mapping[str, tuple[str, ...]] = {
    Field.GENERAL: ("二週間に一度、訪ねて話を聞く",),
    Field.AGED: ("受診に付き添う", "薬を曜日の箱に分ける", "デイサービスの見学を申し込む"),
    Field.DISABILITY: ("診断書の予約をとる", "作業所を一緒に見に行く"),
    Field.CHILD: ("家事の手を週2回入れる", "学校との連絡を受け持つ"),
    Field.POVERTY: ("家計を一緒に書き出す", "見学の日を決める", "給付金の書類をそろえる"),
    Field.HEALTH: ("健診の予約を一緒にとる", "血圧を見に訪ねる"),
    Field.EDUCATION: ("別室の席を学校に頼む", "週に一度、図書室で会う"),
    Field.HOUSING: ("保証人のいらない部屋を二つ見る",),
    Field.TAX: ("分けて納める案を作って見せる",),
    Field.COMMUNITY: ("集まりに一緒に行く", "世話人に名前を出さずに聞く"),
    Field.OTHER: ("通訳の方の来られる日を決める",),
}
AGREEMENTS: Mapping[Agreement, str] = {
    Agreement.AGREED: "",
    Agreement.NOT_ASKED: "まだ案の段階で、次の訪問で見てもらう。",
    Agreement.CANNOT_BE_ASKED: "まだ会えていないため、支援者の見立てで作った。",
    Agreement.REFUSED: "「計画のようなものはいらない」とのこと。支援者の側の段取りとして残す。",
}
LOOKED_AGAIN: tuple[str, ...] = (
    "会える日が増えた。いまの進め方を続ける。",
    "一つは思ったより早くできた。もう一つは、歩幅を小さくする。",
    "季節で体調が変わった。急がず続ける。",
    "本人から「次はこれをやってみたい」と話があった。",
    "会えない月があった。手紙に切りかえて、また会えるようになった。",
)
DONE: tuple[str, ...] = ("めざしたことはおおむねできた。ここで一度おわりにする。", "あとは本人と家族で続けられる。")
SUSPENDED: tuple[str, ...] = ("入院のため、退院まで休む。", "本人の希望で、春まで休む。")
DECIDED: tuple[str, ...] = ("会議での確かめのとおり決定。", "適当と認める。見直しの日に報告を受ける。")
