"""Emergency openings in words: the same on the worker's page, on the first page, and in the privacy officer's list."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import EmergencyState
from marugoto.disclosure.labels import EMERGENCY_REASONS, EMERGENCY_STATES, EMERGENCY_VERDICTS
from marugoto.disclosure.queries.emergency import AnswerLine, EmergencyLine
from marugoto.kernel.era import say_moment

TONES = {
    EmergencyState.OPEN: "danger",
    EmergencyState.LATE: "late",
    EmergencyState.TO_ANSWER: "soon",
    EmergencyState.DONE: "done",
    EmergencyState.NOBODY: "",
}


def said(line: EmergencyLine) -> dict[str, Any]:
    """One opening in words; the privacy officer's list says it in the same."""
    return {
        "line": line,
        "url": reverse("desk:emergency", args=[line.emergency]),
        "since": say_moment(line.since),
        "until": say_moment(line.over_at),
        "reason": EMERGENCY_REASONS[line.reason],
        "state": EMERGENCY_STATES[line.state],
        "tone": TONES[line.state],
        "second": _second(line),
        "accounted": say_moment(line.account_at) if line.account_at else "",
        "escalated": say_moment(line.escalated) if line.escalated else "",
        "answers": [(one, *_answered(one)) for one in line.answers],
    }


def _answered(one: AnswerLine) -> tuple[str, str]:
    if one.verdict is None or one.at is None:
        return "", ""
    return str(EMERGENCY_VERDICTS[one.verdict]), say_moment(one.at)


def _second(line: EmergencyLine) -> str:
    if not line.second_words:
        return ""
    if line.second_agreed is None:
        return _("もう一人の返事を待っています")
    said_yes = _("もう一人(%(name)s)が、開いてよいと答えました")
    said_no = _("もう一人(%(name)s)が、開かないと答えました")
    return (said_yes if line.second_agreed else said_no) % {"name": line.second_name}


def wanted(viewer: Viewer, lines: list[EmergencyLine]) -> list[dict[str, Any]]:
    """What this worker is to do about each."""
    return [said(line) | {"todo": _todo(viewer, line)} for line in lines]


def _todo(viewer: Viewer, line: EmergencyLine) -> str:
    if line.worker == viewer.worker:
        if line.state is EmergencyState.OPEN:
            return _("あなたが急ぎで開いています。要らなくなったら閉じて、説明を書いてください。")
        return _("あなたが急ぎで開いたことの、説明を書いてください。")
    if line.told_me:
        return _("急ぎで開かれました。読んで、答えてください。")
    return _("もう一人の返事を待っています。")
