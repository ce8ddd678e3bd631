"""公衆無線LANアクセスポイント一覧: where somebody without a line of his own can write home (18 columns)."""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import OLD_DATA_SET, Layout, column, heading
from marugoto.exchange.formats.standard import ADDRESS, ADDRESS_NEEDED, CONTACT, HEAD, NAMES, TAIL

OLD = heading(
    "都道府県コード又は市区町村コード|NO|都道府県名|市区町村名|名称|名称_カナ|名称_英語|住所|"
    "方書|緯度|経度|設置者|電話番号|内線番号|SSID|提供エリア|URL|備考"
)

WIRELESS = Layout(
    code="wireless",
    name="公衆無線LANアクセスポイント一覧",
    columns=(
        *HEAD,
        *NAMES,
        *ADDRESS,
        *CONTACT,
        column("organisation", "設置者"),
        column("access", "提供エリア"),
        *TAIL,
    ),
    needs=(("name",), ADDRESS_NEEDED),
    marks=("SSID", "提供エリア"),
    kinds=(),
    headings=((OLD_DATA_SET, OLD),),
    default_kind=PlaceKind.FACILITY,
)
