"""A look that is written while its page is drawn: it stands before the page leaves, or nothing leaves (PostgreSQL only)."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from marugoto.agencies.viewer import Sight, Viewer
from marugoto.disclosure.actions.audit import NotWritten, written_meanwhile
from marugoto.disclosure.models import Look
from marugoto.ground.models import Counter
from marugoto.ground.underway import can_go_ahead
from tests.database import unwalled

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


@pytest.fixture
def viewer(transactional_db: None) -> Viewer:
    return Viewer(body="990019", worker=uuid4(), duty=uuid4(), team=uuid4(), agency=uuid4(), roles=frozenset(), at=NOW)


def looks() -> list[list[UUID]]:
    with unwalled():
        rows = Look.objects.everywhere("a test").order_by("pk").values_list("folders", flat=True)
        return sorted([UUID(folder) for folder, _part, _basis in row] for row in rows)


def test_it_stands_when_the_block_ends(viewer: Viewer) -> None:
    folder = uuid4()
    viewer.sight.shows(folder, "basic")
    with written_meanwhile(by=viewer, at=NOW, page="desk:household"):
        drawn = "page"
    assert (drawn, looks()) == ("page", [[folder]])
    assert can_go_ahead()  # and the connection is as it was


def test_what_is_asked_meanwhile_is_answered_with_the_same_eyes_and_told_of(viewer: Viewer) -> None:
    first, second = sorted([uuid4(), uuid4()])
    with unwalled():
        Counter.objects.create(body="990019", name="case", value=3)
        Counter.objects.create(body="990027", name="case", value=5)
    viewer.sight.shows(first, "basic")
    with written_meanwhile(by=viewer, at=NOW, page="desk:household"):
        seen = [row.value for row in Counter.objects.everywhere("row security alone decides here")]
        viewer.sight.shows(second, "support")
    assert seen == [3]
    assert looks() == [[first], [second]]


def test_nothing_is_written_in_the_block(viewer: Viewer) -> None:
    viewer.sight.shows(uuid4(), "basic")
    with pytest.raises(NotWritten, match="read-only"), written_meanwhile(by=viewer, at=NOW, page="desk:household"):
        Counter.objects.create(body="990019", name="case", value=3)
    assert can_go_ahead()


def test_whoever_saw_nobody_leaves_no_look(viewer: Viewer) -> None:
    with written_meanwhile(by=viewer, at=NOW, page="desk:household"):
        pass
    assert looks() == []


def test_what_the_database_refuses_is_said_and_the_next_page_comes(viewer: Viewer) -> None:
    good, broken = viewer, replace(viewer, at=NOW, body="99001\n9", sight=Sight())
    for one in (good, broken):
        one.sight.shows(uuid4(), "basic")
    with pytest.raises(NotWritten), written_meanwhile(by=broken, at=NOW, page="desk:household"):
        pass
    assert looks() == []
    with written_meanwhile(by=good, at=NOW, page="desk:household"):
        pass
    assert len(looks()) == 1


def test_it_does_not_go_ahead_within_a_transaction(viewer: Viewer) -> None:
    assert can_go_ahead()
    with transaction.atomic():
        assert not can_go_ahead()
