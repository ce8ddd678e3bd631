"""How the codes of participation are said."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from marugoto.community.labels import INTERESTS, WELCOMES
from marugoto.participation.codes import (
    ApproachEnd,
    Company,
    Doing,
    Fear,
    Gate,
    GoodEnd,
    HostSays,
    LiftReason,
    Looker,
    LookResult,
    MatchState,
    Part,
    PlaceNews,
    Reaction,
    RestLifter,
    Sex,
    Sign,
    StillThere,
    Support,
    Tongue,
    Trait,
    Travel,
    VisitFeeling,
    VisitKind,
    WatchEnd,
    Way,
    WhyNot,
)

MATCH_STATES = {
    MatchState.ASKED: _("名前を出さずに聞いた"),
    MatchState.ROOM: _("空きがある"),
    MatchState.NO_ROOM: _("空きがない"),
    MatchState.WILLING: _("本人が行ってみたい"),
    MatchState.UNWILLING: _("本人は行きたくない"),
    MatchState.SETTLED: _("続いている"),
    MatchState.HELPING: _("担い手になった"),
    MatchState.ENDED: _("おわり"),
}
WHY_NOT = {
    WhyNot.FULL: _("いっぱいだった"),
    WhyNot.MOVED: _("移っていた"),
    WhyNot.GONE: _("もうなかった"),
    WhyNot.NO_ANSWER: _("連絡がつかなかった"),
    WhyNot.NOT_AS_WRITTEN: _("書いてあることと違った"),
    WhyNot.HOST_DECLINED: _("受け入れられないと言われた"),
    WhyNot.TOO_FAR: _("遠かった"),
    WhyNot.DID_NOT_SUIT: _("合わなかった"),
    WhyNot.CHANGED_MIND: _("気持ちが変わった"),
    WhyNot.HEALTH: _("体調"),
    WhyNot.OTHER: _("そのほか"),
}
GOOD_ENDS = {
    GoodEnd.GOES_ALONE: _("ひとりで通えるようになった"),
    GoodEnd.HAS_A_PART: _("役をもつようになった"),
    GoodEnd.WORKS: _("仕事についた"),
    GoodEnd.LEARNS: _("学校や講座に通うようになった"),
    GoodEnd.OTHER_PLACE: _("自分でほかの場所を見つけた"),
    GoodEnd.ENOUGH: _("本人が、もう十分と話した"),
}
VISIT_KINDS = {VisitKind.FIRST: _("はじめての訪問"), VisitKind.TRIAL: _("ためし"), VisitKind.STAYING: _("いつもの参加")}
VISIT_FEELINGS = {
    VisitFeeling.GOOD: _("よかった"),
    VisitFeeling.SO_SO: _("ふつう"),
    VisitFeeling.HARD: _("つらかった"),
    VisitFeeling.DID_NOT_GO: _("行かなかった"),
}
STILL_THERE = {
    StillThere.GOES: _("通っている"),
    StillThere.SOMETIMES: _("ときどき行く"),
    StillThere.STOPPED: _("行かなくなった"),
    StillThere.NOT_REACHED: _("分からなかった"),
}
HOST_SAYS = {
    HostSays.GLAD: _("来てくれてうれしい"),
    HostSays.ALL_RIGHT: _("困っていない"),
    HostSays.NEEDS_HELP: _("手を借りたい"),
    HostSays.NOT_ASKED: _("聞いていません"),
}
PARTS = {Part.MORNING: _("午前"), Part.AFTERNOON: _("午後"), Part.EVENING: _("夜")}
COMPANIES = {
    Company.ALONE: _("ひとりでいたい"),
    Company.WITH_SOMEBODY: _("はじめはだれかと"),
    Company.SMALL: _("少人数がいい"),
    Company.MANY: _("にぎやかがいい"),
}
TRAVELS = {
    Travel.FOOT: _("歩き"),
    Travel.BICYCLE: _("自転車"),
    Travel.BUS: _("バス・電車"),
    Travel.CAR: _("自分で運転"),
    Travel.DRIVEN: _("家族や知り合いの車"),
    Travel.PICKUP: _("送迎があれば"),
    Travel.HOME: _("家から出ない（画面・電話・来てもらう）"),
}
FEARS = {
    Fear.NOISE: _("大きな音"),
    Fear.CROWD: _("人が多い"),
    Fear.KNOWN: _("知り合いに会う"),
    Fear.QUESTIONS: _("事情を聞かれる"),
    Fear.TALKING: _("話さなければならない"),
    Fear.MONEY: _("お金がかかる"),
    Fear.MEN: _("男の人が多い"),
    Fear.WOMEN: _("女の人が多い"),
    Fear.CHILDREN: _("子どもの声"),
    Fear.OLD: _("年配の人ばかり"),
    Fear.ALCOHOL: _("お酒の席"),
    Fear.ANIMALS: _("動物"),
    Fear.DUTIES: _("当番や役"),
    Fear.RELIGION: _("勧誘・宗教"),
    Fear.FIXED: _("毎回決まって行く"),
    Fear.STAIRS: _("階段"),
    Fear.PATIENTS: _("病人や助けられる人として見られる"),
    Fear.SMOKE: _("たばこ"),
    Fear.FOOD: _("飲み食いの場"),
    Fear.RECORDS: _("名前や写真が残る"),
    Fear.PAPERS: _("手帳や診断書が要る"),
}
TONGUES = {
    Tongue.JAPANESE: _("日本語"),
    Tongue.EASY: _("やさしい日本語"),
    Tongue.ENGLISH: _("英語"),
    Tongue.CHINESE: _("中国語"),
    Tongue.KOREAN: _("韓国語"),
    Tongue.VIETNAMESE: _("ベトナム語"),
    Tongue.PORTUGUESE: _("ポルトガル語"),
    Tongue.FILIPINO: _("フィリピノ語"),
    Tongue.NEPALI: _("ネパール語"),
    Tongue.SPANISH: _("スペイン語"),
    Tongue.INDONESIAN: _("インドネシア語"),
    Tongue.BURMESE: _("ミャンマー語"),
    Tongue.ANY: _("ことばが通じなくてもよい・翻訳機"),
    Tongue.SIGN: _("手話"),
    Tongue.WRITING: _("筆談"),
}
SUPPORTS = {
    Support.WHEELCHAIR: _("車いすで入れる"),
    Support.TOILET: _("車いすで使えるトイレ"),
    Support.SEAT_TOILET: _("洋式・手すりのトイレ"),
    Support.OSTOMATE: _("オストメイト"),
    Support.ELEVATOR: _("階段を使わない"),
    Support.HEARING: _("聞こえの助け"),
    Support.SEEING: _("見えにくい人への案内"),
    Support.GUIDE_DOG: _("盲導犬など"),
    Support.PARKING: _("車をとめる所"),
    Support.REST: _("休める部屋"),
    Support.CHAIR: _("いす席"),
    Support.NURSING: _("授乳・おむつ替え"),
    Support.CHILDCARE: _("子ども連れ"),
    Support.MEAL_CARE: _("食事の配慮"),
    Support.CARER: _("介助の人といっしょ"),
}
TRAITS = {
    Trait.QUIET: _("静か"),
    Trait.LIVELY: _("にぎやか"),
    Trait.SMALL: _("少人数"),
    Trait.LARGE: _("人が多い"),
    Trait.NO_QUESTIONS: _("事情を聞かない"),
    Trait.NO_TALKING: _("話さなくてよい"),
    Trait.TRIAL: _("見学やためしができる"),
    Trait.COME_AND_GO: _("いつ来ていつ帰ってもよい"),
    Trait.MET: _("迎えてくれる人がいる"),
    Trait.OUTSIDERS: _("近所でない人が多い"),
    Trait.NEIGHBOURS: _("近所の顔なじみばかり"),
    Trait.MEN: _("男の人が多い"),
    Trait.WOMEN: _("女の人が多い"),
    Trait.MIXED_AGES: _("いろいろな年代"),
    Trait.OLD: _("年配の人がほとんど"),
    Trait.CHILDREN: _("子どもがいる"),
    Trait.ALCOHOL: _("お酒が出る"),
    Trait.ANIMALS: _("動物がいる"),
    Trait.DUTIES: _("当番や役がある"),
    Trait.RELIGION: _("宗教の団体が開いている"),
    Trait.BOOKING: _("申しこみが要る"),
    Trait.EVERY_TIME: _("毎回来るきまり"),
    Trait.BEGINNERS: _("初めての人に教える"),
    Trait.PAID: _("謝礼や物がもらえる"),
    Trait.EATING: _("食事が出る"),
    Trait.FOOD: _("飲み食いがある"),
    Trait.SMOKE: _("たばこの煙や匂い"),
    Trait.RECORDS: _("名簿や写真がある"),
    Trait.PAPERS: _("手帳・決定・紹介などが要る"),
    Trait.WAITS: _("すぐには始められない"),
    Trait.ONLINE: _("画面ごし"),
    Trait.VISITS: _("家に来てくれる"),
    Trait.OUTDOORS: _("外でする"),
    Trait.WOMEN_ONLY: _("女性だけ"),
    Trait.MEN_ONLY: _("男性だけ"),
    Trait.PATIENTS: _("病気や障害のある人などだけの所"),
}
DOINGS = {
    Doing.JOIN: _("参加する・過ごす"),
    Doing.LEARN: _("教わる"),
    Doing.HELP: _("手伝う・教える"),
    Doing.WORK: _("働く・働く練習"),
}
SEXES = {Sex.WOMAN: _("女性"), Sex.MAN: _("男性")}
# Why places are left out, as a heading over their number.
GATES = {
    Gate.CLOSED: _("開いていない"),
    Gate.NOT_TO_ASK: _("紹介しないでほしい"),
    Gate.NOT_REACHED: _("連絡がつかない"),
    Gate.REFUSED: _("本人が行きたくない"),
    Gate.NO_ROOM: _("空きがない"),
    Gate.AREA: _("行けない圏域"),
    Gate.SEX: _("女性だけ・男性だけ"),
    Gate.AGE: _("年齢のきまり"),
    Gate.WELCOME: _("迎える人が違う"),
    Gate.TIMES: _("日や時間が合わない"),
    Gate.WAY: _("行き方がない"),
    Gate.LAST_WAY: _("帰りの最終に間に合わない"),
    Gate.SUPPORT: _("要る助けがない"),
    Gate.STEPS: _("段がある"),
    Gate.NEVER: _("あると行けないもの"),
    Gate.MUST: _("ないと行けないもの"),
    Gate.DOING: _("関わり方がちがう"),
    Gate.FEE: _("費用がこえる"),
    Gate.STAY: _("途中で帰れない"),
    Gate.TOPIC: _("したいことと違う"),
    Gate.INTERESTS: _("好きなことと重ならない"),
}
WAYS = {
    Way.VISIT: _("訪ねた"),
    Way.LETTER: _("手紙・メモを入れた"),
    Way.PHONE: _("電話した"),
    Way.THROUGH: _("近所・家族を通して"),
    Way.ACTIVITY: _("いっしょに何かをして"),
    Way.LOOKED: _("通りかかって様子を見た"),
    Way.CAME: _("本人から来た・連絡があった"),
}
SIGNS = {
    Sign.POST_LIES: _("郵便がたまっている"),
    Sign.POST_TAKEN: _("郵便が取ってある"),
    Sign.LIGHT: _("明かりがつく"),
    Sign.DARK: _("明かりがない"),
    Sign.SOUND: _("物音・テレビの音"),
    Sign.SMOKE: _("煙・湯気"),
    Sign.SMELL: _("におい"),
    Sign.LAUNDRY: _("洗濯物"),
    Sign.RUBBISH: _("ごみが出ている・たまっている"),
    Sign.SHUTTERS: _("雨戸・カーテンが動いた"),
    Sign.NOTE_GONE: _("前に入れたメモがない"),
}
REACTIONS = {
    Reaction.NONE: _("反応なし"),
    Reaction.PRESENCE: _("中に気配があった"),
    Reaction.TOOK: _("手紙・メモを受け取った"),
    Reaction.VOICE: _("声で答えた"),
    Reaction.ANGER: _("怒った・追い返した"),
    Reaction.REFUSED: _("来ないでほしいと言った"),
    Reaction.MET: _("顔を合わせた"),
    Reaction.TALKED: _("話せた"),
    Reaction.CAME_ALONG: _("いっしょに出かけた・やった"),
    Reaction.AGREED: _("相談したいと言った"),
}
LIFTERS = {RestLifter.PERSON: _("本人から連絡があるまで"), RestLifter.CHIEF: _("課長・司令塔が決めれば、その前でも")}
LIFT_REASONS = {
    LiftReason.PERSON_CALLED: _("本人から連絡があった"),
    LiftReason.DANGER: _("いのちや安全の心配が出た"),
    LiftReason.DECIDED: _("課長・司令塔が決めた"),
}
APPROACH_ENDS = {
    ApproachEnd.AGREED: _("本人が望み、相談として受けた"),
    ApproachEnd.WELL: _("心配がなくなった"),
    ApproachEnd.ELSEWHERE: _("ほかの機関がかかわっている"),
    ApproachEnd.OWN_WISH: _("本人がかかわりを望まない"),
    ApproachEnd.MOVED_AWAY: _("引っ越した"),
    ApproachEnd.DIED: _("亡くなった"),
}
LOOKERS = {
    Looker.TEAM: _("わたしたちの係"),
    Looker.COMMISSIONER: _("民生委員・児童委員"),
    Looker.FIRM: _("協定の事業所"),
    Looker.NEIGHBOUR: _("近所の人"),
    Looker.FAMILY: _("家族・親族"),
}
LOOK_RESULTS = {
    LookResult.AS_USUAL: _("いつもどおり"),
    LookResult.NOT_SEEN: _("姿が見えない"),
    LookResult.WORRY: _("気になることがあった"),
}
WATCH_ENDS = {
    WatchEnd.NOT_NEEDED: _("見守りが要らなくなった"),
    WatchEnd.OTHERS_LOOK: _("ほかの人が見ている"),
    WatchEnd.OWN_WISH: _("本人が望まない"),
    WatchEnd.MOVED_AWAY: _("引っ越した・施設に入った"),
    WatchEnd.DIED: _("亡くなった"),
}


PLACE_NEWS = {
    PlaceNews.LISTED: _("一覧に載りました"),
    PlaceNews.WIDENED: _("迎える人が広がりました"),
    PlaceNews.CHANGED: _("日時や中身が変わりました"),
    PlaceNews.CONFIRMED: _("開いていると確かめられました"),
}


def said() -> dict[str, dict[str, str]]:
    """What the rules of matching say codes with, in the reader's language."""
    families: dict[str, Mapping[Any, Any]] = {
        "interest": INTERESTS,
        "welcome": WELCOMES,
        "fear": FEARS,
        "company": COMPANIES,
        "trait": TRAITS,
        "doing": DOINGS,
        "support": SUPPORTS,
        "tongue": TONGUES,
    }
    return {family: {str(code): str(word) for code, word in words.items()} for family, words in families.items()}
