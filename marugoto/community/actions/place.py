"""List, change, widen, confirm and end places."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place_values import (
    INTERESTS,
    ROOM,
    WELCOME,
    area_of,
    change,
    figures_unsaid,
    folded_of,
    held,
    kind_of,
    links_of,
    mine,
    plain_of,
)
from marugoto.community.actions.place_words import write_words
from marugoto.community.codes import Checked, ConfirmedBy, Interest, PlaceEnd, Welcome
from marugoto.community.events import PlaceChanged, PlaceConfirmed, PlaceEnded, PlaceListed, PlaceNarrowed, PlaceWidened
from marugoto.community.models import Confirmation, Place, PlaceChange, PlaceEnding, PlaceInterest, PlaceWelcome
from marugoto.community.rules.place import may_narrow, may_tend, may_widen
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


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
    day = local_day(at)
    said = plain_of(values, day) | links_of(by, values)
    if not said.get("name", "").strip():
        no("場所の名前がありません。", "名前を書いてください。").require()
    if "owner" not in said and by.has(Role.COMMUNITY):
        said["owner_id"] = by.team  # whoever writes it in tends it
    place = Place(body=by.body, made_at=at, by=by.duty, **{"district_id": district} | said)
    if place.room_on is None and (place.room_now or place.room_people is not None):
        place.room_on = day
    place.folded = folded_of(place)
    place.save(force_insert=True)
    write_words([place])
    PlaceWelcome.objects.bulk_create(
        PlaceWelcome(body=by.body, made_at=at, place=place, welcome=one, since=day) for one in sorted(set(welcome))
    )
    PlaceInterest.objects.bulk_create(
        PlaceInterest(body=by.body, made_at=at, place=place, interest=one) for one in sorted(set(interests))
    )
    announce(PlaceListed(place=place.pk, type=kind_of(place.kind)), by=by, at=at, area=area_of(place))
    return place


@acting
def change_place(
    *, by: Viewer, at: datetime, place: UUID, values: Mapping[str, Any], version: int | None = None
) -> list[PlaceChange]:
    """Write the fields that differ, each with what it was; nothing that differs, nothing is written.

    `values["district"]`, `owner`, `run_by` and `held_at` are ids or None. What is said of the room carries its day: `room_on`, or
    today. Words that become others without their figure take it with them. With `version` given, refused if somebody else wrote
    meanwhile.
    """
    may_tend(by.roles).require()
    row = held(by, place)
    if version is not None and version != row.version:
        no(
            "あなたが開いたあとで、この場所が書き換えられました。", "いまの内容を確かめて、書き直してください。"
        ).require()
    wanted = plain_of(values, local_day(at)) | links_of(by, values, own=row.pk)
    wanted |= figures_unsaid(row, wanted)
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    if ROOM.intersection(changed) and "room_on" not in values:
        wanted["room_on"] = local_day(at)
        changed += ["room_on"] if row.room_on != local_day(at) else []
    changes = [change(by, at, row, name, wanted[name]) for name in changed]
    if not changes:
        return []
    if not row.name.strip():
        no("場所の名前がありません。", "名前を書いてください。").require()
    row.folded, row.version = folded_of(row), row.version + 1
    row.save()
    write_words([row])
    announce(PlaceChanged(place=row.pk, fields=len(changes)), by=by, at=at, area=area_of(row))
    return changes


@acting
def change_interests(*, by: Viewer, at: datetime, place: UUID, interests: Iterable[Interest]) -> bool:
    """What one does there, as a whole; False when it was so already. The history keeps what it was, in codes."""
    may_tend(by.roles).require()
    row = held(by, place)
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
    announce(PlaceChanged(place=row.pk, fields=1), by=by, at=at, area=area_of(row))
    return True


@acting
def welcome_also(*, by: Viewer, at: datetime, place: UUID, welcome: Welcome, since: date | None = None) -> PlaceWelcome:
    """The place opens to more people: from today on, or since an earlier day that was said."""
    may_tend(by.roles).require()
    row, day = held(by, place), since or local_day(at)
    welcomed = PlaceWelcome.objects.within(by.body).filter(place=row, welcome=welcome, until=None).exists()
    may_widen(since=day, today=local_day(at), welcomed=welcomed).require()
    made = PlaceWelcome.objects.create(body=by.body, made_at=at, place=row, welcome=welcome, since=day)
    _note_welcome(by, at, row, was="", becomes=f"{welcome.value}@{day.isoformat()}")
    announce(PlaceWidened(place=row.pk, welcome=welcome), by=by, at=at, area=area_of(row))
    return made


@acting
def welcome_no_more(
    *, by: Viewer, at: datetime, place: UUID, welcome: Welcome, until: date | None = None
) -> PlaceWelcome:
    """It is closed to them from today on, or since an earlier day that was said; that it was open stays to be read."""
    may_tend(by.roles).require()
    row, day = held(by, place), until or local_day(at)
    standing = PlaceWelcome.objects.within(by.body).filter(place=row, welcome=welcome, until=None).first()
    may_narrow(since=standing.since if standing else None, until=day, today=local_day(at)).require()
    assert standing is not None  # noqa: S101 — the rule above has just said so
    standing.until = day
    standing.save(update_fields=["until"])
    was = f"{welcome.value}@{standing.since.isoformat()}"
    _note_welcome(by, at, row, was=was, becomes=f"@{day.isoformat()}")
    announce(PlaceNarrowed(place=row.pk, welcome=welcome), by=by, at=at, area=area_of(row))
    return standing


def _note_welcome(by: Viewer, at: datetime, row: Place, *, was: str, becomes: str) -> None:
    """In the history of the place: whom, and from which day on."""
    PlaceChange.objects.create(body=by.body, made_at=at, place=row, field=WELCOME, was=was, becomes=becomes, by=by.duty)


@acting
def confirm_place(
    *,
    by: Viewer,
    at: datetime,
    place: UUID,
    how: ConfirmedBy,
    parts: Iterable[Checked] = (),
    link: UUID | None = None,
    said_at: datetime | None = None,
) -> Confirmation:
    """A fact about a check: who, when, how, what was asked for (nothing named: the whole). `said_at`: where the word came later; it
    answers no doubt that was heard after it was said."""
    may_tend(by.roles).require()
    row, moment = mine(by, place), said_at or at
    day, asked = local_day(moment), sorted(set(parts))
    before = Confirmation.objects.within(by.body).filter(place=row, day__lte=day).order_by("-day").first()
    made = Confirmation.objects.create(
        body=by.body, made_at=moment, place=row, day=day, how=how, parts=asked, link_id=link, by=by.duty
    )
    since = (day - before.day).days if before else None
    told = PlaceConfirmed(place=row.pk, how=how, type=kind_of(row.kind), parts=len(asked), since=since)
    announce(told, by=by, at=at, area=area_of(row))
    return made


@acting
def end_place(*, by: Viewer, at: datetime, place: UUID, reason: PlaceEnd) -> PlaceEnding:
    """It leaves the lists, and can be taken up again."""
    may_tend(by.roles).require()
    row = held(by, place)
    made = PlaceEnding.objects.create(body=by.body, made_at=at, place=row, reason=reason, day=local_day(at), by=by.duty)
    announce(PlaceEnded(place=row.pk, end=reason), by=by, at=at, area=area_of(row))
    return made


@acting
def take_up_again(*, by: Viewer, at: datetime, place: UUID) -> None:
    """The ending was a mistake, or the place opened again."""
    may_tend(by.roles).require()
    ended = PlaceEnding.objects.within(by.body).filter(place=place, undone_at=None).update(undone_at=at)
    if not ended:
        no("この場所は終わっていません。").require()
    row = mine(by, place)
    announce(PlaceListed(place=row.pk, type=kind_of(row.kind)), by=by, at=at, area=area_of(row))
