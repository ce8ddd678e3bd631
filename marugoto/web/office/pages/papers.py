"""紙にする: the half-year on a page, the mayor's, a division's and the assembly's paper, for inside or to go out; as PDF and Word."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.codes import Role
from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators.outcome_years import CODE
from marugoto.evaluation.queries import latest as counted
from marugoto.evaluation.queries.heads import held_heads
from marugoto.evaluation.queries.necessity import needed_last
from marugoto.evaluation.queries.outcome_years import outcome_years
from marugoto.evaluation.rules.half_year import last_days, say_half_year
from marugoto.exchange import pdf
from marugoto.exchange.rules import docx
from marugoto.exchange.rules.paper import Paper
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_era, say_whole_moment
from marugoto.kernel.jst import local_day
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.office.papers.answers import answers_paper
from marugoto.web.office.papers.department import department_paper, division_of
from marugoto.web.office.papers.half_year import half_year_paper
from marugoto.web.office.papers.looked_back import latest
from marugoto.web.office.papers.material import Material, for_inside, for_outside
from marugoto.web.office.papers.mayor import mayor_paper
from marugoto.web.office.papers.years import years_paper
from marugoto.web.shell.doors import Page, see

BACK = 4
OUT = "out"
HALF_YEAR = "half-year"
READ_THE_TOWN = (Role.PLANNER, Role.CHIEF, Role.COORDINATOR)
KINDS = {
    HALF_YEAR: (
        gettext_lazy("半期のまとめ(A4一枚)"),
        gettext_lazy("延べ・実人数・実世帯、新規と継続、困りごとの内訳、指標、人手を一枚に並べます。"),
    ),
    "mayor": (
        gettext_lazy("首長のための1枚"),
        gettext_lazy("二分で読めるように、大きな字で。住民にとってどうだったかと、決めていただきたいこと。"),
    ),
    "answers": (
        gettext_lazy("議会答弁のための紙(想定問答)"),
        gettext_lazy("問い、答え、数字(n・時点・定義の版)、その数字が言わないこと。"),
    ),
}
DEPARTMENT, YEARS = "department", "years"  # for inside alone


@see(*THINKERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    chosen = _last(request, viewer)
    held = held_heads(viewer)
    agencies = {team.agency_id: team.agency.name for team in directory.teams(viewer) if team.agency.has_accounts}
    own = agencies.pop(viewer.agency, "")
    values: dict[str, Any] = {
        "half": say_half_year(chosen),
        "day": say_era(chosen),
        "last": chosen.isoformat(),
        "halves": [
            {"name": say_half_year(one), "last": one.isoformat(), "current": one == chosen}
            for one in reversed(_halves(viewer))
        ],
        "papers": [{"code": code, "name": name, "says": says} for code, (name, says) in KINDS.items()],
        "held_at": say_whole_moment(held[chosen].at) if chosen in held else "",
        "own": {"id": viewer.agency, "name": own} if own else None,
        "agencies": sorted(({"id": pk, "name": name} for pk, name in agencies.items()), key=lambda one: one["name"]),
        "to_initiatives": viewer.has(*READ_THE_TOWN),
    }
    return Page("office/papers.html", values)


@see(*THINKERS)
def to_send(request: HttpRequest, viewer: Viewer, paper: str) -> Page | HttpResponse:
    made = _paper(request, viewer, paper)
    if isinstance(made, Page):
        return made
    try:
        return _file(pdf.written(made, at=viewer.at), pdf.MEDIA, f"{paper}.pdf")
    except Refused as refused:
        return _refused(refused.sentence, refused.way_on)


@see(*THINKERS)
def to_edit(request: HttpRequest, viewer: Viewer, paper: str) -> Page | HttpResponse:
    made = _paper(request, viewer, paper)
    return made if isinstance(made, Page) else _file(docx.written(made), docx.MEDIA, f"{paper}.docx")


def _paper(request: HttpRequest, viewer: Viewer, paper: str) -> Paper | Page:
    if paper == DEPARTMENT:
        found = division_of(viewer, request.GET.get("agency", "") or str(viewer.agency))
        if found is None:
            raise Http404
        return department_paper(viewer, found)
    if paper == YEARS:
        return _years(viewer)
    if paper not in KINDS:
        raise Http404
    last = _last(request, viewer)
    out, own_words = request.GET.get("for") == OUT, paper == HALF_YEAR
    material = (
        for_outside(viewer, last=last, own_words=own_words)
        if out
        else for_inside(viewer, last=last, own_words=own_words)
    )
    if material is None:
        return _refused(
            _("%(half)sの数は、まだ残されていないので、外に出す紙はつくれません。") % {"half": say_half_year(last)},
            _(
                "終わった半期の数は、毎日の仕事(marugoto measure)で一度だけ残します。動いているか、管理者に聞いてください。"
            ),
        )
    return _makers(viewer)[paper](material)


def _years(viewer: Viewer) -> Paper:
    kept = counted.latest(viewer, codes=[CODE])
    known = kept.has_tables(CODE)
    years = outcome_years(viewer, today=kept.today, counts=kept.counts) if known else []
    return years_paper(viewer, years, kept.as_of if known else None)


def _makers(viewer: Viewer) -> dict[str, Callable[[Material], Paper]]:
    return {
        HALF_YEAR: half_year_paper,
        # Weighed by the last round, and held nowhere: it leaves the house on no paper.
        "mayor": lambda material: mayor_paper(material, None if material.outside else needed_last(viewer)),
        # What is compared is counted now and held nowhere: it leaves the house on no paper.
        "answers": lambda material: answers_paper(material, None if material.outside else latest(viewer)),
    }


def _halves(viewer: Viewer) -> list[date]:
    return last_days(local_day(viewer.at), BACK)


def _last(request: HttpRequest, viewer: Viewer) -> date:
    """The half-year that was asked for, or the last one that is over."""
    halves = _halves(viewer)
    return {one.isoformat(): one for one in halves}.get(request.GET.get("half", ""), halves[-1])


def _refused(sentence: str, way_on: str) -> Page:
    return Page("office/paper_not_made.html", {"sentence": sentence, "way_on": way_on}, status=409)


def _file(made: bytes, media: str, name: str) -> HttpResponse:
    answer = HttpResponse(made, content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store, private"
    return answer
