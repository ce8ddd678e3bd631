"""The indicators of a plan as a table: name, unit, target, minutes by hand, whether a law asks for it, and what else is known.

Columns stand in any order under the names planners use; a row that cannot be read is named with its line, and then nothing is taken in.
"""

from collections.abc import Mapping
from typing import Any

from marugoto.evaluation.codes import Filling, IndicatorSort, Way
from marugoto.evaluation.rules.written import Written
from marugoto.exchange.formats.layout import header_key
from marugoto.exchange.rules import table, upload, xlsx
from marugoto.exchange.rules.table import Record
from marugoto.kernel.decision import Refused

MOST = 300
LONGEST = {
    "name": 120,
    "unit": 20,
    "target": 80,
    "owner": 80,
    "numerator": 200,
    "denominator": 200,
    "decision": 300,
    "turning": 120,
}
COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("name", ("指標", "指標名", "名称", "評価指標", "成果指標", "KPI")),
    ("unit", ("単位",)),
    ("target", ("目標", "目標値", "目標(値)")),
    ("minutes", ("月の手入力(分)", "手入力(分)", "手入力", "手入力時間(分)", "入力時間")),
    ("duty", ("義務", "法定", "義務か")),
    ("sort", ("種類", "区分", "指標の種類")),
    ("owner", ("担当", "担当課", "所管", "所管課")),
    ("numerator", ("分子", "数えるもの", "算式", "計算式")),
    ("denominator", ("分母",)),
    ("decision", ("変えうる決定", "この指標が変えうる決定")),
    ("turning", ("変える値", "いくつになったら")),
)
BY_HEADER = {header_key(word): name for name, words in COLUMNS for word in words}
SORTS = (
    ("アウトカム", IndicatorSort.OUTCOME),
    ("成果", IndicatorSort.OUTCOME),
    ("過程", IndicatorSort.PROCESS),
    ("プロセス", IndicatorSort.PROCESS),
    ("構造", IndicatorSort.STRUCTURE),
    ("体制", IndicatorSort.STRUCTURE),
)
YES_WORDS = {"○", "◯", "〇", "はい", "有", "あり", "義務", "1", "y", "yes"}
HOW = "1行目に「指標,単位,目標,月の手入力(分),義務」のような見出しを置いてください。"


def read_indicators(raw: bytes) -> list[Written]:
    """Raises `Refused` with the line of the first row that cannot be read."""
    rows = [record for record in _records(raw) if not record.blank]
    if not rows:
        raise Refused("ファイルの中に行がありません。", HOW)
    names = [BY_HEADER.get(header_key(cell), "") for cell in rows[0].cells]
    if "name" not in names:
        raise Refused("「指標」の見出しが見つかりません。", HOW)
    if len(rows) - 1 > MOST:
        raise Refused(f"{len(rows) - 1}行あります。", f"一度に{MOST}行までにしてください。")
    found = [_read(record, names) for record in rows[1:]]
    if not found:
        raise Refused("見出しだけで、指標の行がありません。", "1行に1本ずつ書いてください。")
    return found


def _records(raw: bytes) -> list[Record]:
    if xlsx.is_workbook(raw):
        return list(xlsx.book(raw).records)
    text = upload.decode(raw).text
    return list(table.records(text, table.separator_of(text)))


def _read(record: Record, names: list[str]) -> Written:
    said = {name: cell.strip() for name, cell in zip(names, record.cells, strict=False) if name}
    if not said.get("name"):
        raise Refused(f"{record.line}行目に指標の名前がありません。", "名前を書くか、その行を外してください。")
    for name, limit in LONGEST.items():
        if len(said.get(name, "")) > limit:
            raise Refused(f"{record.line}行目に長すぎる文があります。", f"{limit}文字までにしてください。")
    minutes = _minutes(record, said.get("minutes", ""))
    words: dict[str, Any] = {name: said.get(name, "") for name in LONGEST}
    return Written(
        **words,
        sort=_sort(said.get("sort", "")),
        filling=Filling.TYPED,
        way=Way.UP,
        minutes=minutes,
        duty=is_yes(said),
    )


def is_yes(said: Mapping[str, str]) -> bool:
    return said.get("duty", "").lower() in YES_WORDS


def _minutes(record: Record, words: str) -> int:
    number = words.removesuffix("分").strip() or "0"
    if not (number.isdecimal() and int(number) <= 10_000):
        raise Refused(
            f"{record.line}行目の手入力の分が読めません(「{words[:20]}」)。", "15のように、数で書いてください。"
        )
    return int(number)


def _sort(words: str) -> IndicatorSort:
    return next((sort for word, sort in SORTS if word in words), IndicatorSort.OUTPUT)
