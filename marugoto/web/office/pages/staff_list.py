"""名簿の取り込み: hand the staff list over, see what it would do row by row and to whose balls, say yes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import KEEPS_HOUSE
from marugoto.agencies.queries.account import second_persons
from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.queries.viewer import Hat
from marugoto.agencies.viewer import Viewer
from marugoto.custody.queries.succession import Passing, Rehearsal, rehearse
from marugoto.exchange.actions.staff_list import confirm, prepare
from marugoto.exchange.labels import STAFF_VERDICTS
from marugoto.exchange.queries import staff_list as lists
from marugoto.exchange.queries.staff_list import BroughtList, ListRow
from marugoto.exchange.rules.retention import LIST_DAYS
from marugoto.exchange.rules.staff_plan import StaffVerdict
from marugoto.exchange.rules.staff_row import COLUMNS, NEEDED
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import JST, local_day
from marugoto.web.office.forms.account import StaffListForm
from marugoto.web.shell.doors import Page, act, see
from marugoto.web.shell.ids import read_page
from marugoto.web.ui.parts import Tone

PAGE = 50
TONES: dict[StaffVerdict, Tone] = {
    StaffVerdict.NEW: "act",
    StaffVerdict.MOVES: "act",
    StaffVerdict.LEAVES: "soon",
    StaffVerdict.SAME: "",
    StaffVerdict.UNREAD: "late",
}
WORKS = (StaffVerdict.NEW, StaffVerdict.MOVES, StaffVerdict.LEAVES)


@see(*KEEPS_HOUSE)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _index(viewer, StaffListForm())


@act(*KEEPS_HOUSE)
def send(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """Read it and keep the preview; a file that cannot be read is answered on this page, and nothing of it is kept."""
    form = StaffListForm.sent(request)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            prepared = prepare(by=viewer, at=at, upload=file.read(), file_name=file.name or "")
        except Refused as refused:
            form.add_error("file", f"{refused.sentence}{refused.way_on}")
        else:
            return redirect("office:staff_list", staff_list=prepared.pk)
    return _index(viewer, form, status=422)


@see(*KEEPS_HOUSE)
def preview(request: HttpRequest, viewer: Viewer, staff_list: UUID) -> Page:
    verdict, page = request.GET.get("verdict", ""), read_page(request.GET.get("page", "1"))
    return _preview(viewer, staff_list, verdict=verdict, page=page)


@act(*KEEPS_HOUSE)
def say_yes(request: HttpRequest, viewer: Viewer, at: datetime, staff_list: UUID) -> Page | HttpResponse:
    """All of the preview or none of it."""
    page = _preview(viewer, staff_list)
    try:
        receipt = confirm(by=viewer, at=at, prepared=staff_list)
    except Refused as refused:
        page.values["refused"] = refused
        return Page(page.template, page.values, status=409)
    messages.success(
        request,
        _("%(asked)d件を頼み、%(left)d人が退くことを書きました。頼んだ分は、もう一人が出すまで使えません。")
        % {"asked": receipt.asked, "left": receipt.left},
    )
    return redirect("office:accounts")


def _index(viewer: Viewer, form: StaffListForm, status: int = 200) -> Page:
    brought = lists.staff_lists(viewer)
    names = names_of_duties({one.by for one in brought})
    values = {
        "form": form,
        "rows": [_line(one, names) for one in brought],
        "needed": [words[0] for name, words in COLUMNS if name in NEEDED],
        "columns": [(words[0], "、".join(words[1:])) for _name, words in COLUMNS],
        "others": second_persons(viewer),
        "list_days": LIST_DAYS,
    }
    return Page("office/staff_lists.html", values, status=status)


def _line(brought: BroughtList, names: Mapping[UUID, Hat]) -> dict[str, Any]:
    duty = names.get(brought.by)
    return {
        "list": brought,
        "when": _moment(brought.made_at),
        "who": duty.worker.name if duty else "",
        "counts": _counts(brought),
    }


def _preview(viewer: Viewer, staff_list: UUID, verdict: str = "", page: int = 1) -> Page:
    brought = lists.staff_list(viewer, staff_list)
    if brought is None or not brought.file_name:  # emptied after its time
        raise Http404
    chosen = StaffVerdict(verdict) if verdict in set(StaffVerdict) else None
    count = brought.counts[chosen] if chosen else sum(brought.counts.values())
    pages = max(1, -(-count // PAGE))
    page = min(page, pages)
    shown = lists.rows(viewer, staff_list, chosen, (page - 1) * PAGE, PAGE)
    found = rehearse(viewer, lists.ending_duties(viewer, staff_list)) if brought.receipt is None else None
    passings = {str(one.duty): one for one in found.passings} if found else {}
    values = {
        "brought": brought,
        "brought_at": _moment(brought.made_at),
        "sentence": _sentence(brought),
        "rows": [_row(row, passings) for row in shown],
        "sieves": _sieves(brought, chosen),
        "count": count,
        "page": page,
        "pages": pages,
        "works": any(brought.counts[one] for one in WORKS) or brought.counts[StaffVerdict.SAME],
        "rehearsal": found,
        "balls": _balls(found),
    }
    return Page("office/staff_list.html", values)


def _sentence(brought: BroughtList) -> str:
    told = "、".join(f"{STAFF_VERDICTS[one]}{brought.counts[one]}" for one in StaffVerdict if brought.counts[one])
    if brought.receipt:
        return _("%(told)s。もう取り込みました。") % {"told": told}
    return _("%(told)s。まだ何も変えていません。") % {"told": told}


def _balls(found: Rehearsal | None) -> str:
    """What becomes of the balls of those who leave or move: the rehearsal's own count."""
    if found is None or not found.passings:
        return ""
    return _("%(people)dつの役割が終わり、ボール%(balls)d個の担当が替わります。持ち手のいないボールは出ません。") % {
        "people": len(found.passings),
        "balls": found.balls,
    }


def _row(row: ListRow, passings: Mapping[str, Passing]) -> dict[str, Any]:
    verdict = StaffVerdict(row.verdict)
    ends = [passings[duty] for duty in row.ends if duty in passings]
    return {
        "line": _("%(line)d行目") % {"line": row.line},
        "verdict": str(STAFF_VERDICTS[verdict]),
        "tone": TONES[verdict],
        "name": row.name or _("(氏名なし)"),
        "number": row.number,
        "place": row.place,
        "said": row.said,
        "notes": row.notes,
        "unread": verdict is StaffVerdict.UNREAD,
        "balls": [_passing(one) for one in ends if one.balls],
    }


def _passing(one: Passing) -> str:
    return _("担当のボール%(balls)d個は、%(team)s%(to)sさんへ移ります。") % {
        "balls": one.balls,
        "team": "" if one.stays else f"{one.to_team} ",
        "to": one.to or _("だれもいない"),
    }


def _counts(brought: BroughtList) -> list[str]:
    return [f"{STAFF_VERDICTS[one]}{brought.counts[one]}" for one in StaffVerdict if brought.counts[one]]


def _sieves(brought: BroughtList, chosen: StaffVerdict | None) -> list[tuple[str, str, int, bool]]:
    """Code, word, how many, whether it is the one shown."""
    every = ("", _("すべて"), sum(brought.counts.values()), chosen is None)
    return [
        every,
        *((one.value, str(STAFF_VERDICTS[one]), brought.counts[one], one is chosen) for one in StaffVerdict),
    ]


def _moment(at: datetime) -> str:
    return f"{say_day(local_day(at))} {at.astimezone(JST):%H:%M}"
