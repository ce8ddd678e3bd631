"""The walls as they stand in the database: the same words on every table of one kind, and no verb that a wall does not allow."""

from collections import defaultdict
from typing import Any

from django.db import connection

from marugoto.ground.models import Wall
from marugoto.ground.rowsecurity import guarded_models, wall_of
from marugoto.retention.walls import SIGNED
from proofs._policies import Town, probe

READS_ALL = ("context: true",)
NO_WAY = "refused: 42501"  # insufficient_privilege: by the grants of the table, or by the policy


def probed(town: Town) -> dict[str, Any]:
    """How many verbs did what they may not. What they may do is held by the worlds, and by the mutants."""
    found = probe(town)
    wrong = [name for name, done in found.items() if _forbidden(name) and done not in {NO_WAY, "0 rows"}]
    idle = [name for name in found if name in READS_ALL and found[name] == "0 rows"]
    return {"verbs and contexts tried": len(found), "verbs and contexts: otherwise": len(wrong) + len(idle)}


def _forbidden(name: str) -> bool:
    if name.startswith("context:"):
        return name not in READS_ALL
    added_only = "disclosure_emergency" in name and ("update" in name or "delete" in name)
    return "another body" in name or name == "tower reads folders" or added_only


def uniform() -> dict[str, Any]:
    """Tables of one kind carry one and the same policies, word by word; a table without its wall is counted too."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename, roles::text, cmd, qual, with_check FROM pg_policies WHERE schemaname = 'public'"
        )
        rows = cursor.fetchall()
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        walled = {row[0] for row in cursor.fetchall()}
    by_table = defaultdict[str, set[tuple[str, ...]]](set)
    for table, roles, cmd, qual, check in rows:
        said = tuple(str(words).replace(table, "") for words in (roles, cmd, qual, check))
        by_table[table].add(said)
    kinds = defaultdict[tuple[Any, ...], set[frozenset[tuple[str, ...]]]](set)
    bare, tables = 0, 0
    for model in guarded_models():
        wall, table = wall_of(model), model._meta.db_table
        if wall in {Wall.FRAMEWORK, Wall.DIRECTORY}:
            continue
        tables += 1
        bare += table not in walled or not by_table[table]
        if table in SIGNED:  # who signs is held by policies of their own beside these; tests/retention
            continue
        towers = any("tower" in said[0] for said in by_table[table])
        kinds[wall, getattr(model, "lies_in", ()), towers].add(frozenset(by_table[table]))
    return {
        "tables behind walls": tables,
        "policies": len(rows),
        "tables with policies of their own": len(SIGNED),
        "tables without their wall, otherwise": bare,
        "kinds of tables with policies otherwise": sum(len(found) > 1 for found in kinds.values()),
    }
