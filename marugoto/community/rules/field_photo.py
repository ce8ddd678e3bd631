"""Photos of the diary: how many, how large, and how one is called when nobody's name may stand in it."""

from marugoto.disclosure.codes import PaperKind
from marugoto.disclosure.rules.attachment import ENDINGS
from marugoto.kernel.decision import YES, Decision, no

MOST_OF_A_NOTE = 10  # a visit is told with a few
MOST_BYTES_OF_A_TEAM = (
    2_000_000_000  # in a fiscal year: some seven hundred photos; all three numbers are proposals of ours
)
CALLED = "写真"


def may_keep(*, there: int, more: int, kept: int, size: int) -> Decision:
    """`there`: at the note already; `kept` and `size` in bytes, of the team in this year and of what is sent now."""
    if there + more > MOST_OF_A_NOTE:
        left = max(MOST_OF_A_NOTE - there, 0)
        return no(
            f"一つの日誌に付けられる写真は{MOST_OF_A_NOTE}枚までです。いま{there}枚あり、あと{left}枚付けられます。",
            "写真はまだ一枚も残していません。選び直すか、要らない写真を外してから付けてください。",
        )
    if kept + size > MOST_BYTES_OF_A_TEAM:
        return no(
            f"この係の今年度の写真が、上限の{MOST_BYTES_OF_A_TEAM // 1_000_000_000}GBになりました。",
            "写真はまだ一枚も残していません。小さい大きさで撮り直すか、要らなくなった写真を外してから付けてください。",
        )
    return YES


def name_of(number: int, kind: PaperKind) -> str:
    return f"{CALLED}{number}{ENDINGS[kind][0]}"


def number_in(name: str) -> int:
    """Nought for a name that is not one of ours."""
    said = name.removeprefix(CALLED).rsplit(".", 1)[0]
    return int(said) if name.startswith(CALLED) and said.isascii() and said.isdigit() else 0
