"""What a person is told before he answers, in two wordings. Ours, not an official text; a new wording is a new edition, and the former
one stays, because somebody answered to it."""

from dataclasses import dataclass

from marugoto.disclosure.codes import ConsentText

EDITION = "2026-11"


@dataclass(frozen=True)
class Wording:
    text: ConsentText
    edition: str
    title: str
    lines: tuple[str, ...]
    receiver: str
    parts: str
    until: str
    purpose: str
    answer: tuple[str, ...]
    date: str
    signed: str
    proxy: str
    taken_back: str


WORDINGS: tuple[Wording, ...] = (
    Wording(
        ConsentText.NORMAL,
        EDITION,
        "情報をお伝えすることについて",
        (
            "あなたへの支援をいっしょに考えるために、次の相手に、次のことをお伝えしてよいかをうかがいます。",
            "お答えは自由です。伝えなくても、いま受けている相談や支援が止まることはありません。",
            "一部だけにすることも、あとで取り消すこともできます。取り消すと、その時から新しく伝えず、相手も読めなくなります。",
            "世帯のことは、一人ひとりにうかがいます。ほかの方の分まで答える必要はありません。",
        ),
        "お伝えする相手",
        "お伝えすること(よいものに印)",
        "いつまで",
        "何のために",
        ("伝えてよい", "印をつけたものだけ、伝えてよい", "伝えないでほしい"),
        "お答えの日",
        "お名前(署名)",
        "代わりに答えた方のお名前と、つながり",
        "取り消すとき・聞きたいときは",
    ),
    Wording(
        ConsentText.EASY,
        EDITION,
        "あなたの ことを つたえる まえに",
        (
            "あなたを たすけるために、下に 書いてある ところに、あなたの ことを つたえたいです。",
            "つたえて いいか、あなたが きめます。「いやです」と 言っても、相談は つづきます。",
            "少しだけ つたえることも できます。あとで やめることも できます。",
            "やめると、もう つたえません。相手も 読めなくなります。",
            "家族の ことは、家族の 一人ひとりに 聞きます。",
        ),
        "だれに つたえますか",
        "何を つたえますか(いいものに しるし)",
        "いつまで ですか",
        "どうして ですか",
        ("つたえて いいです", "しるしの ものだけ、つたえて いいです", "つたえないで ください"),
        "きょうの 日",
        "あなたの 名前",
        "かわりに 答えた人の 名前と、あなたとの かんけい",
        "やめたいとき・聞きたいとき",
    ),
)


def wording(text: ConsentText) -> Wording:
    """The latest edition."""
    return next(one for one in reversed(WORDINGS) if one.text is text)
