"""介護サービス事業所一覧: one row per service, so an office with two services stands there twice (36 columns; older 22)."""

from marugoto.community.codes import PlaceKind
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
    kinds=(
        ("認知症カフェ", PlaceKind.CAFE),
        ("通いの場", PlaceKind.SALON),
    ),
    default_kind=PlaceKind.SERVICE,
)
