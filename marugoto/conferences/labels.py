"""How the codes of conferences are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.conferences.codes import Attendance, DateSaid, Followed, Level, OutsideKind, Stage

LEVELS = {
    Level.CASE: _("世帯"),
    Level.WORKING: _("係長・担当者級"),
    Level.HEADS: _("部課長級"),
    Level.POLICY: _("施策"),
}
STAGES = {
    Stage.CONVENED: _("呼びかけた"),
    Stage.OPENED: _("始まった"),
    Stage.CLOSED: _("終わった"),
    Stage.CALLED_OFF: _("取りやめた"),
}
ATTENDANCES = {Attendance.PRESENT: _("来た"), Attendance.ABSENT: _("欠席")}
LETTERS = {"pledge": _("約束"), "view": _("見立て"), "days": _("行ける日")}
OUTSIDE_KINDS = {
    OutsideKind.SCHOOL: _("学校・園"),
    OutsideKind.CLINIC: _("病院・診療所"),
    OutsideKind.POLICE: _("警察"),
    OutsideKind.WELFARE: _("民生委員・児童委員"),
    OutsideKind.BUSINESS: _("事業所・店"),
    OutsideKind.PRIVATE: _("個人"),
}
DATES_SAID = {DateSaid.YES: _("行けます"), DateSaid.MAYBE: _("何とかなります"), DateSaid.NO: _("行けません")}
FOLLOWED = {Followed.DONE: _("できた"), Followed.PARTLY: _("途中まで"), Followed.NOT_POSSIBLE: _("できなかった")}
