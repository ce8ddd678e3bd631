"""公衆トイレ一覧: without one on the way many do not go out at all (32 columns)."""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import OLD_DATA_SET, Layout, column, heading
from marugoto.exchange.formats.standard import ADDRESS, ADDRESS_NEEDED, HEAD, NAMES, TAIL

OLD = heading(
    "都道府県コード又は市区町村コード|NO|都道府県名|市区町村名|名称|名称_カナ|名称_英語|住所|"
    "方書|設置位置|緯度|経度|男性トイレ総数|男性トイレ数（小便器）|男性トイレ数（和式）|"
    "男性トイレ数（洋式）|女性トイレ総数|女性トイレ数（和式）|女性トイレ数（洋式）|"
    "男女共用トイレ総数|男女共用トイレ数（和式）|男女共用トイレ数（洋式）|多機能トイレ数|"
    "車椅子使用者用トイレ有無|乳幼児用設備設置トイレ有無|オストメイト設置トイレ有無|利用開始時間|"
    "利用終了時間|利用可能時間特記事項|画像|画像_ライセンス|備考"
)

TOILET = Layout(
    code="toilet",
    name="公衆トイレ一覧",
    columns=(
        *HEAD,
        *NAMES,
        *ADDRESS,
        column("access", "設置位置"),
        column("opens", "利用開始時間"),
        column("closes", "利用終了時間"),
        column("hours_note", "利用可能時間特記事項"),
        *TAIL,
    ),
    needs=(("name",), ADDRESS_NEEDED),
    marks=("男性トイレ総数", "多機能トイレ数", "車椅子使用者用トイレ有無"),
    kinds=(),
    headings=((OLD_DATA_SET, OLD),),
    default_kind=PlaceKind.FACILITY,
)
