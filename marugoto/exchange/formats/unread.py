"""Other lists a municipality publishes, told by one column nobody else has: named when refused, so that the clerk knows
that the right button was pressed with the wrong file."""

from marugoto.exchange.formats.layout import header_key

UNREAD = {
    header_key(header): name
    for header, name in (
        ("設置位置", "AED設置箇所一覧"),
        ("男性トイレ総数", "公衆トイレ一覧"),
        ("災害種別_洪水", "指定緊急避難場所一覧"),
        ("文化財指定日", "文化財一覧"),
        ("イベント名", "イベント一覧"),
        ("診療科目", "医療機関一覧"),
        ("調査年月日", "地域・年齢別人口"),
        ("SSID", "公衆無線LANアクセスポイント一覧"),
    )
}
