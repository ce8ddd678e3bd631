"""What can be said of a sort of place: name in parts with readings, kind, weekdays, times, and what to know before going there."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    TEA = "tea"  # お茶のみ・サロン
    HOBBY = "hobby"  # 好きなことをする
    TABLE = "table"  # いっしょに食べる
    BODY = "body"  # 体を動かす
    CHILD = "child"  # 子どもと行く
    LEARN = "learn"  # 学ぶ
    HAND = "hand"  # 手つだう・はたらく
    FARM = "farm"  # 畑・園芸
    TALK = "talk"  # 話す・分かちあう
    QUIET = "quiet"  # 静かに過ごす
    HELP = "help"  # 助けあい・移動


class Welcome(StrEnum):
    ANYONE = "anyone"
    OLDER = "older"
    CHILDREN = "children"
    PARENTS = "parents"
    LONG_AT_HOME = "long_at_home"  # 長く家にいた方を迎えたことがある
    FORGETFUL = "forgetful"  # もの忘れのある方
    DISABILITY = "disability"
    FROM_ABROAD = "from_abroad"
    CARERS = "carers"
    WHEELCHAIR = "wheelchair"
    JUST_LOOKING = "just_looking"  # 見るだけでもよい


@dataclass(frozen=True)
class PlaceSort:
    """`name` in parts with readings; Weekdays: 0 is Monday."""

    name: str
    kind: PlaceKind
    weekdays: tuple[int, ...]
    times: tuple[str, str]
    every: str
    welcome: tuple[Welcome, ...]
    interests: tuple[str, ...]
    fee: int = 0
    usual: int = 8  # how many come
    knows: str = ""
    host: str = "世話人"
    tier: str = "public"
