"""Whether what was loaded is what the house would have written, and whether its lists show what their readers may see.

Three questions. Does the ledger's chain hold, and every ball with its holdings and its facts? Do loaded households equal, row for
row, households told with the same names, hands and moments by the real actions? And does each list, and each page behind it, show
the very set that a slow search without the house's filter finds?
"""

import random
import re
from collections import Counter, defaultdict
from typing import Any
from uuid import UUID

from benches import _city
from benches import _city_cast as casting
from benches._city_mould import COUNTERS, GRAMS, UID
from benches._city_story import SHAPES
from benches._city_walks import otherwise

BALLS = 1_000  # so many are told again, or as many as there are
READERS = 10  # of each kind
NAMES_SOUGHT = 12
ROUNDS = 6  # in which rows are told apart by what points at them
NUMBERS = {("custody_ball", "number"), ("casework_case", "number")}  # given anew each time, like ids
Table = dict[str, list[list[str]]]


def check(balls: int = BALLS, readers: int = READERS) -> dict[str, Any]:
    """`ok`, and figures by name: how much of what was looked at. Raises nothing: what is wrong stands in `faults`."""
    town = _city.HERE[0]
    faults = [*_chain(), *_stories(town)]
    told, unlike = _told_again(town, balls)
    seen, wrong = _lists(town, readers)
    faults += unlike + wrong
    return {"ok": not faults, "faults": faults[:20], **told, **seen}


def spoil() -> None:
    """Two rows of loaded households as no action would have written them, for the proof that this gate is no open door."""
    town = _city.HERE[0]
    pairs = [number for number, (name, _) in enumerate(town.book.plan) if name == "pair"]
    one, other = (casting.household(town.book, number) for number in pairs[:2])
    need = one.ids[one.stand.mould.keys["casework_need"][0]]
    town.rows.ask(f"UPDATE casework_need SET title = 'だれも書いていない' WHERE id = '{need}' RETURNING id")
    grant = other.ids[other.stand.mould.keys["disclosure_grant"][-1]]
    town.rows.ask(f"DELETE FROM disclosure_grant WHERE id = '{grant}' RETURNING id")


def _chain() -> list[str]:
    """As `bin/marugoto verify` asks."""
    from django.utils import timezone

    from marugoto.agencies.queries.system import system_viewer
    from marugoto.disclosure.queries.books import BOOKS
    from marugoto.ledger.queries.chain import verify

    return [str(one) for one in verify(system_viewer(_city.BODY, timezone.now()), BOOKS).findings]


def _stories(town: _city.Town) -> list[str]:
    """The nightly check of balls against holdings and facts, for some of them; and that every reference leads somewhere."""
    from django.utils import timezone

    from marugoto.agencies.queries.system import system_viewer
    from marugoto.custody.queries.check import faults

    some = town.rows.ask("SELECT id FROM custody_ball ORDER BY number LIMIT 3000")
    return [*faults(system_viewer(_city.BODY, timezone.now()), [UUID(str(key)) for (key,) in some]), *_astray(town)]


def _astray(town: _city.Town) -> list[str]:
    from django.apps import apps

    found = []
    for model in apps.get_models(include_auto_created=True):
        fields: list[Any] = list(model._meta.local_concrete_fields)
        for one in fields:
            if not one.is_relation or model._meta.db_table not in town.written:
                continue
            table, target = model._meta.db_table, one.related_model._meta.db_table
            key = one.target_field.column
            lost = town.rows.ask(
                f'SELECT count(*) FROM "{table}" a WHERE a."{one.column}" IS NOT NULL '
                f'AND NOT EXISTS (SELECT 1 FROM "{target}" b WHERE b."{key}" = a."{one.column}")'
            )[0][0]
            found += [f"{table}.{one.column}: {lost} lead nowhere"] if lost else []
    return found


