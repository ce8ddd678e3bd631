"""Destroy the looks of a fiscal year. The seals keep what they say of them, and a fact says that they are gone, and how many."""

from datetime import date, datetime
from uuid import UUID

from django.db import connection

from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.models import Look, LookAt, LookSign, SignReply, SignReview
from marugoto.ground.transaction import acting
from marugoto.ledger.actions import announce
from marugoto.ledger.queries.book import EPOCH
from marugoto.ledger.queries.fact import read
from marugoto.retention.actions.reach import Reach
from marugoto.retention.codes import Obstacle, RecordKind
from marugoto.retention.events import LooksDestroyed
from marugoto.retention.models import Destruction, DisposalItem, DisposalTarget
from marugoto.retention.queries.look import MOMENT, against_looks, looks_of
from marugoto.retention.rules.look import year_of
from marugoto.retention.rules.proof import commitment

BOOK = "disclosure_look"


def reach_of_looks(by: Viewer, closed_on: date) -> Reach:
    return Reach(against_looks(by, closed_on), rows=looks_of(by, closed_on), persons=0, staying=0)


def dispose_looks(by: Viewer, item: DisposalItem, target: DisposalTarget) -> frozenset[Obstacle]:
    """Writes the line; on PostgreSQL the same function as for anything else does all of it. On SQLite the looks lie in a file of
    their own, which no transaction spans: there they go once the line is written (`sweep_looks`), and a crash between loses nothing.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT marugoto_dispose(%s)", [item.pk])
            said = cursor.fetchone()[0]
            return frozenset(Obstacle(code) for code in said.split(",") if code)
    found, rows = against_looks(by, item.closed_on), looks_of(by, item.closed_on)
    if found or not rows:
        return found or frozenset({Obstacle.GONE})
    _signs_destroyed(item.body, item.closed_on)
    Destruction.objects.create(
        body=by.body,
        made_at=by.at,
        item=item,
        rows=rows,
        counts={BOOK: rows},
        commitment=commitment(target.salt, [(BOOK, target.subject)]),
    )
    return frozenset()


def tell_looks(by: Viewer, at: datetime, item: DisposalItem, rows: int) -> None:
    """The fact by which the chain knows that they did not go any other way."""
    since, end = ((moment - EPOCH) // MOMENT for moment in year_of(item.closed_on))
    announce(LooksDestroyed(item=item.pk, since=since, before=end, rows=rows), by=by, at=at)


@acting
def sweep_looks(*, by: Viewer, at: datetime) -> int:
    """On SQLite: whatever is left of years whose line is written; also what an older copy of the file of looks brought back."""
    if connection.vendor == "postgresql":
        return 0
    gone = 0
    lines = DisposalItem.objects.within(by.body).filter(record=RecordKind.LOOK, destruction__isnull=False)
    for closed_on in lines.values_list("closed_on", flat=True):
        gone += _looks_destroyed(by.body, closed_on)
    return gone


def dispose_looks_again(item: DisposalItem, line: Destruction, at: datetime) -> tuple[int, bool]:
    """After a backup brought them back; as the owner of the tables. How many went, and whether they were as many."""
    gone = _looks_destroyed(item.body, item.closed_on)
    if gone:
        _signs_destroyed(item.body, item.closed_on)
        by = system_viewer(item.body, at)
        if all(fact.ref_1 != item.pk for fact in read(by, kinds=[LooksDestroyed.kind])):  # told once: it is a sum
            tell_looks(by, at, item, gone)
    return gone, gone == line.counts.get(BOOK)


def _looks_destroyed(body: str, closed_on: date) -> int:
    since, end = year_of(closed_on)
    LookAt.objects.within(body).filter(made_at__gte=since, made_at__lt=end).delete()
    gone, _rows = Look.objects.within(body).filter(made_at__gte=since, made_at__lt=end).delete()
    return gone


def _signs_destroyed(body: str, closed_on: date) -> None:
    """What was found of these looks, and what was said of it."""
    since, end = year_of(closed_on)
    signs = LookSign.objects.within(body).filter(at__gte=since, at__lt=end)
    ids: list[UUID] = list(signs.values_list("pk", flat=True))
    reviews = SignReview.objects.within(body).filter(sign__in=ids)
    replies = SignReply.objects.within(body).filter(review__in=list(reviews.values_list("pk", flat=True)))
    for rows in (replies, reviews, signs):
        rows.delete()
