"""Blocks of columns shared by the layouts of 自治体標準オープンデータセット and its forerunner 推奨データセット.

The headers were observed in files that municipalities publish; the older names stand beside the current ones.
"""

from marugoto.exchange.formats.layout import Column, column, unused

HEAD: tuple[Column, ...] = (
    column(
        "municipality", "全国地方公共団体コード", "都道府県コード又は市区町村コード", "市区町村コード", "団体コード"
    ),
    column("source_id", "ID", "NO", "番号"),
    column("body_name", "地方公共団体名"),
    column("body_prefecture", "都道府県名"),
    column("body_city", "市区町村名"),
)
NAMES: tuple[Column, ...] = (
    column("name", "名称", "施設名", "施設名称"),
    column("name_kana", "名称_カナ", "施設名_カナ"),
    *unused("名称_英字", "名称_英語"),
)
ADDRESS: tuple[Column, ...] = (
    *unused("所在地_全国地方公共団体コード", "町字ID", "高度の種別", "高度の値"),
    column("address", "所在地_連結表記", "住所", "所在地"),
    column("prefecture", "所在地_都道府県"),
    column("city", "所在地_市区町村"),
    column("town", "所在地_町字"),
    column("street", "所在地_番地以下"),
    column("building", "建物名等(方書)", "方書", "建物名"),
    column("latitude", "緯度"),
    column("longitude", "経度"),
)
CONTACT: tuple[Column, ...] = (
    column("phone", "電話番号", "電話"),
    column("extension", "内線番号"),
    column("fax", "FAX番号", "FAX"),
    column("email", "連絡先メールアドレス", "メールアドレス"),
    column("contact_note", "連絡先備考（その他、SNSなど）"),
    *unused("連絡先FormURL", "郵便番号", "法人番号"),
)
TAIL: tuple[Column, ...] = (
    column("url", "URL"),
    *unused("画像", "画像_ライセンス"),
    column("note", "備考"),
)
ADDRESS_NEEDED = ("address", "city", "town")
