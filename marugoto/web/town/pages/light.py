"""地域とつながる: the light desk of a division outside welfare or a group. Themes, places and requests; no case, no person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from marugoto.agencies.queries import directory
from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import Lack
from marugoto.community.labels import LACKS
from marugoto.community.queries import member as members
from marugoto.community.queries import place as places
from marugoto.community.queries import unmet_need as unmet_needs
from marugoto.community.rules.member import ARTICLES
from marugoto.evaluation.rules.suppression import few_of, nothing_told, parts_of
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, see
from marugoto.web.town.audience import BESIDE, room_of
from marugoto.web.town.pages.member import member_values
from marugoto.web.town.words import freshness_words, kind_words, when_words

PLACES = 30


@dataclass(frozen=True)
class Theme:
    """What is lacking, by district: a number, None where it is too small to be told, in the order of the districts; `whole`: together."""

    lack: Lack
    name: str
    cells: tuple[int | None, ...]
    whole: int | None

    @property
    def told(self) -> bool:
        return self.whole is not None


@see(*BESIDE)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    text = request.GET.get("text", "").strip()
    own = members.own_page(viewer)
    districts = standing(viewer.body).districts
    population = directory.body(viewer.body).population
    themes = themes_of(unmet_needs.open_counts(viewer), list(districts), population)
    found = places.search(viewer, text=text)
    today = local_day(viewer.at)
    values = {
        "own": own,
        **(member_values(viewer, own) if own else {}),
        "districts": districts.values(),
        "themes": themes,
        "few": few_of(population),
        "places": [
            {
                "place": line.place,
                "kind": kind_words(line.place),
                "when": when_words(line.place),
                "fresh": freshness_words(line.confirmed_on, today),
            }
            for line in found.rows[:PLACES]
        ],
        "count": found.count,
        "text": text,
        "articles": ARTICLES,
        **room_of(viewer, "light"),
    }
    return Page("town/light.html", values)


def themes_of(counts: Mapping[tuple[str, str], int], districts: Sequence[str], population: int | None) -> list[Theme]:
    """Of each theme its districts, the last for those of no district; what is hidden cannot be reckoned back from the others. Where all
    of a theme together is few, not even in which district it is: the page is taken along on paper, and one household may be meant."""
    if nothing_told(population):
        return []
    few, columns = few_of(population), [*districts, ""]
    rows = []
    for lack in Lack:
        row = [counts.get((lack, area), 0) for area in columns]
        if not any(row):
            continue
        told = parts_of(row, few)
        rows.append(Theme(lack, str(LACKS[lack]), tuple(told or [None] * len(row)), sum(row) if told else None))
    return rows
