"""How fast a place is found by words among a hundred thousand: the house's list, on either database, the slow words named.

The places are invented; every question is asked of the same list, in random order.
"""

import argparse
import random
import time
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from proofs.entry import Outcome

DATABASE = "sqlite"
PLACES, TIMES, BAR_MS = 100_000, 20, 100.0
BODY, NOW = "990019", datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
PARTS = (
    "囲碁 将棋 体操 手芸 料理 合唱 花壇 園芸 絵本 読み聞かせ 健康 介護 予防 認知症 カフェ 子ども 食堂 学習 日本語 交流 見守り 清掃 防犯 散歩 "
    "太極拳 書道 俳句 民謡 写真 歴史 郷土 工作 木工 自転車 修理 編み物 茶道 生け花 卓球 囲炉裏 畑 農園 竹林 里山 川 海 祭り 太鼓 三味線 "
    "パソコン スマートフォン 英会話 手話 点字 朗読 紙芝居 人形劇 映画 落語 ヨガ 水彩 陶芸 染物 和裁 洋裁 菓子 味噌 漬物 そば打ち"
)
COMMON = "会 サロン 教室 つどい クラブ 広場 の家 テーブル"
TOWNS = "北町 南町 本町 若葉台 緑ヶ丘 港 桜通り 川原 山手 大橋 新町 石田 浜田 上野 中原"
ASKED = (
    "囲碁",
    "畑",
    "太鼓",
    "認知症カフェ",
    "子ども食堂",
    "学童保育",
    "囲碁 本町",
    "スマートフォン",
    "ひきこもり",
    "三味線 若葉台",
    "北町3丁目",
    "そば打ちクラブ",
)


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--times", type=int, default=TIMES)


def run(args: argparse.Namespace) -> Outcome:
    """`--size`: how many places."""
    from marugoto.agencies.queries.system import system_viewer

    count, rng = int(args.size or PLACES), random.Random(args.seed)
    _fill(count, rng)
    viewer = system_viewer(BODY, NOW)
    seconds: dict[str, list[float]] = {words: [] for words in ASKED}
    found: dict[str, int] = {}
    order = [words for words in ASKED for _ in range(args.times)]
    rng.shuffle(order)
    for words in order:
        took, found[words] = _timed(viewer, words)
        seconds[words].append(took)
    rows = [_row(words, found[words], seconds[words]) for words in ASKED]
    every = sorted(one for each in seconds.values() for one in each)
    p95 = _ms(every[int(len(every) * 0.95)])
    figures = {"places": count, "database": args.database, "p95 (ms)": p95, "bar (ms)": BAR_MS}
    return {"ok": p95 <= BAR_MS, "rows": rows, "figures": figures, "notes": [PLAIN]}


PLAIN = "The whole list of the house: words, tier, endings, freshness, order, the first fifty with whom they welcome."


def _row(words: str, found: int, seconds: list[float]) -> dict[str, Any]:
    seconds = sorted(seconds)
    return {
        "asked": words,
        "found": found,
        "median (ms)": _ms(seconds[len(seconds) // 2]),
        "slowest (ms)": _ms(seconds[-1]),
    }


def _timed(viewer: Any, words: str) -> tuple[float, int]:
    from marugoto.community.queries.place import search

    began = time.perf_counter()
    found = search(viewer, text=words).count
    return time.perf_counter() - began, found


def _ms(seconds: float) -> float:
    return round(seconds * 1_000, 1)


def _fill(count: int, rng: random.Random) -> None:
    from marugoto.agencies.queries.system import system_viewer
    from marugoto.community.models import Place, PlaceWords
    from marugoto.ground.transaction import acting
    from marugoto.ground.worded import words_of
    from marugoto.kernel.fold import fold

    @acting
    def write(*, by: Any, at: datetime, several: list[dict[str, str]]) -> None:
        places = [Place(body=BODY, made_at=at, by=by.duty, folded=fold(one["name_kana"]), **one) for one in several]
        Place.objects.bulk_create(places, batch_size=500)
        PlaceWords.objects.bulk_create(
            [PlaceWords(body=BODY, made_at=at, place=one, **words_of(*_fields(one))) for one in places], batch_size=500
        )

    by, sketches = system_viewer(BODY, NOW), (_sketch(rng) for _ in range(count))
    while several := list(islice(sketches, 2_000)):
        write(by=by, at=NOW, several=several)
    _analyse()


def _fields(one: Any) -> tuple[str, str, str, str]:
    return one.name, one.name_kana, one.services, f"{one.address} {one.description}"


def _sketch(rng: random.Random) -> dict[str, str]:
    parts, what, town = PARTS.split(), rng.choice(PARTS.split()), rng.choice(TOWNS.split())
    kana = "".join(
        rng.choices("あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん", k=14)
    )
    return {
        "name": f"{town}{what}{rng.choice(COMMON.split())}",
        "name_kana": kana,
        "services": "・".join(rng.sample(parts, 2)),
        "address": f"みなも市{town}{rng.randint(1, 9)}丁目{rng.randint(1, 40)}番{rng.randint(1, 20)}号",
        "description": f"{rng.choice(parts)}を楽しむ集まりです。毎月第{rng.randint(1, 4)}火曜、どなたでもどうぞ。"
        f"参加費は{rng.randint(1, 9)}00円、申し込みはいりません。",
    }


def _analyse() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("ANALYZE")
