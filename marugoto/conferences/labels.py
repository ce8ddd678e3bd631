"""How the codes of conferences are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.conferences.codes import Attendance, Level, Stage

LEVELS = {Level.CASE: _("世帯"), Level.WORKING: _("係長・担当者級"), Level.HEADS: _("部課長級")}
STAGES = {
    Stage.CONVENED: _("呼びかけた"),
    Stage.OPENED: _("始まった"),
    Stage.CLOSED: _("終わった"),
    Stage.CALLED_OFF: _("取りやめた"),
}
ATTENDANCES = {Attendance.PRESENT: _("来た"), Attendance.ABSENT: _("欠席")}
