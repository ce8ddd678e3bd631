"""The short form of `bin/prove withdrawal`: a right that was taken back opens no door; nor does a context that nobody signed."""

from datetime import timedelta

import pytest

from proofs import _forged, _rights
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def test_what_was_taken_back_is_missing_at_every_door(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a grant, a consent and a seat; and what ends only later is found to be open still."""
    monkeypatch.setattr(_rights, "SECOND", 0.0)
    (late_home, home), readers = _rights.settle_homes(town, 2), _rights.readers_of()[:3]
    late = _rights.by_grant(town, late_home, readers[0], timedelta(minutes=10))
    late.end()
    _rights.ask_gone(late, open_still := _rights.Tally())
    assert len(open_still.read) == len(_rights.DOORS)
    rounds = _rights.trials(town, [home], readers, tally := _rights.Tally())
    asked = [next(rounds) for _ in _rights.WAYS]
    assert asked[-1] == 2 * len(_rights.DOORS) * len(_rights.WAYS)
    assert tally.never_open == []
    assert tally.read == []


@pytest.mark.postgres
def test_without_a_context_of_its_own_the_application_reads_no_row(town: Town) -> None:
    _rights.settle_homes(town, 1)
    found = _forged.read(town("tanaka"), every=9)
    assert found["forged: rows read"] == 0
    assert found["forged: control, tables with rows under the genuine context"] > 0
    assert found["forged: tables behind walls"] > 10
