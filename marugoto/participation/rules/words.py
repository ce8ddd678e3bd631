"""What a person's own words and the words about a place have in common: groups of words that mean the same, and pairs of kanji.

Each group is widened by the words that the town's search holds for the same (`community.rules.synonym`).
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from marugoto.community.rules import synonym
from marugoto.kernel.fold import fold

# The first word of a group is the one that is shown. Groups are narrow: who likes pottery is not served by knitting.
_LINES = """
囲碁 碁 碁会所
将棋
麻雀 マージャン
トランプ 花札 百人一首 かるた
ボードゲーム カードゲーム
テレビゲーム コントローラー ゲーム機 ファミコン プレステ 格闘ゲーム eスポーツ オンラインゲーム
ゲーム
パズル クロスワード ナンプレ
手品 マジック
園芸 ガーデニング 土いじり 土に触 土を触 土にさわ
畑 農園 菜園 農作業 野菜作り 野菜づくり 農業 田んぼ 鍬 田植え 稲刈り
花 花壇 お花 庭 庭いじり 庭木 植木 剪定
盆栽
生け花 いけばな 華道
料理 調理 クッキング 炊事 台所
お菓子 スイーツ 製菓
パン作り パンづくり パンを焼
そば打ち うどん打ち
漬物 味噌作り 味噌づくり 梅干し
合唱 コーラス ゴスペル
歌 唱歌 うたごえ カラオケ 民謡
詩吟
ギター ウクレレ
ピアノ オルガン
三味線
琴
尺八
太鼓 ドラム
吹奏楽 トランペット サックス フルート クラリネット
バイオリン 弦楽
ハーモニカ オカリナ
楽器 演奏 バンド
音楽 レコード ジャズ クラシック
体操 ストレッチ 筋トレ
ヨガ ピラティス
太極拳 気功
散歩 ウォーキング 歩く会
ジョギング マラソン ランニング
水泳 プール 泳ぐ 泳ぎ
卓球 ピンポン
テニス
バドミントン
バレーボール
野球 ソフトボール キャッチボール
サッカー フットサル
バスケ
ボウリング
グラウンドゴルフ ゲートボール ペタンク
ゴルフ
ボッチャ
剣道 柔道 空手 合気道 弓道
サイクリング ツーリング
乗馬 馬
社交ダンス ソシアルダンス
ダンス 踊る
踊り 舞踊 盆踊り 日舞
編み物 編みもの 毛糸
手芸 裁縫 縫い物 縫物 刺し子 刺繍 パッチワーク 洋裁 和裁 ミシン
手織り 機織り はた織り 織物
染め物 草木染め 藍染め
陶芸 焼き物 やきもの ろくろ 土をこね 窯元
革細工 レザー
木工 日曜大工 大工 DIY 竹細工
木彫り 彫刻 仏像
版画
折り紙 切り絵
絵 絵画 水彩 スケッチ イラスト 漫画 マンガ 絵手紙 油絵
書道 習字 筆文字
写経 座禅 坐禅
写真 カメラ
映像 動画づくり 動画編集
修理 おもちゃ病院 修繕
電子工作 はんだ アマチュア無線
ロボット ドローン
模型 プラモデル ジオラマ ミニカー
鉄道 電車 列車
バイク オートバイ
読書 本 図書 小説
読み聞かせ 絵本 紙芝居
朗読 音読
俳句 短歌 川柳
演劇 芝居 劇団
落語 漫才 演芸
映画 シネマ
歴史 郷土史 古文書 史跡
昔話 昔の話 昔語り 民話 語り部
天文 星空 望遠鏡
英語 英会話
韓国語 ハングル
中国語
日本語 にほんご
機械 機器 メカ 家電 電化製品
パソコン スマホ スマートフォン タブレット
プログラミング コンピューター
釣り 魚釣り
魚 魚料理 鮮魚 刺身
山 登山 里山 ハイキング 山歩き
竹やぶ 竹林 炭焼き
川 海 海辺 清流
鳥 野鳥 バードウォッチング
虫 昆虫 虫取り
熱帯魚 金魚 メダカ
生きもの 生き物 いきもの
動物 ウサギ 牧場 家畜
犬
猫
草取り 草刈り 草むしり 除草
清掃 掃除 ごみ拾い
軽作業 内職 袋詰め 箱折り
働く練習 就労 職場体験 職場見学
コーヒー 珈琲 喫茶
お茶 茶飲み 茶話 お茶会 茶の間
茶道 茶の湯 抹茶
着付け 着物
裁判 法律
子ども こども 子供 学童
子育て 育児 赤ちゃん 幼児 乳児 双子 未就園 未就学 親子
学習支援 勉強 宿題 受験 数学 算数
介護者 ヤングケアラー 介護家族 介護している みている人 家族介護
認知症 オレンジカフェ もの忘れ 物忘れ
断酒 禁酒 酒をやめ 飲まない アルコール依存
ギャンブル パチンコをやめ
死別 遺族 グリーフ 亡くした
がん 抗がん
難病 膠原病
発達障害 自閉
心の病 こころの病 精神科 精神障害 うつ病 統合失調
失語 高次脳
吃音
手話 ろう者
盲ろう 触手話
点字 点訳
不登校 フリースクール
ひきこもり 引きこもり 当事者会
LGBT 性別違和 性的少数 トランスジェンダー 同性
ひとり親 母子家庭 父子家庭 シングル
昼食 昼飯 会食 ランチ 昼ごはん 昼ご飯 お昼ご飯
夕食 夕飯 晩ごはん 晩ご飯 夕ごはん 夕ご飯 晩飯
子ども食堂 こども食堂
食堂 食事
皿洗い 洗い物 食器洗い 皿運び 配膳 皿を運
ボランティア 役に立
傾聴
教会 聖書 礼拝
難聴 耳が遠 聞こえにくい 聞こえない 中途失聴 補聴器 要約筆記
網 漁網 網つくろい 網直し 網の修理 網を直
朝市 直売 青空市
薪割り 薪
山菜 きのこ採り
猟 猟師 狩猟
神楽 囃子 笛
おしゃべり お喋り 雑談 話し相手 世間話 語り合い 語らい
防災
選挙 政治
"""
# The first is wide: whoever wishes for it is served by any of the others, and who wishes for one of them not by another.
_WIDER = """
園芸 畑 花 盆栽
手芸 編み物 手織り 染め物
動物 犬 猫 乗馬
生きもの 動物 犬 猫 乗馬 虫 鳥 熱帯魚
楽器 ギター ピアノ 三味線 琴 尺八 太鼓 吹奏楽 バイオリン ハーモニカ
歌 合唱
ゲーム テレビゲーム ボードゲーム トランプ
お茶 コーヒー
食堂 昼食 夕食 子ども食堂
機械 パソコン プログラミング 電子工作 ロボット バイク 修理
"""
# Wishes that name no thing but a sort of things, or a part to take: by the interest or the doing that answers them.
_SORTS = """
help ボランティア 手伝い お手伝い 人助け 裏方 世話 人の世話 奉仕 社会貢献 役に立つ 役に立つこと 人の役に立つこと 恩返し
work 仕事 働く 働くこと 働き口 作業 軽作業 手間仕事 内職 作業所
craft ものづくり 物づくり 物作り 手仕事 手作業 工作 細工 作ること
sports 運動 スポーツ 体を動かす 体を動かすこと
nature 自然 自然の中
music 音楽
meal 食事 人との食事
"""
# Words of the search that are too wide here: to help is how one takes part, not what is done.
TOO_WIDE = frozenset({"手伝い", "サロン"})


def widened(groups: Iterable[Sequence[str]], others: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Each group with the words of the others that share one with it, but no word that another group has already."""
    groups, others = list(groups), list(others)
    taken = {word for group in groups for word in group}
    return tuple(
        (
            *group,
            *dict.fromkeys(word for other in others if set(other) & set(group) for word in other if word not in taken),
        )
        for group in groups
    )


