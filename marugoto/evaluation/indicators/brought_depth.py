"""I14: how deep are the households that are brought to the control tower?"""

from marugoto.evaluation.indicators.households import BROUGHT, DEEP, GATHERED, KNOWN, TROUBLES
from marugoto.evaluation.indicators.indicator import Indicator
from marugoto.evaluation.measures import Depth

brought_depth = Indicator(
    code="I14",
    name="持ち込みの深さ",
    says="司令塔に「困った」や預かりで持ち込まれた世帯のうち、困りごとが3種類以上あるものの割合と、種類の数の真ん中。",
    does_not_say="世帯の重さそのもの。種類が少なくても重いこと。相談のときの印と、あとで見立てた必要のほかに隠れている困りごと。深いほうがよいということ。",
    kind="過程",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="none",
    cohort="持ち込まれた日。同じ世帯は1回。世帯の支援が始まる前の持ち込みは数えません。世帯のまとまりの記録が始まるより前に支援の始まった世帯は数えていません。",
    missing="1件もなければ判定不能。0%とはしません。",
    decision="持ち込みの減ったことを、育ったと読むか、遠のいたと読むか。",
    version=1,
    measure=Depth(kinds=BROUGHT, gathered=GATHERED, known=KNOWN, troubles=TROUBLES, deep=DEEP),
    numerator="困りごとが3種類以上ある世帯",
    denominator="司令塔に持ち込まれた世帯",
    source="自治体への聞き取り(シート⑦の7)",
    done="3種類以上",
    left="2種類まで",
    row_unit="種類",
)
