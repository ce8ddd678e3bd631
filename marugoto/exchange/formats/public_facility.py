"""公共施設一覧: halls, libraries, centres, with what a person who uses a wheelchair must know (56 columns; older 24)."""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import CURRENT_DATA_SET, OLD_DATA_SET, Layout, column, heading, unused
from marugoto.exchange.formats.standard import ADDRESS, ADDRESS_NEEDED, CONTACT, HEAD, NAMES, TAIL

CURRENT = heading(
    "全国地方公共団体コード|ID|地方公共団体名|名称|名称_カナ|名称_英字|名称_通称|"
    "POIコード|外部識別子|外部識別子の値|所在地_全国地方公共団体コード|町字ID|"
    "所在地_連結表記|所在地_都道府県|所在地_市区町村|所在地_町字|所在地_番地以下|"
    "建物名等（方書）|緯度|経度|高度の種別|高度の値|電話番号|内線番号|連絡先メールアドレス|"
    "連絡先FormURL|連絡先備考（その他、SNSなど）|郵便番号|法人番号|団体名|利用可能曜日|"
    "開始時間|終了時間|利用可能時間特記事項|説明|車椅子可|車椅子貸出|ツエ貸出|多目的トイレ|"
    "スロープ、エレベータ、エスカレータ|点字ブロック等の移動支援|点字や読上による支援|"
    "盲導犬・介助犬・聴導犬同伴|字幕|筆談対応|優先駐車場|オストメイト対応トイレ|授乳室|"
    "おむつ替えコーナー|飲食可否|ベビーカー貸出|ベビーカー利用|URL|画像|画像ライセンス|備考"
)
OLD = heading(
    "都道府県コード又は市区町村コード|NO|都道府県名|市区町村名|名称|名称_カナ|名称_通称|"
    "POIコード|住所|方書|緯度|経度|電話番号|内線番号|法人番号|団体名|利用可能曜日|開始時間|"
    "終了時間|利用可能日時特記事項|説明|バリアフリー情報|URL|備考"
)

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
    headings=((CURRENT_DATA_SET, CURRENT), (OLD_DATA_SET, OLD)),
    default_kind=PlaceKind.FACILITY,
)
