"""I12: how many of the deep households were helped to an end without the control tower?"""

from marugoto.evaluation.indicators.households import CLOSED, DEEP, GATHERED, KNOWN, TOWER_ACTED, TROUBLES
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator
from marugoto.evaluation.measures import Unaided

without_tower = Indicator(
    code="I12",
    name="司令塔なしの解決",
    says="3種類以上の困りごとのある世帯で支援の終わったもののうち、司令塔が前に出ず(いっしょに・預かり・まとめ役のどれもなく)終わったものの割合。",
    does_not_say="終わり方のよしあし。司令塔に頼まないほうがよいということ。困っていたのに声を上げられなかった世帯のこと。",
    kind="成果(体制)",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="up",
    cohort="支援の終わった日。世帯のまとまりの記録が始まるより前に支援の始まった世帯は数えていません。",
    missing="1件もなければ判定不能。0%とはしません。",
    decision="司令塔の人数と、各分野の支えかた。かならず「持ち込みの深さ」と「支援後に戻った世帯」をならべて決める。",
    version=1,
    measure=Unaided(ends=CLOSED, gathered=GATHERED, known=KNOWN, troubles=TROUBLES, deep=DEEP, aid=TOWER_ACTED),
    numerator="司令塔が前に出ずに終わった世帯",
    denominator="3種類以上の困りごとがあり、支援の終わった世帯",
    source="自治体への聞き取り(シート⑦の8)",
    done="司令塔なし",
    left="司令塔も動いた",
    division=Division(Divided.FIELD, ("org",)),
    beside=("I14", "I34"),
)
