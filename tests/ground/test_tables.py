"""Tables made at once are the tables that would be made one after the other, and can be unmade."""

import pytest
from django.db import connection, migrations, models
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState

from marugoto.ground.tables import MakeTables

LABEL = "ground"


def steps() -> list[Operation]:
    """Two that point at each other, an index and a constraint: what a package's beginning consists of."""
    ident = ("id", models.UUIDField(primary_key=True))
    return [
        migrations.CreateModel("House", [ident, ("name", models.CharField(max_length=20))]),
        migrations.CreateModel("Door", [ident, ("of", models.ForeignKey("ground.House", models.PROTECT))]),
        migrations.AddField("House", "front", models.ForeignKey("ground.Door", models.PROTECT, null=True)),
        migrations.AddIndex("Door", models.Index(fields=["of", "id"], name="doors_of_a_house")),
        migrations.AddConstraint("House", models.UniqueConstraint(fields=["name"], name="one_house_of_a_name")),
    ]


def test_what_is_kept_in_mind_is_the_same() -> None:
    at_once, one_by_one = ProjectState(), ProjectState()
    MakeTables(steps()).state_forwards(LABEL, at_once)
    for step in steps():
        step.state_forwards(LABEL, one_by_one)
    assert sorted(at_once.models) == [(LABEL, "door"), (LABEL, "house")]
    assert {key: said(one) for key, one in at_once.models.items()} == {
        key: said(one) for key, one in one_by_one.models.items()
    }


@pytest.mark.sqlite  # elsewhere the application's own role makes no tables; there every other test stands on them
@pytest.mark.django_db(transaction=True)
def test_they_stand_in_the_database_and_go_again() -> None:
    before, after, tables = ProjectState(), ProjectState(), MakeTables(steps())
    tables.state_forwards(LABEL, after)
    with connection.schema_editor() as editor:
        tables.database_forwards(LABEL, editor, before, after)
    try:
        assert {"ground_house", "ground_door"} <= names()
        with connection.cursor() as cursor:
            doors = connection.introspection.get_constraints(cursor, "ground_door")
            houses = connection.introspection.get_constraints(cursor, "ground_house")
        assert doors["doors_of_a_house"]["columns"] == ["of_id", "id"]
        assert houses["one_house_of_a_name"]["unique"]
        assert ("ground_door", "id") in {one["foreign_key"] for one in houses.values()}
    finally:
        with connection.schema_editor() as editor:
            tables.database_backwards(LABEL, editor, after, before)
    assert not {"ground_house", "ground_door"} & names()


def said(model: ModelState) -> object:
    fields = {name: field.deconstruct()[1:] for name, field in model.fields.items()}
    return fields, [one.name for key in ("indexes", "constraints") for one in model.options.get(key, ())]


def names() -> set[str]:
    with connection.cursor() as cursor:
        return set(connection.introspection.table_names(cursor))
