"""観光施設一覧: parks, museums, baths: where one goes for pleasure, with fee and how to get there (30 columns)."""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import OLD_DATA_SET, Layout, column, heading
from marugoto.exchange.formats.standard import ADDRESS, ADDRESS_NEEDED, HEAD, NAMES, TAIL

OLD = heading(
    "都道府県コード又は市区町村コード|NO|都道府県名|市区町村名|名称|名称_カナ|名称_英語|"
    "POIコード|住所|方書|緯度|経度|利用可能曜日|開始時間|終了時間|利用可能日時特記事項|"
    "料金(基本)|料金(詳細)|説明|説明_英語|アクセス方法|駐車場情報|バリアフリー情報|"
    "連絡先名称|連絡先電話番号|連絡先内線番号|画像|画像_ライセンス|URL|備考"
)

TOURISM = Layout(
    code="tourism",
    name="観光施設一覧",
    columns=(
        *HEAD,
        *NAMES,
        column("kind_text", "POIコード"),
        *ADDRESS,
        column("days", "利用可能曜日"),
        column("opens", "開始時間"),
        column("closes", "終了時間"),
        column("hours_note", "利用可能日時特記事項"),
        column("fee", "料金(基本)"),
        column("description", "説明"),
        column("access", "アクセス方法"),
        column("parking", "駐車場情報"),
        column("accessibility", "バリアフリー情報"),
        column("phone", "連絡先電話番号"),
        column("extension", "連絡先内線番号"),
        *TAIL,
    ),
    needs=(("name",), ADDRESS_NEEDED),
    marks=("料金(基本)", "説明_英語", "連絡先名称"),
    kinds=(),
    headings=((OLD_DATA_SET, OLD),),
    default_kind=PlaceKind.FACILITY,
)
