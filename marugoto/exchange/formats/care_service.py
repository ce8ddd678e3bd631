"""介護サービス事業所一覧: one row per service, so an office with two services stands there twice (36 columns; older 22)."""

from marugoto.exchange.formats.layout import Layout, column, unused
from marugoto.exchange.formats.standard import ADDRESS, ADDRESS_NEEDED, CONTACT, HEAD, TAIL

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
    default_kind="care_service",
    name_kinds=(("地域包括支援センター", "community_support_centre"),),
    kinds=(
        ("介護予防支援", "care_planning"),
        ("居宅介護支援", "care_planning"),
        ("訪問看護", "visiting_nurse"),
        ("訪問", "home_help"),
        ("小規模多機能", "day_care"),
        ("認知症対応型共同生活", "group_home"),
        ("グループホーム", "group_home"),
        ("通所", "day_care"),
        ("デイ", "day_care"),
        ("短期入所", "short_stay"),
        ("ショートステイ", "short_stay"),
        ("福祉施設", "care_home"),
        ("老人保健施設", "care_home"),
        ("特定施設", "care_home"),
        ("福祉用具", "equipment"),
    ),
)