GROUPS = widened(
    (line.split() for line in _LINES.split("\n") if line),
    ([word for word in group.words if word not in TOO_WIDE] for group in synonym.ours().groups),
)
WIDER: dict[str, frozenset[str]] = {}
for _wide, *_narrow_ones in (line.split() for line in _WIDER.split("\n") if line):
    for _one in _narrow_ones:
        WIDER[f"#{_one}"] = WIDER.get(f"#{_one}", frozenset()) | {f"#{_wide}"}
SORTS = {
    fold(word): f"~{code}" for code, *some in (line.split() for line in _SORTS.split("\n") if line) for word in some
}
_SAID_SORTS = {f"~{line.split()[0]}": line.split()[1] for line in _SORTS.split("\n") if line}
_COMMON = (
    "場所 自分 一緒 時間 参加 活動 地域 本人 家族 利用 教室 会場 毎週 毎月 第一 第二 第三 第四 午前 午後 曜日 人前 以前 最近 昔は "
    "今は 好き 苦手 気軽 無料 有料 予約 不要 対象 高齢 歳以 以上 年齢 男性 女性 市民 公民 民館 自治 治会 集会 会所 会館 交流 仲間 "
    "友人 体験 見学 自由 大丈 丈夫 可能 希望 場合 必要 日曜 月曜 火曜 水曜 木曜 金曜 土曜 祝日 平日 普段 毎日 先生 講師 初心 心者 "
    "会員 会費 回程 人数 少人 程度 中心 開催 主催 運営 担当 相談 支援"
)
COMMON = frozenset(_COMMON.split())
# A kanji that names a thing only where it stands alone: not 本 in 日本, 山 in 山下, 庭 in 家庭, 犬 in 盲導犬.
LONE = frozenset("魚網笛猟薪本花絵山川海鳥犬庭虫馬琴猫")
# Who looks for others in the same place in life is answered by them alone.
PEERS = frozenset(
    f"#{word}"
    for word in "介護者 認知症 断酒 ギャンブル 死別 がん 難病 発達障害 失語 吃音 盲ろう 不登校 ひきこもり LGBT ひとり親".split()  # noqa: SIM905 — read as one line
)
NUMERALS = frozenset("一二三四五六七八九十百千万何")
_KANJI = "[一-鿿々]"
_RUN = re.compile(r"[一-鿿々]{2,}|[ァ-ヴー]{2,}")
_GROUPS = tuple((f"#{group[0]}", tuple(fold(word) for word in group if word not in LONE)) for group in GROUPS)
_ALONE = {word: f"#{group[0]}" for group in GROUPS for word in group if word in LONE}
_LONE = re.compile(f"(?<!{_KANJI})([{''.join(sorted(LONE))}])(?!{_KANJI})")


