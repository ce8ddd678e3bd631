"""書き出し: the places of the town as published lists or as HSDS, for everybody or as a copy for the house."""

import json
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.exchange.formats import LAYOUTS, Layout
from marugoto.exchange.hsds_words import words
from marugoto.exchange.queries import place_export as export
from marugoto.exchange.rules.hsds import page_of
from marugoto.exchange.rules.upload import Encoding
from marugoto.exchange.rules.writing import rows_of, write
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, see
from marugoto.web.town.audience import IMPORTERS, room_of

ENCODINGS = {"utf-8": Encoding.UTF_8_BOM, "cp932": Encoding.CP932}
PUBLIC, HOUSE = "public", "house"


@dataclass(frozen=True)
class ListLine:
    """One list that can be written. `generations`: code of the heading and its name."""

    code: str
    name: str
    count: int
    generations: list[tuple[str, str]]


@see(*IMPORTERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _index(viewer, HOUSE if request.GET.get("for") == HOUSE else PUBLIC)


@see(*IMPORTERS)
def csv(request: HttpRequest, viewer: Viewer) -> Page | HttpResponse:
    """The file; where a character has no place in its encoding, the page says which, and nothing is written."""
    code = request.GET.get("layout", export.OWN_SHEET)
    chosen = next((one for one in LAYOUTS if one.code == code), None)
    encoding = ENCODINGS.get(request.GET.get("encoding", "utf-8"))
    if chosen is None or encoding is None:
        raise Http404
    whom = HOUSE if request.GET.get("for") == HOUSE else PUBLIC
    columns = chosen.heading_of(_generation(chosen, request.GET.get("generation", "0")))
    rows = rows_of(chosen, columns, export.lines(viewer, chosen, public=whom == PUBLIC), export.issuer(viewer))
    try:
        content = write(rows, encoding)
    except Refused as refused:
        page = _index(viewer, whom)
        return Page(page.template, page.values | {"refused": refused}, status=422)
    return _file(content, "text/csv", f"{viewer.body}_{chosen.code}_{_stamp(viewer)}.csv")


@see(*IMPORTERS)
def hsds(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    page = page_of(export.open_places(viewer), export.issuer(viewer), words())
    content = json.dumps(page, ensure_ascii=False, indent=1).encode()
    return _file(content, "application/json", f"{viewer.body}_hsds_{_stamp(viewer)}.json")


def _index(viewer: Viewer, whom: str) -> Page:
    counts = export.count_by_layout(viewer, public=whom == PUBLIC)
    lists = [_list(one, counts[one.code]) for one in LAYOUTS if counts[one.code]]
    values = {
        "whom": whom,
        "lists": sorted(lists, key=lambda one: -one.count),
        "empty": [one.name for one in LAYOUTS if not counts[one.code]],
        "public": whom == PUBLIC,
        "count": counts["places"],
        "sentence": _sentence(counts["places"], whom),
        **room_of(viewer, "export"),
    }
    return Page("town/exports.html", values)


def _sentence(count: int, whom: str) -> str:
    if not count:
        return _("書き出せる場所は、まだありません。")
    if whom == HOUSE:
        return _("あなたに見える%(count)dか所を、庁内の写しとして書き出せます。") % {"count": count}
    return _("公表できる場所が%(count)dか所あります。様式を選んで書き出せます。") % {"count": count}


def _list(layout: Layout, count: int) -> ListLine:
    named = [(str(at), name or _("まるごとの様式")) for at, (name, _columns) in enumerate(layout.headings)]
    return ListLine(layout.code, layout.name, count, named)


def _generation(layout: Layout, at: str) -> str:
    names = [name for name, _columns in layout.headings]
    return names[int(at)] if at in {"0", "1"} and int(at) < len(names) else names[0]


def _stamp(viewer: Viewer) -> str:
    return f"{local_day(viewer.at):%Y%m%d}"


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
