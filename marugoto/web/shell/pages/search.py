"""Search among the persons, consultations and approaches this viewer may see; and, asked exactly, which office has a record."""

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
from marugoto.participation.queries.approach import search as search_approaches
from marugoto.people.queries.face import PersonFace
from marugoto.people.queries.person import Found, search_where
from marugoto.people.queries.person import search as search_persons
from marugoto.people.rules.address import read_address, reads_as_address
from marugoto.people.rules.search import read_search
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.ids import read_page

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)
LONGEST = 200
ADDRESS = "address"  # what was typed is looked for among addresses alone


@see(*CASEWORK)
def search(request: HttpRequest, viewer: Viewer) -> Page:
    words = request.GET.get("q", "").strip()
    refused = ""
    found, where = None, False
    try:
        if clean(words, limit=LONGEST):
            found, where = _persons(
                viewer, words, read_page(request.GET.get("page", "1")), by=request.GET.get("by", "")
            )
    except Refused as trouble:
        refused = f"{trouble.sentence}{trouble.way_on}"
    rows = _rows(viewer, found.rows) if found else []
    asked = found is not None and not refused
    told = _consultations(viewer, words) if asked else []
    visited = _approaches(viewer, words) if asked else []
    values: dict[str, Any] = {
        "words": words[:LONGEST],
        "rows": rows,
        "found": found,
        "consultations": told,
        "approaches": visited,
        "refused": refused,
        "where": where,
        "also_where": not where and bool(read_address(words)),
        "sentence": _sentence(words, found.count if found else 0, len(told), len(visited), refused, where=where),
    }
    return Page("shell/search.html", values)


def _persons(viewer: Viewer, words: str, page: int, *, by: str) -> tuple[Found, bool]:
    """With whether it was found by an address: where houses are counted in it, or it was asked so."""
    chosen = by == ADDRESS
    if chosen or (reads_as_address(words) and not read_search(words).day):
        found = search_where(viewer, words, page=page)
        if found.count or chosen:
            return found, True
    return search_persons(viewer, words, page=page), False


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


def _approaches(viewer: Viewer, words: str) -> list[dict[str, Any]]:
    """Of whom nobody has asked yet the name may be missing: where it is says which."""
    return [
        {
            "id": row.pk,
            "name": row.called or _("お名前の分からない方"),
            "where": row.where,
            "day": say_day(day) if (day := local_day(row.made_at)).year == local_day(viewer.at).year else say_era(day),
            "ended": row.ball.settlement_id is not None,
        }
        for row in search_approaches(viewer, words)
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


def _sentence(words: str, persons: int, consultations: int, approaches: int, refused: str, *, where: bool) -> str:
    if refused:
        return refused
    if not words:
        return _("名前・よみ・電話・生年月日・住所の一部でさがします。")
    if persons and not (consultations or approaches):
        alone = _("住所から%(count)d人見つかりました。") if where else _("%(count)d人見つかりました。")
        return alone % {"count": persons}
    said = [_("相談が%(count)d件") % {"count": consultations}] if consultations else []
    said += [_("「訪ねる」が%(count)d件") % {"count": approaches}] if approaches else []
    if persons:
        beside = (
            _("住所から%(count)d人と、%(more)s見つかりました。")
            if where
            else _("%(count)d人と、%(more)s見つかりました。")
        )
        return beside % {"count": persons, "more": _("と、").join(said)}
    if said:
        return _("人は見つかりませんでした。%(more)sあります。") % {"more": _("と、").join(said)}
    return _("見つかりませんでした。")
