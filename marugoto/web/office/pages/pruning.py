"""しぼる: from a plan of a hundred indicators to at most twelve that each name the decision they could change."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.actions.plan_indicator import prune
from marugoto.evaluation.codes import Standing
from marugoto.evaluation.queries import indicator_ledger as ledger
from marugoto.evaluation.queries.indicator_ledger import Book, Line
from marugoto.evaluation.rules.pruning import LIVE_AT_MOST, SEEDS_AT_MOST, Proposal, propose
from marugoto.web.office.pages.indicator_ledger import line_words
from marugoto.web.office.pages.review import WRITE
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id

MOST_WANTED = 12
DECISION = "decision-"  # before the key of a row, in the names of fields


class NamesForm(forms.Form):
    """For each proposed indicator the decision it could change, and the value that would change it."""

    def __init__(self, *args: Any, lines: list[Line], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in lines:
            key = line.row.pk.hex
            self.fields[f"{DECISION}{key}"] = forms.CharField(
                label=_("変えうる決定"), max_length=300, required=False, initial=line.row.decision
            )
            self.fields[f"turning-{key}"] = forms.CharField(
                label=_("いくつになったら"), max_length=120, required=False, initial=line.row.turning
            )

    def named(self, row: UUID) -> tuple[str, str]:
        typed = self.cleaned_data
        return typed.get(f"{DECISION}{row.hex}", ""), typed.get(f"turning-{row.hex}", "")


@see(*WRITE)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer, _wanted(request.GET.getlist("with")))


@act(*WRITE)
def apply(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """What was proposed and seen, with those wanted; a live one without a name becomes a seed."""
    wanted = _wanted(request.POST.getlist("with"))
    book = ledger.book(viewer)
    proposal = propose(ledger.candidates(book), wanted=wanted)
    if not _is_as_seen(proposal, request.POST):
        return _asked_again(viewer, book, request.POST)
    form = NamesForm(request.POST, lines=_lines(book, proposal.live))
    if form.is_valid() and proposal.live:
        live = {row: form.named(row) for row in proposal.live}
        if any(all(one.strip() for one in said) for said in live.values()):
            with form_errors(form):
                counted = prune(by=viewer, at=at, live=live, seeds=proposal.seeds, parked=proposal.parked)
                messages.success(request, _done(counted))
                return redirect("office:ledger")
        else:
            form.add_error(None, _("どの指標にも、変えうる決定と値が書かれていません。一つから書いてください。"))
    return _page(viewer, wanted, form=form, status=422)


def _is_as_seen(proposal: Proposal, sent: QueryDict) -> bool:
    """Nothing was added or used since the page was opened that would move another to where it was not seen."""
    return set(_seen_live(sent)) == set(proposal.live) and all(
        sent.get(name, "") == rows for name, rows in _aside(proposal).items()
    )


def _asked_again(viewer: Viewer, book: Book, sent: QueryDict) -> Page:
    """Those for which something may have been typed stay among the live ones."""
    seen = _seen_live(sent)
    lines = _lines(book, propose(ledger.candidates(book), wanted=seen).live)
    typed = {name: sent.get(name, field.initial) for name, field in NamesForm(lines=lines).fields.items()}
    form = NamesForm(typed, lines=lines)
    form.add_error(
        None,
        _(
            "開いたあとで指標か使われ方が変わり、並びも変わりました。書いた言葉は残っています。並びを見て、もう一度押してください。"
        ),
    )
    return _page(viewer, seen, form=form, status=422)


def _seen_live(sent: QueryDict) -> list[UUID]:
    return _wanted([name.removeprefix(DECISION) for name in sent if name.startswith(DECISION)])


def _aside(proposal: Proposal) -> dict[str, str]:
    """Sent with the form; who comes first among the seeds stays one."""
    rows = {"seeds": proposal.seeds, "parked": sorted(proposal.parked)}
    return {name: " ".join(one.hex for one in found) for name, found in rows.items()}


def _page(viewer: Viewer, wanted: list[UUID], *, form: NamesForm | None = None, status: int = 200) -> Page:
    book = ledger.book(viewer)
    proposal = propose(ledger.candidates(book), wanted=wanted)
    live = _lines(book, proposal.live)
    form = form or NamesForm(lines=live)
    values = {
        "live": [_asked(line, form) for line in live],
        "seeds": [line_words(one) for one in _lines(book, proposal.seeds)],
        "parked": [line_words(one) for one in _lines(book, proposal.parked)],
        "duty": [line_words(one) for one in _lines(book, proposal.duty)],
        "wanted": wanted,
        "aside": _aside(proposal),
        "query": "".join(f"&with={one}" for one in wanted),
        "form": form,
        "sentence": _sentence(proposal),
        "most": LIVE_AT_MOST,
        "seeds_most": SEEDS_AT_MOST,
    }
    return Page("office/pruning.html", values, status=status)


def _asked(line: Line, form: NamesForm) -> dict[str, Any]:
    key = line.row.pk.hex
    return line_words(line) | {"decision": form[f"{DECISION}{key}"], "turning": form[f"turning-{key}"]}


def _lines(book: Book, rows: tuple[UUID, ...]) -> list[Line]:
    by_row = {one.row.pk: one for one in book.lines}
    return [by_row[row] for row in rows]


def _wanted(typed: list[str]) -> list[UUID]:
    return [one for one in map(read_id, typed) if one][:MOST_WANTED]


def _sentence(proposal: Proposal) -> str:
    count = sum(len(one) for one in (proposal.live, proposal.seeds, proposal.parked))
    if not count:
        return _("しぼる指標がありません。")
    said = _("%(count)d本から、残す候補%(live)d本と種%(seeds)d本。%(parked)d本は置いておけます。")
    return said % {
        "count": count,
        "live": len(proposal.live),
        "seeds": len(proposal.seeds),
        "parked": len(proposal.parked),
    }


def _done(counted: dict[Standing, int]) -> str:
    said = _("使う%(live)d本、種%(seeds)d本、置いておく%(parked)d本にしました。置いたものは、いつでも戻せます。")
    return said % {
        "live": counted[Standing.LIVE],
        "seeds": counted[Standing.SEED],
        "parked": counted[Standing.PARKED],
    }
