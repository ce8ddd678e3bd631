"""What those from outside read ends, or moves, with the conference: the porch hears of it at once, not on the courier's next round."""

from datetime import datetime

from marugoto.agencies.viewer import Viewer
from marugoto.exchange.actions.porch_post import house_post
from marugoto.exchange.actions.table_post import tell_tables
from marugoto.exchange.post import TO_PORCH


def tell_porch(viewer: Viewer, at: datetime) -> None:
    tell_tables(by=viewer, at=at, post=house_post(TO_PORCH))
