"""List, change, widen, confirm and end places."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from marugoto.agencies.models import District
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import ConfirmedBy, Interest, PlaceEnd, PlaceKind, Tier, Welcome
from marugoto.community.events import PlaceChanged, PlaceConfirmed, PlaceEnded, PlaceListed, PlaceWidened
from marugoto.community.models import Confirmation, Place, PlaceChange, PlaceEnding, PlaceInterest, PlaceWelcome
from marugoto.community.rules.place import may_tend
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean, fold
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

# Fields a worker or a file may write; the limits are the columns'.
TEXTS = {
    field.name: field.max_length or 20_000
    for field in Place._meta.concrete_fields
    if field.get_internal_type() in {"CharField", "TextField"} and field.name not in {"body", "folded"}
}
POINTS = ("latitude", "longitude")
CODES = {"kind": frozenset(PlaceKind), "tier": frozenset(Tier)}
INTERESTS = "interests"  # the name under which a change of interests stands in the history
SEARCHED = ("name_kana", "name", "kind_text", "services", "organisation", "address", "target", "description")


@acting
def create_place(
    *,
    by: Viewer,
    at: datetime,
    values: Mapping[str, Any],
    welcome: Iterable[Welcome] = (),
    interests: Iterable[Interest] = (),
    district: UUID | None = None,
) -> Place:
    """`values` by field name; a place needs a name and nothing else."""
    may_tend(by.roles).require()
    texts = _texts(values)
    if not texts.get("name", "").strip():
        no("場所の名前がありません。", "名前を書いてください。").require()
    place = Place(body=by.body, made_at=at, by=by.duty, district_id=district, **texts, **_points(values))
    place.folded = _folded(place)
    place.save(force_insert=True)
    day = local_day(at)
    PlaceWelcome.objects.bulk_create(
        PlaceWelcome(body=by.body, made_at=at, place=place, welcome=one, since=day) for one in sorted(set(welcome))
    )
    PlaceInterest.objects.bulk_create(
        PlaceInterest(body=by.body, made_at=at, place=place, interest=one) for one in sorted(set(interests))
    )
    announce(PlaceListed(place=place.pk, type=_kind(place.kind)), by=by, at=at, area=_area(place))
    return place


@acting
def change_place(
    *, by: Viewer, at: datetime, place: UUID, values: Mapping[str, Any], version: int | None = None
) -> list[PlaceChange]:
    """Write the fields that differ, each with what it was; nothing that differs, nothing is written.

    `values["district"]` is the id of a district or None. With `version` given, refused if somebody else wrote meanwhile.
    """
    may_tend(by.roles).require()
    row = _mine(by, place)
    if version is not None and version != row.version:
        no(
            "あなたが開いたあとで、この場所が書き換えられました。", "いまの内容を確かめて、書き直してください。"
        ).require()
    wanted = _texts(values) | _points(values) | _district(by, values)
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    changes = [_change(by, at, row, name, wanted[name]) for name in changed]
    if not changes:
        return []
    if not row.name.strip():
        no("場所の名前がありません。", "名前を書いてください。").require()
    row.folded, row.version = _folded(row), row.version + 1
    row.save()
    announce(PlaceChanged(place=row.pk, fields=len(changes)), by=by, at=at, area=_area(row))
    return changes


@acting
def change_interests(*, by: Viewer, at: datetime, place: UUID, interests: Iterable[Interest]) -> bool:
    """What one does there, as a whole; False when it was so already. The history keeps what it was, in codes."""
    may_tend(by.roles).require()
    row = _mine(by, place)
    wanted, rows = set(interests), PlaceInterest.objects.within(by.body).filter(place=row)
    former = {Interest(one.interest) for one in rows}
    if wanted == former:
        return False
    rows.filter(interest__in=former - wanted).delete()
    PlaceInterest.objects.bulk_create(
        PlaceInterest(body=by.body, made_at=at, place=row, interest=one) for one in sorted(wanted - former)
    )
    was, becomes = ("、".join(sorted(codes)) for codes in (former, wanted))
    PlaceChange.objects.create(
        body=by.body, made_at=at, place=row, field=INTERESTS, was=was, becomes=becomes, by=by.duty
    )
    announce(PlaceChanged(place=row.pk, fields=1), by=by, at=at, area=_area(row))
    return True


@acting
def welcome_also(*, by: Viewer, at: datetime, place: UUID, welcome: Welcome) -> PlaceWelcome:
    """The place opens to more people from today on."""
    may_tend(by.roles).require()
    row = _mine(by, place)
    if PlaceWelcome.objects.within(by.body).filter(place=row, welcome=welcome, until=None).exists():
        no("もう、この方たちを迎えています。").require()
    made = PlaceWelcome.objects.create(body=by.body, made_at=at, place=row, welcome=welcome, since=local_day(at))
    announce(PlaceWidened(place=row.pk, welcome=welcome), by=by, at=at, area=_area(row))
    return made


@acting
def confirm_place(*, by: Viewer, at: datetime, place: UUID, how: ConfirmedBy) -> Confirmation:
    """A fact about a check: who, when, how."""
    may_tend(by.roles).require()
    row = _mine(by, place)
    made = Confirmation.objects.create(body=by.body, made_at=at, place=row, day=local_day(at), how=how, by=by.duty)
    announce(PlaceConfirmed(place=row.pk, how=how), by=by, at=at, area=_area(row))
    return made


@acting
def end_place(*, by: Viewer, at: datetime, place: UUID, reason: PlaceEnd) -> PlaceEnding:
    """It leaves the lists, and can be taken up again."""
    may_tend(by.roles).require()
    row = _mine(by, place)
    made = PlaceEnding.objects.create(body=by.body, made_at=at, place=row, reason=reason, day=local_day(at), by=by.duty)
    announce(PlaceEnded(place=row.pk, end=reason), by=by, at=at, area=_area(row))
    return made


@acting
def take_up_again(*, by: Viewer, at: datetime, place: UUID) -> None:
    """The ending was a mistake, or the place opened again."""
    may_tend(by.roles).require()
    ended = PlaceEnding.objects.within(by.body).filter(place=place, undone_at=None).update(undone_at=at)
    if not ended:
        no("この場所は終わっていません。").require()
    announce(PlaceListed(place=place, type=_kind(Place.objects.within(by.body).get(pk=place).kind)), by=by, at=at)


def _mine(by: Viewer, place: UUID) -> Place:
    """A running place of the viewer's body; raises Place.DoesNotExist."""
    ended = PlaceEnding.objects.within(by.body).filter(undone_at=None).values("place_id")
    return Place.objects.within(by.body).select_related("district").exclude(pk__in=ended).get(pk=place)


