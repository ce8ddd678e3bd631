"""公共施設一覧: halls, libraries, centres, with what a person who uses a wheelchair must know (56 columns; older 24)."""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import Layout, column, unused
from marugoto.exchange.formats.standard import ADDRESS, ADDRESS_NEEDED, CONTACT, HEAD, NAMES, TAIL

PUBLIC_FACILITY = Layout(
    code="public_facility",
    name="公共施設一覧",
    columns=(
        *HEAD,
        *NAMES,
        *unused("名称_通称"),
        column("kind_text", "POIコード", "種別", "施設種別", "分類"),
        *unused("外部識別子", "外部識別子の値"),
        *ADDRESS,
        *CONTACT,
        column("organisation", "団体名"),
        column("days", "利用可能曜日"),
        column("opens", "開始時間"),
        column("closes", "終了時間"),
        column("hours_note", "利用可能時間特記事項", "利用可能日時特記事項"),
        column("description", "説明"),
        column("accessibility", "バリアフリー情報"),
        *unused("車椅子可", "車椅子貸出", "ツエ貸出", "多目的トイレ", "スロープ、エレベータ、エスカレータ"),
        *unused("点字ブロック等の移動支援", "点字や読上による支援", "盲導犬・介助犬・聴導犬同伴", "字幕", "筆談対応"),
        *unused("優先駐車場", "オストメイト対応トイレ", "授乳室", "おむつ替えコーナー", "飲食可否"),
        *unused("ベビーカー貸出", "ベビーカー利用"),
        *TAIL,
    ),
    needs=(("name",), ADDRESS_NEEDED),
    marks=(
        "全国地方公共団体コード",
        "都道府県コード又は市区町村コード",
        "名称_通称",
        "POIコード",
        "車椅子可",
        "バリアフリー情報",
    ),
    kinds=(
        ("農園", PlaceKind.GARDEN),
        ("ボランティア", PlaceKind.VOLUNTEER),
    ),
    default_kind=PlaceKind.FACILITY,
)
