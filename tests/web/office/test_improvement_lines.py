"""In lists what a review decided leads only those to its page to whom that opens; the others read what it is about."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import MatterKind
from marugoto.ground.transaction import looking
from marugoto.web.shell.matters import MatterLine, matters_of
from tests.reviewed import gave, review_with
from tests.town import Town
from tests.web.office.conftest import Enter

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("who", "opens"), [("ogawa", True), ("hirata", True), ("tanaka", False)])
def test_a_line_leads_nobody_to_a_page_that_is_not_there(town: Town, enter: Enter, who: str, opens: bool) -> None:
    town.now = timezone.now()
    decision = review_with(town)
    ball: Any = decision.ball
    said = {"ball": ball.pk, "number": ball.number, "theme": "decided", "matter": decision.pk}
    face: Any = SimpleNamespace(**said, matter_kind=MatterKind.IMPROVEMENT, holder=SimpleNamespace(id=ball.holder_id))

    @looking
    def line(viewer: Viewer) -> MatterLine:
        return matters_of(viewer, [face])[decision.pk]

    found = line(town(who))
    assert bool(found.url) is opens
    assert found.title == "見直しで決めたこと"
    page = f"/office/review-decisions/{decision.pk}/"
    assert enter(who).get(found.url or page).status_code == (200 if opens else 404)


@pytest.mark.parametrize(("who", "opens"), [("tanaka", True), ("hirata", True), ("ogawa", False)])
def test_an_opinion_opens_to_whoever_brought_it_and_to_none_that_once_held_it(
    town: Town, enter: Enter, who: str, opens: bool
) -> None:
    """小川's team caught it and handed it on."""
    town.now = timezone.now()
    given = gave(town, "tanaka")
    ball: Any = given.ball
    said = {"ball": ball.pk, "number": ball.number, "theme": "opinion", "matter": given.pk}
    face: Any = SimpleNamespace(**said, matter_kind=MatterKind.IMPROVEMENT, holder=SimpleNamespace(id=ball.holder_id))

    @looking
    def line(viewer: Viewer) -> MatterLine:
        return matters_of(viewer, [face])[given.pk]

    found = line(town(who))
    assert bool(found.url) is opens
    page = f"/office/opinions/{given.pk}/"
    assert enter(who).get(found.url or page).status_code == (200 if opens else 404)