def _told_again(town: _city.Town, balls: int) -> tuple[dict[str, int], list[str]]:
    """Loaded households of every shape, and the same told by the real actions: as sets of rows they are equal."""
    rng, faults, compared = random.Random(f"{town.book.seed}:gate"), [], Counter[str]()
    numbers = list(range(len(town.book.plan)))
    rng.shuffle(numbers)
    turns = Counter(name for name, _ in town.book.plan)
    for number in sorted(numbers, key=lambda one: town.book.plan[one][0] == casting.KNOWN.name):
        name = town.book.plan[number][0]
        if compared["balls compared"] >= balls:
            break
        if compared[name] > 2 * balls / len(SHAPES) and compared[name] < turns[name]:
            continue  # every shape has its turn
        cast = casting.household(town.book, number)
        written = _city.tell(cast.stand.shape, cast.roles)
        acted, loaded = _rows_told(town, written), _rows_loaded(town, cast)
        compared["households compared"] += 1
        compared["balls compared"] += len(loaded.get("custody_ball", []))
        compared["rows compared"] += sum(map(len, loaded.values()))
        compared[name] += 1
        if _likeness(town, acted) != _likeness(town, loaded):
            faults.append(f"{name} {number}: {_difference(town, acted, loaded)}")
    said = ("households compared", "balls compared", "rows compared")
    return {name: compared[name] for name in said}, faults


def _rows_told(town: _city.Town, written: dict[str, list[str]]) -> Table:
    own = {key for keys in written.values() for key in keys}
    found = {table: town.rows.read(table, keys) for table, keys in written.items() if table != COUNTERS}
    return {table: rows for table, rows in (found | {COUNTERS: town.rows.read_counters(own)}).items() if rows}


def _rows_loaded(town: _city.Town, cast: casting.Cast) -> Table:
    """From the database, by the ids with which they were cast; grams by the persons they are of."""
    mould = cast.stand.mould
    keys = {table: [cast.ids[place] for place in places] for table, places in mould.keys.items() if places}
    found = {table: town.rows.read(table, some) for table, some in keys.items()}
    persons = [cast.ids[person] for _, _, _, person in mould.grams]
    grams = (
        town.rows.ask(
            "SELECT id FROM people_persongram WHERE person_id IN (" + ", ".join(f"'{one}'" for one in persons) + ")"
        )
        if persons
        else []
    )
    found[GRAMS] = town.rows.read(GRAMS, [str(key).replace("-", "") for (key,) in grams])
    found[COUNTERS] = town.rows.read_counters(set(cast.ids))
    return {table: rows for table, rows in found.items() if rows}


def _likeness(town: _city.Town, tables: Table) -> Counter[str]:
    """What the rows say, each id replaced by where it stands and what stands beside it: equal for rows that differ in ids alone."""
    places = defaultdict[str, list[tuple[str, int]]](list)
    lines = [(table, _plain(town, table, row)) for table, rows in tables.items() for row in rows]
    for at, (table, row) in enumerate(lines):
        for column, cell in enumerate(row):
            for found in UID.findall(cell):
                if (key := found.replace("-", "")) not in town.known:
                    places[key].append((f"{table}.{column}", at))
    names = dict.fromkeys(places, "")
    for _ in range(ROUNDS):
        said = [f"{table}|" + "|".join(_named(cell, names, town.known) for cell in row) for table, row in lines]
        names = {
            key: str(hash(tuple(sorted((where, said[at]) for where, at in spots)))) for key, spots in places.items()
        }
    return Counter(said)


def _named(cell: str, names: dict[str, str], known: frozenset[str]) -> str:
    def name(found: re.Match[str]) -> str:
        key = found[0].replace("-", "")
        return key if key in known else f"<{names[key]}>"

    return UID.sub(name, cell)


def _plain(town: _city.Town, table: str, row: list[str]) -> list[str]:
    columns = town.rows.columns[table]
    return ["" if (table, column) in NUMBERS else cell for column, cell in zip(columns, row, strict=True)]


