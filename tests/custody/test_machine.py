"""Whatever happens in whatever order: never two holders, never none, no gap, no overlap, and a no leaves no trace."""

import os
from collections import Counter
from random import Random
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from marugoto.agencies.queries import calendar
from tests.custody.town import Town
from tests.custody.walk import STEPS, VERBS, Walk

RUNS = int(os.environ.get("MARUGOTO_MACHINE_RUNS", "12"))
WALKS, WALK_STEPS = 14, 30
ANYTHING = st.sampled_from(VERBS).flatmap(
    lambda verb: st.tuples(
        st.just(verb),
        st.fixed_dictionaries({name: st.sampled_from(choices) for name, choices in STEPS[verb][1].items()}),
    )
)


class Custody(RuleBasedStateMachine):
    """Looks for the shortest way to break it; every run begins in the same town."""

    town: Town

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.savepoint()
        self.walk = Walk(self.town)

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.undo)
        calendar.forget()

    @rule(step=ANYTHING)
    def anything(self, step: tuple[str, dict[str, Any]]) -> None:
        self.walk.step(*step)


@pytest.mark.slow
@pytest.mark.django_db
def test_whatever_happens_there_is_one_holder(town: Town) -> None:
    Custody.town = town
    limits = settings(
        max_examples=RUNS,
        stateful_step_count=25,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],  # a run of 25 steps is short enough to read; making it shorter takes minutes
        suppress_health_check=list(HealthCheck),
    )
    assert run_state_machine_as_test(Custody, settings=limits) is None


@pytest.mark.slow
@pytest.mark.django_db
def test_on_a_long_walk_every_verb_is_done_and_is_refused(town: Town) -> None:
    dice, did = Random(20261124), Counter[tuple[str, bool]]()
    for _ in range(WALKS):
        undo = transaction.savepoint()
        walk = Walk(town)
        for _ in range(WALK_STEPS):
            verb = dice.choice(VERBS)
            walk.step(verb, {name: dice.choice(choices) for name, choices in STEPS[verb][1].items()})
        did += walk.world.did
        transaction.savepoint_rollback(undo)
    verbs = {verb for verb, _ in did}
    assert len(verbs) == 16
    assert {verb for verb in verbs if not did[verb, True]} == set()
    assert {verb for verb in verbs if not did[verb, False]} == {"place"}
