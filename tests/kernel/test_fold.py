"""Names are found however they are typed, kept exactly as they are, and never hide a character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marugoto.kernel import variants
from marugoto.kernel.decision import Refused
from marugoto.kernel.fold import bigrams, clean, fold, visible

texts = st.text(max_size=30) | st.text(
    alphabet="\u200d\ufe0f\u3164👩髙橋ﾊﾞがガか゛゙ー1 ・é\u200b\U000e0100Ａß", max_size=20
)


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("髙橋", "高橋"),
        ("山﨑", "山崎"),
        ("斎藤", "齋藤"),
        ("斎藤", "斉藤"),
        ("斎藤", "齊藤"),
        ("濱田", "浜田"),
        ("濵田", "浜田"),
        ("渡邊", "渡辺"),
        ("渡邉", "渡辺"),
        ("渡邉\U000e0102", "渡辺"),
        ("澤", "沢"),
        ("廣國", "広国"),
        ("𠮷田", "吉田"),
        ("嶌", "島"),
        ("眞栁", "真柳"),
        ("桒原", "桑原"),
        ("櫻井龍", "桜井竜"),
        ("冨", "富"),
        ("神社", "神社"),
        ("葛\U000e0100", "葛"),
        ("ハナコ", "はなこ"),
        ("ﾊﾅｺ", "はなこ"),
        ("ﾀﾞﾝﾎﾞﾙ", "だんぼる"),
        ("か\u3099", "が"),
        ("か゛", "が"),
        ("ガ", "が"),
        ("ヴァン", "ゔぁん"),
        ("ヷ", "わ\u3099"),
        ("さヽゞ", "さゝゞ"),
        ("霞ヶ関", "霞ケ関"),
        ("ＡＢＣ", "abc"),
        ("Straße", "STRASSE"),
        ("Nguyễn", "nguyen"),
        ("José", "jose"),
        ("佐藤　花子", "佐藤花子"),
        ("佐藤\u00a0花子", "佐藤 花子"),
        ("マリア・サントス", "マリア サントス"),
        ("佐\u200b藤\u202e", "佐藤"),
        ("㈱", "(株)"),
        ("１−２−３", "1-2-3"),
        ("1ー2ー3", "1-2-3"),
        ("1‐2–3", "1-2-3"),
    ],
)
def test_two_ways_of_typing_are_the_same_word(typed: str, same: str) -> None:
    assert fold(typed) == fold(same)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ゆうこ", "ゆーこ"),
        ("おおの", "おの"),
        ("佐々木", "佐佐木"),
        ("佐藤", "佐籐"),
        ("きよう", "きょう"),
        ("はは", "ばば"),
        ("はば", "ぱば"),
        ("\ue000田", "田"),
        ("礒部", "磯部"),
        ("阪本", "坂本"),
        ("й", "н"),
    ],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("ラーメン", "らーめん"),
        ("ﾗｰﾒﾝ", "らーめん"),
        ("髙橋 ハナコ", "高橋はなこ"),
        ("", ""),
        ("　 ", ""),
        ("\u200b\u3164", ""),
        ("R8.11.24", "r8.11.24"),
    ],
)
def test_what_the_folded_form_is(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_case_and_spaces_never_matter(text: str) -> None:
    assert fold(f" {text}\u3000") == fold(text)
    assert fold(text.upper().casefold()) == fold(fold(text).upper().casefold())


def test_katakana_and_hiragana_are_one() -> None:
    katakana = "".join(map(chr, range(0x30A1, 0x30F5)))
    hiragana = "".join(map(chr, range(0x3041, 0x3095)))
    assert fold(katakana) == fold(hiragana) == hiragana


def test_every_variant_has_one_shape_and_no_shape_leads_on_to_another() -> None:
    blocks = (variants.BY_LIST_OF_COMMON_USE, variants.IN_NAMES, variants.IN_PRINT)
    lines = [line for block in blocks for line in block.split()]
    others = [other for line in lines for other in line[1:]]
    assert len(others) == len(set(others)) > 500
    assert {line[0] for line in lines} & set(others) == set()
    assert [line for line in lines if len({fold(kanji) for kanji in line}) != 1] == []


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("困窮", ("困窮",)),
        ("生活困窮", ("生活", "活困", "困窮")),
        ("林", ("林",)),
        ("", ()),
        (" ", ()),
        ("ハナ コ", ("はな", "なこ")),
        ("ﾊﾟﾊﾟﾊﾟ", ("ぱぱ",)),
        ("𠮷野家", ("吉野", "野家")),
        ("😀😀", ("😀😀",)),
    ],
)
def test_pairs_of_neighbours(text: str, pairs: tuple[str, ...]) -> None:
    assert bigrams(text) == pairs


@given(texts, st.data())
def test_every_part_of_two_or_more_is_found_by_its_pairs(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    begin = data.draw(st.integers(0, len(folded)))
    end = data.draw(st.integers(begin, len(folded)))
    if end - begin >= 2 and fold(folded[begin:end]) == folded[begin:end]:
        assert set(bigrams(folded[begin:end])) <= set(bigrams(text))
    assert bigrams(text) == bigrams(folded)
    assert len(set(bigrams(text))) == len(bigrams(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("佐\u200b藤", "佐⟨U+200B⟩藤"),
        ("\u202eabc", "⟨U+202E⟩abc"),
        ("a\u00adb", "a⟨U+00AD⟩b"),
        ("a\x00b", "a⟨U+0000⟩b"),
        ("\ufeff名", "⟨U+FEFF⟩名"),
        ("\u3164", "⟨U+3164⟩"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("渡邉\U000e0102様", "渡邉\U000e0102様"),
        (" \U000e0102", " ⟨U+E0102⟩"),
        ("\U000e0102", "⟨U+E0102⟩"),
        ("邉\U000e0102\U000e0103", "邉\U000e0102⟨U+E0103⟩"),
        ("\ufe0f\u200d", "⟨U+FE0F⟩⟨U+200D⟩"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("👩🏻\u200d👧", "👩🏻\u200d👧"),
        ("山\u200d田", "山⟨U+200D⟩田"),
        ("一行目\n二行目\t終", "一行目\n二行目\t終"),
        ("髙 𠮷　﨑", "髙 𠮷　﨑"),
        ("\ue000", "\ue000"),
        ("", ""),
    ],
)
def test_what_draws_nothing_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(texts)
def test_showing_loses_nothing_and_settles_at_once(text: str) -> None:
    assert len(visible(text)) >= len(text)
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "佐藤 花子",
        "髙𠮷﨑\U000e0100",
        "ﾊﾅｺ",
        "😀👩\u200d👧",
        "\ue000",
        "a\u200bb\u202e",
        "一\r\n二\t三",
        "あ" * 1_000,
    ],
)
def test_what_can_be_kept_is_kept_exactly(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe", "\uffff"])
def test_what_cannot_be_kept_is_refused_and_its_place_told(char: str) -> None:
    with pytest.raises(Refused) as refused:
        clean(f"佐藤{char}")
    assert refused.value.sentence == f"3文字目に、保存できない見えない文字(U+{ord(char):04X})が入っています。"
    assert "消してください" in refused.value.way_on


def test_what_is_too_long_is_refused_with_both_lengths() -> None:
    with pytest.raises(Refused, match=r"長すぎます\(1,001文字\)") as refused:
        clean("あ" * 1_001)
    assert refused.value.way_on == "1,000文字までにしてください。"
    assert clean("𠮷" * 40, limit=40) == "𠮷" * 40
    with pytest.raises(Refused):
        clean("あ" * 41, limit=40)


@given(st.text(max_size=60))
def test_what_is_kept_can_be_written_to_any_database(text: str) -> None:
    try:
        kept = clean(text, limit=50)
    except Refused:
        kept = ""
    assert kept in {text, ""}
    assert len(kept) <= 50
    assert b"\x00" not in kept.encode("utf-8")
