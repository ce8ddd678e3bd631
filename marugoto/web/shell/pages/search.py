"""Search among the persons and consultations this viewer may see; and, asked exactly, which office has a record."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.case import newest_of_households
from marugoto.intake.queries.consultation import search as search_consultations
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
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
    told = _consultations(viewer, words) if found is not None and not refused else []
    values: dict[str, Any] = {
        "words": words[:LONGEST],
        "rows": rows,
        "found": found,
        "consultations": told,
        "refused": refused,
        "sentence": _sentence(words, found.count if found else 0, len(told), refused),
    }
    return Page("shell/search.html", values)


def _rows(viewer: Viewer, lines: Any) -> list[dict[str, Any]]:
    homes = {home.household for line in lines for home in line.households}
    cases = newest_of_households(viewer, homes)
    districts = standing(viewer.body).districts
    return [
        {
            "line": line,
            "birth": _birth(line.face),
            "homes": [
                {
                    "name": home.name,
                    "url": reverse("desk:household", args=[cases[home.household][0]])
                    if home.household in cases
                    else "",
                    "number": cases[home.household][1] if home.household in cases else "",
                    "district": districts.get(home.area, ""),
                }
                for home in line.households
            ],
        }
        for line in lines
    ]


def _consultations(viewer: Viewer, words: str) -> list[dict[str, Any]]:
    """Those open to the viewer, ended ones too: somebody who calls again was here before."""
    return [
        {
            "id": row.pk,
            "name": row.caller or _("お名前を聞けていない方"),
            "visitor": row.visitor,
            "phone": row.phone,
            "day": say_day(row.day) if row.day.year == local_day(viewer.at).year else say_era(row.day),
            "ended": row.ball.settlement_id is not None,
        }
        for row in search_consultations(viewer, words)
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


def _sentence(words: str, count: int, consultations: int, refused: str) -> str:
    if refused:
        return refused
    if not words:
        return _("名前・よみ・電話・生年月日でさがします。")
    if count and consultations:
        return _("%(count)d人と、相談が%(consultations)d件見つかりました。") % {
            "count": count,
            "consultations": consultations,
        }
    if consultations:
        return _("人は見つかりませんでした。相談が%(consultations)d件あります。") % {"consultations": consultations}
    if count:
        return _("%(count)d人見つかりました。") % {"count": count}
    return _("見つかりませんでした。")
