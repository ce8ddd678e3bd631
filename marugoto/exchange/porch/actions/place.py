"""Show the list a house published instead of the one shown before."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from marugoto.exchange.porch.models import PublishedBody, PublishedPlace
from marugoto.exchange.porch.rules.opening import read_opening
from marugoto.exchange.porch.whole import whole
from marugoto.ground.worded import MARKS, STARTS, words_of
from marugoto.kernel.decision import Refused
from marugoto.kernel.words import LAYOUT

SERVICES = ("kind_text", "services")
NOTES = ("organisation", "address", "building", "target", "conditions", "description")
OURS = frozenset({*MARKS, *STARTS, "layout", "folded", "made_at"})
UNREADABLE = "場所の一覧の中身が読み取れません。"
AGAIN = "送り手の画面から、もう一度書き出してください。"


def publish(*, at: datetime, body: str, sequence: int, issued_at: datetime, payload: Mapping[str, Any]) -> bool:
    """Replace the whole list. False when a newer one is shown already; Refused when the list cannot be read.

    The time it was issued decides, not its sequence: a house that was restored from a backup counts anew from there.
    """
    town, rows = _read(body, at, payload)
    digest = hashlib.sha256(json.dumps(payload, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    with whole():
        shown = PublishedBody.objects.select_for_update().within(body).first()
        if shown is not None and shown.published_at >= issued_at:
            return False
        since = shown.said_since if shown is not None and shown.digest == digest else issued_at
        said = {"made_at": at, "sequence": sequence, "published_at": issued_at, "digest": digest, "said_since": since}
        # Written in place: whoever leaves a notice at this moment waits for this very row.
        PublishedBody.objects.within(body).update_or_create(body=body, defaults=said | town)
        before = PublishedPlace.objects.within(body).in_bulk()
        for row in rows:
            former = before.get(row.pk)
            if former is not None and _said(former) == _said(row):
                row.made_at = former.made_at  # since when it is shown as it is: for whoever asks for what is new
        PublishedPlace.objects.within(body).delete()
        PublishedPlace.objects.bulk_create(rows, batch_size=500)
    return True


def _said(place: PublishedPlace) -> list[Any]:
    """What is told of it; in which way its words are laid out is no news."""
    return [getattr(place, column.attname) for column in place._meta.concrete_fields if column.name not in OURS]


def _read(body: str, at: datetime, payload: Mapping[str, Any]) -> tuple[dict[str, Any], list[PublishedPlace]]:
    """All of it is read before anything is replaced."""
    try:
        town = payload["town"]
        said = {name: str(town[name]) for name in ("name", "phone")} | {"training": bool(town["training"])}
        said["prefecture"] = str(town.get("prefecture", ""))
        return said, [_place(body, at, row) for row in payload["places"]]
    except (KeyError, TypeError, ValueError, ArithmeticError, AttributeError) as trouble:
        raise Refused(UNREADABLE, AGAIN) from trouble


def _place(body: str, at: datetime, row: Mapping[str, Any]) -> PublishedPlace:
    """What an older house does not tell stays unknown."""
    shown = {name: str(words) for name, words in row["shown"].items() if words}
    opening, (latitude, longitude, precision) = row.get("opening") or {}, row.get("point") or (None, None, "")
    place = PublishedPlace(
        id=UUID(row["id"]),
        body=body,
        made_at=at,
        name=str(row["name"]),
        kana=str(row["kana"]),
        kind=str(row.get("kind", "")),
        district=str(row["district"]),
        days=str(row["days"]),
        hours=str(row["hours"]),
        opening=json.dumps(opening, ensure_ascii=False, sort_keys=True) if opening else "",
        welcome=_between_commas(row["welcome"]),
        since={str(code): date.fromisoformat(day).isoformat() for code, day in row.get("since", {}).items()},
        interests=_between_commas(row["interests"]),
        traits=_between_commas(row.get("traits", ())),
        fee_yen=row.get("fee_yen"),
        latitude=Decimal(latitude) if latitude else None,
        longitude=Decimal(longitude) if longitude else None,
        precision=str(precision),
        confirmed_on=date.fromisoformat(row["confirmed_on"]) if row["confirmed_on"] else None,
        shown=shown,
        open=dict(row.get("open") or {}),
        changed_at=_moment((row.get("open") or {}).get("changed_at")),
    )
    read_opening(place.opening, place.days, place.hours)
    return _worded(place)


def _worded(place: PublishedPlace) -> PublishedPlace:
    services, notes = (" ".join(place.shown.get(name, "") for name in names) for names in (SERVICES, NOTES))
    for column, value in words_of(place.name, place.kana, services, f"{place.district} {notes}").items():
        setattr(place, column, value)
    return place


def lay_out_anew() -> int:
    """Lists that were taken in before words were laid out as they are now. Answers how many places."""
    behind = PublishedPlace.objects.everywhere("whatever is behind").filter(layout__lt=LAYOUT)
    rows = [_worded(row) for row in behind]
    for row in rows:
        row.save(update_fields=[*MARKS, *STARTS, "layout", "folded"])
    return len(rows)


def _moment(said: str | None) -> datetime | None:
    return datetime.fromisoformat(said) if said else None


def _between_commas(codes: Sequence[str]) -> str:
    return f",{','.join(sorted(codes))}," if codes else ""