def _texts(values: Mapping[str, Any]) -> dict[str, str]:
    texts = {name: clean(str(values[name] or ""), limit=limit) for name, limit in TEXTS.items() if name in values}
    for name, codes in CODES.items():
        if name in texts and texts[name] not in codes:
            no("場所の種別か、見せる範囲が読み取れません。", "一覧から選び直してください。").require()
    return texts


def _district(by: Viewer, values: Mapping[str, Any]) -> dict[str, District | None]:
    if "district" not in values:
        return {}
    wanted = values["district"]
    return {"district": District.objects.within(by.body).get(pk=wanted) if wanted else None}


def _points(values: Mapping[str, Any]) -> dict[str, Decimal | None]:
    points = {}
    for name in POINTS:
        if name in values:
            try:
                points[name] = round(Decimal(str(values[name])), 6) if values[name] not in {None, ""} else None
            except InvalidOperation:
                no("緯度・経度が数字ではありません。", "例 35.804477 のように書いてください。").require()
    return points


def _change(by: Viewer, at: datetime, row: Place, name: str, value: Any) -> PlaceChange:
    was = getattr(row, name)
    setattr(row, name, value)
    return PlaceChange.objects.create(
        body=by.body,
        made_at=at,
        place=row,
        field=name,
        was=_said(was),
        becomes=_said(value),
        by=by.duty,
    )


def _said(value: Any) -> str:
    if isinstance(value, District):
        return value.name
    return "" if value is None else str(value)


def _folded(place: Place) -> str:
    """Begins with how the name is read, so that lists follow the kana whichever kana it was written in."""
    return " ".join(folded for name in SEARCHED if (folded := fold(getattr(place, name))))


def _kind(kind: str) -> PlaceKind:
    return PlaceKind(kind) if kind in set(PlaceKind) else PlaceKind.FACILITY


def _area(place: Place) -> str:
    return place.district.code if place.district else ""
