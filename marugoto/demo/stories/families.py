"""Growing up: children, young people and those who bring them up."""

from marugoto.agencies.codes import Field
from marugoto.community.codes import Interest
from marugoto.custody.codes import Urgency
from marugoto.demo.households import Shape
from marugoto.demo.stories.story import NeedSketch, Outlook, Story
from marugoto.intake.codes import Channel, NoticeSource, UrgentCheck
from marugoto.intake.rules.troubles import TroubleCode

NOT_AT_SCHOOL = Story(
    code="not_at_school",
    shapes=(Shape.SINGLE_PARENT, Shape.COUPLE_WITH_CHILDREN, Shape.REMARRIED, Shape.THREE_GENERATIONS),
    weight=11,
    notice=NoticeSource.AGENCY,
    opening=(
        "9月から登校がありません。家に電話しても、だれも出ません(学校から)。",
        "朝になるとお腹が痛くなり、今月は二日だけ来られました(学校から)。",
    ),
    troubles=(TroubleCode.WITHDRAWAL, TroubleCode.CHILDCARE, TroubleCode.FAMILY),
    pressing=TroubleCode.WITHDRAWAL,
    needs=(
        NeedSketch(
            "child", TroubleCode.WITHDRAWAL, "{who}が安心できる学びの場", Field.EDUCATION, "図書室で会う日を決める"
        ),
        NeedSketch("head", TroubleCode.CHILDCARE, "{who}が話せる相手", Field.CHILD, "夜の電話の時間を決める"),
    ),
    outlook=Outlook.LONG,
    interests=(Interest.READING, Interest.GAMES, Interest.LEARNING),
    lines=(
        "{who}と図書室で15分。「行くなら木曜」と話してくれた。",
        "家に行った。会えず。手紙を入れた。",
        "別室の席を中学校に頼んだ。返事待ち。",
        "別室に20分いられた。帰りにコンビニに寄ったとのこと。",
    ),
)
YOUNG_CARER = Story(
    code="young_carer",
    shapes=(Shape.SINGLE_PARENT, Shape.GRANDPARENT, Shape.THREE_GENERATIONS),
    weight=5,
    notice=NoticeSource.AGENCY,
    opening=(
        "部活を休んで、夕方は下の子のお迎えと食事づくりをしているそうです(学校から)。",
        "授業中に眠ってしまいます。夜は家族の世話をしていると話しました(学校から)。",
    ),
    troubles=(TroubleCode.CHILDCARE, TroubleCode.ILLNESS, TroubleCode.FAMILY),
    pressing=TroubleCode.CHILDCARE,
    needs=(
        NeedSketch(
            "head",
            TroubleCode.ILLNESS,
            "{who}の家のこと(夕方の手)",
            Field.CHILD,
            "家事の手を週二回入れる",
            Urgency.SOON,
        ),
        NeedSketch("", TroubleCode.CHILDCARE, "子どもが子どもでいられる時間", Field.EDUCATION, "部活の顧問と話す"),
    ),
    outlook=Outlook.LONG,
    interests=(Interest.SPORTS, Interest.LEARNING),
    lines=("夕方に訪問。台所に立つ背中を見た。「べつに、ふつうです」。", "部活に一日行けた。"),
)
SINGLE_AND_TIRED = Story(
    code="single_and_tired",
    shapes=(Shape.SINGLE_PARENT,),
    weight=9,
    opening=(
        "パートを二つかけもちして、子どもと夕ごはんを食べられません。",
        "養育費が止まって、来月の家賃が払えるか分かりません。",
    ),
    troubles=(TroubleCode.INCOME, TroubleCode.CHILDCARE, TroubleCode.RENT),
    pressing=TroubleCode.INCOME,
    needs=(
        NeedSketch("", TroubleCode.INCOME, "家計の立て直し", Field.POVERTY, "家計改善支援の初回に同席する"),
        NeedSketch("child", TroubleCode.CHILDCARE, "{who}の夕方の居場所", Field.COMMUNITY, "こども食堂に一緒に行く"),
    ),
    outlook=Outlook.SHORT,
    interests=(Interest.MEAL, Interest.CHILDREN),
    lines=("レシートを一緒に並べた。携帯代が家計の二割。", "子どもが「またカレー食べたい」と言ったとのこと。"),
)
LETTERS_UNREAD = Story(
    code="letters_unread",
    shapes=(Shape.FROM_ABROAD,),
    weight=10,
    channel=Channel.WINDOW,
    opening=(
        "役所の手紙が読めません。こどもの学校のことも分かりません。",
        "会社が変わって、保険のことが分かりません。手紙がたくさん来ました。",
    ),
    troubles=(TroubleCode.OTHER, TroubleCode.BILLS, TroubleCode.CHILDCARE),
    pressing=TroubleCode.OTHER,
    needs=(
        NeedSketch("", TroubleCode.BILLS, "役所の手紙と手続き", Field.OTHER, "通訳の方の来られる日を決める"),
        NeedSketch("head", TroubleCode.JOB_TROUBLE, "{who}の仕事の契約", Field.POVERTY, "契約書を一緒に読む"),
    ),
    outlook=Outlook.SHORT,
    interests=(Interest.LEARNING, Interest.TALK),
    lines=("通訳の方と三人で、手紙を「すぐ・あとで・いらない」に分けた。", "やさしい日本語の集まりに、家族で来た。"),
)
NEW_BABY = Story(
    code="new_baby",
    shapes=(Shape.COUPLE_WITH_CHILDREN, Shape.REMARRIED, Shape.FROM_ABROAD),
    weight=6,
    channel=Channel.VISIT,
    opening=("赤ちゃんの訪問で、眠れない、涙が出ると話されました(保健師から)。",),
    troubles=(TroubleCode.CHILDCARE, TroubleCode.ILLNESS),
    pressing=TroubleCode.CHILDCARE,
    needs=(
        NeedSketch("spouse", TroubleCode.CHILDCARE, "{who}が眠れる時間", Field.CHILD, "産後の手を頼む", Urgency.SOON),
    ),
    outlook=Outlook.SHORT,
    interests=(Interest.CHILDREN, Interest.TALK),
    lines=("訪問。抱っこを代わって、お茶を飲んでもらった。", "ひろばで、同じ月の赤ちゃんのお母さんと話せた。"),
)
AFRAID_AT_HOME = Story(
    code="afraid_at_home",
    shapes=(Shape.SINGLE_PARENT, Shape.REMARRIED),
    weight=4,
    channel=Channel.PHONE,
    opening=("前の夫が、また家の近くに来ています。引っ越した先を知られたくありません。",),
    troubles=(TroubleCode.VIOLENCE, TroubleCode.HOUSING, TroubleCode.CHILDCARE),
    pressing=TroubleCode.VIOLENCE,
    needs=(
        NeedSketch(
            "head", TroubleCode.VIOLENCE, "{who}と子の安全", Field.CHILD, "支援措置の申し出を手伝う", Urgency.NOW
        ),
        NeedSketch("", TroubleCode.HOUSING, "知られない住まい", Field.HOUSING, "部屋を見に行く", Urgency.SOON),
    ),
    outlook=Outlook.LONG,
    urgent=(UrgentCheck.VIOLENCE, UrgentCheck.LIFE),
    lines=("安全な部屋で話を聞いた。電話は決めた時間にだけかける。", "学校とは、迎えに来てよい人を確かめた。"),
    restricted=True,
)
RAISING_A_GRANDCHILD = Story(
    code="raising_a_grandchild",
    shapes=(Shape.GRANDPARENT,),
    weight=5,
    opening=("娘の代わりに孫を育てています。年金だけでは、給食費も払えません。",),
    troubles=(TroubleCode.CHILDCARE, TroubleCode.INCOME),
    pressing=TroubleCode.INCOME,
    needs=(
        NeedSketch("", TroubleCode.INCOME, "孫と暮らすためのお金", Field.CHILD, "使える手当を一緒に調べる"),
        NeedSketch("head", TroubleCode.ILLNESS, "{who}の膝の痛み", Field.AGED, "受診をすすめる", Urgency.SLOW),
    ),
    outlook=Outlook.SHORT,
    interests=(Interest.CHILDREN, Interest.MEAL),
    lines=("宿題を見る人がほしい、と聞いた。", "学びの部屋に、孫さんが自分で行った。"),
)

FAMILIES: tuple[Story, ...] = (
    NOT_AT_SCHOOL,
    YOUNG_CARER,
    SINGLE_AND_TIRED,
    LETTERS_UNREAD,
    NEW_BABY,
    AFRAID_AT_HOME,
    RAISING_A_GRANDCHILD,
)
