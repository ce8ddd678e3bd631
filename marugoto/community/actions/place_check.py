"""Keep the list alive: a round of checks, tries that reached nobody, doubts, and promises to the host."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place import confirm_place
from marugoto.community.actions.place_values import area_of, held, mine
from marugoto.community.codes import ConfirmedBy, DoubtReason, PromiseKind, Sayer, TryWay
from marugoto.community.events import PlaceDoubted, PlacePromised, PlaceTried, PromiseLifted
from marugoto.community.models import Confirmation, ContactTry, Place, PlaceDoubt, PlacePromise
from marugoto.community.rules.place import may_tend
from marugoto.community.rules.promise import Promised, in_force, may_be_contacted, may_promise
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

MOST_AT_ONCE = 200


@acting
def confirm_many(*, by: Viewer, at: datetime, places: Iterable[UUID], how: ConfirmedBy) -> int:
    """「変わりありません」 of each place that was called: a check for each, by the same hand. Answers how many."""
    chosen = sorted(set(places))
    if not chosen:
        no("場所が選ばれていません。", "「変わりありません」と聞いた場所に印をつけてください。").require()
    if len(chosen) > MOST_AT_ONCE:
        no("一度に確かめられるのは200か所までです。", "分けて送ってください。").require()
    for place in chosen:
        confirm_place(by=by, at=at, place=place, how=how)
    return len(chosen)


@acting
def note_try(*, by: Viewer, at: datetime, place: UUID, way: TryWay) -> ContactTry:
    """Somebody tried and reached nobody."""
    may_tend(by.roles).require()
    row = mine(by, place)
    may_be_contacted(promises_of(by, row, local_day(at))).require()
    made = ContactTry.objects.create(body=by.body, made_at=at, place=row, day=local_day(at), way=way, by=by.duty)
    tries = ContactTry.objects.within(by.body).filter(place=row)
    last = Confirmation.objects.within(by.body).filter(place=row).order_by("-made_at").first()
    count = tries.filter(made_at__gt=last.made_at).count() if last else tries.count()
    announce(PlaceTried(place=row.pk, way=way, tries=count), by=by, at=at, area=area_of(row))
    return made


@acting
def doubt_place(*, by: Viewer, at: datetime, place: UUID, reason: DoubtReason) -> PlaceDoubt:
    """Why a link did not happen, or what was heard. Everybody who supports may say so; it says nothing of any person."""
    row = mine(by, place)
    made = PlaceDoubt.objects.create(body=by.body, made_at=at, place=row, day=local_day(at), reason=reason, by=by.duty)
    announce(PlaceDoubted(place=row.pk, reason=reason), by=by, at=at, area=area_of(row))
    return made


@acting
def promise(
    *,
    by: Viewer,
    at: datetime,
    place: UUID,
    kind: PromiseKind,
    said_by: Sayer,
    until: date | None = None,
    words: str = "",
) -> PlacePromise:
    """Not to list it, or not to contact the host, from today on."""
    may_tend(by.roles).require()
    row, day = held(by, place), local_day(at)
    may_promise(since=day, until=until).require()
    open_ones = PlacePromise.objects.within(by.body).filter(place=row, kind=kind, lifted_at=None)
    if kind in promises_of(by, row, day):
        no("この約束は、もう残っています。", "期限を変えるときは、いったん解いてください。").require()
    open_ones.update(lifted_at=at, lifted_by=by.duty)  # it had run out by its day
    made = PlacePromise.objects.create(
        body=by.body,
        made_at=at,
        place=row,
        kind=kind,
        said_by=said_by,
        words=clean(words, limit=200),
        since=day,
        until=until,
        by=by.duty,
    )
    announce(PlacePromised(place=row.pk, promise=kind, until=until), by=by, at=at, area=area_of(row))
    return made


@acting
def lift_promise(*, by: Viewer, at: datetime, place: UUID, kind: PromiseKind) -> None:
    """The host said otherwise."""
    may_tend(by.roles).require()
    row = mine(by, place)
    standing = PlacePromise.objects.within(by.body).filter(place=row, kind=kind, lifted_at=None)
    if not standing.update(lifted_at=at, lifted_by=by.duty):
        no("この約束は、残っていません。").require()
    announce(PromiseLifted(place=row.pk, promise=kind), by=by, at=at, area=area_of(row))


def promises_of(by: Viewer, place: Place, day: date) -> frozenset[PromiseKind]:
    """In force on that day; one query."""
    rows = PlacePromise.objects.within(by.body).filter(place=place, lifted_at=None)
    return in_force((Promised(PromiseKind(row.kind), row.since, row.until) for row in rows), day)
