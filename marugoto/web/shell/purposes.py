"""Requests to tell for another purpose in words: the same on the first page, in the list, and on the page of one."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import PurposeState
from marugoto.disclosure.labels import PARTS, PURPOSE_ITEMS, PURPOSE_STATES
from marugoto.disclosure.queries.purpose import PurposeLine, waiting
from marugoto.kernel.era import say_era, say_moment

TONES = {
    PurposeState.ASKED: "soon",
    PurposeState.AGREED: "done",
    PurposeState.REFUSED: "late",
    PurposeState.TAKEN_BACK: "",
    PurposeState.PAST: "",
}
MOST = 5  # on the first page; the list has them all


def said(line: PurposeLine) -> dict[str, Any]:
    return {
        "line": line,
        "url": reverse("desk:purpose", args=[line.request]),
        "asked": say_moment(line.asked_at),
        "until": say_era(line.until),
        "parts": "、".join(str(PARTS[part]) for part in line.parts),
        "item": PURPOSE_ITEMS[line.item],
        "state": PURPOSE_STATES[line.state],
        "tone": TONES[line.state],
        "decided": say_moment(line.decided_at) if line.decided_at else "",
        "agreed_until": say_era(line.agreed_until) if line.agreed_until else "",
        "ended": say_moment(line.ended_at) if line.ended_at else "",
    }


def wanted(viewer: Viewer) -> list[dict[str, str]]:
    """What this worker is to do about each: decide, or go on with the answer."""
    return [
        {
            "url": reverse("desk:purpose", args=[line.request]),
            "words": _("%(giver)sから%(to)sへ") % {"giver": line.team_name, "to": line.receiver_name},
            "todo": _todo(line),
        }
        for line in waiting(viewer)[:MOST]
    ]


def _todo(line: PurposeLine) -> str:
    if line.state is PurposeState.ASKED:
        return _("%(name)sが、あなたの決定を待っています。") % {"name": line.name}
    if line.state is PurposeState.AGREED:
        return _("認められました。続きから渡せます。")
    return _("認められませんでした。わけと、ほかの道を見てください。")
