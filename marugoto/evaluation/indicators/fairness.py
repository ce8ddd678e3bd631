"""I35: how far behind the whole is the field that is worst off?"""

from marugoto.evaluation.indicators.first_contact import first_contact
from marugoto.evaluation.indicators.indicator import Divided, Division, Indicator, Reading

fairness = Indicator(
    code="I35",
    name="公平の隙間",
    says="「受け止め率」がいちばん低い分野を、全体とくらべたもの。100%なら差がなく、小さいほど、どの窓口に来たかで受け止めがちがいます。",
    does_not_say="差のわけ(相談の中身、係の人数、記録のくせ)。10件に届かない分野のこと。受け止めたあとの差。",
    kind="成果(体制)",
    function="三つの機能すべて",
    unit="%",
    direction="up",
    cohort="「受け止め率」と同じ。10件以上ある分野が2つ以上あるときだけくらべます。",
    missing="くらべられる分野が2つなければ判定不能。差がないとはしません。",
    decision="いちばん低い分野に、当番や応援をどう回すか。8割に届かなければ、その分野の課長と話す。",
    version=1,
    measure=first_contact.measure,
    numerator="3開庁日までに、受け取ったか手をつけたもの",
    denominator="受け付けて3開庁日がたった相談と気づき",
    source="わたしたちの案",
    reading=Reading.GAP,
    division=Division(Divided.FIELD, ("org",)),
    beside=("I06", "I30"),
)
