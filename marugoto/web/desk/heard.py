"""What was heard of an agency without an account, as a page says it."""

from collections.abc import Iterable
from typing import Any

from marugoto.agencies.viewer import Viewer
from marugoto.custody.labels import MEANS, OFFER_REASONS, OUTSIDE_SAID
from marugoto.custody.queries.face import BallFace
from marugoto.custody.queries.offer import OfferPage
from marugoto.custody.queries.outside import HeardLine
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.desk.forms.outside import HeardForm
from marugoto.web.shell.choices import team_choices
from marugoto.web.shell.doors import Page
from marugoto.web.shell.matters import matters_of


def heard_lines(found: Iterable[HeardLine]) -> list[dict[str, Any]]:
    return [
        {"line": one, "day": say_day(one.day), "said": OUTSIDE_SAID[one.said], "means": MEANS[one.means]}
        for one in found
    ]


def outside_page(
    viewer: Viewer, offer: OfferPage, ball: BallFace, form: HeardForm | None = None, status: int = 200
) -> Page:
    """Whom to call and when, what was heard so far, and the form for the answer."""
    today = local_day(viewer.at)
    values = {
        "offer": offer,
        "ball": ball,
        "line": matters_of(viewer, [ball])[offer.matter],
        "reason": OFFER_REASONS[offer.reason],
        "due": say_day(offer.due),
        "late": offer.ended is None and offer.due < today,
        "heard": heard_lines(offer.heard),
        "form": form or HeardForm(initial={"day": today}, teams=team_choices(viewer)),
    }
    return Page("desk/offer_outside.html", values, status=status)
