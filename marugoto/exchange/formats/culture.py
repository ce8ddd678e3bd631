"""文化財一覧: what the town keeps and shows; some of it is a garden or a house where people meet (34 columns)."""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import OLD_DATA_SET, Layout, column, heading
from marugoto.exchange.formats.standard import ADDRESS, CONTACT, HEAD, NAMES, TAIL

OLD = heading(
    "都道府県コード又は市区町村コード|NO|都道府県名|市区町村名|名称|名称_カナ|名称_通称|"
    "名称_英語|文化財分類|種類|場所名称|住所|方書|緯度|経度|電話番号|内線番号|員数（数）|"
    "員数（単位）|法人番号|所有者等|文化財指定日|利用可能曜日|開始時間|終了時間|"
    "利用可能日時特記事項|画像|画像_ライセンス|概要|概要_英語|説明|説明_英語|URL|備考"
)

CULTURE = Layout(
    code="culture",
    name="文化財一覧",
    columns=(
        *HEAD,
        *NAMES,
        column("kind_text", "文化財分類"),
        *ADDRESS,
        *CONTACT,
        column("organisation", "所有者等"),
        column("days", "利用可能曜日"),
        column("opens", "開始時間"),
        column("closes", "終了時間"),
        column("hours_note", "利用可能日時特記事項"),
        column("description", "説明"),
        *TAIL,
    ),
    needs=(("name",), ("kind_text",)),
    marks=("文化財指定日", "文化財分類"),
    kinds=(),
    headings=((OLD_DATA_SET, OLD),),
    default_kind=PlaceKind.FACILITY,
)
