"""消防水利施設一覧: they have no name of their own, so each is called by what it is and where it stands (11 columns)."""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import OLD_DATA_SET, Layout, column, heading
from marugoto.exchange.formats.standard import ADDRESS, ADDRESS_NEEDED, HEAD, TAIL

OLD = heading("都道府県コード又は市区町村コード|NO|都道府県名|市区町村名|種別|住所|方書|緯度|経度|口径|備考")

HYDRANT = Layout(
    code="hydrant",
    name="消防水利施設一覧",
    columns=(
        *HEAD,
        column("kind_text", "種別"),
        *ADDRESS,
        *TAIL,
    ),
    needs=(("kind_text",), ADDRESS_NEEDED),
    marks=("口径",),
    kinds=(),
    headings=((OLD_DATA_SET, OLD),),
    named_by=("kind_text", "address"),
    default_kind=PlaceKind.FACILITY,
)
