"""Search among the persons this viewer may see; and, asked exactly, which office has a record."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.case import newest_of_households
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_era
from marugoto.kernel.fold import clean
from marugoto.people.queries.face import PersonFace
from marugoto.people.queries.person import search as search_persons
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.ids import read_page

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)
LONGEST = 200


@see(*CASEWORK)
def search(request: HttpRequest, viewer: Viewer) -> Page:
    words = request.GET.get("q", "").strip()
    refused = ""
    found = None
    try:
        if clean(words, limit=LONGEST):
            found = search_persons(viewer, words, page=read_page(request.GET.get("page", "1")))
    except Refused as trouble:
        refused = f"{trouble.sentence}{trouble.way_on}"
    rows = _rows(viewer, found.rows) if found else []
    values: dict[str, Any] = {
        "words": words[:LONGEST],
        "rows": rows,
        "found": found,
        "refused": refused,
        "sentence": _sentence(words, found.count if found else 0, refused),
    }
    return Page("shell/search.html", values)


def _rows(viewer: Viewer, lines: Any) -> list[dict[str, Any]]:
    homes = {home.household for line in lines for home in line.households}
    cases = newest_of_households(viewer, homes)
    return [
        {
            "line": line,
            "birth": _birth(line.face),
            "homes": [
                {
                    "name": home.name,
                    "url": reverse("desk:household", args=[cases[home.household]]) if home.household in cases else "",
                }
                for home in line.households
            ],
        }
        for line in lines
    ]


def _birth(face: PersonFace) -> str:
    """昭和17年5月7日(84歳), or as much of it as is known."""
    if face.age is None:
        return _("分かりません")
    if face.birth is None:
        return _("%(age)d歳くらい") % {"age": face.age}
    if face.dead:
        return _("%(day)s(亡くなった人)") % {"day": say_era(face.birth)}
    return _("%(day)s(%(age)d歳)") % {"day": say_era(face.birth), "age": face.age}


def _sentence(words: str, count: int, refused: str) -> str:
    if refused:
        return refused
    if not words:
        return _("名前・よみ・電話・生年月日でさがします。")
    if count:
        return _("%(count)d人見つかりました。") % {"count": count}
    return _("見つかりませんでした。")
