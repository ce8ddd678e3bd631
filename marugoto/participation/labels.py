"""How the codes of participation are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.participation.codes import Company, MatchState, VisitFeeling, VisitKind

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
