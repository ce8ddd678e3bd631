"""I33: how far have the goals come, as the person concerned says?"""

from marugoto.casework.events import GoalScored
from marugoto.evaluation.indicators.indicator import Indicator
from marugoto.evaluation.measures import Coded, Scored
from marugoto.ledger.events import layout

GOAL = layout(GoalScored)


goals_by_person = Indicator(
    code="I33",
    name="本人がつけた目標達成",
    says="本人が点をつけた「めざすこと」のうち、いちばん新しい点が「よくなった」か「とてもよくなった」のものの割合。世帯ごとのGASの点(T、変わらないが50)の真ん中も出します。",
    does_not_say="職員が見たようす。点をつけなかった人のこと。やさしい目標を立てたかどうか。目盛りは前とくらべた変わり方で、はじめに決めた見込みとの差ではありません。",
    kind="成果",
    function="支援機関どうしが支え合う",
    unit="%",
    direction="up",
    cohort="点をつけた日。同じめざすことは、12か月のうちのいちばん新しい点だけ。",
    missing="1つもなければ判定不能。点のないものを0点とはしません。",
    decision="見直しの場に本人がいるか、めざすことが本人のことばか。",
    version=1,
    measure=Scored(
        kinds=(Coded(GoalScored.kind, GOAL["scorer"], ("person",)),),
        goal=GOAL["goal"],
        score=GOAL["score"],
        weight=GOAL["weight"],
        good=1,
    ),
    numerator="本人が「よくなった」以上の点をつけた、めざすこと",
    denominator="本人が点をつけた、めざすこと",
    source="GAS(目標達成尺度)",
    done="よくなった",
    left="変わらない・悪くなった",
)
