"""The answer in words: what it is called, each question on the way with why it was answered so, and what would turn it."""

from collections.abc import Mapping
from dataclasses import dataclass

from marugoto.evaluation.rules.figures import ENOUGH
from marugoto.evaluation.rules.gap_signal import Reading, State
from marugoto.evaluation.rules.necessity import CORE, RULES, V0, Answer, Given, Limits, Signal
from marugoto.evaluation.rules.necessity_flip import Change, Flip, Sure
from marugoto.evaluation.rules.stage import NAMES, Function

OURS = "わたしたちの提案(v0)で、公式の基準ではありません。交付金の配分には使えません。"
SIGNALS: Mapping[Signal, str] = {
    Signal.N1: "狭間・複合が拾えない",
    Signal.N2: "ボールが落ちる",
    Signal.N3: "出口がない",
    Signal.N4: "届かない",
    Signal.N5: "情報が渡せない",
    Signal.N6: "財源・人の縦割り",
    Signal.N7: "看板が要る",
}
TO_TRY: Mapping[Signal, str] = {
    Signal.N1: "困窮の自立相談・地域包括・基幹相談で受付の約束をそろえる、支援調整会議",
    Signal.N2: "持ち手を決める約束、月に一度の「止まっているもの」の一覧、当番",
    Signal.N3: "生活支援体制整備、地域活動支援、就労準備、市民協働の補助",
    Signal.N4: "民生委員、見守り協定、ひきこもり支援、母子保健の訪問",
    Signal.N5: "同意の取り方、困窮の支援会議、要対協、地域ケア会議",
    Signal.N6: "ほかの合算できる補助金。まとめると書類がふえることもあるので、両方の手間をくらべる",
    Signal.N7: "市長の指示、課をまたぐチーム、合同の計画",
}
PARTS: Mapping[Signal, str] = {
    Signal.N1: "包括的相談支援・アウトリーチ等",
    Signal.N2: "多機関協働",
    Signal.N3: "参加支援・地域づくり",
    Signal.N4: "アウトリーチ等",
    Signal.N5: "支援会議(社会福祉法106条の6)",
    Signal.N6: "交付金の一体化",
    Signal.N7: "事業の看板",
}
CALLED: Mapping[Answer, str] = {
    Answer.W0: "まだ判断できません",
    Answer.N: "重層は要りません。いまの体制で整っています",
    Answer.NT: "重層は要りません。支援会議を使います",
    Answer.C: "一つの窓口に集める形を考えます",
    Answer.E: "まず、いまある制度で試します",
    Answer.S: "看板と財源だけなら、庁内の決定で足りるかを首長と確かめます",
    Answer.J: "重層を使います",
    Answer.W1: "重層は要りますが、いまは見合わせます",
}
NEXT: Mapping[Answer, str] = {
    Answer.W0: "下の足りないものを、6か月のうちに調べて、話し合います。思いこみは、よりどころになりません。",
    Answer.N: "整っていることを示す数を、議会や県への説明に使えます。24か月ごとに見直します。",
    Answer.NT: "支援会議の開き方を決めます。ほかは、いまの体制を続けます。",
    Answer.C: "司令塔を新しく作らず、支え合いとつなぎに力を入れます。条件は、県に確かめます。",
    Answer.E: "点いているすき間に、いまある制度を6か月試し、見えたことを残して、判断し直します。",
    Answer.S: "首長と、庁内の決定と、ふえる事務の量をくらべます。人のすき間が出たら、判断し直します。",
    Answer.J: "どのすき間に重層のどの部分を使うかを決め、小さくする約束といっしょに残します。",
    Answer.W1: "県の伴走か、近くの市町村との共同を先に相談します。",
}


UNSURE = "まだ言えません(判断していないため)"
THREE = tuple(NAMES[one] for one in (Function.F1, Function.F2, Function.F3))