def _difference(town: _city.Town, acted: Table, loaded: Table) -> str:
    """The first table in which they differ, with a row of each."""
    for table in sorted({*acted, *loaded}):
        one, other = ([_blind(_plain(town, table, row)) for row in some.get(table, [])] for some in (acted, loaded))
        more, less = Counter(one) - Counter(other), Counter(other) - Counter(one)
        if more or less:
            return f"{table}: acted {next(iter(more), '-')[:300]} loaded {next(iter(less), '-')[:300]}"
    return "the same rows, but they point at one another differently"


def _blind(row: list[str]) -> str:
    return " ".join(UID.sub("#", cell) for cell in row)


# ---------------------------------------------------------------- lists


def _lists(town: _city.Town, readers: int) -> tuple[dict[str, int], list[str]]:
    from django.contrib.auth import get_user_model
    from django.test import Client

    rng, faults, seen = random.Random(f"{town.book.seed}:readers"), [], Counter[str]()
    world = _World(town)
    for _ in range(readers):
        office = rng.randrange(len(town.users))
        who = rng.randrange(1, len(town.users[office]))
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(get_user_model().objects.get(username=town.users[office][who]))
        place = town.book.offices[office]
        allowed = world.cases(place.team, place.duties[who], place.workers[who])
        shown = _shown(client, "/desk/households/", r"/desk/households/([0-9a-f-]{36})/")
        seen["list rows"] += len(shown)
        seen["list rows not for their readers"] += len(world.every - shown)
        if shown != allowed:
            faults.append(
                f"{town.users[office][who]}: list {len(shown)}, may see {len(allowed)}, unlike {len(shown ^ allowed)}"
            )
        for case in rng.sample(sorted(allowed), min(3, len(allowed))):
            faults += _page(client, case, world.needs(case, place.team, place.duties[who], place.workers[who]))
            seen["pages"] += 1
    faults += _tower(town, world, seen) + _searches(town, rng, seen)
    told = {f"{what} seen": seen[what] for what in ("list rows", "pages", "tower rows", "searches")}
    kept = "list rows not for their readers"
    return told | {kept: seen[kept]}, faults


