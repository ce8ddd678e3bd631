"""廃棄: whoever proposed or decided on a list reads on the first page, for a week, that it was done, and what stayed."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.era import say_moment
from marugoto.retention.queries.told import Finished, finished_of_late

KEEPERS = (Role.PRIVACY, Role.CHIEF, Role.MAYOR)


def told(viewer: Viewer) -> list[dict[str, Any]]:
    """Nothing is asked for those who never decide."""
    return [_line(one) for one in finished_of_late(viewer)] if viewer.has(*KEEPERS) else []


def _line(one: Finished) -> dict[str, Any]:
    done = (
        _("%(when)sに、%(done)d件を廃棄しました。") % {"when": say_moment(one.at), "done": one.done}
        if one.done
        else _("何も廃棄していません。")
    )
    stayed = _("%(stayed)d件は、廃棄できずに残りました。") % {"stayed": one.stayed} if one.stayed else ""
    return {
        "url": reverse("office:disposal", args=[one.disposal]),
        "name": _("%(number)d号") % {"number": one.number},
        "words": done + stayed,
        "tone": "late" if one.stayed else "done",
    }
