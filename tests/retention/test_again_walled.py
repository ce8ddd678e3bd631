"""The same behind the walls of PostgreSQL: the operator puts an older backup back, and what was destroyed since is destroyed again."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.utils import ProgrammingError

from marugoto.agencies.queries.system import system_viewer
from marugoto.disclosure.actions.books import seal_everywhere
from marugoto.disclosure.models import LookAt
from marugoto.disclosure.queries.books import BOOKS
from marugoto.ledger.models import Fact
from marugoto.ledger.queries.chain import verify
from marugoto.people.models import Household
from marugoto.retention.actions.again import apply_again
from marugoto.retention.codes import RecordKind
from marugoto.retention.models import Destruction, Disposal, Reapplication
from marugoto.web.shell.management.backup import opened_backup, put_back, write_backup
from tests.database import by_the_owner, put_up_walls, unwalled
from tests.disposed import Ended, destroyed, ended, proposed, scheduled, years_pass
from tests.listed import forgotten, ruled
from tests.retention.test_looks import NEXT, OLD, looked, looks
from tests.town import Town

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


@pytest.fixture
def over(town: Town) -> Ended:
    found = ended(town)
    years_pass(town)
    return found


def is_there(town: Town, over: Ended) -> bool:
    with unwalled():
        return Household.objects.within(town.body).filter(pk=over.story.household).exists()


def destroyed_after_the_backup(town: Town, folder: Path, record: RecordKind = RecordKind.HOUSEHOLD) -> Path:
    """Answers the list that is kept beside the backups."""
    kept = folder / "disposals.json"
    with by_the_owner():
        house = dict(connection.settings_dict)
        write_backup(folder / "evening.tar", home=folder / "home", databases={"default": house}, at=town.now)
    scheduled(town, record)
    destroyed(town)
    with by_the_owner():
        call_command("disposals", str(kept))
        with opened_backup(folder / "evening.tar") as opened:
            put_back(opened, home=folder / "there", databases={"default": house})
        put_up_walls()  # as the command does once the tables are back
    return kept


def test_the_operator_destroys_again_and_the_application_cannot(town: Town, over: Ended, tmp_path: Path) -> None:
    kept = destroyed_after_the_backup(town, tmp_path)
    assert is_there(town, over)
    with pytest.raises(ProgrammingError, match="permission denied"):
        apply_again(kept.read_text(encoding="utf-8"), at=town.later())
    with by_the_owner():
        call_command("disposals", str(kept), again=True)
    assert not is_there(town, over)
    with unwalled():
        line = Destruction.objects.within(town.body).get()
        again = Reapplication.objects.within(town.body).get()
    assert (again.item_id, again.rows, again.same) == (line.item_id, line.rows, True)
    with by_the_owner():
        call_command("disposals", str(kept), again=True)
    with unwalled():
        assert Reapplication.objects.within(town.body).count() == 1
        last = Disposal.objects.within(town.body).order_by("-number")[0].number
    forgotten(town)
    ruled(town)
    assert proposed(town).number == last + 1  # the application goes on counting behind its walls


def test_the_looks_of_a_year_are_destroyed_again_and_the_chain_is_told(town: Town, tmp_path: Path) -> None:
    for at in (OLD, OLD + timedelta(days=1), NEXT):
        looked(town, at)
    seal_everywhere(at=town.later())
    kept = destroyed_after_the_backup(town, tmp_path, RecordKind.LOOK)
    assert looks(town) == 3
    with by_the_owner():
        call_command("disposals", str(kept), again=True)
    assert looks(town) == 1
    with unwalled():
        assert not LookAt.objects.within(town.body).filter(made_at__lt=NEXT).exists()
        assert Fact.objects.within(town.body).get(kind="looks.destroyed").num_3 == 2
        assert Reapplication.objects.within(town.body).get().same
    seal_everywhere(at=town.later())
    assert not verify(system_viewer(town.body, town.now), BOOKS).findings
