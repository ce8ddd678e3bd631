"""支援措置: that they run out, on the day of each listed worker until they are renewed or ended, and, without a name, on the privacy
officer's; and that the other party is known to the house, on the day of the listed alone."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.queries.renewal import RunningOut, running_out, running_out_here
from marugoto.disclosure.rules.renewal import Stage
from marugoto.kernel.era import say_day, say_era
from marugoto.people.queries.party import all_parties, appearing
from marugoto.people.queries.person import faces

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


def wanted(viewer: Viewer) -> list[dict[str, Any]]:
    """Two queries more for whoever works with households where a measure stands, and some for each other party; nothing for the others."""
    own = [_own(one, name) for one, name in named(viewer)] + _parties(viewer) if viewer.has(*CASEWORK) else []
    return own + ([_told(one) for one in running_out_here(viewer)] if viewer.has(Role.PRIVACY) else [])


def named(viewer: Viewer) -> list[tuple[RunningOut, str]]:
    found = running_out(viewer)
    known = faces(viewer, [one.person for one in found if one.person]) if found else {}
    return [(one, known[one.person].called) for one in found if one.person in known]


def _parties(viewer: Viewer) -> list[dict[str, Any]]:
    """Whoever is listed hears that the house knows the other party; which record it is stands on the page of the measure."""
    there = all_parties(viewer)
    known = appearing(viewer, there) if there else {}
    people = list(dict.fromkeys(one.person for one in there if one.party in known))
    called = faces(viewer, people) if people else {}
    return [
        {
            "url": reverse("desk:protection", args=[person]),
            "name": called[person].called,
            "words": _(
                "支援措置の相手方と同じ人の記録が、町にあります。二人が窓口で会わないように、来る日と席を確かめてください。"
            ),
            "tone": "late",
        }
        for person in people
        if person in called
    ]


def _own(one: RunningOut, name: str) -> dict[str, Any]:
    words = (
        _("支援措置の期限(%(day)s)が過ぎています。延ばすか、解くかを決めてください。閉じたままです。")
        if one.stage is Stage.OVER
        else _("支援措置の期限は%(day)sです。延ばせる時期になりました。")
    )
    return {
        "url": reverse("desk:protection", args=[one.person]),
        "name": name,
        "words": words % {"day": say_era(one.due)},
        "tone": "late" if one.stage is Stage.OVER else "soon",
    }


def _told(one: RunningOut) -> dict[str, Any]:
    words = _("期限が過ぎています(%(day)s)。") if one.stage is Stage.OVER else _("期限は%(day)sです。")
    listed = _("見られる人: %(names)s") % {"names": "、".join(one.listed)}
    tone = "late" if one.stage is Stage.OVER else "soon"
    return {"url": "", "name": "", "words": f"{words % {'day': say_day(one.due)}} {listed}", "tone": tone}
