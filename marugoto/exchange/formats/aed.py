"""AED設置箇所一覧: the buildings that keep one, and where it hangs (22 columns)."""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import OLD_DATA_SET, Layout, column, heading
from marugoto.exchange.formats.standard import ADDRESS, ADDRESS_NEEDED, CONTACT, HEAD, NAMES, TAIL

OLD = heading(
    "都道府県コード又は市区町村コード|NO|都道府県名|市区町村名|名称|名称_カナ|住所|方書|緯度|"
    "経度|設置位置|電話番号|内線番号|法人番号|団体名|利用可能曜日|開始時間|終了時間|"
    "利用可能日時特記事項|小児対応設備の有無|URL|備考"
)

AED = Layout(
    code="aed",
    name="AED設置箇所一覧",
    columns=(
        *HEAD,
        *NAMES,
        *ADDRESS,
        column("access", "設置位置"),
        *CONTACT,
        column("organisation", "団体名"),
        column("days", "利用可能曜日"),
        column("opens", "開始時間"),
        column("closes", "終了時間"),
        column("hours_note", "利用可能日時特記事項"),
        *TAIL,
    ),
    needs=(("name",), ADDRESS_NEEDED),
    marks=("小児対応設備の有無", "設置位置"),
    kinds=(),
    headings=((OLD_DATA_SET, OLD),),
    default_kind=PlaceKind.FACILITY,
)
