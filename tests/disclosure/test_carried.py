"""Answers kept before they were noted in the whole body are carried over once."""

from importlib import import_module

import pytest
from django.db import connection, transaction

from marugoto.disclosure.models import ConsentAnswer
from marugoto.ground.context import entered
from tests.agreed import agreed, taken_back
from tests.story import one_household
from tests.town import settle_town

CARRY = import_module("marugoto.disclosure.migrations.0006_carry_answers").CARRY


@pytest.mark.django_db
def test_every_answer_about_a_team_is_carried_over_once() -> None:
    town = settle_town()
    story = one_household(town)
    agreed(town, story.person, "north-care-desk")
    taken_back(town, story.person, "north-care-desk")
    town.later()
    with transaction.atomic(), entered(town("tanaka")):
        kept = ConsentAnswer.objects.within(town.body).order_by("made_at")
        before = list(kept.values_list("consent", "person", "receiver", "made_at"))
        assert len(before) == 2
        kept.delete()
        for _ in range(2):
            with connection.cursor() as cursor:
                cursor.execute(CARRY)
        assert list(kept.values_list("consent", "person", "receiver", "made_at")) == before
