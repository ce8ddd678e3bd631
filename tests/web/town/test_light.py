"""The light desk: themes, places and requests for a division outside welfare; never a case, and no number that tells of one."""

from typing import Any

import pytest

from marugoto.agencies.codes import Role
from marugoto.community.actions.place import create_place
from marugoto.community.codes import Lack
from marugoto.web.town.pages.light import themes_of
from tests.beside import beside
from tests.story import one_household
from tests.town import Town
from tests.waited import lacking
from tests.web.doors import doors
from tests.web.town.asking import see, send, words
from tests.web.town.conftest import Enter

PEOPLE = {"person", "household", "case", "need", "entry", "plan", "consultation", "match", "wait", "item"}


@pytest.mark.parametrize(
    ("counts", "cells"),
    [
        ({(Lack.TRANSPORT, "north"): 3}, [(None, None, None)]),  # three alone are not told, nor where they are not
        ({(Lack.TRANSPORT, "north"): 12}, [(12, 0, 0)]),
        ({(Lack.TRANSPORT, "north"): 12, (Lack.TRANSPORT, "south"): 3}, [(None, None, 0)]),  # nor by taking away
        ({}, []),
    ],
)
def test_small_counts_and_what_would_tell_them_are_hidden(
    counts: dict[Any, int], cells: list[tuple[int | None, ...]]
) -> None:
    assert [one.cells for one in themes_of(counts, ["north", "south"], 48_000)] == cells


@pytest.mark.django_db
def test_a_division_sees_themes_places_and_its_own_and_opens_no_person(town: Town, enter: Enter) -> None:
    story = one_household(town)
    by = town("hayashi")
    create_place(by=by, at=town.later(), values={"name": "ないしょの家", "tier": "coordinator"})
    lacking(town)
    miyata = enter("miyata")
    said = words(see(miyata, "light"))
    assert "朝の畑" in said
    assert "移動の足" in said
    assert "少数" in said
    assert "社会福祉法6条2項" in said
    assert "ないしょの家" not in said
    assert "佐藤" not in said
    for door in doors():
        if door.kind == "see" and PEOPLE & set(door.places):
            assert miyata.get(door.address(story)).status_code == 404, door.name
            assert Role.CLERK not in door.audience or door.name.startswith("shell:"), door.name


@pytest.mark.django_db
def test_it_asks_and_is_answered_and_others_do_not_read_it(town: Town, enter: Enter) -> None:
    made = beside(town)
    assert "畑に来る人と最初の3回" in words(see(enter("miyata"), "cooperation", made["cooperation"]))
    assert see(enter("okamoto"), "cooperation", made["cooperation"]).status_code == 404
    assert see(enter("okamoto"), "member", made["standing"]).status_code == 404
    fields = {"said": "in_part", "words": "初回だけ行きます。"}
    assert send(enter("hayashi"), "cooperation_answer", made["cooperation"], **fields).status_code == 302
    assert "初回だけ行きます。" in words(see(enter("miyata"), "cooperation", made["cooperation"]))
    assert "一部ならできる" in words(see(enter("tanaka"), "member", made["standing"]))
