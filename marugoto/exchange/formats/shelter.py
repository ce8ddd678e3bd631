"""指定緊急避難場所一覧: where a neighbourhood goes in a disaster, and for which (26 columns)."""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import OLD_DATA_SET, Layout, column, heading
from marugoto.exchange.formats.standard import ADDRESS, ADDRESS_NEEDED, CONTACT, HEAD, NAMES, TAIL

OLD = heading(
    "NO|名称|名称_カナ|住所|方書|緯度|経度|標高|電話番号|内線番号|市区町村コード|"
    "都道府県名|市区町村名|災害種別_洪水|災害種別_崖崩れ、土石流及び地滑り|災害種別_高潮|"
    "災害種別_地震|災害種別_津波|災害種別_大規模な火事|災害種別_内水氾濫|災害種別_火山現象|"
    "指定避難所との重複|想定収容人数|対象となる町会・自治会|URL|備考"
)

SHELTER = Layout(
    code="shelter",
    name="指定緊急避難場所一覧",
    columns=(
        *HEAD,
        *NAMES,
        *ADDRESS,
        *CONTACT,
        column("capacity", "想定収容人数"),
        column("target", "対象となる町会・自治会"),
        *TAIL,
    ),
    needs=(("name",), ADDRESS_NEEDED),
    marks=("災害種別_洪水", "災害種別_地震", "指定避難所との重複"),
    kinds=(),
    headings=((OLD_DATA_SET, OLD),),
    default_kind=PlaceKind.FACILITY,
)
