"""One record under a heading becomes a place, or a reason why it cannot be taken."""

import hashlib
import re
import unicodedata

from marugoto.community.rules.weekdays import names_closing_days_only
from marugoto.exchange.rules.address import address_key, same_address
from marugoto.exchange.rules.cell import Cleaner, unreadable
from marugoto.exchange.rules.heading import Heading
from marugoto.exchange.rules.hours import read_hours
from marugoto.exchange.rules.phone import read_phone
from marugoto.exchange.rules.place_row import LABELS, PlaceRow, RefusedRow
from marugoto.exchange.rules.point import read_point
from marugoto.exchange.rules.shifted import shifted
from marugoto.exchange.rules.span import read_span
from marugoto.exchange.rules.table import Record

# What the columns of a place hold; long texts hold more than one cell of a file should.
LONGEST = {"name": 200, "name_kana": 400, "kind_text": 200, "address": 300, "building": 200, "organisation": 200}
LONGEST |= {"phone": 60, "extension": 40, "fax": 60, "email": 254, "office_number": 40, "capacity": 60}
LONGEST |= {"days": 200, "opens": 60, "closes": 60, "begins": 60, "ends": 60, "url": 2000, "source_id": 100}
LONGEST |= {"fee": 120}
LONGEST_OTHER = 4000
KANA = re.compile(r"[\u3040-\u30ff\s・（）()\-ー、。A-Za-z0-9Ａ-Ｚａ-ｚ０-９「」!&'’.,~〜～]*")
PLAIN = (
    "kind_text",
    "building",
    "extension",
    "email",
    "contact_note",
    "organisation",
    "office_number",
    "days",
    "hours_note",
)
MORE_PLAIN = ("target", "capacity", "access", "parking", "accessibility", "description", "note", "source_id")
LATER_PLAIN = ("services", "fee", "conditions")
FIGURE_FOR_A_DAY = re.compile(r"\d{5}|\d{4}-\d{2}-\d{2}")
AT_MOST_TWO = ("address", "name", "name_kana", *PLAIN, *MORE_PLAIN, *LATER_PLAIN)


def read_row(record: Record, heading: Heading) -> PlaceRow | RefusedRow:
    """Cleaned, with a note for every change; refused only when what is left could not be trusted."""
    source = _source(record, heading)
    cells = {field: cell for cell, (_, field) in zip(record.cells, heading.columns, strict=False) if field and cell}
    reason = _cannot_be_taken(record, heading, cells)
    if reason:
        return RefusedRow((record.line,), cells.get("name", "").strip()[:100], reason, source)
    cleaner = Cleaner()
    cells = {field: cleaner.unquoted(field, cell) for field, cell in cells.items()}
    _remarks(cleaner, record, heading)
    values = dict.fromkeys(AT_MOST_TWO, "")
    values |= {field: cleaner.text(field, cell) for field, cell in cells.items() if field in values}
    _without_name(cleaner, heading, values)
    if not re.search(r"\w", values["name"]):
        return RefusedRow((record.line,), values["name"], "名称がありません。", source)
    if len(record.cells) < len(heading.columns):
        cleaner.note("", "列が見出しより少ないため、足りない欄は空欄として読みました。")
    source_id = values.pop("source_id")
    values["address"] = _address(cleaner, values["address"], cells)
    values |= _contact(cleaner, values["extension"], cells) | _point(cleaner, cells) | _hours(cleaner, cells)
    values["days"] = _days(cleaner, values["days"], cells)
    values["url"] = _link(cleaner, cells)
    values["kind"] = heading.layout.kind_of(values["kind_text"], values["name"]).value
    if heading.layout.row_per_service:
        values["services"] = values["kind_text"]
    if reason := _too_long(values):  # what was put together of several cells, or taken out of one
        return RefusedRow((record.line,), values["name"][:100], reason, source)
    _look_at_kana(cleaner, values["name_kana"])
    key = _key(heading.layout.code, source_id, values["name"], values["address"])
    return PlaceRow(lines=(record.line,), keys=(key,), source=(source,), notes=tuple(cleaner.notes), **values)


def municipality_of(record: Record, heading: Heading) -> str:
    """The 団体コード the row says it belongs to, or ""."""
    for cell, (_, field) in zip(record.cells, heading.columns, strict=False):
        if field == "municipality":
            return unicodedata.normalize("NFKC", cell).strip()
    return ""


