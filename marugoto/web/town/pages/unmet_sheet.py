"""一枚: what the town lacks, on one page to be taken along to planning, to another division, to a branch, to those who live there.

Whether others join in should not hang on somebody there who knows already what is lacking: the page says it, with what is being done, on
what ground it is theirs too, and whom to call. Nobody's name, and no number that tells of one.
"""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import Lack
from marugoto.community.labels import LACKS
from marugoto.community.queries import member as members
from marugoto.community.queries import unmet_need as unmet_needs
from marugoto.community.rules.member import ARTICLES
from marugoto.evaluation.rules.suppression import few_of
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, see
from marugoto.web.town.audience import BESIDE, READERS, room_of
from marugoto.web.town.pages.light import themes_of

DOES = 8  # what is being done: more does not go on one page


@see(*BESIDE)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    town, districts = directory.body(viewer.body), standing(viewer.body).districts
    does = members.undertakings(viewer)
    values = {
        "town": town.name,
        "day": say_era(local_day(viewer.at)),
        "districts": districts.values(),
        "themes": themes_of(unmet_needs.open_counts(viewer), list(districts), town.population),
        "few": few_of(town.population),
        "does": [
            {
                "name": one.name,
                "who": one.member.name,
                "lack": LACKS[Lack(one.lack)],
                "area": districts.get(one.area, _("市のどこでも")),
            }
            for one in does[:DOES]
        ],
        "more": max(len(does) - DOES, 0),
        "teams": [(directory.called(team), team.phone) for team in directory.community_teams(viewer)],
        "articles": ARTICLES,
        **room_of(viewer, "unmet" if viewer.has(*READERS) else "light"),
    }
    return Page("town/unmet_sheet.html", values)
