"""閲覧記録: who looked, when, under which hat, why. Looking here is itself written down."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.queries.look import PAGE, FolderLine, LookLine
from marugoto.disclosure.queries.look import looks as find_looks
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import read_day, say_day, say_era
from marugoto.kernel.jst import JST, local_day
from marugoto.web.office.pages.look_words import said_folder, said_page
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.ids import read_id, read_page

USUAL_DAYS = timedelta(days=6)  # a week with today
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.I)


@dataclass(frozen=True)
class Asked:
    """What the filter asks for. `trouble`: what could not be read; then the usual days are shown."""

    since: date
    until: date
    worker: UUID | None
    about: UUID | None
    trouble: str


@see(Role.PRIVACY)
def looks(request: HttpRequest, viewer: Viewer) -> Page:
    asked = _read(request.GET, local_day(viewer.at))
    found = find_looks(
        viewer,
        since=asked.since,
        until=asked.until,
        worker=asked.worker,
        about=asked.about,
        page=read_page(request.GET.get("page", "1")),
    )
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
        "narrowed": asked.worker is not None or asked.about is not None,
        "sentence": _sentence(asked, found.count),
    }
    return Page("office/looks.html", values)


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
    return Asked(since, until, read_id(words.get("worker", "")), UUID(about.group()) if about else None, trouble)


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
