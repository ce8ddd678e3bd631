"""The assessment sheet of a household: read it, write it again as the next version, print it filled or blank."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions import assessment as verbs
from marugoto.casework.queries import assessment as assessments
from marugoto.casework.queries.assessment import Filled, Home
from marugoto.casework.rules.assessment import carried, may_follow, missing_reported, spots
from marugoto.casework.sheets import sheet_of, sheet_on
from marugoto.casework.sheets.sheet import About, Origin, Sheet
from marugoto.custody.queries.ball import open_matters
from marugoto.disclosure.queries.attachment import of_matters
from marugoto.kernel.jst import local_day
from marugoto.people.queries import household as households
from marugoto.web.desk.between import Difference, between
from marugoto.web.desk.filled import line_of, people_of
from marugoto.web.desk.forms.assessment import AssessmentForm, name_of
from marugoto.web.desk.pages.attachment import paper_faces
from marugoto.web.shell.doors import Page, act, form_errors, see

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    """The newest version, or the one that is named."""
    home = _home(viewer, case)
    number = _number(request.GET.get("version", ""))
    filled = assessments.filled(viewer, case, number)
    if filled is None and number is not None:
        raise Http404
    values: dict[str, Any] = {
        "case": case,
        "title": _title(home),
        "running": bool(open_matters(viewer, matters={case})),
        "filled": filled,
    }
    if filled is not None:
        values |= {
            "line": line_of(filled.version),
            "newest": filled.history[0].number,
            "people": people_of(viewer, filled, households.living(viewer, home.household)),
            "history": [line_of(one) for one in filled.history],
            "sheet": sheet_of(filled.version.sheet),
            "unverified": not sheet_of(filled.version.sheet).verified,
            "own_forms": _own_forms(viewer, filled),
        }
    return Page("desk/assessment.html", values)


@see(*CASEWORK)
def new(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    home, own = _home(viewer, case), request.GET.get("own") == "1"
    filled = assessments.filled(viewer, case)
    return _form_page(home, _form(viewer, home, filled, own), filled, own)


@act(*CASEWORK)
def write(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    """Only what was changed against the version on which writing began; where another came in between, both are looked at first."""
    home, own = _home(viewer, case), request.POST.get("own") == "1"
    follows = _number(request.POST.get("follows", "")) or 0
    base = assessments.filled(viewer, case, follows) if follows else None
    form = _form(viewer, home, base, own, request)
    if form.is_valid():
        said = form.cleaned_data
        papers = tuple(form.files_sent()) if own else ()
        own_form, at_place = said.get("own_form", ""), said.get("own_form_at", "")
        heard = verbs.Heard(said["heard_on"], said["heard_time"], own_form, at_place, papers)
        with form_errors(form):
            made = verbs.write(by=viewer, at=at, case=case, said=form.said(), heard=heard, follows=follows)
            messages.success(request, _("アセスメントシートの第%(number)d版を残しました。") % {"number": made.number})
            return redirect("desk:assessment", case=case)
    now = assessments.filled(viewer, case)
    if now is None or now.version.number == follows:
        return _form_page(home, form, now, own, status=422)
    later = _form(viewer, home, now, own, form.over(carried(form.sheet, now.answers)))
    later.full_clean()
    with form_errors(later):
        may_follow(follows, now.version.number).require()
    return _form_page(home, later, now, own, status=422, differs=between(form, later))


@see(*CASEWORK)
def blank(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    """To take along on a visit, and to be typed in later."""
    home = _home(viewer, case)
    sheet = sheet_on(local_day(viewer.at))
    values = {
        "case": case,
        "title": _title(home),
        "sheet": sheet,
        "unverified": not sheet.verified,
        "members": [called for _person, called in households.living(viewer, home.household)],
        "of_member": sheet.of(About.MEMBER),
        "of_household": sheet.of(About.HOUSEHOLD),
        "recalled": Origin.RECALLED,
    }
    return Page("desk/assessment_blank.html", values)


def _own_forms(viewer: Viewer, filled: Filled) -> list[dict[str, Any]]:
    """The agencies' own sheets up to this version, the newest first, each with what was attached."""
    known = [one for one in filled.history if one.own_form and one.number <= filled.version.number]
    papers = of_matters(viewer, [one.assessment for one in known])
    return [{"line": line_of(one), "papers": paper_faces(papers.get(one.assessment, ()))} for one in known]


def _home(viewer: Viewer, case: UUID) -> Home:
    found = assessments.home(viewer, case)
    if found is None:
        raise Http404
    return found


def _title(home: Home) -> str:
    return home.name or _("世帯 %(number)s") % {"number": home.number}


def _number(words: str) -> int | None:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 5 else None


def _form(
    viewer: Viewer, home: Home, filled: Filled | None, own: bool, request: HttpRequest | QueryDict | None = None
) -> AssessmentForm:
    """`filled`: the version from which writing began. With `own`, what it lacks is asked; and what was sent has its place."""
    today = local_day(viewer.at)
    sheet: Sheet = sheet_on(today)
    members = households.living(viewer, home.household)
    people = [who for who, _called in members]
    known = carried(sheet, filled.answers) if filled else {}
    lacks = {spot for spot, _one in missing_reported(sheet, people, known)}
    sent = request.POST if isinstance(request, HttpRequest) else request
    asked = [spot for spot, _one in spots(sheet, people) if spot in lacks or (sent and name_of(spot) in sent)]
    about: dict[str, Any] = {"sheet": sheet, "members": members, "known": known, "today": today}
    about |= {"asked": asked if own else None, "own": own}
    if own and isinstance(request, HttpRequest):
        return AssessmentForm.sent(request, **about)
    return AssessmentForm(sent, **about)


def _form_page(
    home: Home,
    form: AssessmentForm,
    filled: Filled | None,
    own: bool,
    status: int = 200,
    differs: Sequence[Difference] = (),
) -> Page:
    last = line_of(filled.version) if filled else None
    values = {
        "case": home.case,
        "title": _title(home),
        "form": form,
        "own": own,
        "follows": filled.version.number if filled else 0,
        "last": last,
        "between": differs,
        "unverified": not form.sheet.verified,
    }
    return Page("desk/assessment_new.html", values, status=status)
