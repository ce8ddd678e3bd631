"""Why something may be read, until when; and of what closed, what is missing and one lawful way on."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.labels import PARTS
from marugoto.disclosure.queries.basis import Closed, Why, grounds_of
from marugoto.disclosure.rules.closed import Missing, what_is_missing
from marugoto.kernel.era import say_day


def reasons(viewer: Viewer, matter: UUID) -> dict[str, Any]:
    """Of one matter that stands on the viewer's list."""
    grounds = grounds_of(viewer, [matter])
    return {"whys": [why_line(why) for why in grounds.whys], "closed": closed_lines(grounds.closed, {})}


def why_line(why: Why) -> dict[str, str]:
    return {
        "name": why.basis.name,
        "article": why.basis.article,
        "says": why.basis.says,
        "since": say_day(why.since),
        "until": _("%(day)sまで") % {"day": say_day(why.until)} if why.until else "",
        "unverified": "" if why.basis.verified else _("条文との照らし合わせは、まだ済んでいません。"),
    }


def closed_lines(closed: Iterable[Closed], about: Mapping[UUID, str]) -> list[dict[str, str]]:
    """One line for all that misses the same. `about`: how the subjects are called where they stand on the page; without a name it is
    the record itself."""
    found: dict[tuple[Missing, str], dict[str, list[str]]] = {}
    for one in closed:
        missing = what_is_missing(one.basis, seat=one.seat)
        its = found.setdefault((missing, one.basis.name), {}).setdefault(about.get(one.subject, _("この記録")), [])
        its.append(str(PARTS[one.part]))
    return [
        {
            "what": "、".join(
                _("%(who)s(%(parts)s)") % {"who": who, "parts": "・".join(dict.fromkeys(parts))}
                for who, parts in whose.items()
            ),
            "basis": basis,
            "missing": missing.what,
            "way_on": missing.way_on,
        }
        for (missing, basis), whose in found.items()
    ]
