"""A route of which nobody is told for a time, as pages say it: who silenced it, when and why, and the way back."""

from typing import Any

from marugoto.agencies.viewer import Viewer
from marugoto.custody.labels import ALARMS, MATTER_KINDS, URGENCIES
from marugoto.custody.queries.escalation import EscalationLine
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day


def muted_words(viewer: Viewer, line: EscalationLine, count: int) -> dict[str, Any]:
    """`count`: how many balls raise its alarm all the same. `back`: what a form sends so that it is told of again from today."""
    route, until = line.setting.route, line.setting.muted_until
    kind = MATTER_KINDS[route.kind] if route.kind else ""
    urgency = URGENCIES[route.urgency] if route.urgency else ""
    sent = {
        "alarm": route.alarm.value,
        "kind": route.kind.value if route.kind else "",
        "urgency": route.urgency.value if route.urgency else "",
        "agency": str(route.agency or ""),
        "until": local_day(viewer.at).isoformat(),
    }
    return {
        "said": "・".join(str(word) for word in (ALARMS[route.alarm], line.agency, kind, urgency) if word),
        "until": say_day(until) if until else "",
        "who": line.by_name,
        "when": say_day(local_day(line.made_at)),
        "reason": line.reason,
        "count": count,
        "back": sent.items(),
        "field": "-".join(("back", *sent.values())),
    }
