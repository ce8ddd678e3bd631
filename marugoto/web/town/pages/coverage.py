"""どこに何があるか: themes and who is welcome by district, as a table and as a map that says the same; gaps are said in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import Lack
from marugoto.community.labels import INTERESTS, LACKS, WELCOMES
from marugoto.community.queries import boundary, coverage
from marugoto.community.queries import member as members
from marugoto.community.queries.boundary import OnTheMap
from marugoto.community.rules.boundary import may_draw
from marugoto.community.rules.coverage import Tile, gaps, shaped, size, tiles
from marugoto.web.shell.doors import Page, see
from marugoto.web.town.audience import READERS, room_of

SHOWN = 3  # gaps that are said in one line


@dataclass(frozen=True)
class Row:
    """A theme: its count in each district, and the district where there is nothing."""

    code: str
    name: str
    cells: tuple[int, ...]
    nowhere: int
    gaps: str


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    by = "welcome" if request.GET.get("by") == "welcome" else "interest"
    labels = {str(code): str(name) for code, name in (WELCOMES if by == "welcome" else INTERESTS).items()}
    counts = coverage.by_welcome(viewer) if by == "welcome" else coverage.by_interest(viewer)
    districts = standing(viewer.body).districts
    rows = [_row(code, name, counts, districts) for code, name in labels.items()]
    chosen = next((row for row in rows if row.code == request.GET.get("of")), rows[0])
    values = {
        "by": by,
        "rows": rows,
        "districts": districts.values(),
        "chosen": chosen,
        **_map(boundary.on_the_map(viewer), chosen, districts),
        "draws": bool(may_draw(viewer.roles)),
        "sentence": _sentence(rows),
        "undertakings": [
            {
                "one": one,
                "lack": LACKS[Lack(one.lack)],
                "area": districts.get(one.area, _("市のどこでも")),
            }
            for one in members.undertakings(viewer)
        ],
        **room_of(viewer, "coverage"),
    }
    return Page("town/coverage.html", values)


def _map(found: OnTheMap | None, row: Row, districts: Mapping[str, str]) -> dict[str, object]:
    """In the true shapes where the body has brought them in; what has none is said beside the map."""
    counts = dict(zip(districts, row.cells, strict=True))
    if found is None:
        width, height = size(len(districts))
        return {"tiles": tiles(districts, counts), "width": width, "height": height}
    drawn = shaped(found.drawing, districts, counts)
    return {
        "tiles": drawn,
        "width": found.drawing.width,
        "height": found.drawing.height,
        "shaped": True,
        "credit": found.file.credit,
        "unshaped": _unshaped(drawn, counts, districts),
    }


def _unshaped(drawn: list[Tile], counts: Mapping[str, int], districts: Mapping[str, str]) -> str:
    shown = {one.name for one in drawn}
    return "・".join(f"{name} {counts[code]}" for code, name in districts.items() if name not in shown)


def _row(code: str, name: str, counts: coverage.Counts, districts: Mapping[str, str]) -> Row:
    cells = tuple(counts.get((code, area), 0) for area in districts)
    missing = gaps(cells, list(districts.values()))
    said = _("どの圏域の一覧にも、まだありません") if len(missing) == len(cells) else "・".join(missing)
    return Row(code, name, cells, counts.get((code, ""), 0), said if missing else "")


def _sentence(rows: list[Row]) -> str:
    """What is nowhere comes first; then how many themes lack a district."""
    nowhere = [row.name for row in rows if not any(row.cells)]
    if nowhere:
        more = _("など") if len(nowhere) > SHOWN else ""
        return _("「%(names)s」%(more)sは、どの圏域の一覧にも、まだありません。") % {
            "names": "」「".join(nowhere[:SHOWN]),
            "more": more,
        }
    lacking = sum(bool(row.gaps) for row in rows)
    if lacking:
        return _("%(n)dつのことが、どこかの圏域の一覧に、まだありません。") % {"n": lacking}
    return _("どの圏域にも、どれも一つはあります。")
