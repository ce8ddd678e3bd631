"""Somebody from outside at an item of a conference; and a table that speaks of nobody."""

from datetime import timedelta
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import case as cases
from marugoto.conferences.actions.conference import convene, open_conference
from marugoto.conferences.actions.outside import Stranger, ask_outside
from marugoto.conferences.actions.papers import put_together
from marugoto.conferences.actions.topic import Subject, raise_topic, resolve
from marugoto.conferences.codes import KindCode, OutsideKind
from marugoto.conferences.models import AgendaItem, Conference
from marugoto.conferences.queries.papers import newest
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from marugoto.web.meeting.pictures import kept_pictures
from tests.town import Town


def seated_outside(town: Town, item: AgendaItem) -> UUID:
    """The school social worker, who has not opened her seat yet."""
    stranger = Stranger(
        kind=OutsideKind.SCHOOL,
        name="青木 千夏",
        from_where="みなも第二中学校",
        reason="学校での様子を知っている",
        extract="学校に来にくい日が続いています。",
    )
    return ask_outside(by=town("tanaka"), at=town.later(), item=item, stranger=stranger).seat.pk


def copied(town: Town, item: AgendaItem) -> UUID:
    """The papers of the item, with a numbered copy for each who promised."""
    drawn = drawn_for(town("tanaka"), item.case)
    put_together(
        by=town("tanaka"), at=town.later(), item=item, on_paper=True, family=drawn["family"], around=drawn["around"]
    )
    page = newest(town("tanaka"), item.pk)
    assert page
    return page.copies[0].copy


@looking
def drawn_for(viewer: Viewer, case: UUID) -> dict[str, str]:
    """The two pictures, as the door draws them."""
    page = cases.get(viewer, case)
    assert page
    return kept_pictures(viewer, page)


def table_above(town: Town, kind: KindCode = KindCode.STAFF_TABLE) -> Conference:
    """Called and begun, with nothing on its agenda but one topic."""
    begins = town.later() + timedelta(hours=1)
    by, ends = town("tanaka"), begins + timedelta(hours=1)
    row = convene(by=by, at=town.now, kind=kind, begins_at=begins, ends_at=ends)
    raise_topic(by=by, at=town.later(), kind=kind, subject=Subject("税の窓口からのつなぎ方"), conference=row)
    open_conference(by=town("tanaka"), at=town.later(), conference=row)
    return row


def settled_above(town: Town) -> dict[str, UUID]:
    """At the table of section chiefs something was settled about a topic."""
    meeting = table_above(town)
    kind, subject = KindCode.STAFF_TABLE, Subject("税の窓口での声のかけ方")
    topic = raise_topic(by=town("tanaka"), at=town.later(), kind=kind, subject=subject, conference=meeting)
    due = local_day(town.now) + timedelta(days=30)
    taker = town("tanaka").duty
    made = resolve(by=town("tanaka"), at=town.later(), topic=topic, words="声かけの紙を作る", taken_by=taker, due=due)
    return {"topic": topic.pk, "resolution": made.pk}
