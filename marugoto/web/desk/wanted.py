"""What a team is asked to take, before it does: what may be known of it, and how long there is for an answer."""

from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.custody.labels import MATTER_KINDS, URGENCIES
from marugoto.custody.queries.face import BallFace
from marugoto.custody.queries.limit import days_for_team
from marugoto.custody.queries.offer import OfferPage
from marugoto.web.shell.choices import area_choices
from marugoto.web.shell.matters import theme_words


def about(viewer: Viewer, ball: BallFace) -> list[tuple[str, str]]:
    """What may be known of a matter before it is caught: kind, theme, district, haste. No name stands in it."""
    area = dict(area_choices(viewer)).get(ball.area, "")
    said = [
        (_("種類"), str(MATTER_KINDS[ball.matter_kind])),
        (_("困りごと"), theme_words(ball.theme)),
        (_("圏域"), area),
        (_("急ぎ"), str(URGENCIES[ball.urgency])),
    ]
    return [(label, word) for label, word in said if word]


def waiting_days(viewer: Viewer, ball: BallFace | None, found: OfferPage) -> int:
    """It asked back and has no answer yet: how many open days it has once that has come."""
    if ball is None or not found.question or found.reply or found.ended:
        return 0
    return days_for_team(viewer, team=found.to.id, kind=ball.matter_kind, urgency=ball.urgency)
