"""What very many tests begin with lies there, committed, before they begin: each of them is rolled back to it.

The tests are put in the order of what they stand on (nothing, a small town, the town, the town and its story), so that little is
laid and lifted. Whoever asks for the town or the story the first time in such a test is answered with what lies there.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import FunctionType
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections, transaction

from tests.remembered import Memory, put_down

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup", "django_db_serialized_rollback"}
FOR_GOOD = {"transactional_db", "live_server"}
NOTHING, SMALL_TOWN, SMALL_CAST, THE_TOWN, ITS_STORY, WRITES_FOR_GOOD, WITHOUT_DATABASE = range(7)
Layer = tuple[Memory[Any], Callable[[], object]]
_lying: list[Memory[Any]] = []


def order_of(item: pytest.Item) -> int:
    """Those who write for good leave nothing behind: they come when no other needs what lies there any more."""
    mark = item.get_closest_marker("django_db")
    fixtures = set(getattr(item, "fixturenames", ()))
    if not mark and not fixtures & DATABASE_FIXTURES:
        return WITHOUT_DATABASE
    if fixtures & FOR_GOOD or (mark and (mark.args or mark.kwargs.get("transaction"))):
        return WRITES_FOR_GOOD
    return stands_on(item)


def stands_on(item: pytest.Item) -> int:
    """The story only where it is the first that is done in the town, by the look of the test and its fixtures; where it is told in
    the middle of other things, it is told where it stands."""
    from tests.custody.town import settle_town as settle_small_town
    from tests.people.cast import settle_cast
    from tests.story import one_household
    from tests.town import settle_town

    used = [_names(function) for function in _functions(item)]
    both = any(names[:2] == [settle_town, one_household] for names in used)
    settled_only = any(names == [settle_town] for names in used)
    if both or (settled_only and one_household in [_first_of(function) for function in _functions(item)]):
        return ITS_STORY
    for ground, tell in ((THE_TOWN, settle_town), (SMALL_TOWN, settle_small_town), (SMALL_CAST, settle_cast)):
        if any(tell in names for names in used):
            return ground
    return NOTHING


def stand_on(wanted: int) -> None:
    """Outside of any test: lay what is wanted, and lift what is too much."""
    layers = _layers(wanted)
    if _lying != [memory for memory, _tell in layers][: len(_lying)]:
        lift()
    for memory, tell in layers[len(_lying) :]:
        _lay(memory, tell)
    for memory in _lying:
        memory.asked = False


def _layers(wanted: int) -> list[Layer]:
    """What lies on what."""
    from tests.custody import town as small_town
    from tests.people import cast
    from tests.story import TOLD, one_household
    from tests.town import SETTLED, settle_town

    town: Layer = (SETTLED, settle_town)
    story: Layer = (TOLD, lambda: one_household(settle_town()))
    by_ground: dict[int, list[Layer]] = {
        SMALL_TOWN: [(small_town.SETTLED, small_town.settle_town)],
        SMALL_CAST: [(cast.SETTLED, cast.settle_cast)],
        THE_TOWN: [town],
        ITS_STORY: [town, story],
    }
    return by_ground.get(wanted, [])


def lift() -> None:
    """Nothing is left, whoever left it: so it also begins on a database that another run was interrupted in."""
    for memory in _lying:
        memory.lies = None
    _lying.clear()
    for alias in connections:
        kept: dict[str, Any] = {"reset_sequences": False, "inhibit_post_migrate": True}
        call_command("flush", verbosity=0, interactive=False, database=alias, **kept)


def _lay(memory: Memory[Any], tell: Callable[[], object]) -> None:
    """Told, forgotten, and its rows put down for good: so nothing happens that would only with a commit."""
    for lying in _lying:
        lying.asked = False
    memory.latest = None
    with _everywhere():
        tell()
        for alias in connections:
            transaction.set_rollback(True, using=alias)
    assert memory.latest is not None, "it changed rows that were there: they cannot be put down"
    with _everywhere():
        put_down(memory.latest.added)
    memory.lies = memory.latest
    _lying.append(memory)


@contextmanager
def _everywhere() -> Iterator[None]:
    with ExitStack() as stack:
        for alias in connections:
            stack.enter_context(transaction.atomic(using=alias))
        yield


def _functions(item: pytest.Item) -> Iterator[FunctionType]:
    """The test and every fixture it begins with."""
    known = getattr(item, "_fixtureinfo", None)
    for found in known.name2fixturedefs.values() if known else ():
        if isinstance(found[-1].func, FunctionType):
            yield found[-1].func
    if isinstance(getattr(item, "function", None), FunctionType):
        yield item.function  # type: ignore[attr-defined]


def _first_of(function: FunctionType, depth: int = 5) -> object:
    """What it does first, or what that does first."""
    first = next(iter(_names(function)), None)
    if depth and isinstance(first, FunctionType) and first.__name__ not in {"settle_town", "one_household"}:
        return _first_of(first, depth - 1)
    return first


def _names(function: FunctionType) -> list[object]:
    """In the order in which it first speaks of them; None for what belongs to something else."""
    return [function.__globals__.get(name) for name in function.__code__.co_names]
