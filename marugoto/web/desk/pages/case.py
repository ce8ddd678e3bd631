"""Begin and end the support of a household."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.case import close_case, gather, open_case
from marugoto.casework.codes import CaseEnd
from marugoto.casework.queries import case as cases
from marugoto.intake.queries import consultation as consultations
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from marugoto.people.codes import Sex
from marugoto.web.desk.forms.household import MOST_ROWS, CaseEndForm, CaseForm, HomeForm, MemberForms, MemberRow
from marugoto.web.desk.pointed import pointer_by, pointer_by_words
from marugoto.web.desk.twins import twins_of
from marugoto.web.shell.choices import area_choices, team_choices
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.homes import Home, homes_of, look_up
from marugoto.web.shell.ids import read_id

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def new(request: HttpRequest, viewer: Viewer, consultation: UUID) -> Page:
    """Who lives there, with what is known from the consultation; or a household that is kept already."""
    found = consultations.get(viewer, consultation)
    if found is None:
        raise Http404
    return Page("desk/case_new.html", {"consultation": consultation, **beginning(viewer, found.consultation.caller)})


@act(*CASEWORK)
def begin(request: HttpRequest, viewer: Viewer, at: datetime, consultation: UUID) -> Page | HttpResponse:
    if consultations.get(viewer, consultation) is None:
        raise Http404
    if "pointer" in request.POST:
        return redirect(pointer_by(request.POST, _first_named(request.POST)))
    form = CaseForm(request.POST, areas=area_choices(viewer))
    sent = _with_one_more(request.POST) if "more" in request.POST else request.POST
    rows = _sent_rows(viewer, sent)
    kept = read_id(request.POST.get("household", ""))
    home = _sent_home(viewer, request.POST.get("words", ""), kept)
    if "more" in request.POST:
        rows.forms[-1].fields["name"].widget.attrs["autofocus"] = True
    if "find" in request.POST or "more" in request.POST:
        return _new_page(consultation, form, rows, home)
    if form.is_valid() and home.is_valid() and (kept or rows.is_valid()):
        with form_errors(form):
            chosen = kept or _form(viewer, at, form.cleaned_data["area"], [one.row() for one in rows.forms])
            if chosen is None:
                form.add_error(None, _("世帯の人が書かれていません。一人だけでも書いてください。"))
            else:
                return _begun(request, viewer, at, consultation, chosen)
    return _new_page(consultation, form, rows, home, status=422)


def _first_named(sent: QueryDict) -> str:
    """The first row in which somebody is named: so begin the names of its fields."""
    starts = [f"m-{number}-" for number in range(MOST_ROWS)]
    return next((start for start in starts if sent.get(f"{start}name", "").strip()), starts[0])


def _begun(request: HttpRequest, viewer: Viewer, at: datetime, consultation: UUID, household: UUID) -> HttpResponse:
    """Where the support of this household runs already, the consultation joins it."""
    running = next((home.case for home in homes_of(viewer, [household])), None)
    if running is not None:
        gather(by=viewer, at=at, case=running, consultation=consultation)
        messages.success(request, _("この世帯の支援は、もう動いています。相談をそこに入れました。"))
        return redirect("desk:household", case=running)
    case = open_case(by=viewer, at=at, household=household, consultations=[consultation])
    messages.success(request, _("世帯の支援を始めました。まとめ役はあなたの係です。"))
    return redirect("desk:household", case=case.pk)


@see(*CASEWORK)
def end(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    return _end_page(viewer, case, CaseEndForm(teams=team_choices(viewer)))


@act(*CASEWORK)
def finish(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    form = CaseEndForm(request.POST, teams=team_choices(viewer))
    page = _end_page(viewer, case, form, status=422)
    if form.is_valid():
        with form_errors(form):
            close_case(
                by=viewer,
                at=at,
                case=case,
                end=CaseEnd(form.cleaned_data["end"]),
                next_team=read_id(form.cleaned_data["next_team"]),
                look_in_on=form.cleaned_data["look_in_on"],
                why_none=form.cleaned_data["why_none"],
                words=form.cleaned_data["words"],
            )
            messages.success(request, _("世帯の支援をおわりにしました。"))
            return redirect("desk:household", case=case)
    return page


def beginning(viewer: Viewer, called: str, auto_id: str = "id_%s") -> dict[str, Any]:
    """The empty form, with what is known from the consultation."""
    caller = called.removesuffix("さん").removesuffix("様")
    rows = MemberForms(initial=[{"name": caller, "relation": _("本人")}], prefix="m")
    homes = look_up(viewer, caller)
    initial = {"words": caller, "household": ""}
    home = HomeForm(homes=_choices(homes.rows), more=homes.more, initial=initial, auto_id=auto_id)
    home.elsewhere = pointer_by_words(caller)
    form = CaseForm(areas=area_choices(viewer), auto_id=auto_id)
    return {"form": form, "rows": rows, "home": home, "room": rows.total_form_count() < MOST_ROWS}


def _form(viewer: Viewer, at: datetime, area: str, rows: list[MemberRow | None]) -> UUID | None:
    """The persons first, then their household; nobody named, no household."""
    members = [(row.kept or _entered(viewer, at, row), row.relation) for row in rows if row is not None]
    return form_household(by=viewer, at=at, area=area, members=members).pk if members else None


def _entered(viewer: Viewer, at: datetime, row: MemberRow) -> UUID:
    return enter_person(
        by=viewer, at=at, name=row.name, kana=row.kana, birth=row.birth, sex=row.sex, phone=row.phone
    ).pk


def _with_one_more(sent: QueryDict) -> QueryDict:
    """What was written, and an empty row below it, in which nothing is asserted of anybody."""
    sent = sent.copy()
    count = MemberForms(sent, prefix="m").total_form_count()
    sent["m-TOTAL_FORMS"] = str(min(count + 1, MOST_ROWS))
    sent.setdefault(f"m-{count}-sex", Sex.UNKNOWN.value)
    return sent


def _sent_rows(viewer: Viewer, sent: QueryDict) -> Any:
    """What was written, with those who are kept already and look alike, so that nobody is written down twice."""
    plain = MemberForms(sent, prefix="m")
    plain.is_valid()
    twins = {}
    for number, form in enumerate(plain.forms):
        said = {name: form.cleaned_data.get(name) for name in ("name", "kana", "birth", "phone")}
        twins[number] = twins_of(viewer, **{name: value for name, value in said.items() if value})
    return cast(Any, MemberForms)(sent, prefix="m", twins=twins)


def _sent_home(viewer: Viewer, words: str, kept: UUID | None) -> HomeForm:
    """What the words find, and the household that was chosen, as far as it is open to the viewer."""
    found = look_up(viewer, words)
    homes = [*homes_of(viewer, [kept] if kept else []), *found.rows]
    form = HomeForm({"words": words, "household": str(kept or "")}, homes=_choices(homes), more=found.more)
    form.elsewhere = pointer_by_words(words)
    return form


def _choices(homes: Iterable[Home]) -> list[tuple[str, str]]:
    return list({str(home.household): home.label for home in homes}.items())


def _new_page(consultation: UUID, form: CaseForm, rows: Any, home: HomeForm, status: int = 200) -> Page:
    values = {
        "form": form,
        "rows": rows,
        "consultation": consultation,
        "home": home,
        "room": rows.total_form_count() < MOST_ROWS,
    }
    return Page("desk/case_new.html", values, status=status)


def _end_page(viewer: Viewer, case: UUID, form: CaseEndForm, status: int = 200) -> Page:
    found = cases.get(viewer, case)
    if found is None:
        raise Http404
    running = [line for line in found.needs if line.ball.settled_at is None]
    return Page("desk/case_end.html", {"case": found, "form": form, "running": running}, status=status)
