"""地域の場所一覧: our own simple sheet for salons, cafés, gardens and whatever no official list knows.

Eight columns, only the name needed; a coordinator fills it in by hand.
"""

from marugoto.exchange.formats.layout import Layout, column

PLACES = Layout(
    code="places",
    name="地域の場所一覧",
    columns=(
        column("source_id", "番号", "ID", "NO"),
        column("name", "名称", "名前", "場所の名前", "施設名"),
        column("name_kana", "よみ", "よみがな", "ふりがな", "名称_カナ", "カナ"),
        column("kind_text", "種別", "種類", "分類"),
        column("address", "住所", "所在地", "場所", "会場"),
        column("building", "建物名", "方書"),
        column("phone", "電話", "電話番号", "連絡先"),
        column("days", "曜日", "開催日", "利用可能曜日", "開催曜日"),
        column("hours_note", "時間", "開催時間", "利用時間"),
        column("target", "だれ向け", "対象", "対象者"),
        column("description", "説明", "内容", "活動内容"),
        column("organisation", "運営", "主催", "団体名"),
        column("latitude", "緯度"),
        column("longitude", "経度"),
        column("url", "URL", "ホームページ"),
        column("note", "備考"),
    ),
    needs=(("name",), ("address", "phone", "days", "description")),
    kinds=(
        ("サロン", "salon"),
        ("カフェ", "cafe"),
        ("喫茶", "cafe"),
        ("子ども食堂", "childrens_dining"),
        ("こども食堂", "childrens_dining"),
        ("食堂", "dining"),
        ("畑", "garden"),
        ("農園", "garden"),
        ("学習", "learning"),
        ("体操", "exercise"),
        ("通いの場", "salon"),
        ("見守り", "watching_over"),
        ("居場所", "gathering_place"),
        ("就労", "work"),
        ("作業", "work"),
        ("公民館", "public_hall"),
        ("図書館", "library"),
    ),
)
