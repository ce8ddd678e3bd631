"""医療機関一覧: hospitals and surgeries with their days and departments (26 columns)."""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import OLD_DATA_SET, Layout, column, heading
from marugoto.exchange.formats.standard import ADDRESS, ADDRESS_NEEDED, CONTACT, HEAD, NAMES, TAIL

OLD = heading(
    "都道府県コード又は市区町村コード|NO|都道府県名|市区町村名|名称|名称_カナ|医療機関の種類|"
    "住所|方書|緯度|経度|電話番号|内線番号|FAX番号|法人番号|法人の名称|医療機関コード|"
    "診療曜日|診療開始時間|診療終了時間|診療日時特記事項|時間外における対応|診療科目|病床数|"
    "URL|備考"
)

MEDICAL = Layout(
    code="medical",
    name="医療機関一覧",
    columns=(
        *HEAD,
        *NAMES,
        column("kind_text", "医療機関の種類"),
        *ADDRESS,
        *CONTACT,
        column("organisation", "法人の名称"),
        column("office_number", "医療機関コード"),
        column("days", "診療曜日"),
        column("opens", "診療開始時間"),
        column("closes", "診療終了時間"),
        column("hours_note", "診療日時特記事項"),
        column("services", "診療科目"),
        *TAIL,
    ),
    needs=(("name",), ADDRESS_NEEDED),
    marks=("診療科目", "医療機関コード", "医療機関の種類"),
    kinds=(),
    headings=((OLD_DATA_SET, OLD),),
    default_kind=PlaceKind.SERVICE,
)
