"""What of a place may be written, cleaned and checked; each change with what it was before."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from marugoto.agencies.models import District
from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import Answer, PlaceKind, Precision, Sort, StatutoryFunction, Tier
from marugoto.community.models import Place, PlaceChange, PlaceEnding
from marugoto.ground.transaction import hold
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean, fold

# Fields a worker or a file may write; the limits are the columns'.
TEXTS = {
    field.name: field.max_length or 20_000
    for field in Place._meta.concrete_fields
    if field.get_internal_type() in {"CharField", "TextField"} and field.name not in {"body", "folded"}
}
POINTS = ("latitude", "longitude")
NUMBERS = {"fee_yen": 1_000_000, "capacity_people": 30_000, "room_people": 30_000}
DAYS = ("room_on",)
ROOM = frozenset({"room_now", "room_people"})
BESIDE = {"fee": "fee_yen", "capacity": "capacity_people", "room_now": "room_people"}  # words, and their figure
CODES = {
    "kind": frozenset(PlaceKind),
    "tier": frozenset(Tier),
    "precision": frozenset(Precision),
    "sort": frozenset({"", *Sort}),
    "serves": frozenset({"", *StatutoryFunction}),
    "on_holidays": frozenset({"", *Answer}),
}
INTERESTS = "interests"  # the name under which a change of interests stands in the history
WELCOME = "welcome"  # and a change of who is welcome, as code@day; @day alone: nobody of the kind from that day on
SEARCHED = ("name_kana", "name", "kind_text", "services", "organisation", "address", "target", "description")


def mine(by: Viewer, place: UUID) -> Place:
    """A running place of the viewer's body; raises Place.DoesNotExist."""
    ended = PlaceEnding.objects.within(by.body).filter(undone_at=None).values("place_id")
    return Place.objects.within(by.body).select_related("district").exclude(pk__in=ended).get(pk=place)


def held(by: Viewer, place: UUID) -> Place:
    """The same, and until the end of the transaction nobody else writes it: what stands in it now is what will be changed."""
    hold(Place.objects.within(by.body).filter(pk=place))
    return mine(by, place)


def plain_of(values: Mapping[str, Any], day: date) -> dict[str, Any]:
    """Texts, codes, degrees, numbers and days, by field; `day` is that of a room said without one."""
    wanted = (
        _texts(values) | _points(values) | _numbers(values) | {name: values[name] for name in DAYS if name in values}
    )
    if wanted.get("room_on") and wanted["room_on"] > day:
        no("空きを聞いた日が、まだ来ていない日です。", "日付を直してください。").require()
    return wanted


def links_of(by: Viewer, values: Mapping[str, Any], own: UUID | None = None) -> dict[str, Any]:
    """District, owner, and the organisation and the place an activity hangs on: by their ids, or None."""
    found: dict[str, Any] = {}
    if "district" in values:
        wanted = values["district"]
        found["district"] = District.objects.within(by.body).get(pk=wanted) if wanted else None
    if "owner" in values:
        found["owner"] = directory.team(by, values["owner"]) if values["owner"] else None
        if values["owner"] and found["owner"] is None:
            no("受け持つ係が見つかりません。", "一覧から選び直してください。").require()
    for name in ("run_by", "held_at"):
        if name in values:
            found[name] = _other(by, values[name], own)
    return found


def figures_unsaid(row: Place, wanted: Mapping[str, Any]) -> dict[str, None]:
    """Figures whose words become others without them: nobody knows whether they still hold, so they are unknown again."""
    return {
        figure: None
        for words, figure in BESIDE.items()
        if words in wanted and figure not in wanted and says_otherwise(getattr(row, words), wanted[words])
    }


def says_otherwise(was: str, becomes: str) -> bool:
    """Not only in the letters it is written with."""
    return fold(was) != fold(becomes)


def change(by: Viewer, at: datetime, row: Place, name: str, value: Any) -> PlaceChange:
    was = getattr(row, name)
    setattr(row, name, value)
    return PlaceChange.objects.create(
        body=by.body,
        made_at=at,
        place=row,
        field=name,
        was=said(was),
        becomes=said(value),
        by=by.duty,
    )


def said(value: Any) -> str:
    if hasattr(value, "name"):  # a district, a team, another place
        return str(value.name)
    return "" if value is None else str(value)


def folded_of(place: Place) -> str:
    """Begins with how the name is read, so that lists follow the kana whichever kana it was written in."""
    return " ".join(folded for name in SEARCHED if (folded := fold(getattr(place, name))))


def kind_of(kind: str) -> PlaceKind:
    return PlaceKind(kind) if kind in set(PlaceKind) else PlaceKind.FACILITY


def area_of(place: Place) -> str:
    return place.district.code if place.district else ""


def _other(by: Viewer, place: UUID | None, own: UUID | None) -> Place | None:
    if place is None:
        return None
    if place == own:
        no("自分自身は選べません。", "ほかの団体か場所を選んでください。").require()
    return mine(by, place)


def _texts(values: Mapping[str, Any]) -> dict[str, str]:
    texts = {name: clean(str(values[name] or ""), limit=limit) for name, limit in TEXTS.items() if name in values}
    for name, codes in CODES.items():
        if name in texts and texts[name] not in codes:
            no("場所の種別か、見せる範囲が読み取れません。", "一覧から選び直してください。").require()
    return texts


def _numbers(values: Mapping[str, Any]) -> dict[str, int | None]:
    """Blank is unknown; nothing is guessed from words."""
    numbers: dict[str, int | None] = {}
    for name, most in NUMBERS.items():
        if name in values:
            said_now = str(values[name] if values[name] is not None else "").strip()
            if said_now and not (said_now.isascii() and said_now.isdigit() and int(said_now) <= most):
                no(
                    "人数か費用が数字ではありません。", "数字だけを書くか、分からなければ空けておいてください。"
                ).require()
            numbers[name] = int(said_now) if said_now else None
    return numbers


def _points(values: Mapping[str, Any]) -> dict[str, Decimal | None]:
    points = {}
    for name in POINTS:
        if name in values:
            try:
                points[name] = round(Decimal(str(values[name])), 6) if values[name] not in {None, ""} else None
            except InvalidOperation:
                no("緯度・経度が数字ではありません。", "例 35.804477 のように書いてください。").require()
    return points
