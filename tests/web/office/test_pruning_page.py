"""What is pruned is what was seen: where something moved meanwhile, the page is shown again with what was typed."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from marugoto.evaluation.models import PlanIndicator
from tests.database import unwalled
from tests.reviewed import named
from tests.town import Town
from tests.web.client import text
from tests.web.office.conftest import Enter

pytestmark = pytest.mark.django_db
PAGE, YES = "/office/ledger/pruning/", "/office/ledger/pruning/yes/"
INPUT = re.compile(r"<input\b[^>]*>")


@pytest.fixture(autouse=True)
def now(town: Town) -> None:
    town.now = timezone.now()


def filled(page: Any) -> dict[str, Any]:
    """What a browser would send of the form that prunes."""
    form = page.content.decode().split(f'action="{YES}"', 1)[1].split("</form>", 1)[0]
    found: dict[str, Any] = {}
    for tag in INPUT.findall(form):
        said = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        found.setdefault(said.get("name", ""), []).append(said.get("value", ""))
    return found | {"key": str(uuid4())}


def standings(town: Town) -> dict[str, str]:
    with unwalled():
        return dict(PlanIndicator.objects.within(town.body).values_list("name", "standing"))


def test_what_moved_meanwhile_is_looked_at_again(town: Town, enter: Enter) -> None:
    hirata, rows = enter("hirata"), [named(town, f"指標{number:02}") for number in range(14)]
    sent = filled(hirata.get(PAGE))
    sent[f"turning-{rows[11].pk.hex}"] = ["40%を下回ったら"]
    new = named(town, "あたらしい指標")  # by its name before all others
    before = standings(town)
    page = hirata.post(YES, sent)
    assert page.status_code == 422
    assert "並びを見て、もう一度押してください。" in text(page)
    assert standings(town) == before
    again = filled(page)
    assert again[f"turning-{rows[11].pk.hex}"] == ["40%を下回ったら"]
    assert again["seeds"] == [" ".join(one.pk.hex for one in (new, *rows[12:]))]
    assert hirata.post(YES, again).status_code == 302
    assert {name for name, said in standings(town).items() if said == "seed"} == {new.name, "指標12", "指標13"}


def test_one_that_came_meanwhile_among_few_stands_as_it_was_named(town: Town, enter: Enter) -> None:
    hirata, row = enter("hirata"), named(town)
    sent = filled(hirata.get(PAGE))
    new = named(town, "あたらしい指標")
    page = hirata.post(YES, sent)
    assert page.status_code == 422
    again = filled(page)
    assert {key: again[f"decision-{key}"] for key in (row.pk.hex, new.pk.hex)} == {
        row.pk.hex: [row.decision],
        new.pk.hex: [new.decision],
    }


def test_what_stayed_as_it_was_is_pruned_at_once(town: Town, enter: Enter) -> None:
    hirata, _rows = enter("hirata"), [named(town, f"指標{number:02}") for number in range(17)]
    assert hirata.post(YES, filled(hirata.get(PAGE))).status_code == 302
    said = list(standings(town).values())
    assert (said.count("live"), said.count("seed"), said.count("parked")) == (12, 3, 2)
