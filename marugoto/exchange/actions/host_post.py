"""Links of groups between house and porch: which pages open, and what a group said on its own."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.host_link import ask_change, confirm_by_link
from marugoto.community.queries.host_link import standing
from marugoto.community.queries.place import WholePlace, publishable
from marugoto.community.rules.change_request import ASKABLE
from marugoto.exchange.rules.package import CLOCKS_DIFFER, KEPT_FOR
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day

POSITION = frozenset(
    {"address", "building", "access"}
)  # told as they stand, or not at all: never to be put right from a blur
STRANGE = Refused("世話人からの連絡が読み取れません。", "世話人に電話で聞いてください。")


def pages(by: Viewer) -> dict[str, Any]:
    """Every link in force of a place that may leave the house, with what its group may put right."""
    places = {one.place.pk: one for one in publishable(by)}
    links = standing(by, local_day(by.at))
    return {
        str(link.pk): _page(link.digest, link.until, places[link.place_id]) for link in links if link.place_id in places
    }


@acting
def take_in(*, by: Viewer, at: datetime, payload: Mapping[str, Any]) -> None:
    """A check by the group itself, or its request. As of the moment at which it was said; a clock that runs ahead is not believed."""
    try:
        link, said_at, what = (
            UUID(str(payload["link"])),
            datetime.fromisoformat(str(payload["said_at"])),
            payload["what"],
        )
    except (KeyError, TypeError, ValueError, AttributeError) as trouble:
        raise STRANGE from trouble
    if said_at.tzinfo is None or not -CLOCKS_DIFFER <= at - said_at <= KEPT_FOR or what not in {"same", "change"}:
        raise STRANGE
    said_at = min(said_at, at)
    if what == "same":
        confirm_by_link(by=by, at=at, link=link, said_at=said_at)
        return
    wants, words = payload.get("wants", {}), payload.get("words", "")
    if not isinstance(wants, Mapping):
        raise STRANGE
    told = {str(name): str(text) for name, text in wants.items()}
    ask_change(by=by, at=at, place=link, link=link, wants=told, words=str(words), said_at=said_at)


def _page(digest: str, until: date, one: WholePlace) -> dict[str, Any]:
    blurred = one.place.precision != "exact"
    shown = {name: getattr(one.place, name) for name in ASKABLE if not (blurred and name in POSITION)}
    return {
        "digest": digest,
        "until": until.isoformat(),
        "name": one.place.name,
        "confirmed_on": one.confirmed_on.isoformat() if one.confirmed_on else "",
        "shown": shown,
    }
