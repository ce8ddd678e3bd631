"""一枚: what the town lacks, on one page to be taken along to planning, to another division, to a branch, to those who live there.

Whether others join in should not hang on somebody there who knows already what is lacking: the page says it, with what is being done, on
what ground it is theirs too, and whom to call. Nobody's name, and no number that tells of one. What a division was brought stands below
with its answer: whoever comes after it reads both.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.lack_sheet import Told, bring_sheet
from marugoto.community.codes import Lack
from marugoto.community.labels import LACKS
from marugoto.community.queries import lack_sheet
from marugoto.community.queries import member as members
from marugoto.community.queries import unmet_need as unmet_needs
from marugoto.community.rules.member import ANSWER_IN, ARTICLES, may_keep
from marugoto.evaluation.rules.suppression import few_of
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.town.audience import BESIDE, READERS, TENDERS, room_of
from marugoto.web.town.forms.member import SheetForm
from marugoto.web.town.pages.light import Theme, themes_of
from marugoto.web.town.sheet_words import sheet_words

DOES = 8  # what is being done: more does not go on one page


@see(*BESIDE)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer)


@act(*TENDERS)
def bring(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = SheetForm(request.POST, members=_members(viewer))
    if form.is_valid():
        said = dict(form.cleaned_data)
        with form_errors(form):
            bring_sheet(by=viewer, at=at, member=UUID(said.pop("member")), told=_told(viewer), **said)
            messages.success(request, _("一枚を届けました。返事は、この画面に残ります。"))
            return redirect("town:unmet_sheet")
    return _page(viewer, form, status=422)


def _page(viewer: Viewer, form: SheetForm | None = None, status: int = 200) -> Page:
    town, districts = directory.body(viewer.body), standing(viewer.body).districts
    does, keeps = members.undertakings(viewer), bool(may_keep(viewer.roles)) and viewer.has(*TENDERS)
    brought = [sheet_words(viewer, one) for one in lack_sheet.sheets(viewer)]
    count, answered = lack_sheet.answered(viewer)
    values: dict[str, Any] = {
        "town": town.name,
        "day": say_era(local_day(viewer.at)),
        "districts": districts.values(),
        "themes": _themes(viewer),
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
        "brought": brought,
        "count": count,
        "older": count - len(brought),
        "answered": answered,
        "form": form or (_form(viewer) if keeps else None),
        **room_of(viewer, "unmet" if viewer.has(*READERS) else "light"),
    }
    return Page("town/unmet_sheet.html", values, status=status)


def _form(viewer: Viewer) -> SheetForm:
    due = viewer.calendar.add(local_day(viewer.at), ANSWER_IN)
    return SheetForm(members=_members(viewer), initial={"answer_by": due})


def _members(viewer: Viewer) -> list[tuple[str, str]]:
    return [(str(one.pk), one.name) for one in lack_sheet.to_whom(viewer)]


def _themes(viewer: Viewer) -> list[Theme]:
    places, population = list(standing(viewer.body).districts), directory.body(viewer.body).population
    return themes_of(unmet_needs.open_counts(viewer), places, population)


def _told(viewer: Viewer) -> list[Told]:
    """As whoever reads no task may read it: the division may be one of them."""
    columns = [*standing(viewer.body).districts, ""]
    return [
        Told(theme.lack, area, count)
        for theme in _themes(viewer)
        for area, count in zip(columns, theme.cells, strict=True)
    ]
