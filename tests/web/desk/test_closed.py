"""Why something may be read, until when; of what has closed, what is missing and what to do; of what was never there, nothing."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from marugoto.casework.actions.need import offer_need
from marugoto.casework.models import Need
from marugoto.custody.actions.offer import catch
from marugoto.custody.codes import OfferReason
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from tests.agreed import agreed, taken_back
from tests.database import unwalled
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db
GIVEN = (Part.BASIC, Part.SUPPORT)


def handed_on_consent(town: Town, story: Story, until: date | None = None) -> None:
    """誠's need, caught by 小川 on what he agreed to."""
    with unwalled():
        makoto = Need.objects.within(town.body).get(pk=story.need).person_id
    agreed(town, makoto, "north-care-desk", parts=GIVEN, until=until)
    made = offer_need(
        by=town("tanaka"),
        at=town.later(),
        need=story.need,
        to=town.team("north-care-desk"),
        reason=OfferReason.NEARER,
        basis=BasisCode.CONSENT,
        parts=[Part.BASIC],
    )
    catch(by=town("ogawa"), at=town.later(), offer=made.pk)


def test_the_ball_says_why_it_may_be_read_and_what_has_closed(town: Town, story: Story) -> None:
    handed_on_consent(town, story)
    ogawa = signed_in("ogawa")
    page = text(ogawa.get(f"/desk/balls/{story.ball}/"))
    assert "本人が、この機関に伝えてよいと答えたから読めます。" in page
    assert "いまは読めません" not in page
    with unwalled():
        makoto = Need.objects.within(town.body).get(pk=story.need).person_id
    taken_back(town, makoto, "north-care-desk")
    page = text(ogawa.get(f"/desk/balls/{story.ball}/"))
    assert "本人の同意が、いまはありません。" in page
    assert "本人に聞き直して答えを残すか、会議にかけてください。" in page
    assert "この機関に伝えてよいと答えたから" not in page


def test_until_when_it_may_be_read_stands_in_the_same_line(town: Town, story: Story) -> None:
    """誠 agreed for a month: its last day still counts, and is the one that is said."""
    last = local_day(town.now) + timedelta(days=30)
    handed_on_consent(town, story, until=last)
    page = text(signed_in("ogawa").get(f"/desk/balls/{story.ball}/"))
    since = say_day(local_day(town.now))
    ground = "本人が、この機関に伝えてよいと答えたから読めます。 本人の同意(個人情報保護法69条2項1号)"
    assert f"{ground}・{since}から{say_day(last)}まで" in page


def test_of_what_was_never_on_the_list_nothing_is_said(town: Town, story: Story) -> None:
    for address in (f"/desk/balls/{story.ball}/", f"/desk/households/{story.case}/"):
        hidden, missing = (
            signed_in("nishimura").get(one) for one in (address, f"{address.rsplit('/', 2)[0]}/{uuid4()}/")
        )
        assert hidden.status_code == missing.status_code == 404
        assert "いまは読めません" not in text(hidden)
