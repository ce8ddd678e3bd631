"""支援制度: measures a resident can ask for, in the columns that were agreed in 2020 (34 columns)."""

from marugoto.community.codes import PlaceKind
from marugoto.exchange.formats.layout import Layout, column, heading

HEADING = heading(
    "制度番号|全国地方公共団体コード|法人番号|元制度番号|制度変更区分|タイトル（制度名）|"
    "サブタイトル（通称）|対象者|用途・対象物|対象地域|対象地域群|概要|内容|利用・申請方法|"
    "受付開始日|受付終了日|受付備考|根拠法令|詳細参照先|実施組織・支援機関|お問い合わせ先|"
    "電子申請URL|標準産業分類|（事業者対象）事業ステージ分類|（事業者対象）行政サービス分類|"
    "（事業者対象）お困りごと分類|（個人対象）ライフステージ分類|（個人対象）行政サービス分類|"
    "（個人対象）お困りごと分類|災害名|キーワード|制度集|公開日|公開終了日"
)

SUPPORT = Layout(
    code="support",
    name="支援制度一覧",
    columns=(
        column("source_id", "制度番号"),
        column("municipality", "全国地方公共団体コード"),
        column("name", "タイトル（制度名）", "制度名"),
        column("target", "対象者"),
        column("description", "概要"),
        column("conditions", "利用・申請方法"),
        column("begins", "受付開始日"),
        column("ends", "受付終了日"),
        column("hours_note", "受付備考"),
        column("url", "詳細参照先"),
        column("organisation", "実施組織・支援機関"),
        column("contact_note", "お問い合わせ先"),
        column("kind_text", "（個人対象）行政サービス分類"),
    ),
    needs=(("name",), ("target", "description", "conditions")),
    marks=("制度番号", "タイトル（制度名）", "（個人対象）お困りごと分類"),
    kinds=(),
    headings=(("項目定義（2020年）", HEADING),),
    default_kind=PlaceKind.SERVICE,
)