@dataclass(frozen=True)
class Step:
    """One question of the rule; `holds` means that the rule stops here."""

    answer: Answer
    asks: str
    holds: bool
    because: str


def steps(given: Given, limits: Limits = V0) -> list[Step]:
    """Up to the one that gives the answer: why not the ones before, and why this one."""
    found = []
    for answer, holds in RULES:
        found.append(Step(answer, _ASKS[answer], holds(given, limits), _because(answer, given, limits)))
        if found[-1].holds:
            break
    return found


_ASKS: Mapping[Answer, str] = {
    Answer.W0: "まだ判断できないか(調べて話し合っていない、判定できない大事な基準が多い、すき間があるか分からない)。",
    Answer.N: "点いているすき間がなく、三つの機能が回っているか。",
    Answer.NT: "すき間は「情報が渡せない」だけで、重層がなくても支援会議を開けるか。",
    Answer.C: "人口も職員も少なく、窓口はもう一つか。",
    Answer.E: "いまある制度を試さないまま残っているすき間ばかりか。",
    Answer.S: "試しても残るのは、財源か看板だけか。",
    Answer.J: "調整する人、後ろだてになる人、小さくする約束がそろっているか。",
    Answer.W1: "要るだけのすき間があり、引き受ける備えがまだか。",
}


def _because(answer: Answer, given: Given, limits: Limits) -> str:
    stages = "・".join(f"「{name}」{stage}" for name, stage in zip(THREE, given.stages, strict=True))
    lit = f"点いているすき間: {said(given.on)}" if given.on else "点いているすき間はありません"
    return {
        Answer.W0: f"「調べて話し合ってから決める」(P.1)は段階{given.looked_into}(要るのは{limits.looked_into})。"
        f"大事な基準{CORE}のうち判定できないのは{given.unknown}({limits.unknown}つ以上だと判断できません)。{read_words(given)}",
        Answer.N: f"{lit}。三つの機能の段階は{stages}(どれも{limits.stage}が要ります)。",
        Answer.NT: f"{lit}。支援会議を重層なしで{'開けます' if given.own_conference else '開けるとは確かめられていません'}。",
        Answer.C: f"{'小さく、職員も少ない町です' if given.small else '小さい町のめやすに入りません'}。"
        f"窓口は{'もう一つです' if given.one_desk else '一つになっていません'}。",
        Answer.E: f"{limits.tried}か月試して残ったすき間: {said(given.still) if given.still else 'ありません'}。",
        Answer.S: f"試しても残るのは {said(given.still)}。" if given.still else "",
        Answer.J: "、".join(
            f"{name}は{'あります' if there else 'まだです'}"
            for name, there in (
                ("調整する人", given.capacity),
                ("後ろだて", given.sponsor),
                ("小さくする約束", given.sunset),
            )
        )
        + "。",
        Answer.W1: "ここまでのどれにも当てはまりません。",
    }[answer]


def named(signal: Signal) -> str:
    """The plain words first, the code small behind them."""
    return f"「{SIGNALS[signal]}」({signal})"


def said(signals: frozenset[Signal]) -> str:
    return "、".join(named(one) for one in sorted(signals))


def read_words(given: Given) -> str:
    """How many of the signals could be judged: what is not known is neither on nor off."""
    read = len(Signal) - len(given.unread)
    if not read:
        return f"すき間のしるし{len(Signal)}つは、どれもまだ分かりません。分からないことは「すき間がない」ことではありません。"
    words = f"すき間のしるし{len(Signal)}つのうち{read}つが分かり、点いているのは{len(given.on)}、消えているのは{len(given.off)}です。"
    if not given.unread:
        return words
    rest = f"分からない{len(given.unread)}つ({said(given.unread)})は、消えているとは数えません。"
    return words + rest


