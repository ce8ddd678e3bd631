"""介護サービス事業所一覧: one row per service, so an office with two services stands there twice (36 columns; older 22)."""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import CURRENT_DATA_SET, OLD_DATA_SET, Layout, column, heading, unused
from marugoto.exchange.formats.standard import ADDRESS, ADDRESS_NEEDED, CONTACT, HEAD, TAIL

CURRENT = heading(
    "全国地方公共団体コード|ID|地方公共団体名|介護サービス事業所名称|介護サービス事業所名称_カナ|"
    "介護サービス事業所名称_英字|実施サービス|所在地_全国地方公共団体コード|町字ID|"
    "所在地_連結表記|所在地_都道府県|所在地_市区町村|所在地_町字|所在地_番地以下|"
    "建物名等(方書)|緯度|経度|高度の種別|高度の値|電話番号|内線番号|FAX番号|"
    "連絡先メールアドレス|連絡先FormURL|連絡先備考（その他、SNSなど）|郵便番号|法人番号|"
    "法人の名称|事業所番号|利用可能曜日|利用可能曜日特記事項|定員|URL|画像|画像_ライセンス|"
    "備考"
)
OLD = heading(
    "都道府県コード又は市区町村コード|NO|都道府県名|市区町村名|介護サービス事業所名称|"
    "介護サービス事業所名称_カナ|実施サービス|住所|方書|緯度|経度|電話番号|内線番号|FAX番号|"
    "法人番号|法人の名称|事業所番号|利用可能曜日|利用可能曜日特記事項|定員|URL|備考"
)

CARE_SERVICE = Layout(
    code="care_service",
    name="介護サービス事業所一覧",
    columns=(
        *HEAD,
        column("name", "介護サービス事業所名称", "事業所名称", "事業所名"),
        column("name_kana", "介護サービス事業所名称_カナ", "事業所名称_カナ"),
        *unused("介護サービス事業所名称_英字", "介護サービス事業所名称_英語"),
        column("kind_text", "実施サービス", "サービス種別", "サービスの種類"),
        *ADDRESS,
        *CONTACT,
        column("organisation", "法人の名称", "法人名"),
        column("office_number", "事業所番号"),
        column("days", "利用可能曜日"),
        column("hours_note", "利用可能曜日特記事項"),
        column("capacity", "定員"),
        *TAIL,
    ),
    needs=(("name",), ("kind_text",), ADDRESS_NEEDED),
    marks=("介護サービス事業所名称", "実施サービス", "事業所番号"),
    row_per_service=True,
    kinds=(
        ("認知症カフェ", PlaceKind.CAFE),
        ("通いの場", PlaceKind.SALON),
    ),
    headings=((CURRENT_DATA_SET, CURRENT), (OLD_DATA_SET, OLD)),
    default_kind=PlaceKind.SERVICE,
)