def _searches(town: _city.Town, rng: random.Random, seen: Counter[str]) -> list[str]:
    """Whoever writes a name in other shapes of its characters finds the very persons whom its written form finds."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(get_user_model().objects.get(username=town.users[0][1]))
    rows = town.rows.ask("SELECT DISTINCT person.name FROM people_person person ORDER BY person.name LIMIT 2000")
    families = sorted({name.split()[0] for (name,) in rows if name and otherwise(name.split()[0])})
    faults = []
    for name in rng.sample(families, min(NAMES_SOUGHT, len(families))):
        written, other = (_found(client, one) for one in (name, otherwise(name)))
        seen["searches"] += bool(written)
        if written != other:
            faults.append(f"search: {name} finds {len(written)}, {otherwise(name)} finds {len(other)}")
    return faults


def _found(client: Any, name: str) -> list[str]:
    page = client.get("/search/", {"q": name}).content.decode()
    return re.findall(r'<th scope="row" class="who"><a href="([^"]+)"', page)


def _shown(client: Any, address: str, pattern: str, most: int = 10_000) -> set[str]:
    found: set[str] = set()
    for page in range(1, most):
        text = client.get(f"{address}?page={page}").content.decode()
        here = set(re.findall(pattern, text.partition("<tbody>")[2].partition("</tbody>")[0]))
        if not here - found:
            return found
        found |= here
    return found


def _page(client: Any, case: str, needs: set[str]) -> list[str]:
    answer = client.get(f"/desk/households/{case}/")
    shown = set(re.findall(r"/desk/needs/([0-9a-f-]{36})/\"", answer.content.decode()))
    if answer.status_code != 200 or shown != needs:
        return [f"household {case}: page {answer.status_code} shows {len(shown)} needs, may see {len(needs)}"]
    return []


def _tower(town: _city.Town, world: "_World", seen: Counter[str]) -> list[str]:
    """The control tower sees a face of every open ball: each once, over all pages of a small town; of a large one the ends."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(get_user_model().objects.get(username=town.tower))
    every = {str(UUID(str(key))) for (key,) in town.rows.ask("SELECT id FROM custody_ball WHERE settlement_id IS NULL")}
    last, faults, shown = -(-len(every) // 25), [], list[str]()
    pages = range(1, last + 1) if last <= 40 else [1, 2, 3, last // 2, last - 1, last]
    for page in pages:
        text = client.get(f"/desk/tower/?page={page}").content.decode()
        body = text.rpartition("<tbody>")[2].partition("</tbody>")[0]
        shown += [_ball_of(row) for row in body.split("</tr>") if "<tr" in row]
    seen["tower rows"] += len(shown)
    if len(shown) != len(set(shown)) or not set(shown) <= every or (last <= 40 and set(shown) != every):
        faults.append(f"tower: {len(shown)} rows, {len(set(shown))} balls, {len(every)} open")
    return faults


def _ball_of(row: str) -> str:
    found = re.search(r"/desk/balls/([0-9a-f-]{36})/", row)
    return found[1] if found else ""


class _World:
    """Who may see what, found without the house's filter: its tables as they are, put together in plain Python."""

    def __init__(self, town: _city.Town) -> None:
        ask = town.rows.ask
        closed = {key for (key,) in ask("SELECT case_id FROM casework_caseclosing")}
        self.every = {_said(key) for (key,) in ask("SELECT id FROM casework_case") if key not in closed}
        self.ended = {key for (key,) in ask("SELECT grant_id FROM disclosure_grantending")}
        self.town = town
        listed = defaultdict[Any, set[str]](set)
        for restriction, worker in ask("SELECT restriction_id, worker_id FROM disclosure_restrictionlisting"):
            listed[restriction].add(_key(worker))
        over = {key for (key,) in ask("SELECT restriction_id FROM disclosure_restrictionending")}
        self.shut = defaultdict[str, list[set[str]]](list)
        for key, folder in ask("SELECT id, folder_id FROM disclosure_restriction"):
            if key not in over:
                self.shut[_key(folder)].append(listed[key])

    def folders(self, team: UUID, duty: UUID, worker: UUID) -> set[str]:
        rows = self.town.rows.ask(
            f"SELECT id, folder_id FROM disclosure_grant WHERE until IS NULL AND (team_id = '{self._id(team)}' "
            f"OR duty_id = '{self._id(duty)}')"
        )
        given = {_key(folder) for key, folder in rows if key not in self.ended}
        return {one for one in given if all(worker.hex in who for who in self.shut.get(one, ()))}

    def cases(self, team: UUID, duty: UUID, worker: UUID) -> set[str]:
        mine = self.folders(team, duty, worker)
        closed = {key for (key,) in self.town.rows.ask("SELECT case_id FROM casework_caseclosing")}
        rows = self.town.rows.ask("SELECT id, folder_id FROM casework_case")
        return {_said(key) for key, folder in rows if _key(folder) in mine and key not in closed}

    def needs(self, case: str, team: UUID, duty: UUID, worker: UUID) -> set[str]:
        mine = self.folders(team, duty, worker)
        where = f"case_id = '{self._id(UUID(case))}'"
        rows = self.town.rows.ask(f"SELECT id, folder_id FROM casework_need WHERE {where}")
        return {_said(key) for key, folder in rows if _key(folder) in mine}

    def _id(self, key: UUID) -> str:
        return str(key) if hasattr(self.town.rows, "waiting") else key.hex


def _key(value: Any) -> str:
    return str(value).replace("-", "")


def _said(value: Any) -> str:
    return str(UUID(str(value)))