def next_words(answer: Answer, given: Given, limits: Limits = V0) -> str:
    """What is done now; of a town without a lit gap nothing is told of lit gaps."""
    if answer is Answer.E and not given.on:
        low = "、".join(f"「{name}」" for name, stage in zip(THREE, given.stages, strict=True) if stage < limits.stage)
        return f"点いているすき間はありません。段階が{limits.stage}に届かない{low}を、いまある制度で6か月のばし、判断し直します。"
    return NEXT[answer]


def to_read(state: State) -> str:
    """The cheapest way to know of an unread signal."""
    if not state.readings:
        return f"{named(state.signal)}: 「町のことを書く」に、按分の事務の量(なければ0)を書く"
    lacking = "、".join(_lacking(one) for one in state.readings if one.on is None)
    return f"{named(state.signal)}: {lacking}。または「町のことを書く」に、あるかないかを、確かめた先といっしょに書く"


def _lacking(one: Reading) -> str:
    if one.gauge.counted:
        return f"「{one.gauge.name}」は、伝えられなかったことが1件記録されると読める"
    return f"「{one.gauge.name}」は{one.share.n}件。あと{ENOUGH - one.share.n}件たまると読める"


_PLAIN: Mapping[str, tuple[str, str]] = {
    "own_conference": ("支援会議を重層なしで開けると確かめると", "支援会議を重層なしで開けないなら"),
    "small": ("人口か職員が、小さい町のめやすに入ると", "小さい町のめやすから外れると"),
    "one_desk": ("窓口が一つになると", "窓口が二つ以上になると"),
    "capacity": ("調整する人が一人分そろうと", "調整する人がいなくなると"),
    "sponsor": ("後ろだてになる人が決まると", "後ろだてになる人がいなくなると"),
    "sunset": ("小さくする約束ができると", "小さくする約束がなくなると"),
}


def flip_words(flip: Flip) -> str:
    """「「出口がない」(N3)が点くと → まず、いまある制度で試します」."""
    lit = {one.name.partition(":")[2] for one in flip.changes if one.name.startswith("on:") and one.becomes}
    tried = {one.name.partition(":")[2] for one in flip.changes if one.name.startswith("tried:") and one.becomes}
    both = sorted(lit & tried)
    words = [f"{named(Signal(code))}が点き、いまある制度を試しても残ると" for code in both]
    words += [_change_words(one) for one in flip.changes if one.name.partition(":")[2] not in both]
    return f"{'、'.join(words)} → {CALLED[flip.answer]}"


def _change_words(change: Change) -> str:
    if change.name in _PLAIN:
        return _PLAIN[change.name][0 if change.becomes else 1]
    kind, _, code = change.name.partition(":")
    if kind == "on":
        return f"{named(Signal(code))}が{'点くと' if change.becomes else '消えると'}"
    if kind == "tried":
        tried = "が、いまある制度を試しても残ると" if change.becomes else "を、まだ試していないなら"
        return f"{named(Signal(code))}{tried}"
    if change.name == "unread":
        return f"いま分からないしるし{change.was}つが、{'どれも' if change.was > 1 else ''}消えていると分かると"
    if change.name == "looked_into":
        return f"「調べて話し合ってから決める」(P.1)が段階{change.was}から{change.becomes}になると"
    if change.name == "unknown":
        return f"判定できない大事な基準が{change.was}から{change.becomes}になると"
    return f"「{NAMES[Function(change.name)]}」の段階が{change.was}から{change.becomes}になると"


def sure_words(sure: Sure) -> str:
    if not sure.word:
        return UNSURE
    if sure.earlier:
        return f"{sure.word}(大事な基準{CORE}のうち{sure.earlier}は、前の半期に残した判定によっています)"
    hangs = said(frozenset(sure.hangs_on))
    return f"{sure.word}(ここにかかっています: {hangs})" if hangs else sure.word


def state_words(state: State) -> str:
    """「点いている」 with what it rests on."""
    word = "わからない" if state.on is None else "点いている" if state.on else "消えている"
    return f"{word}(記録からでなく、町のことば: {state.said})" if state.said else word
