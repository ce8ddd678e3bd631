"""子育て施設一覧: nurseries, kindergartens, after-school clubs, children's halls (53 columns; the older layout has 28)."""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import CURRENT_DATA_SET, OLD_DATA_SET, Layout, column, heading, unused
from marugoto.exchange.formats.standard import ADDRESS, ADDRESS_NEEDED, CONTACT, HEAD, NAMES, TAIL

CURRENT = heading(
    "全国地方公共団体コード|ID|地方公共団体名|名称|名称_カナ|名称_英字|種別|"
    "所在地_全国地方公共団体コード|町字ID|所在地_連結表記|所在地_都道府県|所在地_市区町村|"
    "所在地_町字|所在地_番地以下|建物名等(方書)|緯度|経度|高度の種別|高度の値|アクセス方法|"
    "駐車場情報|電話番号|内線番号|FAX番号|連絡先メールアドレス|連絡先FormURL|"
    "連絡先備考（その他、SNSなど）|郵便番号|法人番号|団体名|認可等年月日|収容定員|受入年齢|"
    "利用可能曜日|開始時間|終了時間|利用可能日時特記事項|一時預かりの有無|子供預かり料金種別|"
    "子供預かり料金|子供預かり料金備考|子供預かり開所時間|子供預かり閉所時間|病児保育の有無|授乳室|"
    "おむつ替えコーナー|飲食可否|ベビーカー貸出|ベビーカー利用|URL|画像|画像_ライセンス|備考"
)
OLD = heading(
    "都道府県コード又は市区町村コード|NO|都道府県名|市区町村名|名称|名称_カナ|種別|住所|方書|"
    "緯度|経度|アクセス方法|駐車場情報|電話番号|内線番号|FAX番号|法人番号|団体名|"
    "認可等年月日|収容定員|受入年齢|利用可能曜日|開始時間|終了時間|利用可能日時特記事項|"
    "一時預かりの有無|URL|備考"
)

PRESCHOOL = Layout(
    code="preschool",
    name="子育て施設一覧",
    columns=(
        *HEAD,
        *NAMES,
        column("kind_text", "種別"),
        *ADDRESS,
        column("access", "アクセス方法"),
        column("parking", "駐車場情報"),
        *CONTACT,
        column("organisation", "団体名"),
        *unused("認可等年月日"),
        column("capacity", "収容定員"),
        column("target", "受入年齢"),
        column("days", "利用可能曜日"),
        column("opens", "開始時間"),
        column("closes", "終了時間"),
        column("hours_note", "利用可能日時特記事項", "利用可能時間特記事項"),
        *unused("一時預かりの有無", "子供預かり料金種別", "子供預かり料金", "子供預かり料金備考"),
        *unused("子供預かり開所時間", "子供預かり閉所時間", "病児保育の有無", "授乳室", "おむつ替えコーナー"),
        *unused("飲食可否", "ベビーカー貸出", "ベビーカー利用"),
        *TAIL,
    ),
    needs=(("name",), ADDRESS_NEEDED),
    marks=("受入年齢", "収容定員", "一時預かりの有無", "認可等年月日"),
    kinds=(
        ("子育て支援センター", PlaceKind.SALON),
        ("地域子育て支援", PlaceKind.SALON),
        ("ひろば", PlaceKind.SALON),
    ),
    headings=((CURRENT_DATA_SET, CURRENT), (OLD_DATA_SET, OLD)),
    default_kind=PlaceKind.FACILITY,
)
