"""Write what is reckoned with: times, days that differ, and traits in codes. The history keeps what it was."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place_values import area_of, held, says_otherwise
from marugoto.community.codes import Answer, Family
from marugoto.community.events import PlaceChanged
from marugoto.community.models import Place, PlaceChange, PlaceDay, PlaceTime, PlaceTrait
from marugoto.community.rules.opening import Times, may_open, times_words
from marugoto.community.rules.place import may_be_told, may_tend
from marugoto.community.rules.trait import TRAITS, family_of
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

TIMES, DAYS = "times", "days_apart"  # the names under which these changes stand in the history
WHEN = frozenset({"days", "hours"})  # words, and the times beside them


@acting
def say_times(*, by: Viewer, at: datetime, place: UUID, lines: Iterable[Times]) -> bool:
    """When it is open, as a whole; False when it was so already."""
    may_tend(by.roles).require()
    row, wanted = held(by, place), sorted(set(lines), key=times_key)
    may_open(wanted).require()
    kept = PlaceTime.objects.within(by.body).filter(place=row)
    former = sorted((times_of(one) for one in kept), key=times_key)
    if former == wanted:
        return False
    kept.delete()
    PlaceTime.objects.bulk_create(
        PlaceTime(body=by.body, made_at=at, place=row, by=by.duty, **vars(line)) for line in wanted
    )
    _note(by, at, row, [(TIMES, times_words(former), times_words(wanted))])
    return True


@acting
def say_day(
    *,
    by: Viewer,
    at: datetime,
    place: UUID,
    day: date,
    is_open: bool = False,
    opens: time | None = None,
    closes: time | None = None,
    words: str = "",
) -> PlaceDay:
    """One day that differs; said again, the later word holds."""
    may_tend(by.roles).require()
    row = held(by, place)
    if day < local_day(at):
        no("過ぎた日です。", "きょうか、これからの日を書いてください。").require()
    if opens and closes and closes <= opens:
        no("終わりの時刻が、始まりの時刻より前です。", "時刻を直してください。").require()
    words = clean(words, limit=120)
    may_be_told(words).require()
    said = {"is_open": is_open, "opens": opens, "closes": closes, "words": words, "by": by.duty}
    made, _new = PlaceDay.objects.within(by.body).update_or_create(
        body=by.body, place=row, day=day, defaults=said, create_defaults=said | {"made_at": at}
    )
    _note(by, at, row, [(DAYS, "", f"{day} {'open' if is_open else 'closed'}")])
    return made


@acting
def take_day_back(*, by: Viewer, at: datetime, place: UUID, day: date) -> None:
    """It is as on every such weekday after all."""
    may_tend(by.roles).require()
    row = held(by, place)
    gone, _rows = PlaceDay.objects.within(by.body).filter(place=row, day=day).delete()
    if not gone:
        no("その日のことは、書かれていません。").require()
    _note(by, at, row, [(DAYS, str(day), "")])


@acting
def say_traits(
    *, by: Viewer, at: datetime, place: UUID, family: Family, answers: Mapping[str, Answer | None]
) -> list[str]:
    """Yes, no, or None for unknown; what is not named stays as it was. Answers the traits that changed."""
    may_tend(by.roles).require()
    if any(family_of(trait) is not family for trait in answers):
        no("場所のようすの項目が読み取れません。", "画面を開き直してください。").require()
    row = held(by, place)
    kept = {one.trait: one for one in PlaceTrait.objects.within(by.body).filter(place=row, family=family)}
    former = {trait: one.answer for trait, one in kept.items()}
    changed = [trait for trait in TRAITS[family] if trait in answers and answers[trait] != former.get(trait)]
    PlaceTrait.objects.within(by.body).filter(place=row, trait__in=changed).delete()
    PlaceTrait.objects.bulk_create(
        PlaceTrait(body=by.body, made_at=at, place=row, family=family, trait=trait, answer=answer, by=by.duty)
        for trait in changed
        if (answer := answers[trait])
    )
    if changed:
        _note(by, at, row, [(trait, former.get(trait, ""), answers[trait] or "") for trait in changed])
    return changed


def lay_times_aside(by: Viewer, at: datetime, changes: Iterable[PlaceChange]) -> None:
    """Where the words about day or hour have become others: until somebody writes the times anew, the words hold alone."""
    spoken = {one.place_id for one in changes if one.field in WHEN and says_otherwise(one.was, one.becomes)}
    if not spoken:
        return
    kept, former = PlaceTime.objects.within(by.body).filter(place__in=spoken), defaultdict(list)
    for one in kept:
        former[one.place_id].append(times_of(one))
    kept.delete()
    PlaceChange.objects.bulk_create(
        PlaceChange(
            body=by.body,
            made_at=at,
            place_id=place,
            field=TIMES,
            was=times_words(sorted(lines, key=times_key)),
            by=by.duty,
        )
        for place, lines in former.items()
    )


def times_of(row: PlaceTime) -> Times:
    return Times(row.weekday, row.nth, row.opens, row.closes, row.first_month, row.last_month)


def times_key(line: Times) -> tuple[int, int, str, str]:
    return (
        line.weekday,
        line.nth or 0,
        str(line.opens or ""),
        f"{line.closes or ''}{line.first_month}{line.last_month}",
    )


def _note(by: Viewer, at: datetime, row: Place, changes: list[tuple[str, str, str]]) -> None:
    PlaceChange.objects.bulk_create(
        PlaceChange(body=by.body, made_at=at, place=row, field=field, was=was, becomes=becomes, by=by.duty)
        for field, was, becomes in changes
    )
    announce(PlaceChanged(place=row.pk, fields=len(changes)), by=by, at=at, area=area_of(row))
