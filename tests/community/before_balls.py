"""Run by `test_task_balls` in an empty database: the tables of before, rows in them, the way from there, and what lies there then.

As the owner of the tables, with the walls up: on PostgreSQL nobody reads a row there without saying so.
"""

import json
import os
from datetime import UTC, date, datetime, timedelta
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "marugoto.settings.testing"

import django
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE = [("community", "0010_call_photos_by_number"), ("custody", "0004_admit_standing_members")]
AFTER = [("community", "0013_say_by_the_ball_who_holds")]
BODY, START = "990019", datetime(2026, 10, 1, 1, 0, tzinfo=UTC)
LONG_AGO = date(2024, 4, 1)


def main() -> None:
    django.setup()
    _written(_moved(BEFORE))
    _walls("FORCE")
    apps = _moved(AFTER)
    _walls("NO FORCE")
    print(json.dumps({task.words: _told(apps, task) for task in _rows(apps, "community", "FieldTask")}))


def _moved(to: list[tuple[str, str]]) -> Any:
    executor = MigrationExecutor(connection)
    executor.migrate(to)
    return MigrationExecutor(connection).loader.project_state(to).apps


def _walls(force: str) -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            if table.startswith(("agencies_", "community_", "custody_")):
                cursor.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY, {force} ROW LEVEL SECURITY')


def _rows(apps: Any, app: str, model: str) -> Any:
    return apps.get_model(app, model)._base_manager.all()


def _written(apps: Any) -> None:
    """安 and 便 hold; 千 and 団 have left: of 千's team 安 is there, of 団's nobody."""
    kept = {"body": BODY, "made_at": START}
    agency = _rows(apps, "agencies", "Agency").create(**kept, name="社協", short="社協", field="welfare")
    teams = {
        name: _rows(apps, "agencies", "Team").create(**kept, agency=agency, name=name, last_resort=name == "受け皿")
        for name in ("甲", "乙", "丙", "受け皿")
    }
    duties = {
        name: _duty(apps, name, teams[team])
        for name, team in zip("安便千団恵", ("甲", "乙", "甲", "丙", "受け皿"), strict=True)
    }
    for name in "千団":
        _rows(apps, "agencies", "DutyEnding").create(
            **kept, duty=duties[name], day=date(2026, 10, 20), by=duties["恵"], reason="異動"
        )
    teams["甲"].head = duties["安"]
    teams["甲"].save()
    _tasks(apps, duties)


def _duty(apps: Any, name: str, team: Any) -> Any:
    kept = {"body": BODY, "made_at": START}
    worker = _rows(apps, "agencies", "Worker").create(**kept, name=name, kana=name)
    return _rows(apps, "agencies", "Duty").create(
        **kept, worker=worker, team=team, name="担当", roles="community", since=LONG_AGO
    )


def _tasks(apps: Any, duties: dict[str, Any]) -> None:
    kept = {"body": BODY, "made_at": START, "by": duties["安"].pk}
    north = _rows(apps, "agencies", "District").create(body=BODY, made_at=START, code="north", name="北")
    note = _rows(apps, "community", "FieldNote").create(
        **kept, day=START.date(), kind="visit", words="縁側に7人。", district=north
    )
    said = {"partner": "branch", "partner_name": "北支所", "theme": "other", "said": "足りない。"}
    talk = _rows(apps, "community", "Dialogue").create(**kept, day=START.date(), **said)
    for words, holder, source in (
        ("そのまま", "安", {"note": note}),
        ("渡した", "便", {"note": note}),
        ("すんだ", "便", {"note": note}),
        ("やめた", "安", {"dialogue": talk}),
        ("異動", "千", {"note": note}),
        ("だれもいない", "団", {"dialogue": talk}),
    ):
        task = _rows(apps, "community", "FieldTask").create(
            **kept, reason="follow_up", words=words, due=date(2026, 12, 1), holder=duties[holder], **source
        )
        if holder == "便":
            given = kept | {"made_at": START + timedelta(days=2)}
            _rows(apps, "community", "FieldTaskHolding").create(
                **given, task=task, giver=duties["安"], taker=duties["便"]
            )
        if words in {"すんだ", "やめた"}:
            ended = kept | {"made_at": START + timedelta(days=5)}
            end = "done" if words == "すんだ" else "dropped"
            _rows(apps, "community", "FieldTaskEnding").create(**ended, task=task, end=end, words="そうなった。")


def _told(apps: Any, task: Any) -> dict[str, Any]:
    ball = task.ball
    ending = _rows(apps, "community", "FieldTaskEnding").filter(task=task).first()
    waits = _rows(apps, "custody", "HandOver").filter(ball=ball, until=None).first()
    return {
        "own": ball.matter == task.pk,
        "held": [ball.holder.name, ball.in_charge.worker.name, ball.matter_kind, ball.area, ball.due_on.isoformat()],
        "turns": [
            [one.turn, one.team.name, one.in_charge.worker.name, one.how, one.until is None]
            for one in _rows(apps, "custody", "Holding").filter(ball=ball).order_by("turn")
        ],
        "over": ball.settlement.outcome if ball.settlement else "",
        "end": [ending.end, ending.words] if ending else [],
        "left": waits.left.worker.name if waits else "",
    }


if __name__ == "__main__":
    main()
