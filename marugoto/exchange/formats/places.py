"""地域の場所一覧: our own simple sheet for salons, cafés, gardens and whatever no official list knows.

Eight columns, only the name needed; a coordinator fills it in by hand. Written out, it carries the words of a place; room is not
among them, for a file does not say of which day it is.
"""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import Layout, column, heading

HEADING = heading(
    "番号|名称|よみ|種別|住所|建物名|緯度|経度|電話|内線|ファクス|メール|連絡先の備考|運営|曜日|開始時間|終了時間|"
    "時間|だれ向け|定員|費用|条件・約束|行き方|駐車場|バリアフリー|サービス|URL|説明|備考"
)

PLACES = Layout(
    code="places",
    name="地域の場所一覧",
    columns=(
        column("source_id", "番号", "ID", "NO"),
        column("name", "名称", "名前", "場所の名前", "施設名"),
        column("name_kana", "よみ", "よみがな", "ふりがな", "名称_カナ", "カナ"),
        column("kind_text", "種別", "種類", "分類"),
        column("address", "住所", "所在地", "場所", "会場"),
        column("building", "建物名", "方書"),
        column("phone", "電話", "電話番号", "連絡先"),
        column("days", "曜日", "開催日", "利用可能曜日", "開催曜日"),
        column("hours_note", "時間", "開催時間", "利用時間"),
        column("target", "だれ向け", "対象", "対象者"),
        column("description", "説明", "内容", "活動内容"),
        column("organisation", "運営", "主催", "団体名"),
        column("latitude", "緯度"),
        column("longitude", "経度"),
        column("url", "URL", "ホームページ"),
        column("note", "備考"),
        column("extension", "内線"),
        column("fax", "ファクス"),
        column("email", "メール"),
        column("contact_note", "連絡先の備考"),
        column("opens", "開始時間"),
        column("closes", "終了時間"),
        column("capacity", "定員"),
        column("fee", "費用", "参加費", "料金"),
        column("conditions", "条件・約束"),
        column("access", "行き方"),
        column("parking", "駐車場"),
        column("accessibility", "バリアフリー"),
        column("services", "サービス"),
    ),
    needs=(("name",), ("address", "phone", "days", "description")),
    kinds=(
        ("食堂", PlaceKind.CHILDRENS_MEAL),
        ("サロン", PlaceKind.SALON),
        ("通いの場", PlaceKind.SALON),
        ("居場所", PlaceKind.SALON),
        ("カフェ", PlaceKind.CAFE),
        ("喫茶", PlaceKind.CAFE),
        ("畑", PlaceKind.GARDEN),
        ("農園", PlaceKind.GARDEN),
        ("サークル", PlaceKind.CIRCLE),
        ("教室", PlaceKind.CIRCLE),
        ("体操", PlaceKind.CIRCLE),
        ("学習", PlaceKind.CIRCLE),
        ("就労", PlaceKind.WORKPLACE),
        ("作業", PlaceKind.WORKPLACE),
        ("ボランティア", PlaceKind.VOLUNTEER),
        ("見守り", PlaceKind.VOLUNTEER),
        ("公民館", PlaceKind.FACILITY),
        ("集会所", PlaceKind.FACILITY),
        ("図書館", PlaceKind.FACILITY),
    ),
    headings=(("", HEADING),),
    default_kind=PlaceKind.OTHER,
)
