"""課ごとのことば: one concept, each division's word for it; searched by everybody, written by planner and coordinator."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.actions.word import add_concept, change_concept, drop_word, end_concept, say_word
from marugoto.agencies.codes import ConceptCode
from marugoto.agencies.queries.word import Entry, agency_choices, entries, own_concept
from marugoto.agencies.rules.word import WRITERS, may_write_words
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.forms.word import ConceptEndForm, ConceptForm, WordForm
from marugoto.web.shell.ids import read_id

LONGEST_SEARCH = 40


@see()
def index(request: HttpRequest, viewer: Viewer) -> Page:
    """Open to everybody in the house: no resident stands in it."""
    return _index(viewer, search=request.GET.get("q", "")[:LONGEST_SEARCH].strip())


@act(*WRITERS)
def say(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = WordForm(request.POST, **_choices(viewer, entries(viewer)))
    if form.is_valid():
        said = form.cleaned_data
        agency = read_id(said["agency"])
        with form_errors(form):
            if agency is not None:
                say_word(
                    by=viewer,
                    at=at,
                    concept=_concept(said["concept"]),
                    agency=agency,
                    word=said["word"],
                    note=said["note"],
                )
                messages.success(request, _("「%(word)s」を入れました。") % {"word": said["word"].strip()})
                return redirect("shell:words")
    return _index(viewer, word_form=form, status=422)


@act(*WRITERS)
def drop(request: HttpRequest, viewer: Viewer, at: datetime, word: UUID) -> HttpResponse:
    drop_word(by=viewer, at=at, word=word)
    messages.success(request, _("その課の画面も、まちのことばに戻りました。"))
    return redirect("shell:words")


@act(*WRITERS)
def add(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = ConceptForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            add_concept(by=viewer, at=at, **form.cleaned_data)
            messages.success(request, _("ことばを足しました。つぎに、課ごとの言い方を入れてください。"))
            return redirect("shell:words")
    return _index(viewer, concept_form=form, status=422)


@see(*WRITERS)
def show(request: HttpRequest, viewer: Viewer, concept: UUID) -> Page:
    return _page(viewer, concept)


@act(*WRITERS)
def change(request: HttpRequest, viewer: Viewer, at: datetime, concept: UUID) -> Page | HttpResponse:
    form = ConceptForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            change_concept(by=viewer, at=at, concept=concept, **form.cleaned_data)
            messages.success(request, _("直しました。前の言い方も、下に残ります。"))
            return redirect("shell:concept", concept=concept)
    return _page(viewer, concept, form=form, status=422)


@act(*WRITERS)
def end(request: HttpRequest, viewer: Viewer, at: datetime, concept: UUID) -> Page | HttpResponse:
    form = ConceptEndForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            end_concept(by=viewer, at=at, concept=concept, reason=form.cleaned_data["reason"])
            messages.success(request, _("一覧から外しました。"))
            return redirect("shell:words")
    return _page(viewer, concept, ending=form, status=422)


def _index(
    viewer: Viewer,
    *,
    search: str = "",
    word_form: WordForm | None = None,
    concept_form: ConceptForm | None = None,
    status: int = 200,
) -> Page:
    found = entries(viewer, search=search)
    writes = bool(may_write_words(viewer.roles))
    if writes and word_form is None:
        word_form = WordForm(**_choices(viewer, found if not search else entries(viewer)))
    values: dict[str, Any] = {
        "search": search,
        "sentence": _sentence(found, search),
        "rows": [_row(one) for one in found],
        "writes": writes,
        "word_form": word_form if writes else None,
        "concept_form": (concept_form or ConceptForm()) if writes else None,
        "adding": concept_form is not None,
    }
    return Page("shell/words.html", values, status=status)


def _page(
    viewer: Viewer,
    concept: UUID,
    *,
    form: ConceptForm | None = None,
    ending: ConceptEndForm | None = None,
    status: int = 200,
) -> Page:
    found = own_concept(viewer, concept)
    if found is None:
        raise Http404
    row, before = found
    values = {
        "row": row,
        "former": [{"one": one, "day": say_era(local_day(one.at))} for one in before],
        "form": form or ConceptForm(initial={"name": row.name, "meaning": row.meaning}),
        "ending": ending or ConceptEndForm(),
    }
    return Page("shell/concept.html", values, status=status)


def _row(entry: Entry) -> dict[str, Any]:
    own = next((one.word for one in entry.said if one.own), "")
    said = [{"one": one, "since": say_era(local_day(one.since))} for one in entry.said]
    return {"entry": entry, "own": own, "said": said}


def _sentence(found: list[Entry], search: str) -> str:
    if search and not found:
        return _("「%(search)s」は、まだ一覧にありません。") % {"search": search}
    if search:
        return _("「%(search)s」は、%(n)dつのことばに出てきます。") % {"search": search, "n": len(found)}
    told = sum(bool(one.said) for one in found)
    if not told:
        return _("課によって言い方のちがうことばは、まだ入っていません。")
    return _("%(n)dつのことばに、課ごとの言い方があります。") % {"n": told}


def _choices(viewer: Viewer, found: list[Entry]) -> dict[str, list[tuple[str, str]]]:
    return {"concepts": [(one.key, one.name) for one in found], "agencies": agency_choices(viewer)}


def _concept(key: str) -> ConceptCode | UUID:
    return ConceptCode(key) if key in set(ConceptCode) else UUID(key)
