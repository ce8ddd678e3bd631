"""A place as a file tells it, after cleaning: what would be written, where it stood, and what was cleaned on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from marugoto.community.codes import PlaceKind

# Every value of a place that an import may write, with the word the worker reads; the order is the order on the page.
LABELS: Mapping[str, str] = {
    "name": "名称",
    "name_kana": "よみ",
    "kind": "種別",
    "kind_text": "種別（ファイルの言葉）",
    "services": "サービス",
    "address": "住所",
    "building": "建物名",
    "latitude": "緯度",
    "longitude": "経度",
    "phone": "電話",
    "extension": "内線",
    "fax": "ファクス",
    "email": "メール",
    "contact_note": "連絡先の備考",
    "organisation": "運営",
    "office_number": "事業所番号",
    "days": "曜日",
    "hours": "時間",
    "hours_note": "日時の備考",
    "target": "だれ向け",
    "capacity": "定員",
    "fee": "費用",
    "conditions": "条件・約束",
    "access": "行き方",
    "parking": "駐車場",
    "accessibility": "バリアフリー",
    "url": "URL",
    "description": "説明",
    "note": "備考",
}


@dataclass(frozen=True, slots=True)
class Note:
    """Something was cleaned or should be looked at; `field` is a key of LABELS or empty, `sentence` is for the worker."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """All text, "" = the file says nothing (never "no"). `lines`: where it stood; `source`: the cells as they were.

    `keys` name the place over repeated imports: one per id of the source, or one of name and address.
    """

    lines: tuple[int, ...]
    keys: tuple[str, ...]
    name: str
    name_kana: str = ""
    kind: str = PlaceKind.OTHER
    kind_text: str = ""
    services: str = ""
    address: str = ""
    building: str = ""
    latitude: str = ""
    longitude: str = ""
    phone: str = ""
    extension: str = ""
    fax: str = ""
    email: str = ""
    contact_note: str = ""
    organisation: str = ""
    office_number: str = ""
    days: str = ""
    hours: str = ""
    hours_note: str = ""
    target: str = ""
    capacity: str = ""
    fee: str = ""
    conditions: str = ""
    access: str = ""
    parking: str = ""
    accessibility: str = ""
    url: str = ""
    description: str = ""
    note: str = ""
    source: tuple[Mapping[str, str], ...] = ()
    notes: tuple[Note, ...] = field(default=(), compare=False)

    def values(self) -> dict[str, str]:
        """What an import writes, by field; blanks too."""
        return {name: getattr(self, name) for name in LABELS}

    def content(self) -> tuple[str, ...]:
        """Equal for two rows that say the same, whatever their line and id."""
        return tuple(getattr(self, name) for name in LABELS)


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be taken, and why; the others go on without it."""

    lines: tuple[int, ...]
    name: str
    reason: str
    source: Mapping[str, str] = field(default_factory=dict)