def tokens(text: str) -> frozenset[str]:
    """Groups as "#囲碁", and of what stands in no group the pairs of kanji and the words in katakana."""
    folded = fold(text)
    found = {name for name, words in _GROUPS if any(word in folded for word in words)}
    found |= {_ALONE[word] for word in _LONE.findall(text)}
    for run in _RUN.findall(text):
        found |= {fold(run)} if "ァ" <= run[0] <= "ー" else {one + two for one, two in pairwise(run)}
    return frozenset(one for one in found - COMMON if one[0] == "#" or NUMERALS.isdisjoint(one))


def topics(words: Iterable[str]) -> frozenset[frozenset[str]]:
    """Of each thing named the groups it stands in, all of them to be met: 外国の料理 is cooking. What stands in none is met by its pairs of
    kanji, else by itself alone; what names a sort of things also by all that is of that sort. With a blank between, each is to be met."""
    named = [word for word in words if word.strip()]
    of_sort = {frozenset({SORTS[fold(word)]}) for word in named if fold(word) in SORTS}
    return frozenset(of_sort.union(map(_each, named)))


def narrow_topics(words: Iterable[str]) -> frozenset[frozenset[str]]:
    """As `topics`, with what stands beside: 外国の料理 is not all cooking."""
    return frozenset(_narrow(word) for word in words if word.strip())


def activities(words: Iterable[str]) -> frozenset[str]:
    """What is done at a place, to be compared with `topics`."""
    named = [word for word in words if word.strip()]
    return with_wider(frozenset().union(*map(tokens, named), map(_itself, named)))


def sorts(*codes: Iterable[str]) -> frozenset[str]:
    """Of the interests and doings of a place, as `topics` names them."""
    return frozenset(f"~{code}" for some in codes for code in some)


def with_wider(found: frozenset[str]) -> frozenset[str]:
    """Who knits does needlework: what is done there, and what it is a sort of."""
    return found.union(*(WIDER.get(one, frozenset()) for one in found))


def groups(found: frozenset[str]) -> frozenset[str]:
    return frozenset(one for one in found if one.startswith("#"))


def things(topics: frozenset[frozenset[str]]) -> frozenset[frozenset[str]]:
    """Those that name a thing, not a sort of things or a part to take."""
    return frozenset(one for one in topics if not any(token in _SAID_SORTS for token in one))


def peers(found: frozenset[str]) -> frozenset[str]:
    return found & PEERS


def _each(word: str) -> frozenset[str]:
    """Beside a thing, what only says which sort it is of is no second thing, nor what no other description could hold."""
    parts = word.split()
    things = [part for part in parts if fold(part) not in SORTS] or parts
    found = frozenset[str]().union(*(groups(tokens(part)) or _narrow(part) for part in things))
    return frozenset(one for one in found if one[0] != "=") or found


def _narrow(word: str) -> frozenset[str]:
    named, rest = groups(tokens(word)), word
    for group in GROUPS if named else ():
        for one in group if f"#{group[0]}" in named else ():
            rest = rest.replace(one, " ")
    pairs = tokens(rest) - named
    return named | pairs or frozenset({_itself(word)})


def _itself(word: str) -> str:
    return f"={fold(word)}"


def say(found: frozenset[str]) -> str:
    """The words that are shown, groups before pairs; at most three."""
    ordered = sorted(found, key=lambda one: (not one.startswith("#"), one))
    if ordered and ordered[0].startswith("#"):
        ordered = [one for one in ordered if one.startswith("#")]
    return "・".join(_SAID_SORTS.get(one, one.lstrip("#=")) for one in ordered[:3])