def name_key(name: str) -> str:
    """Equal for one name in two spellings of width, case and spaces."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", name).casefold())


def _key(layout: str, source_id: str, name: str, address: str) -> str:
    """By the id of the source; without one, by name and address."""
    if source_id:
        return f"{layout}:{unicodedata.normalize('NFKC', source_id)}"
    digest = hashlib.sha256(f"{name_key(name)}|{address_key(address)}".encode()).hexdigest()[:32]
    return f"{layout}:name:{digest}"


def _source(record: Record, heading: Heading) -> dict[str, str]:
    """Cells as they were, by header; blank ones are left out."""
    return {header: cell for cell, (header, _) in zip(record.cells, heading.columns, strict=False) if cell.strip()}


def _remarks(cleaner: Cleaner, record: Record, heading: Heading) -> None:
    """What the reader of a workbook did in this row, under the word of the column; troubles of columns we do not read, too."""
    for at, sentence in (*record.remarks, *record.troubles):
        header, field = heading.columns[at] if 0 <= at < len(heading.columns) else ("", "")
        if field in LABELS:
            cleaner.note(field, sentence)
        else:
            cleaner.note("", f"「{header}」の欄：{sentence}" if header else sentence)


def _without_name(cleaner: Cleaner, heading: Heading, values: dict[str, str]) -> None:
    """Where a layout has no names, what a thing is and where it stands; one of the two alone names nothing."""
    parts = [values[field] for field in heading.layout.named_by]
    if parts and all(parts):
        values["name"] = "　".join(parts)[: LONGEST["name"]]
        cleaner.note("name", "この様式には名称がないため、種別と住所で呼びます。")


def _days(cleaner: Cleaner, days: str, cells: dict[str, str]) -> str:
    """From the first day to the last where the layout has these; a figure where weekdays should be is told, not read."""
    said, sentences = read_span(cells.get("begins", "").strip(), cells.get("ends", "").strip())
    for sentence in sentences:
        cleaner.note("days", sentence)
    if not said and FIGURE_FOR_A_DAY.fullmatch(unicodedata.normalize("NFKC", days)):
        cleaner.note(
            "days", "日付か、表計算の数値のようです。曜日として読めないため、書かれたまま残しました。確かめてください。"
        )
    if not said and names_closing_days_only(days):
        cleaner.note("days", "休みの曜日だけが書かれています。開く曜日がわかったら、書き足してください。")
    return said or days


def _cannot_be_taken(record: Record, heading: Heading, cells: dict[str, str]) -> str:
    beyond = record.cells[len(heading.columns) :]
    if any(cell.strip() for cell in beyond):
        return '列が見出しより多くあります。欄の中のカンマが引用符（"）で囲まれていないようです。'
    for at, sentence in record.troubles:
        if at < len(heading.columns) and heading.columns[at][1]:
            return f"「{heading.columns[at][0]}」の欄：{sentence}"
    if unreadable("".join(record.cells)):
        for cell, (header, _) in zip(record.cells, heading.columns, strict=False):
            wrong = unreadable(cell)
            if wrong:
                return f"「{header}」の欄に、{wrong}"
    return _too_long(cells) or shifted(cells)


def _too_long(said: dict[str, str]) -> str:
    for field, text in said.items():
        most = LONGEST.get(field, LONGEST_OTHER)
        if len(text) > most:
            return f"{LABELS.get(field, field)}が長すぎます（{len(text):,}文字）。{most:,}文字まで取り込めます。"
    return ""


def _address(cleaner: Cleaner, joined: str, cells: dict[str, str]) -> str:
    """The joined spelling, or the parts put together; two spellings in one row are both kept, with a note."""
    parts = tuple(cells.get(field, "").strip() for field in ("prefecture", "city", "town", "street"))
    if not any(parts):
        return joined
    if not joined:
        cleaner.note("address", "分かれた欄をつなげました。")
        return cleaner.text("address", "".join(parts))
    if not same_address(joined, *parts):
        apart = " ".join(part for part in parts if part)
        cleaner.note("address", f"欄によって書き方が違います（「{joined}」と「{apart}」）。つながった方を使いました。")
    return joined


def _contact(cleaner: Cleaner, extension: str, cells: dict[str, str]) -> dict[str, str]:
    phone = read_phone(cleaner.text("phone", cells.get("phone", ""))) if cells.get("phone", "").strip() else None
    fax = read_phone(cleaner.text("fax", cells.get("fax", ""))) if cells.get("fax", "").strip() else None
    for field, number in (("phone", phone), ("fax", fax)):
        if number and number.sentence:
            cleaner.note(field, number.sentence)
    return {
        "phone": phone.number if phone else "",
        "extension": extension or (phone.extension if phone else ""),
        "fax": fax.number if fax else "",
    }


def _point(cleaner: Cleaner, cells: dict[str, str]) -> dict[str, str]:
    point = read_point(cells.get("latitude", "").strip(), cells.get("longitude", "").strip())
    if point.sentence:
        cleaner.note("latitude", point.sentence)
    return {"latitude": point.latitude, "longitude": point.longitude}


def _hours(cleaner: Cleaner, cells: dict[str, str]) -> dict[str, str]:
    said, sentence = read_hours(cells.get("opens", "").strip(), cells.get("closes", "").strip())
    if sentence:
        cleaner.note("hours", sentence)
    return {"hours": said}


def _link(cleaner: Cleaner, cells: dict[str, str]) -> str:
    """Only what a browser may follow; javascript: and the like stay in the source."""
    link = cleaner.text("url", cells.get("url", ""))
    if not link or re.fullmatch(r"https?://[^\s\"'<>]+", link, re.IGNORECASE):
        return link
    cleaner.note("url", "http:// か https:// で始まる1つのアドレスではないため、リンクにしませんでした。")
    return ""


def _look_at_kana(cleaner: Cleaner, kana: str) -> None:
    if not KANA.fullmatch(kana):
        cleaner.note("name_kana", "かなではない文字があります。確かめてください。")
