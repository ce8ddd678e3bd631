"""One desk for everything: where a body says so in its profile, what is elsewhere a page of its own stands in place, on the page
of the household, of the consultation, of the plan. The pages of their own stay, and answer when a form comes back with an error."""

from marugoto.agencies.queries.calendar import says
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.jst import local_day


def one_desk(viewer: Viewer) -> bool:
    return says(viewer.body, "one_desk", local_day(viewer.at)) == "yes"
