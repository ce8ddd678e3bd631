"""Show the list a house published instead of the one shown before."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from marugoto.exchange.porch.models import PublishedBody, PublishedPlace
from marugoto.exchange.porch.whole import whole
from marugoto.kernel.decision import Refused
from marugoto.kernel.fold import fold

SEARCHED = ("kind_text", "services", "address", "building", "description", "conditions")
UNREADABLE = "場所の一覧の中身が読み取れません。"
AGAIN = "送り手の画面から、もう一度書き出してください。"


def publish(*, at: datetime, body: str, sequence: int, issued_at: datetime, payload: Mapping[str, Any]) -> bool:
    """Replace the whole list. False when a newer one is shown already; Refused when the list cannot be read.

    The time it was issued decides, not its sequence: a house that was restored from a backup counts anew from there.
    """
    town, rows = _read(body, at, payload)
    with whole():
        shown = PublishedBody.objects.select_for_update().within(body).first()
        if shown is not None and shown.published_at >= issued_at:
            return False
        said = {"made_at": at, "sequence": sequence, "published_at": issued_at, **town}
        # Written in place: whoever leaves a notice at this moment waits for this very row.
        PublishedBody.objects.within(body).update_or_create(body=body, defaults=said)
        PublishedPlace.objects.within(body).delete()
        PublishedPlace.objects.bulk_create(rows, batch_size=500)
    return True


def _read(body: str, at: datetime, payload: Mapping[str, Any]) -> tuple[dict[str, Any], list[PublishedPlace]]:
    """All of it is read before anything is replaced."""
    try:
        town = payload["town"]
        said = {"name": str(town["name"]), "phone": str(town["phone"]), "training": bool(town["training"])}
        return said, [_place(body, at, row) for row in payload["places"]]
    except (KeyError, TypeError, ValueError) as trouble:
        raise Refused(UNREADABLE, AGAIN) from trouble


def _place(body: str, at: datetime, row: Mapping[str, Any]) -> PublishedPlace:
    shown = {name: str(words) for name, words in row["shown"].items() if words}
    searched = [row["name"], row["kana"], row["district"], *(shown.get(name, "") for name in SEARCHED)]
    return PublishedPlace(
        id=UUID(row["id"]),
        body=body,
        made_at=at,
        name=str(row["name"]),
        kana=str(row["kana"]),
        district=str(row["district"]),
        days=str(row["days"]),
        hours=str(row["hours"]),
        welcome=_between_commas(row["welcome"]),
        interests=_between_commas(row["interests"]),
        confirmed_on=date.fromisoformat(row["confirmed_on"]) if row["confirmed_on"] else None,
        shown=shown,
        folded=" ".join(fold(str(words)) for words in searched),
    )


def _between_commas(codes: Sequence[str]) -> str:
    return f",{','.join(sorted(codes))}," if codes else ""
