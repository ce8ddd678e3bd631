"""What stands in an assessment sheet in people's own words, and what they can do; nobody's words in particular."""

OWN_WORDS: tuple[str, ...] = (
    "ほうっておいてくれたら、それでいい。",
    "夜になると、先のことを考えて眠れない。",
    "もう少し、この家にいたい。",
    "人に迷惑をかけたくない。",
    "だれに言えばいいか、分からなかった。",
    "話を聞いてもらえると、少し楽になる。",
)
STRENGTHS: tuple[str, ...] = (
    "毎朝、同じ時刻に起きる。",
    "庭の花に水をやる。",
    "近所の人とあいさつができる。",
    "昔の仕事の話になると、よく話す。",
    "料理が得意。",
    "約束の日は忘れない。",
)
AT_HOME: tuple[str, ...] = (
    "家族で食卓を囲む日がある。",
    "困ったときに電話をくれる親せきがいる。",
    "家賃は遅れずに払っている。",
)
