"""閲覧記録: who looked, when, under which hat, why. Looking here is itself written down."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.queries.look import PAGE, FolderLine, LookLine, LookList
from marugoto.disclosure.queries.look import looks as find_looks
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import read_day, say_day, say_era
from marugoto.kernel.jst import JST, local_day
from marugoto.web.office.pages.look_words import said_folder, said_outcome, said_page, screens
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.ids import read_id, read_page

MOST = 10_000  # rows of a table for a spreadsheet
USUAL_DAYS = timedelta(days=6)  # a week with today
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.I)


@dataclass(frozen=True)
class Asked:
    """What the filter asks for. `trouble`: what could not be read; then the usual days are shown."""

    since: date
    until: date
    worker: UUID | None
    about: UUID | None
    screen: str
    trouble: str


@see(Role.PRIVACY)
def looks(request: HttpRequest, viewer: Viewer) -> Page:
    asked = _read(request.GET, local_day(viewer.at))
    found = _find(viewer, asked, page=read_page(request.GET.get("page", "1")))
    values = {
        "rows": [_row(line, request.GET) for line in found.rows],
        "count": found.count,
        "page": found.page,
        "pages": max(-(-found.count // PAGE), 1),
        "since": request.GET.get("since", "") if asked.trouble else say_era(asked.since),
        "until": request.GET.get("until", "") if asked.trouble else say_era(asked.until),
        "workers": found.workers,
        "asked": asked,
        "about_words": request.GET.get("about", "").strip(),
        "narrowed": asked.worker is not None or asked.about is not None or bool(asked.screen),
        "screens": screens(),
        "file_url": reverse("office:looks_file") + _address(request.GET),
        "most": MOST,
        "sentence": _sentence(asked, found.count),
    }
    return Page("office/looks.html", values)


@see(Role.PRIVACY)
def file(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The same list as a table for a spreadsheet, the latest first; it is a look like the page."""
    found = _find(viewer, _read(request.GET, local_day(viewer.at)), most=MOST)
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(["いつ", "だれ", "役割", "係", "なぜ", "画面", "判断", "さがした", "見た綴りと根拠", "綴りの番号"])
    writer.writerows([_plain(value) for value in _cells(line)] for line in found.rows)
    answer = HttpResponse(table.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="marugoto-looks.csv"'
    return answer


def _find(viewer: Viewer, asked: Asked, *, page: int = 1, most: int = PAGE) -> LookList:
    return find_looks(
        viewer,
        since=asked.since,
        until=asked.until,
        worker=asked.worker,
        about=asked.about,
        screen=asked.screen,
        page=page,
        most=most,
    )


def _cells(line: LookLine) -> list[str]:
    words = "、".join(said_folder(folder) for folder in line.folders)
    ids = " ".join(str(folder.id) for folder in line.folders)
    at = line.at.astimezone(JST).strftime("%Y-%m-%d %H:%M:%S")
    said = [line.purpose, said_page(line.page), said_outcome(line.outcome), _("さがした") if line.searched else ""]
    return [at, line.name, line.hat, line.team, *said, words, ids]


def _plain(value: str) -> str:
    """A spreadsheet must not take a word for a formula."""
    return f"'{value}" if value[:1] in set("=+-@\t\r＝＋－＠") and value else value


def _read(words: QueryDict, today: date) -> Asked:
    since, until, trouble = today - USUAL_DAYS, today, ""
    try:
        until = read_day(words.get("until", ""), today) if words.get("until") else today
        since = read_day(words.get("since", ""), today) if words.get("since") else until - USUAL_DAYS
    except Refused as refused:
        trouble = f"{refused.sentence}{refused.way_on}"
    if not trouble and since > until:
        trouble = _("「いつから」が「いつまで」よりあとです。日をたしかめてください。")
        since, until = today - USUAL_DAYS, today
    about = ID.search(words.get("about", ""))
    if words.get("about", "").strip() and about is None:
        trouble = trouble or _("番号が読み取れません。世帯や相談の画面のアドレスを、そのまま貼ってください。")
    screen = words.get("screen", "")
    screen = screen if screen in dict(screens()) else ""
    return Asked(
        since, until, read_id(words.get("worker", "")), UUID(about.group()) if about else None, screen, trouble
    )


def _sentence(asked: Asked, count: int) -> str:
    what = _("この記録") if asked.about else _("記録")
    span = {"since": say_day(asked.since), "until": say_day(asked.until), "count": count, "what": what}
    if not count:
        return _("%(since)sから%(until)sまでに、%(what)sは見られていません。") % span
    return _("%(since)sから%(until)sまでに、%(what)sは%(count)d回見られています。") % span


def _row(line: LookLine, words: QueryDict) -> dict[str, Any]:
    at = line.at.astimezone(JST)
    return {
        "line": line,
        "when": f"{say_day(at.date())} {at:%H:%M}",
        "page": said_page(line.page),
        "outcome": said_outcome(line.outcome) if line.outcome != "shown" else "",
        "worker_url": _address(words, worker=str(line.worker)),
        "folders": _folders(line.folders, words),
        "how_many": _("%(count)d冊") % {"count": len(line.folders)},
    }


def _folders(folders: Iterable[FolderLine], words: QueryDict) -> list[dict[str, str]]:
    rows = [{"words": said_folder(folder), "url": _address(words, about=str(folder.id))} for folder in folders]
    return sorted(rows, key=lambda row: row["words"])


def _address(words: QueryDict, **chosen: str) -> str:
    """This page with one more thing chosen, from its first page on."""
    kept = words.copy()
    kept.pop("page", None)
    for name, value in chosen.items():
        kept[name] = value
    return "?" + kept.urlencode()
