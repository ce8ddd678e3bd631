"""Bend the policies themselves: the owner puts a bent one up, and the application's own role is asked whether it sees otherwise."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.conf import settings

from marugoto.disclosure.models import Consent, Emergency, Grant
from marugoto.disclosure.queries.filter import OPEN_FOLDERS
from marugoto.ground import rowsecurity
from marugoto.ground.context import CONTEXT_SECONDS
from marugoto.ledger.models import Fact
from marugoto.web.shell.management.commandline import OWNER_URL
from proofs import _mutants, _policies
from proofs import _worlds as worlds
from proofs._mutants import Mutant

OWN = "body = (SELECT marugoto_body())"
ROW = '"disclosure_consent".folder_id'
# Of the function that reads the context: each of its conditions flipped, left out, or moved by one.
CONTEXT_BENDS = (
    ("length(raw) = 0 OR length(raw) > 500", "length(raw) > 500"),
    ("length(raw) = 0 OR length(raw) > 500", "length(raw) = 0"),
    ("length(raw) = 0 OR length(raw) > 500", "length(raw) <> 0 OR length(raw) > 500"),
    ("length(raw) = 0 OR length(raw) > 500", "length(raw) = 0 OR length(raw) <= 500"),
    ("length(raw) = 0 OR length(raw) > 500", "length(raw) = 0 AND length(raw) > 500"),
    ("array_length(parts, 1) IS DISTINCT FROM 8", "array_length(parts, 1) IS NOT DISTINCT FROM 8"),
    ("array_length(parts, 1) IS DISTINCT FROM 8", "FALSE"),
    ("IS DISTINCT FROM parts[8]", "IS NOT DISTINCT FROM parts[8]"),
    ("marugoto_guard.hmac(array_to_string(parts[1:7], '|')) IS DISTINCT FROM parts[8]", "FALSE"),
    (
        "marugoto_guard.hmac(array_to_string(parts[1:7], '|')) IS DISTINCT FROM",
        "marugoto_guard.hmac(parts[1]) IS DISTINCT FROM",
    ),
    ("abs(extract(epoch FROM clock_timestamp()) - parts[7]::bigint) > {seconds}", "FALSE"),
    (
        "abs(extract(epoch FROM clock_timestamp()) - parts[7]::bigint)",
        "(extract(epoch FROM clock_timestamp()) - parts[7]::bigint)",
    ),
    (
        "abs(extract(epoch FROM clock_timestamp()) - parts[7]::bigint)",
        "(parts[7]::bigint - extract(epoch FROM clock_timestamp()))",
    ),
    ("parts[7]::bigint) > {seconds}", "parts[7]::bigint) < {seconds}"),
    ("(marugoto_claims())[1]", "(marugoto_claims())[2]"),
)


def rows(ruled: dict[str, bytearray], row_of: Callable[..., dict[str, Any]]) -> list[dict[str, Any]]:
    numbers = worlds.varied()[:-9]  # not as many in one body as in the other
    expected = {
        viewer: {_policies.folder_key(number) for number in numbers if answers[number]}
        for viewer, answers in ruled.items()
    }
    with _policies.settled(numbers) as town, psycopg.connect(os.environ[OWNER_URL], autocommit=True) as owner:

        def sees_otherwise() -> bool:
            return any(
                _policies.read_all(town.viewers[viewer], "SELECT folder_id FROM disclosure_consent") != folders
                for viewer, folders in expected.items()
            )

        def does_otherwise(*tables: str, contexts: bool = False) -> Callable[[], bool]:
            before = _policies.probe(town, tables, contexts=contexts)
            return lambda: _policies.probe(town, tables, contexts=contexts) != before

        def under(told: Callable[[], bool], renewed: list[str]) -> Callable[[Mutant], bool]:
            return lambda mutant: _put_up(owner, mutant, renewed, told)

        context = under(does_otherwise(contexts=True), [_context(rowsecurity.CONTEXT_FUNCTIONS)])
        return [
            row_of("policy: the folder of the row", _folder_mutants(), under(sees_otherwise, _of(Consent))),
            *(
                row_of(f"policies of {table}", _own_mutants(model), under(does_otherwise(table), _of(model)))
                for model in (Consent, Grant, Emergency, Fact)
                for table in (model._meta.db_table,)
            ),
            row_of("context", _context_mutants(), context),
        ]


def _put_up(owner: Any, mutant: Mutant, renewed: list[str], told: Callable[[], bool]) -> bool:
    """What PostgreSQL refuses to put up is no policy: it is told, too."""
    with _restored(owner, renewed):
        try:
            owner.execute(mutant.text)
        except psycopg.Error:
            return True
        try:
            return told()
        except Exception:  # noqa: BLE001 — an error is an answer of its own
            return True


@contextmanager
def _restored(owner: Any, renewed: list[str]) -> Iterator[None]:
    try:
        yield
    finally:
        for statement in renewed:
            owner.execute(statement)


def _of(model: Any) -> list[str]:
    from marugoto.disclosure.queries.filter import visible_folders

    return list(rowsecurity._fence(model, settings.MARUGOTO_APP_ROLE, visible_folders))


def _folder_mutants() -> Iterator[Mutant]:
    """The same bends as of the filter, as the policy reads them."""
    name, table = "marugoto_desk_select", '"disclosure_consent"'
    for mutant in _mutants.of_sql(OPEN_FOLDERS):
        filled = (
            mutant.text.replace("{of_grant}", f"g.folder_id = {ROW} AND ").replace("{plus}", "").replace("{each}", "")
        )
        rule = f"USING (EXISTS ({filled.format(**rowsecurity.ONCE)}))"
        made = f"CREATE POLICY {name} ON {table} AS PERMISSIVE FOR SELECT TO marugoto_desk {rule}"
        yield Mutant(mutant.name, f"DROP POLICY IF EXISTS {name} ON {table}; {made}")


def _own_mutants(model: Any) -> Iterator[Mutant]:
    """Each condition of each verb left out, shut or turned round; the wall taken down; a verb more than the wall allows. Of facts
    only what the tower reads: to the desk they are a ledger as the openings are."""
    table, drop = model._meta.db_table, ""
    tower = model is Fact
    for statement in _of(model):
        if statement.startswith("DROP POLICY"):
            drop = statement
        for condition in ("USING (", "WITH CHECK ("):
            if tower and "marugoto_desk" in statement:
                continue
            if statement.startswith("CREATE POLICY") and condition in statement:
                verb = statement.partition(" FOR ")[2].partition(" TO ")
                said = f"{verb[0]} to {verb[2].split()[0]}: {condition[:-2]}"
                for word, other in (("TRUE", "TRUE"), ("FALSE", "FALSE"), ("NOT", None)):
                    yield Mutant(f"{said} {word}", f"{drop}; {_bent(statement, condition, other)}")
        if statement.startswith("GRANT SELECT, INSERT ON") and not tower:
            yield Mutant("UPDATE granted too", statement.replace("INSERT ON", "INSERT, UPDATE ON"))
    yield Mutant("no row security", f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY')


def _bent(statement: str, condition: str, other: str | None) -> str:
    """Another word in the place of the condition; without one the condition turned round."""
    start = statement.index(condition) + len(condition)
    depth, end = 1, start
    while depth:
        depth += {"(": 1, ")": -1}.get(statement[end], 0)
        end += 1
    kept = statement[start : end - 1]
    return statement[:start] + (f"NOT ({kept})" if other is None else other) + statement[end - 1 :]


def _context_mutants() -> Iterator[Mutant]:
    for old, new in CONTEXT_BENDS:
        assert old in rowsecurity.CONTEXT_FUNCTIONS, old
        yield Mutant(f"{old} → {new}", _context(rowsecurity.CONTEXT_FUNCTIONS.replace(old, new)))


def _context(text: str) -> str:
    return text.format(seconds=CONTEXT_SECONDS)
