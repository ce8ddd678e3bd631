"""The households of みなも市 which the cast calls by name: who leads, and how their balls stand today."""

from collections.abc import Mapping
from dataclasses import dataclass

from marugoto.demo.live.fate import Drawn, Meets, Pinned, Reach, Stand

S = Stand


@dataclass(frozen=True)
class Named:
    """`worker` leads, in `team`; `asks` are the teams asked, need by need, where that is not left to chance."""

    worker: str
    team: str
    pinned: Pinned
    asks: tuple[str, ...] = ()


BY_FAMILY: Mapping[str, Named] = {
    "高橋": Named("tanaka", "soudan-desk", Pinned(48, stands=(S.HELD, S.LATE))),
    "松本": Named("tanaka", "soudan-desk", Pinned(1, Reach.ASKED)),
    "小林": Named("ogawa", "north-care-desk", Pinned(60, stands=(S.OFFERED, S.HELD)), ("soudan-desk", "")),
    "中村": Named("tanaka", "soudan-desk", Pinned(50, stands=(S.HELD, S.DUE_TODAY))),
    "渡辺": Named("tanaka", "soudan-desk", Pinned(95, stands=(S.HELD, S.HELD), meets=Meets.HELD, drawn=Drawn.DECIDED)),
    "石川": Named("fujii", "child-family", Pinned(80, stands=(S.HELD, S.OFFERED)), ("", "education-learn")),
    "山本": Named("tanaka", "soudan-desk", Pinned(33, stands=(S.DUE_TODAY, S.OFFERED)), ("", "living-budget")),
    "清水": Named("kishi", "kikan-desk", Pinned(200, stands=(S.STUCK, S.HELD), meets=Meets.AHEAD)),
    "井上": Named("sakamoto", "living-budget", Pinned(70, stands=(S.OFFERED,)), ("shakyo-join",)),
    "加藤": Named("tanaka", "soudan-desk", Pinned(110, stands=(S.OFFERED, S.HELD)), ("disability-service", "")),
    "木村": Named(
        "nishimura", "education-learn", Pinned(130, stands=(S.HELD, S.OFFERED), meets=Meets.AHEAD), ("", "child-family")
    ),
}
