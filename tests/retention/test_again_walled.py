"""The same behind the walls of PostgreSQL: the operator puts an older backup back, and what was destroyed since is destroyed again."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.utils import ProgrammingError

from marugoto.people.models import Household
from marugoto.retention.actions.again import apply_again
from marugoto.retention.models import Destruction, Disposal, Reapplication
from marugoto.web.shell.management.backup import opened_backup, put_back, write_backup
from tests.database import by_the_owner, put_up_walls, unwalled
from tests.disposed import Ended, destroyed, ended, proposed, scheduled, years_pass
from tests.listed import forgotten, ruled
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


def destroyed_after_the_backup(town: Town, folder: Path) -> Path:
    """Answers the list that is kept beside the backups."""
    kept = folder / "disposals.json"
    with by_the_owner():
        house = dict(connection.settings_dict)
        write_backup(folder / "evening.tar", home=folder / "home", databases={"default": house}, at=town.now)
    scheduled(town)
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
