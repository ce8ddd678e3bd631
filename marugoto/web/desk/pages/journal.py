"""The journal: write, correct, take a misfiled entry out."""

from datetime import datetime, time
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions import journal
from marugoto.casework.codes import Method
from marugoto.casework.labels import CASE_ENDS, LOOK_IN_RESULTS
from marugoto.casework.queries import after as afters
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import journal as journals
from marugoto.casework.queries import need as needs
from marugoto.casework.queries.case import CasePage
from marugoto.casework.queries.journal import get
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import JST, local_day
from marugoto.people.queries import household as households
from marugoto.web.desk.forms.household import CorrectionForm, JournalForm
from marugoto.web.desk.pages.attachment import paper_faces
from marugoto.web.desk.pages.household import LONGEST, household_page, timeline_entry
from marugoto.web.desk.pages.need import back, need_page
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id, read_page
from marugoto.web.ui.parts import Filter

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)
NOON = time(12, 0)


@act(*CASEWORK)
def write(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    found = cases.get(viewer, case)
    if found is None:
        raise Http404
    form = JournalForm.sent(request, needs=needs_of(found))
    if form.is_valid():
        with form_errors(form):
            _keep(viewer, at, case, read_id(form.cleaned_data["need"]), form)
            messages.success(request, _("記録しました。"))
            return redirect("desk:household", case=case)
    return household_page(viewer, case, form=form, status=422)


@act(*CASEWORK)
def write_about(request: HttpRequest, viewer: Viewer, at: datetime, need: UUID) -> Page | HttpResponse:
    """On the page of one need; also by those who see the need and not the whole case."""
    row = needs.get(viewer, need)
    if row is None:
        raise Http404
    form = JournalForm.sent(request, needs=None)
    if form.is_valid():
        with form_errors(form):
            _keep(viewer, at, row.case_id, need, form)
            messages.success(request, _("記録しました。"))
            return redirect("desk:need", need=need)
    return need_page(viewer, need, journal=form, status=422)


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    """The whole journal, page by page; searched by words, or about one need."""
    found = cases.get(viewer, case)
    if found is None:
        raise Http404
    home = households.get(viewer, found.household)
    words, about = _words(request), request.GET.get("need", "")
    if about and about not in dict(needs_of(found)):
        raise Http404
    leaf = journals.leaf(viewer, case=case, need=read_id(about), page=_number(request), words=words)
    title = home.name if home else _("世帯 %(number)s") % {"number": found.number}
    filters = [Filter("need", _("どの必要の"), [("", _("ぜんぶ")), *needs_of(found)], about)]
    beside = {} if words or about else _beside(viewer, case)
    return _leaf_page(leaf, words, title, reverse("desk:household", args=[case]), filters, beside)


@see(*CASEWORK)
def index_of_need(request: HttpRequest, viewer: Viewer, need: UUID) -> Page:
    """The journal of one need; also for those who see the need and not the whole case."""
    row = needs.get(viewer, need)
    if row is None:
        raise Http404
    words = _words(request)
    leaf = journals.leaf(viewer, need=need, page=_number(request), words=words)
    return _leaf_page(leaf, words, row.title, reverse("desk:need", args=[need]), [])


def _beside(viewer: Viewer, case: UUID) -> dict[str, object]:
    """What is no entry and belongs to the history: how support had ended and why it went on; what was taken out."""
    return {
        "before": [
            {
                "day": say_day(one.ended_on),
                "end": CASE_ENDS[one.end],
                "after": one,
                "looks": [(say_day(look.day), LOOK_IN_RESULTS[look.result], look) for look in one.looks],
            }
            for one in afters.before(viewer, case)
        ],
        "stones": [
            (say_day(one.written_on), say_day(one.taken_out_on), one.name) for one in journals.taken_out(viewer, case)
        ],
    }


def _words(request: HttpRequest) -> str:
    return request.GET.get("words", "").strip()[:LONGEST]


def _number(request: HttpRequest) -> int:
    return read_page(request.GET.get("page", "1"))


def _leaf_page(
    leaf: journals.Leaf,
    words: str,
    title: str,
    back: str,
    filters: list[Filter],
    beside: dict[str, object] | None = None,
) -> Page:
    values = {
        "title": title,
        "back": back,
        "entries": [timeline_entry(entry) for entry in leaf.entries],
        "count": leaf.count,
        "page": leaf.page,
        "pages": max(-(-leaf.count // journals.PAGE), 1),
        "words": words,
        "filters": filters,
        "narrowed": bool(words or any(one.active for one in filters)),
    }
    return Page("desk/journal.html", values | (beside or {}))


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, entry: UUID) -> Page:
    return _page(viewer, entry, None)


@act(*CASEWORK)
def correct(request: HttpRequest, viewer: Viewer, at: datetime, entry: UUID) -> Page | HttpResponse:
    form = CorrectionForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            made = journal.supersede(by=viewer, at=at, entry=entry, **form.cleaned_data)
            messages.success(request, _("直しました。前の文も、線を引いて残っています。"))
            return redirect(*back(viewer, made.case_id, made.need_id))
    return _page(viewer, entry, form, status=422)


@act(*CASEWORK)
def take_out(request: HttpRequest, viewer: Viewer, at: datetime, entry: UUID) -> HttpResponse:
    old = get(viewer, entry)
    need = old.need if old else None
    stone = journal.take_out(by=viewer, at=at, entry=entry)
    messages.success(
        request, _("まちがえて入れた記録を外しました。外したことだけが「記録をぜんぶ見る」に残っています。")
    )
    return redirect(*back(viewer, stone.case_ref, need))


@act(*CASEWORK)
def end_caution(request: HttpRequest, viewer: Viewer, at: datetime, entry: UUID) -> HttpResponse:
    found = get(viewer, entry)
    journal.end_caution(by=viewer, at=at, entry=entry)
    messages.success(request, _("訪問の注意から外しました。記録は残っています。"))
    return redirect(*back(viewer, found.case, found.need)) if found else redirect("shell:today")


def needs_of(case: CasePage) -> list[tuple[str, str]]:
    return [(str(line.need), f"{line.number} {line.title}") for line in case.needs]


def _keep(viewer: Viewer, at: datetime, case: UUID, need: UUID | None, form: JournalForm) -> None:
    said = form.cleaned_data
    day = said["day"]
    journal.write(
        by=viewer,
        at=at,
        case=case,
        words=said["words"],
        need=need,
        method=Method(said["method"]),
        happened_at=at if day in {None, local_day(at)} else datetime.combine(day, NOON, JST),
        counterpart=said["with_whom"],
        promise=said["promise"],
        promise_on=said["promise_on"],
        caution_until=said["caution_until"],
        papers=form.files_sent(),
    )


def _page(viewer: Viewer, entry: UUID, form: CorrectionForm | None, status: int = 200) -> Page:
    found = get(viewer, entry)
    if found is None or not found.mine:
        raise Http404
    return Page(
        "desk/journal_entry.html",
        {
            "entry": found,
            "papers": paper_faces(found.papers),
            "form": form or CorrectionForm(initial={name: getattr(found, name) for name in CorrectionForm.base_fields}),
        },
        status=status,
    )
