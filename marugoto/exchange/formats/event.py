"""イベント一覧: what happens on certain days; a place of the register as long as it lasts (32 columns)."""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import OLD_DATA_SET, Layout, column, heading
from marugoto.exchange.formats.standard import HEAD, TAIL

OLD = heading(
    "都道府県コード又は市区町村コード|NO|都道府県名|市区町村名|イベント名|イベント名_カナ|"
    "イベント名_英語|開始日|終了日|開始時間|終了時間|開始日時特記事項|説明|料金(基本)|"
    "料金(詳細)|連絡先名称|連絡先電話番号|連絡先内線番号|主催者|場所名称|住所|方書|緯度|経度|"
    "アクセス方法|駐車場情報|定員|参加申込終了日|参加申込終了時間|参加申込方法|URL|備考"
)

EVENT = Layout(
    code="event",
    name="イベント一覧",
    columns=(
        *HEAD,
        column("name", "イベント名"),
        column("name_kana", "イベント名_カナ"),
        column("begins", "開始日"),
        column("ends", "終了日"),
        column("opens", "開始時間"),
        column("closes", "終了時間"),
        column("hours_note", "開始日時特記事項"),
        column("description", "説明"),
        column("fee", "料金(基本)"),
        column("phone", "連絡先電話番号"),
        column("extension", "連絡先内線番号"),
        column("organisation", "主催者"),
        column("address", "住所", "所在地_連結表記"),
        column("building", "場所名称"),
        column("latitude", "緯度"),
        column("longitude", "経度"),
        column("access", "アクセス方法"),
        column("parking", "駐車場情報"),
        column("capacity", "定員"),
        column("conditions", "参加申込方法"),
        *TAIL,
    ),
    needs=(("name",), ("begins", "address", "building")),
    marks=("イベント名",),
    kinds=(
        ("サロン", PlaceKind.SALON),
        ("カフェ", PlaceKind.CAFE),
        ("食堂", PlaceKind.CHILDRENS_MEAL),
        ("ボランティア", PlaceKind.VOLUNTEER),
        ("教室", PlaceKind.CIRCLE),
    ),
    headings=((OLD_DATA_SET, OLD),),
    default_kind=PlaceKind.OTHER,
)
