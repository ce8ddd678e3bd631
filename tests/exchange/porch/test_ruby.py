"""The reading of a place's name: over each run of kanji, over the whole where that is in doubt, and none that does not fit."""

import pytest

from marugoto.exchange.porch.rules.ruby import ruby
from marugoto.web.ui.ruby import drawn


@pytest.mark.parametrize(
    ("written", "kana", "said"),
    [
        ("囲碁の会", "いごのかい", "囲碁[いご]の会[かい]"),
        ("なぎさサロン", "なぎささろん", "なぎさサロン"),
        ("編み物の輪", "あみもののわ", "｜編み物の輪[あみもののわ]"),
        ("編み物の輪", "アミモノノワ", "｜編み物の輪[あみもののわ]"),
        ("編み物の輪(渚会館)", "あみもののわ(なぎさかいかん)", "｜編み物の輪[あみもののわ](渚会館[なぎさかいかん])"),
        ("囲碁の会（北）", "いごのかい(きた)", "囲碁[いご]の会[かい]（北[きた]）"),
        ("編み物の輪(渚会館)", "あみもののわ", "編み物の輪(渚会館)"),
        ("編み物の輪", "あみもの", "編み物の輪"),
        ("編み物の輪", "", "編み物の輪"),
        ("編み物の輪ABC", "あみもののわABC", "編み物の輪ABC"),
        ("編み物と編み物の輪と編み物", "あみものとあみもののわとあみもの", "編み物と編み物の輪と編み物"),
        ("囲碁｜の[会]", "いごのかい", "囲碁[いご]の会[かい]"),
    ],
)
def test_how_a_name_is_read(written: str, kana: str, said: str) -> None:
    assert ruby(written, kana) == said


def test_one_reading_is_drawn_over_the_whole_name() -> None:
    assert drawn("｜編み物の輪[あみもののわ]") == "<ruby>編み物の輪<rp>(</rp><rt>あみもののわ</rt><rp>)</rp></ruby>"
    assert drawn("囲碁[いご]の 会[かい]").count("<ruby>") == 2
    assert drawn("棒｜と[かぎ]と｜だけ") == "棒<ruby>と<rp>(</rp><rt>かぎ</rt><rp>)</rp></ruby>と｜だけ"
