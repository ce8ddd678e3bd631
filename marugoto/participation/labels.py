"""How the codes of participation are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.participation.codes import (
    ApproachEnd,
    Company,
    LiftReason,
    Looker,
    LookResult,
    MatchState,
    Reaction,
    RestLifter,
    Sign,
    VisitFeeling,
    VisitKind,
    WatchEnd,
    Way,
)

MATCH_STATES = {
    MatchState.ASKED: _("名前を出さずに聞いた"),
    MatchState.ROOM: _("空きがある"),
    MatchState.NO_ROOM: _("空きがない"),
    MatchState.WILLING: _("本人が行ってみたい"),
    MatchState.UNWILLING: _("本人は行きたくない"),
    MatchState.SETTLED: _("続いている"),
    MatchState.ENDED: _("おわり"),
}
VISIT_KINDS = {VisitKind.FIRST: _("はじめての訪問"), VisitKind.TRIAL: _("ためし"), VisitKind.STAYING: _("いつもの参加")}
VISIT_FEELINGS = {
    VisitFeeling.GOOD: _("よかった"),
    VisitFeeling.SO_SO: _("ふつう"),
    VisitFeeling.HARD: _("つらかった"),
    VisitFeeling.DID_NOT_GO: _("行かなかった"),
}
COMPANIES = {
    Company.ALONE: _("ひとりで行きたい"),
    Company.WITH_SOMEBODY: _("だれかと行きたい"),
    Company.UNKNOWN: _("聞いていません"),
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
