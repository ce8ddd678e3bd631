"""The controls: a guarded word is let out by each kind of door there is, in the shape in which it would leave it; the walk must find it."""

import io
import json
import logging
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any
from unittest.mock import patch
from urllib.parse import quote

import typst
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import resolve

from marugoto.exchange.actions import digest_mail
from proofs._crawl import HOUSE, Eyes, Log, Walk, doors_of
from proofs._elsewhere import letters
from proofs._guarded import Guarded, Home
from proofs._marks import Marks

Plant = Callable[[HttpResponse, Marks], Any]
NOW: list[tuple[str, Plant, Marks]] = []


def middleware(go_on: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Stands within all others, as a fault of the page itself would."""

    def walk(request: HttpRequest) -> HttpResponse:
        answer = go_on(request)
        for door, plant, marks in NOW:
            if resolve(request.path_info).view_name == door:
                plant(answer, marks)
        return answer

    return walk


# ---------------------------------------------------------------- how a word can leave


def _page(answer: HttpResponse, marks: Marks) -> None:
    """Between the signs of a page, with reading aids and a soft break in the middle."""
    wide = "".join(chr(ord(one) + 0xFEE0) if one.isdigit() else one for one in marks.address)
    answer.content = answer.content.replace(b"</main>", f"<p>隠<wbr>{wide[1:]}</p></main>".encode())


def _ruby(answer: HttpResponse, marks: Marks) -> None:
    family, given = marks.name.split()
    shown = f"<ruby>{family}<rt>{marks.kana.split()[0]}</rt></ruby> <b>{given}</b></main>"
    answer.content = answer.content.replace(b"</main>", shown.encode())


def _attribute(answer: HttpResponse, marks: Marks) -> None:
    answer.content = answer.content.replace(b"<main", f'<main data-where="{quote(marks.address)}"'.encode(), 1)


def _suggestion(answer: HttpResponse, marks: Marks) -> None:
    answer.content = json.dumps({"names": [marks.name]}).encode()  # escaped, as JSON is


def _list(answer: HttpResponse, marks: Marks) -> None:
    answer.content = f"氏名,電話\r\n山田,{marks.phone}\r\n".encode("cp932")


def _pdf(answer: HttpResponse, marks: Marks) -> None:
    answer.content = typst.compile(f'#set text(lang: "ja")\n= 様子\n{marks.address}'.encode())


def _office(answer: HttpResponse, marks: Marks) -> None:
    """A Word file, in which a word may be cut into runs."""
    _pack(answer, "word/document.xml", f"<w:t>{marks.address[:2]}</w:t><w:t>{marks.address[2:]}</w:t>")


def _sheet(answer: HttpResponse, marks: Marks) -> None:
    _pack(answer, "xl/sharedStrings.xml", f"<si><t>{marks.words}</t></si>")


def _pack(answer: HttpResponse, name: str, text: str) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, text)
    answer.content = kept.getvalue()


def _calendar(answer: HttpResponse, marks: Marks) -> None:
    """A long line of a calendar goes on after a break and a blank."""
    answer.content = f"BEGIN:VCALENDAR\r\nSUMMARY:{marks.address[:4]}\r\n {marks.address[4:]}\r\n".encode()


def _said_no(answer: HttpResponse, marks: Marks) -> None:
    answer.content += f"<!-- {marks.kana} -->".encode()


def _header(answer: HttpResponse, marks: Marks) -> None:
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(marks.words)}.pdf"


def _redirect(answer: HttpResponse, marks: Marks) -> None:
    answer["Location"] = f"/search/?q={quote(marks.name)}"


def _cookie(answer: HttpResponse, marks: Marks) -> None:
    answer.set_cookie("last", quote(marks.name))


def _line(answer: HttpResponse, marks: Marks) -> None:
    logging.getLogger("marugoto.web").warning("refused for %s", marks.phone)


@dataclass(frozen=True)
class Control:
    """A kind of door, one of that kind, who stands at it, and where the word must be found."""

    kind: str
    door: str
    who: str
    plant: Plant
    where: str
    sends: bool = False


CONTROLS = (
    Control("page", "desk:households", "yamazaki", _page, "body"),
    Control("page, with readings", "desk:household", "yamazaki", _ruby, "body"),
    Control("attribute of a page", "shell:today", "okamoto", _attribute, "body"),
    Control("print", "desk:plan_paper", "yamazaki", _ruby, "body"),
    Control("suggestion", "desk:same", "yamazaki", _suggestion, "body"),
    Control("export as a list", "town:places", "hayashi", _list, "body"),
    Control("PDF", "meeting:minutes_pdf", "yamazaki", _pdf, "body"),
    Control("Word", "meeting:minutes_docx", "yamazaki", _office, "body"),
    Control("Excel", "desk:attachment", "yamazaki", _sheet, "body"),
    Control("calendar", "shell:calendar_file", "mori", _calendar, "body"),
    Control("page that is missing", "desk:person", "okamoto", _said_no, "body"),
    Control("refusal of a form", "desk:touch", "nishimura", _said_no, "body", sends=True),
    Control("sign-in", "shell:sign_in", "", _said_no, "body"),
    Control("header", "shell:phones", "kuze", _header, "header"),
    Control("redirect", "desk:touch", "", _redirect, "header", sends=True),
    Control("cookie", "shell:help", "hirata", _cookie, "cookie"),
    Control("log line", "office:standard", "hirata", _line, "log"),
)


def caught(here: Guarded, log: Log, everybody: list[Eyes], home: Home, number: int) -> list[dict[str, Any]]:
    """One row for each control: what was let out where, and whether the walk saw it."""
    rows = [_tried(here, log, everybody, home, Marks(number), one) for one in CONTROLS]
    return [*rows, _mail(here, log, everybody, Marks(number))]


def _tried(
    here: Guarded, log: Log, everybody: list[Eyes], home: Home, marks: Marks, control: Control
) -> dict[str, Any]:
    walk = Walk(here, log)
    door = next(one for one in doors_of(HOUSE) if one.name == control.door)
    name = f"cast-{control.who}" if control.who else "nobody signed in"
    eyes = next(one for one in everybody if one.name == name)
    with override_settings(MIDDLEWARE=[*settings.MIDDLEWARE, f"{__name__}.middleware"]):
        client = Client(raise_request_exception=False)
        client.cookies = SimpleCookie(eyes.client.cookies.output(header="", sep=";"))
        NOW[:] = [(control.door, control.plant, marks)]
        try:
            there = Eyes(name, eyes.worker, client, eyes.roles)
            walk.ask(door, there, door.address(home.story, walk.others), {} if control.sends else None)
        finally:
            NOW.clear()
    found = {leak.where.split()[0] for leak in walk.walked.leaks if leak.number == marks.number}
    return {
        "kind of door": control.kind,
        "at": control.door,
        "found in": ", ".join(found),
        "caught": control.where in found,
    }


def _mail(here: Guarded, log: Log, everybody: list[Eyes], marks: Marks) -> dict[str, Any]:
    """Taken back: the same morning's letters are read once more in the walk itself."""
    walk = Walk(here, log)
    with (
        transaction.atomic(),
        patch.object(digest_mail, "_lines", lambda _: ((f"{marks.name}さんの返事", 1),)),
    ):
        letters(walk, everybody)
        transaction.set_rollback(True)
    found = {leak.where for leak in walk.walked.leaks if leak.number == marks.number}
    return {
        "kind of door": "mail",
        "at": "the morning's letter",
        "found in": ", ".join(found),
        "caught": "mail" in found,
    }
