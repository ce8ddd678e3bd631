"""An installation that is older than this: of whom its folders speak is found out once, as if it had always been kept."""

from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from marugoto.casework.models import CaseNeed
from marugoto.disclosure.models import Concern, Reliance
from tests.casework.test_breadth import WHOLE, agree, handed
from tests.story import one_household
from tests.town import settle_town

WHY = "what is kept of all"
YOUNGER = ("bid", "direction", "outside")  # words that no older installation has


@pytest.mark.sqlite
@pytest.mark.django_db
def test_it_is_found_out_as_it_would_have_been_kept() -> None:
    town = settle_town()
    story = one_household(town)
    agree(town, story.person, WHOLE)
    handed(town, story, story.person)
    before = _kept()
    assert all(before)
    apps = MigrationExecutor(connection).loader.project_state().apps
    for model in (Reliance, Concern, CaseNeed):
        model.objects.everywhere(WHY).delete()
    import_module("marugoto.conferences.migrations.0002_speak_of_what_is_kept").fill(apps, _Editor())
    concerns, needs, answers = _kept()
    assert concerns >= before[0]
    assert needs == before[1]
    assert answers >= before[2]


class _Editor:
    connection = connection


def _kept() -> tuple[set[object], set[object], set[object]]:
    return (
        set(
            Concern.objects.everywhere(WHY)
            .exclude(folder__subject_kind__in=YOUNGER)
            .values_list("folder", "subject", "until")
        ),
        set(CaseNeed.objects.everywhere(WHY).values_list("case_ref", "need_ref")),
        set(Reliance.objects.everywhere(WHY).values_list("consent", "grant", "prepared")),
    )
