"""子育て施設一覧: nurseries, kindergartens, after-school clubs, children's halls (53 columns; the older layout has 28)."""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import Layout, column, unused
from marugoto.exchange.formats.standard import ADDRESS, ADDRESS_NEEDED, CONTACT, HEAD, NAMES, TAIL

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
    default_kind=PlaceKind.FACILITY,
)
