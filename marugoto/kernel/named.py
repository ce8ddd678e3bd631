"""Does somebody's name or telephone seem to stand in a text? For words that are read by many and may name nobody."""

import re

NAMED = re.compile(r"(?P<name>[一-龥々]{2,5}|[ァ-ヶー]{2,8})(?:さん|様|氏|くん|君|ちゃん)(?P<home>宅|の家|家)?")
PHONE = re.compile(r"0[0-9]{1,4}[-‐－ー(（ ][0-9]{1,4}[-‐－ー)） ][0-9]{3,4}")
# Whoever is called by what he does is called by no name.
OFFICES = (
    "長",
    "員",
    "人",
    "者",
    "係",
    "屋",
    "師",
    "士",
    "客",
    "皆",
    "奥",
    "親",
    "旦那",
    "先生",
    "生徒",
    "学生",
    "校生",
    "近所",
    "大家",
    "大工",
    "主婦",
    "地主",
    "農家",
    "常連",
    "協",
    "会",
    "役場",
    "役所",
    "町内",
    "受講生",
    "スタッフ",
    "ボランティア",
    "サポーター",
    "ヘルパー",
    "ケアマネ",
    "ケアマネジャー",
    "オーナー",
    "マスター",
    "ママ",
    "パパ",
    "リーダー",
    "メンバー",
)


def names_in(words: str) -> tuple[str, ...]:
    """What looks like somebody's name or telephone, in the order of the text."""
    found = [match[0] for match in NAMED.finditer(words) if not match["name"].endswith(OFFICES)]
    return tuple(dict.fromkeys([*found, *(match[0] for match in PHONE.finditer(words))]))
