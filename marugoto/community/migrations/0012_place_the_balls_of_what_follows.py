"""Each task that follows gets the ball it would have had: the open ones with whoever holds them now, the ended ones settled.

Who held one before, and since when, becomes the history of its ball. A task whose holder has left lies with the head of the team, to be
handed over, or where nobody is left, with the team of last resort: as balls do.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import uuid4

from django.db import migrations
from django.utils import timezone as clock

WALLED = (
    "agencies_district",
    "agencies_duty",
    "agencies_dutyending",
    "agencies_team",
    "community_dialogue",
    "community_fieldnote",
    "community_fieldtask",
    "community_fieldtaskending",
    "community_fieldtaskholding",
    "community_training",
    "custody_ball",
    "custody_handover",
    "custody_holding",
    "custody_settlement",
)
OUTCOMES = {"done": "achieved", "dropped": "not_needed"}
ALPHABET, LENGTH, SPLIT = "2345679ACDEFHJKMNPRTWXY", 6, 3
JAPAN = timezone(timedelta(hours=9))
CHUNK = 500


class Heir(NamedTuple):
    duty: Any
    how: str


def carry(apps: Any, schema_editor: Any) -> None:
    postgres = schema_editor.connection.vendor == "postgresql"
    with schema_editor.connection.cursor() as cursor:  # the owner reads all
        for table in WALLED if postgres else ():
            cursor.execute(f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY')
        Carrier(apps, clock.now()).carry()
        if postgres:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in WALLED if postgres else ():
            cursor.execute(f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY')


class Carrier:
    def __init__(self, apps: Any, now: datetime) -> None:
        self.apps, self.now = apps, now
        self.today = now.astimezone(JAPAN).date()
        self.numbers: dict[str, set[str]] = {}

    def rows(self, app: str, model: str) -> Any:
        return self.apps.get_model(app, model)._base_manager.all()

    def carry(self) -> None:
        tasks = self.rows("community", "FieldTask").filter(ball=None).order_by("pk")
        waiting = list(tasks.values_list("pk", flat=True))
        if not waiting:
            return
        self.present = self._present()
        self.resorts = {team.body: team for team in self.rows("agencies", "Team").filter(last_resort=True)}
        for first in range(0, len(waiting), CHUNK):
            self._carry_some(tasks.filter(pk__in=waiting[first : first + CHUNK]))

    def _present(self) -> dict[tuple[str, Any], list[Any]]:
        """Who wears a hat today, by body and team, by seniority."""
        ended = self.rows("agencies", "DutyEnding").filter(day__lte=self.today, taken_back=None)
        gone = set(ended.values_list("duty", flat=True))
        found: dict[tuple[str, Any], list[Any]] = defaultdict(list)
        duties = self.rows("agencies", "Duty").filter(since__lte=self.today).order_by("since", "pk")
        for duty in duties.select_related("team"):
            if duty.pk not in gone and (duty.until is None or duty.until > self.today):
                found[duty.body, duty.team_id].append(duty)
        return found

    def _carry_some(self, tasks: Any) -> None:
        tasks = list(tasks.select_related("holder__team", "note", "dialogue", "training"))
        keys = [task.pk for task in tasks]
        endings = {one.task_id: one for one in self.rows("community", "FieldTaskEnding").filter(task__in=keys)}
        handed: dict[Any, list[Any]] = defaultdict(list)
        given = self.rows("community", "FieldTaskHolding").filter(task__in=keys)
        for one in given.select_related("giver", "taker").order_by("made_at", "pk"):
            handed[one.task_id].append(one)
        for task in tasks:
            self._carry_one(task, handed[task.pk], endings.get(task.pk))

    def _carry_one(self, task: Any, handed: list[Any], ending: Any) -> None:
        stretches = list(self._stretches(task, handed))
        heir = None if ending else self._heir(task)
        if heir is not None:
            stretches.append((heir.duty, self.now, heir.how, task.by))
        duty, since, _how, _by = stretches[-1]
        ball = self.rows("custody", "Ball").create(
            body=task.body,
            made_at=task.made_at,
            matter_kind="follow_up",
            matter=task.pk,
            theme="follow_up",
            urgency="usual",
            area=self._area(task),
            holder_id=duty.team_id,
            in_charge_id=duty.pk,
            since=since,
            due_on=task.due,
            **self._named(task.body),
        )
        self._keep_history(ball, stretches, ending)
        if heir is not None:
            self.rows("custody", "HandOver").create(
                body=task.body, made_at=self.now, ball=ball, left_id=task.holder_id, to_id=duty.pk, since=self.now
            )
        task.ball = ball
        task.save(update_fields=["ball"])

    def _stretches(self, task: Any, handed: list[Any]) -> Iterator[tuple[Any, datetime, str, Any]]:
        """Whose it was, since when, how it came there, and who made it so."""
        first = handed[0].giver if handed else task.holder
        yield first, task.made_at, "placed", task.by
        team = first.team_id
        for one in handed:
            yield one.taker, one.made_at, "assigned" if one.taker.team_id == team else "caught", one.by
            team = one.taker.team_id

    def _keep_history(self, ball: Any, stretches: list[tuple[Any, datetime, str, Any]], ending: Any) -> None:
        begins = [since for _duty, since, _how, _by in stretches]
        ends: list[datetime | None] = [*begins[1:], max(ending.made_at, begins[-1]) if ending else None]
        for turn, ((duty, since, how, by), until) in enumerate(zip(stretches, ends, strict=True), 1):
            self.rows("custody", "Holding").create(
                body=ball.body,
                made_at=since,
                ball=ball,
                turn=turn,
                team_id=duty.team_id,
                in_charge_id=duty.pk,
                since=since,
                until=until,
                how=how,
                by=by,
            )
        if ending is None:
            return
        ball.settlement = self.rows("custody", "Settlement").create(
            body=ball.body,
            made_at=ending.made_at,
            ball=ball,
            team_id=ball.holder_id,
            outcome=OUTCOMES[ending.end],
            at=ending.made_at,
            by=ending.by,
        )
        ball.save(update_fields=["settlement"])

    def _heir(self, task: Any) -> Heir | None:
        """None while the holder is there; and where nobody is left at all."""
        people = self.present[task.body, task.holder.team_id]
        if any(duty.pk == task.holder_id for duty in people):
            return None
        for team, how in ((task.holder.team, "inherited"), (self.resorts.get(task.body), "taken_in")):
            there = self.present[task.body, team.pk] if team is not None else []
            if there:
                return Heir(next((duty for duty in there if duty.pk == team.head_id), there[0]), how)
        return None

    def _area(self, task: Any) -> str:
        source = task.note or task.dialogue or task.training
        district = self.rows("agencies", "District").filter(pk=source.district_id).first()
        return district.code if district else ""

    def _named(self, body: str) -> dict[str, Any]:
        """An id, and the number by which the ball is said."""
        if body not in self.numbers:
            self.numbers[body] = set(self.rows("custody", "Ball").filter(body=body).values_list("number", flat=True))
        ball, attempt = uuid4(), 0
        while (number := _number(ball.bytes, attempt)) in self.numbers[body]:
            attempt += 1
        self.numbers[body].add(number)
        return {"id": ball, "number": number}


def _number(ball: bytes, attempt: int) -> str:
    left, signs = int.from_bytes(sha256(ball + bytes([attempt])).digest()[:8], "big"), ""
    for _ in range(LENGTH):
        left, place = divmod(left, len(ALPHABET))
        signs += ALPHABET[place]
    return f"{signs[:SPLIT]}-{signs[SPLIT:]}"


class Migration(migrations.Migration):
    dependencies = [("community", "0011_give_what_follows_a_ball")]
    operations = [migrations.RunPython(carry, migrations.RunPython.noop)]
