"""Work, money and a roof: mostly heard first at windows that have nothing to do with welfare."""

from marugoto.agencies.codes import Field
from marugoto.community.codes import Interest
from marugoto.custody.codes import Urgency
from marugoto.demo.households import Shape
from marugoto.demo.stories.story import NeedSketch, Outlook, Story
from marugoto.intake.codes import Channel, NoticeSource, UrgentCheck
from marugoto.intake.rules.troubles import TroubleCode

NO_FOOD = Story(
    code="no_food",
    shapes=(Shape.ALONE_WORKING, Shape.SINGLE_PARENT, Shape.COUPLE),
    weight=7,
    notice=NoticeSource.CLERK,
    opening=(
        "分けて納める話の途中で「きょう食べるものがない」と言われました。",
        "督促の電話で、三日水だけだと話されました。",
    ),
    troubles=(TroubleCode.FOOD, TroubleCode.BILLS, TroubleCode.JOB_SEARCH),
    pressing=TroubleCode.FOOD,
    needs=(
        NeedSketch("", TroubleCode.FOOD, "きょうの食べもの", Field.POVERTY, "食べものを渡す", Urgency.NOW),
        NeedSketch("head", TroubleCode.JOB_SEARCH, "{who}の次の仕事", Field.POVERTY, "働き方を一緒に書き出す"),
        NeedSketch("", TroubleCode.BILLS, "滞納している税", Field.TAX, "止めてもらう相談をする"),
    ),
    outlook=Outlook.SHORT,
    urgent=(UrgentCheck.FOOD,),
    interests=(Interest.MEAL, Interest.WORK),
    lines=("食べものを渡した。夜の電話で「食べた」と聞いた。", "短い時間の袋づめから始めることになった。"),
)
ARREARS = Story(
    code="arrears",
    shapes=(Shape.COUPLE_WITH_CHILDREN, Shape.SINGLE_PARENT, Shape.COUPLE, Shape.SIBLINGS),
    weight=9,
    notice=NoticeSource.CLERK,
    opening=(
        "国保の滞納が一年分あります。窓口で泣かれました。",
        "固定資産税の催告に、返事がありません。家族の様子も聞けていません。",
    ),
    troubles=(TroubleCode.BILLS, TroubleCode.INCOME, TroubleCode.DEBT),
    pressing=TroubleCode.BILLS,
    needs=(
        NeedSketch("", TroubleCode.BILLS, "税と保険料の滞納", Field.TAX, "分けて納める案を作る"),
        NeedSketch("", TroubleCode.DEBT, "返しているお金の見直し", Field.POVERTY, "借りている先を並べる"),
    ),
    outlook=Outlook.SHORT,
    lines=("借りている先は四つ。法律の相談につないだ。", "分けて納める一回目ができた。"),
)
EVICTION = Story(
    code="eviction",
    shapes=(Shape.ALONE_WORKING, Shape.SIBLINGS, Shape.COUPLE),
    weight=8,
    opening=(
        "家賃を三か月ためて、月末に出るように言われました。",
        "会社の寮を出なければなりません。行く先がありません。",
    ),
    troubles=(TroubleCode.HOUSING, TroubleCode.RENT, TroubleCode.JOB_SEARCH),
    pressing=TroubleCode.HOUSING,
    needs=(
        NeedSketch(
            "head", TroubleCode.HOUSING, "{who}の次の住まい", Field.HOUSING, "空いている部屋を見る", Urgency.SOON
        ),
        NeedSketch("head", TroubleCode.RENT, "{who}の家賃", Field.POVERTY, "住居確保給付金を調べる", Urgency.SOON),
    ),
    outlook=Outlook.SHORT,
    urgent=(UrgentCheck.BED,),
    interests=(Interest.WORK,),
    lines=("大家さんに電話。二週間待ってもらえることになった。", "保証人のいらない部屋が一つ見つかった。"),
)
LOST_JOB = Story(
    code="lost_job",
    shapes=(Shape.ALONE_WORKING, Shape.COUPLE_WITH_CHILDREN, Shape.COUPLE),
    weight=8,
    opening=(
        "派遣が切れて二か月、決まりません。面接で声が出なくなりました。",
        "体をこわして休職中です。もどれる気がしません。",
    ),
    troubles=(TroubleCode.JOB_SEARCH, TroubleCode.INCOME, TroubleCode.ILLNESS),
    pressing=TroubleCode.JOB_SEARCH,
    needs=(NeedSketch("head", TroubleCode.JOB_SEARCH, "{who}が働く練習のできる場", Field.POVERTY, "見学に行く"),),
    outlook=Outlook.SHORT,
    interests=(Interest.WORK, Interest.GARDEN, Interest.CRAFT),
    lines=("見学に同行。「静かでよかった」とのこと。", "週三日、午前だけ続いている。"),
)
LEAVING_WORK_TO_CARE = Story(
    code="leaving_work_to_care",
    shapes=(Shape.THREE_GENERATIONS, Shape.EIGHTY_FIFTY),
    weight=6,
    channel=Channel.PHONE,
    opening=("親の介護で仕事を辞めようか迷っています。名前は言いたくありません。",),
    troubles=(TroubleCode.CARE, TroubleCode.JOB_TROUBLE, TroubleCode.FAMILY),
    pressing=TroubleCode.CARE,
    needs=(
        NeedSketch("child", TroubleCode.JOB_TROUBLE, "{who}が辞めずに済む働き方", Field.AGED, "介護休業の話をする"),
        NeedSketch("head", TroubleCode.CARE, "{who}の昼の過ごし方", Field.AGED, "デイの見学を申し込む"),
    ),
    outlook=Outlook.SHORT,
    lines=("かけ直しの電話。名前を教えてくれた。", "勤め先に話せた、と聞いた。"),
)
AFTER_THE_PARENTS = Story(
    code="after_the_parents",
    shapes=(Shape.EIGHTY_FIFTY, Shape.SIBLINGS),
    weight=6,
    channel=Channel.VISIT,
    opening=("私が死んだら、この子はどうなりますか。手帳も取ったことがありません。",),
    troubles=(TroubleCode.ILLNESS, TroubleCode.FAMILY, TroubleCode.INCOME),
    pressing=TroubleCode.FAMILY,
    needs=(
        NeedSketch(
            "child", TroubleCode.ILLNESS, "{who}の手帳と年金", Field.DISABILITY, "受診歴を一緒にたどる", Urgency.SLOW
        ),
        NeedSketch("head", TroubleCode.CARE, "{who}のこれからの住まい", Field.AGED, "家族の会に誘う"),
    ),
    outlook=Outlook.LONG,
    interests=(Interest.CRAFT, Interest.GARDEN),
    lines=("母子手帳が出てきた。三歳健診の欄に書き込みがあった。", "{who}が、畑の道具をみがいてくれた。"),
)
NEIGHBOURS = Story(
    code="neighbours",
    shapes=(Shape.ALONE_WORKING, Shape.ALONE_OLD, Shape.COUPLE),
    weight=4,
    notice=NoticeSource.RESIDENT,
    opening=(
        "夜中に大きな声がします。前に注意したら、物を投げられました。",
        "犬が何頭もいて、世話ができていないようです。",
    ),
    troubles=(TroubleCode.NEIGHBOURS, TroubleCode.ILLNESS),
    pressing=TroubleCode.NEIGHBOURS,
    needs=(NeedSketch("head", TroubleCode.ILLNESS, "{who}の眠れない夜", Field.HEALTH, "保健所と訪ねる"),),
    outlook=Outlook.QUIET,
    lines=("訪問。会えず。", "訪問。会えず。中で物音がした。", "窓ごしに「もう来ないで」と聞いた。次は2週間あける。"),
)
A_QUESTION = Story(
    code="a_question",
    shapes=tuple(Shape),
    weight=24,
    channel=Channel.PHONE,
    opening=(
        "介護保険の申し込みは、どこでできますか。",
        "障害者手帳の更新の書き方を教えてください。",
        "児童手当の口座を変えたいのですが。",
        "こども食堂は、予約がいりますか。",
        "引っ越してきました。ごみの出し方が分かりません。",
    ),
    troubles=(TroubleCode.OTHER,),
    pressing=TroubleCode.OTHER,
    needs=(),
    outlook=Outlook.ANSWERED,
    lines=("行き先と持ちものを伝えた。",),
)

WORK_AND_HOME: tuple[Story, ...] = (
    NO_FOOD,
    ARREARS,
    EVICTION,
    LOST_JOB,
    LEAVING_WORK_TO_CARE,
    AFTER_THE_PARENTS,
    NEIGHBOURS,
    A_QUESTION,
)
