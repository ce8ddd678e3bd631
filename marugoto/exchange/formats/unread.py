"""Other lists a municipality publishes, told by one column nobody else has: named when refused, so that the clerk knows
that the right button was pressed with the wrong file. They hold figures or other files, no places."""

from marugoto.exchange.formats.layout import header_key

UNREAD = {
    header_key(header): name
    for header, name in (
        ("調査年月日", "地域・年齢別人口"),
        ("データ名称", "オープンデータ一覧"),
    )
}
