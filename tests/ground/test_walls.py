"""Row security reaches every table that exists, whichever migration made it: it is installed by model, once all migrations have run."""

from datetime import timedelta

import pytest
from django.db import connection, transaction

from marugoto.agencies.actions.leaving import Written, leave
from marugoto.agencies.models import CounterpartEnding, Leaving, Unsent
from marugoto.agencies.viewer import Viewer
from marugoto.ground.context import entered
from marugoto.ground.models import Wall
from marugoto.ground.rowsecurity import guarded_models, wall_of
from marugoto.kernel.jst import local_day
from marugoto.people.actions.party import name_party
from marugoto.people.actions.protection import protect
from marugoto.people.models import OtherParty, OtherPartyEnding
from proofs._walls import uniform
from tests.story import one_household
from tests.town import SHIOMI, Town, settle_town

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
MADE_LATER = (OtherParty, OtherPartyEnding, Leaving, Unsent)  # each by a migration of its own


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def seen(by: Viewer, table: str) -> int:
    """With the eyes of this viewer, by plain SQL under the application's role."""
    with transaction.atomic(), entered(by), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])


def test_no_table_stands_without_its_wall() -> None:
    said = uniform()
    assert said["tables without their wall, otherwise"] == 0
    assert said["kinds of tables with policies otherwise"] == 0
    walled = [one for one in guarded_models() if wall_of(one) not in {Wall.FRAMEWORK, Wall.DIRECTORY}]
    assert set(MADE_LATER) <= set(walled)
    assert wall_of(CounterpartEnding) is Wall.DIRECTORY  # names of offices alone


def test_rows_of_tables_made_later_are_not_there_for_another_body(town: Town) -> None:
    """And the other party, in the folder of the protected address, is there for the listed alone."""
    person, by = one_household(town).person, town("tanaka")
    due = local_day(town.now) + timedelta(days=300)
    protect(by=by, at=town.later(), person=person, listed=[by.worker], reason="DV等支援措置", due=due)
    name_party(by=town("tanaka"), at=town.later(), person=person, name="早川 進")
    leave(by=town("tanaka"), at=town.later(), idle=False, written=[Written("/", "/", (("words", "続き"),))])
    for model in (OtherParty, Leaving, Unsent):
        table = model._meta.db_table
        assert seen(town("tanaka"), table) == 1, table
        assert seen(town("wakui", SHIOMI), table) == 0, table
    assert seen(town("ogawa"), "people_otherparty") == 0
