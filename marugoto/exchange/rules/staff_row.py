"""職員の名簿, as an office of personnel writes it: its columns by name, its rows cleaned; a row that cannot be read says what to do.

Nobody's list looks like another's: columns stand in any order under many names, figures are wide, days are 和暦 or cells of Excel.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

import jaconv

from marugoto.agencies.codes import Role
from marugoto.exchange.formats.layout import header_key
from marugoto.exchange.rules import table, upload, xlsx
from marugoto.exchange.rules.table import Record
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import read_day
from marugoto.kernel.fold import clean, fold

LOOKED_AT = 10  # titles, dates and blank lines above the heading
MOST_PEOPLE = 3_000
WORKBOOK = "Excel（XLSX）"
COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("number", ("職員番号", "職員コード", "職員No", "職員ID", "職員No.", "社員番号", "番号")),
    ("name", ("氏名", "職員氏名", "職員名", "名前", "氏名(漢字)", "漢字氏名")),
    (
        "kana",
        ("ふりがな", "フリガナ", "氏名カナ", "カナ氏名", "氏名(カナ)", "氏名かな", "よみ", "読み", "よみがな", "カナ"),
    ),
    ("agency", ("所属", "所属名", "所属課", "課", "課名", "部署", "部課", "新所属", "所属先", "機関")),
    ("team", ("係", "班", "係/班", "係名", "担当係", "係・班", "係又は班", "チーム", "グループ", "新所属係")),
    ("roles", ("役割", "担当", "役割(担当)", "担当業務", "役どころ", "担当事務")),
    ("hat", ("職名", "肩書", "肩書き", "役職", "役職名", "職", "職位")),
    ("since", ("着任日", "発令日", "発令年月日", "配属日", "異動日", "採用日", "就任日", "着任年月日")),
    ("until", ("退任日", "退職日", "離任日", "転出日", "満了日", "任期満了日", "退職年月日", "退任年月日")),
    ("login", ("利用者名", "ログインID", "ログイン名", "ユーザーID", "ユーザー名")),
)
USUAL = {name: words[0] for name, words in COLUMNS}
BY_HEADER = {header_key(word): name for name, words in COLUMNS for word in words}
NEEDED = ("number", "name", "agency")
ROLE_WORDS: tuple[tuple[str, Role], ...] = (  # the first that is in the words wins
    ("地域づくり", Role.COMMUNITY), ("生活支援コーディネーター", Role.COMMUNITY), ("地域福祉", Role.COMMUNITY),
    ("多機関協働", Role.COORDINATOR), ("司令塔", Role.COORDINATOR), ("コーディネーター", Role.COORDINATOR),
    ("個人情報", Role.PRIVACY), ("庶務", Role.OFFICE), ("課長", Role.CHIEF), ("所長", Role.CHIEF),
    ("計画", Role.PLANNER), ("企画", Role.PLANNER), ("窓口", Role.CLERK), ("相談", Role.COUNSELLOR),
    ("支援員", Role.COUNSELLOR), ("ケースワーカー", Role.COUNSELLOR), ("保健師", Role.COUNSELLOR),
)  # fmt: skip
PARTS = str.maketrans(dict.fromkeys("・，,／/;；＋+&＆", "、"))
LONGEST = {"number": 20, "name": 60, "kana": 120, "agency": 60, "team": 60, "hat": 60, "login": 60, "roles": 200}


@dataclass(frozen=True)
class StaffEntry:
    """One row. `until` is the first day without it; `roles` is empty where nothing, or nothing we know, was said."""

    line: int
    number: str
    name: str
    kana: str = ""
    agency: str = ""
    team: str = ""
    roles: tuple[Role, ...] = ()
    roles_said: str = ""
    hat: str = ""
    since: date | None = None
    until: date | None = None
    login: str = ""

    @property
    def person(self) -> str:
        return number_key(self.number)

    @property
    def account(self) -> str:
        """The name to sign in with, where there is none yet."""
        return self.login or self.number.lower()


@dataclass(frozen=True)
class Unread:
    """A row that cannot be read: which, why, and what to do."""

    line: int
    name: str
    sentence: str


@dataclass(frozen=True)
class StaffReading:
    encoding: str
    entries: tuple[StaffEntry, ...]
    unread: tuple[Unread, ...]
    notes: tuple[str, ...] = field(default=())

    @property
    def rows(self) -> int:
        return len(self.entries) + len(self.unread)


def read_staff(raw: bytes) -> StaffReading:
    """Raises `Refused` when the file as a whole cannot be read; single bad rows are in `unread`."""
    encoding, stream = _records(raw)
    first = list(islice(stream, LOOKED_AT))
    columns, at = _heading(first)
    entries: list[StaffEntry] = []
    unread: list[Unread] = []
    for record in (*first[at + 1 :], *stream):
        if record.blank:
            continue
        found = read_row(record, columns)
        entries.append(found) if isinstance(found, StaffEntry) else unread.append(found)
        if len(entries) + len(unread) > MOST_PEOPLE:
            raise Refused(f"職員が多すぎます。{MOST_PEOPLE:,}行まで読めます。", "課ごとに分けて保存し直してください。")
    if not entries and not unread:
        raise Refused("見出しだけで、職員の行がありません。", "行のあるファイルを選んでください。")
    unknown = [" ".join(cell.split()) for cell in first[at].cells if cell.strip() and header_key(cell) not in BY_HEADER]
    notes = ["読まない列: " + "、".join(unknown[:20])] if unknown else []
    return StaffReading(encoding, tuple(entries), tuple(unread), tuple(notes))


def read_row(record: Record, columns: Sequence[str]) -> StaffEntry | Unread:
    """One person under one hat."""
    cells = dict(zip(columns, record.cells, strict=False))
    name = tidy(cells.get("name", ""))
    try:
        said = {part: clean(tidy(cells.get(part, "")), limit) for part, limit in LONGEST.items()}
        entry = StaffEntry(
            line=record.line,
            number=clean(_plain(said["number"]), LONGEST["number"]),  # half width may be longer: ㍿ is four
            name=said["name"],
            kana=jaconv.kata2hira(jaconv.h2z(said["kana"])),
            agency=said["agency"],
            team=said["team"],
            roles=roles_of(said["roles"]),
            roles_said=said["roles"],
            hat=said["hat"],
            since=_day(cells.get("since", ""), "since"),
            until=_after(_day(cells.get("until", ""), "until")),
            login=clean(_plain(said["login"]), LONGEST["login"]),
        )
    except Refused as refused:
        return Unread(record.line, name[:60], f"{refused.sentence}{refused.way_on}")
    return _whole(entry)


def number_key(number: str) -> str:
    """0012 and 12 are one: a cell of figures loses its zeros on the way through Excel."""
    return number.casefold().lstrip("0") or number


def roles_of(words: str) -> tuple[Role, ...]:
    """Every role that is said, in the order said; what is no role of ours is left to the reader of the preview."""
    found = []
    for part in words.translate(PARTS).split("、"):
        folded = fold(part)
        role = next((role for word, role in ROLE_WORDS if fold(word) in folded), None)
        if role and role not in found:
            found.append(role)
    return tuple(found)


def tidy(cell: str) -> str:
    """One line, one space between words, none at the ends; the characters themselves stay as they are."""
    return " ".join(cell.split())


def _plain(cell: str) -> str:
    """Figures and letters of a number in half width, without spaces."""
    return "".join(unicodedata.normalize("NFKC", cell).split())


def _day(cell: str, column: str) -> date | None:
    if not cell.strip():
        return None
    try:
        return read_day(cell.removesuffix(" 00:00:00").removesuffix(" 0:00:00"))
    except Refused as refused:
        raise Refused(f"{USUAL[column]}「{tidy(cell)[:30]}」: {refused.sentence}", refused.way_on) from refused


def _after(last: date | None) -> date | None:
    """The list names the last day; we keep the first day without."""
    return last + timedelta(days=1) if last else None


def _whole(entry: StaffEntry) -> StaffEntry | Unread:
    if not entry.name:
        return Unread(entry.line, "", "氏名が書かれていません。氏名を書くか、行を消してください。")
    if not entry.number:
        return Unread(
            entry.line, entry.name, "職員番号が書かれていません。同じ名前の人と間違えないように、書いてください。"
        )
    if entry.since and entry.until and entry.until <= entry.since:
        return Unread(entry.line, entry.name, "退任日が着任日より前です。どちらかの日付を直してください。")
    return entry


def _records(raw: bytes) -> tuple[str, Iterator[Record]]:
    if xlsx.is_workbook(raw):
        if len(raw) > upload.LIMIT_BYTES:
            raise upload.too_large(len(raw))
        return WORKBOOK, iter(xlsx.sheet(raw))
    decoded = upload.decode(raw)
    return str(decoded.encoding.value), table.records(decoded.text, table.separator_of(decoded.text))


def _heading(first: Sequence[Record]) -> tuple[tuple[str, ...], int]:
    """The heading among the first records and its place; raises `Refused` saying what is lacking."""
    found = [tuple(BY_HEADER.get(header_key(cell), "") for cell in record.cells) for record in first]
    best = max(range(len(found)), key=lambda at: len(set(found[at]) - {""}), default=None)
    if best is None or len(set(found[best]) - {""}) < 2:
        raise Refused("見出しの行が見つかりません。", f"1行目に、{_all(NEEDED)}などの列の名前が要ります。")
    columns = found[best]
    lacking = [name for name in NEEDED if name not in columns]
    if lacking:
        raise Refused(f"{_all(lacking)}の列がありません。", "列を足して、保存し直してください。")
    doubled = [name for name, times in Counter(columns).items() if name and times > 1]
    if doubled:
        raise Refused(f"{_all(doubled)}にあたる列が2つ以上あります。", "使わない方の列を消して、保存し直してください。")
    return columns, best


def _all(names: Sequence[str]) -> str:
    return "、".join(f"「{USUAL[name]}」" for name in names)
