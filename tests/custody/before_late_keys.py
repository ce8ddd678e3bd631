"""Run by `test_late_keys` in an empty database: what was told of late balls before, the way from there, and what it says then.

As the owner of the tables, with the walls up: on PostgreSQL nobody reads a row there without saying so.
"""

import json
import os
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

os.environ["DJANGO_SETTINGS_MODULE"] = "marugoto.settings.testing"

import django
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE, AFTER = [("custody", "0008_name_improvements")], [("custody", "0009_say_whose_lateness_was_told")]
START = datetime(2026, 10, 1, 1, 0, tzinfo=UTC)
TOLD = START + timedelta(days=30)
KEPT = {"body": "990019", "made_at": START}
DAY = "2026-10-20"


def main() -> None:
    django.setup()
    holder = _written(_moved(BEFORE))
    _walls("FORCE")
    apps = _moved(AFTER)
    _walls("NO FORCE")
    rows = _rows(apps, "EscalationTold").select_related("ball").order_by("occasion")
    said = [(row.ball.theme, row.whom, row.occasion.replace(holder, "holder")) for row in rows]
    print(json.dumps(said))


def _moved(to: list[tuple[str, str]]) -> Any:
    MigrationExecutor(connection).migrate(to)
    return MigrationExecutor(connection).loader.project_state(to).apps


def _walls(force: str) -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            if table.startswith("custody_"):
                cursor.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY, {force} ROW LEVEL SECURITY')


def _rows(apps: Any, model: str, app: str = "custody") -> Any:
    return apps.get_model(app, model)._base_manager.all()


def _written(apps: Any) -> str:
    agency = _rows(apps, "Agency", "agencies").create(**KEPT, name="社協", short="社協", field="welfare")
    team = _rows(apps, "Team", "agencies").create(**KEPT, agency=agency, name="甲")
    worker = _rows(apps, "Worker", "agencies").create(**KEPT, name="安", kana="安")
    duty = _rows(apps, "Duty", "agencies").create(
        **KEPT, worker=worker, team=team, name="担当", roles="worker", since=date(2024, 4, 1)
    )
    held = {"holder": team, "in_charge": duty}
    lies = _ball(apps, "lies", **held)
    handed = _ball(apps, "handed", **held | {"since": TOLD + timedelta(days=1)})
    over = _ball(apps, "over", **held)
    over.settlement = _rows(apps, "Settlement").create(
        **KEPT, ball=over, team=team, outcome="achieved", at=TOLD, by=duty.pk
    )
    over.save()
    for ball in (lies, handed, over):
        _told(apps, ball, "tower", f"late:{DAY}")
    _told(apps, lies, "chief", f"late:{DAY}")
    _told(apps, lies, "chief", f"late:{DAY}:{team.pk.hex}")
    _told(apps, lies, "tower", "stuck:1", alarm="stuck")
    hexed: str = team.pk.hex
    return hexed


def _ball(apps: Any, theme: str, **held: Any) -> Any:
    said = {"matter_kind": "case", "matter": uuid4(), "number": theme, "theme": theme, "urgency": "usual"}
    return _rows(apps, "Ball").create(**KEPT | {"since": START} | said | held)


def _told(apps: Any, ball: Any, whom: str, occasion: str, alarm: str = "late") -> None:
    _rows(apps, "EscalationTold").create(
        **KEPT | {"made_at": TOLD}, ball=ball, alarm=alarm, occasion=occasion, whom=whom, day=TOLD.date()
    )


if __name__ == "__main__":
    main()
