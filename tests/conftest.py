"""Which test belongs to which round, how long each folder took, and the browser of the journeys."""

import os
from collections import Counter, defaultdict

import pytest
from hypothesis import HealthCheck, settings

from tests.browser import launch_options
from tests.database import _django_db_helper, _on_its_ground, django_db_setup  # noqa: F401 — fixtures
from tests.standing import DATABASE_FIXTURES, order_of

# Playwright keeps an event loop in the thread of the test; Django would refuse every query made beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# No test is timed: how long an example takes is the machine's, and fails nothing.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

SECONDS: dict[str, float] = defaultdict(float)
COUNT: Counter[str] = Counter()
SKIPPED: list[str] = []


# ---------------------------------------------------------------- rounds


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    on_postgres = os.environ.get("DATABASE_URL", "").startswith("postgres")
    kept = [item for item in items if _belongs(item, on="postgres" if on_postgres else "sqlite")]
    for item in kept:
        _both_books(item)
    gone = [item for item in items if item not in set(kept)]
    if gone:
        config.hook.pytest_deselected(items=gone)
    items[:] = sorted(kept, key=order_of)


def _belongs(item: pytest.Item, on: str) -> bool:
    """A mark names the only database; a journey or a page without one runs on PostgreSQL; what needs no database runs once."""
    named = {name for name in ("sqlite", "postgres") if item.get_closest_marker(name)}
    current = os.environ.get("MARUGOTO_ROUND")  # by hand, pytest runs a journey on whatever database there is
    if current and item.get_closest_marker("journey") and named != {"sqlite"}:
        return current == ("access" if item.path.name.startswith("test_access") else "journeys")
    if current in {"journeys", "access"}:
        return False
    if named:
        return on in named
    if current == "sqlite" and _is_page(item) and not item.get_closest_marker("both"):
        return False
    if os.environ.get("MARUGOTO_SECOND_ROUND"):
        return bool(item.get_closest_marker("django_db")) or bool(
            DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
        )
    return True


def _is_page(item: pytest.Item) -> bool:
    """Of the pages that ask the database, few run on SQLite as well: they stand on the domain, which does, and behind the walls of
    PostgreSQL more can go wrong with them."""
    return folder_of(item.nodeid) == "tests/web" and bool(
        item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
    )


def _both_books(item: pytest.Item) -> None:
    """On SQLite the audit is a file of its own: every test that uses a database uses both."""
    if DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())) and not item.get_closest_marker("django_db"):
        item.add_marker("django_db")
    for mark in item.iter_markers("django_db"):
        mark.kwargs.setdefault("databases", "__all__")


# ---------------------------------------------------------------- time per folder, and nothing skipped in secret


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    folder = folder_of(report.nodeid)
    SECONDS[folder] += report.duration
    COUNT[folder] += report.when == "call"
    if report.skipped and not hasattr(report, "wasxfail"):
        SKIPPED.append(report.nodeid)


def folder_of(nodeid: str) -> str:
    """`tests/custody/rules/test_ball.py::test_x` → `tests/custody`."""
    parts = nodeid.split("::", maxsplit=1)[0].split("/")
    return "/".join(parts[:2])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not SECONDS:
        return
    terminalreporter.section("seconds and tests per folder", sep="-")
    for folder, seconds in sorted(SECONDS.items(), key=lambda row: -row[1]):
        terminalreporter.write_line(f"{seconds:8.1f} s  {COUNT[folder]:5d}  {folder}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if SKIPPED and os.environ.get("CI") == "true":
        print("\nCI=true: nothing may be skipped, but these were:", *SKIPPED, sep="\n  ")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


# ---------------------------------------------------------------- the browser


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Chromium of the machine instead of Playwright's own download."""
    return launch_options()


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, object]:
    """A worker's browser: Japanese, in Japan."""
    return {"locale": "ja-JP", "timezone_id": "Asia/Tokyo", "viewport": {"width": 1280, "height": 900}}


# ---------------------------------------------------------------- nothing remembered from the test before


@pytest.fixture(autouse=True)
def forget_bodies(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read once a minute of a body must not outlive the body; nor does the minute end between two looks that are compared."""
    from marugoto.agencies.queries import calendar
    from marugoto.custody.queries import limit
    from marugoto.retention.queries import told

    for read_once_a_minute in (calendar, limit, told):
        read_once_a_minute.forget()
        monkeypatch.setattr(read_once_a_minute, "SECONDS", float("inf"))
