"""Growing old: alone, as two, or with a grown child whom nobody has met."""

from marugoto.agencies.codes import Field
from marugoto.community.codes import Interest
from marugoto.custody.codes import Urgency
from marugoto.demo.households import Shape
from marugoto.demo.stories.story import NeedSketch, Outlook, Story
from marugoto.intake.codes import Channel, NoticeSource, UrgentCheck
from marugoto.intake.rules.troubles import TroubleCode

HIDDEN_CHILD = Story(
    code="hidden_child",
    shapes=(Shape.EIGHTY_FIFTY,),
    weight=12,
    notice=NoticeSource.COMMISSIONER,
    opening=(
        "母の介護の話で伺ったら、奥の部屋に長く家にいるお子さんがいました。",
        "回覧板を届けるたびに、二階の明かりが消えます。仕事はしていないようです。",
        "デイサービスの送迎のとき、息子さんらしい声が聞こえました。会ったことはありません。",
    ),
    troubles=(TroubleCode.CARE, TroubleCode.WITHDRAWAL, TroubleCode.FAMILY, TroubleCode.INCOME),
    pressing=TroubleCode.CARE,
    needs=(
        NeedSketch(
            "child", TroubleCode.WITHDRAWAL, "{who}が外で過ごせる場所", Field.COMMUNITY, "戸口で話せる日を決める"
        ),
        NeedSketch("head", TroubleCode.CARE, "{who}の物忘れと薬", Field.AGED, "受診に付き添う"),
        NeedSketch("", TroubleCode.BILLS, "税の滞納と家計の見立て", Field.TAX, "分けて納める案を見せる", Urgency.SLOW),
    ),
    outlook=Outlook.LONG,
    interests=(Interest.GAMES, Interest.READING),
    lines=(
        "訪問。{who}とは会えず。郵便受けは片づいていた。メモを残した。",
        "訪問。{who}と戸口で5分。本の話をしてくれた。",
        "血圧の薬が6日分残っていた。曜日の箱に分けた。",
        "{who}から「見るだけなら」と聞いた。木曜の午前がよいとのこと。",
        "班長さんから。ごみ出しは続けられる。会釈があった。",
    ),
)
FORGETTING = Story(
    code="forgetting",
    shapes=(Shape.ALONE_OLD, Shape.OLD_COUPLE),
    weight=12,
    notice=NoticeSource.RESIDENT,
    opening=(
        "同じものを日に何度も買いに来られます。財布の中身も分からないようでした。",
        "ごみの日をまちがえて、夜に出しておられます。前はきちんとした方でした。",
        "通帳がないと何度も交番に来られます。",
    ),
    troubles=(TroubleCode.ILLNESS, TroubleCode.CARE, TroubleCode.NEIGHBOURS),
    pressing=TroubleCode.ILLNESS,
    needs=(
        NeedSketch("head", TroubleCode.CARE, "{who}の物忘れと毎日の食事", Field.AGED, "受診をすすめる"),
        NeedSketch("head", TroubleCode.ILLNESS, "{who}の受診の付き添い", Field.HEALTH, "かかりつけ医に様子を伝える"),
    ),
    outlook=Outlook.SHORT,
    interests=(Interest.TALK, Interest.MUSIC),
    lines=(
        "訪問。冷蔵庫に同じ豆腐が7つ。日付の古いものを一緒に分けた。",
        "受診に付き添った。先生から、週に一度は人と話すとよいと言われた。",
        "見守りの電話。きょうの曜日が言えた。",
    ),
)
CARING_FOR_EACH_OTHER = Story(
    code="caring_for_each_other",
    shapes=(Shape.OLD_COUPLE,),
    weight=8,
    channel=Channel.PHONE,
    opening=(
        "妻のおむつを一人で替えています。腰が痛くて、もう続かないかもしれません。",
        "夫が夜中に何度も起きます。怒ってしまう自分がこわいのです。",
    ),
    troubles=(TroubleCode.CARE, TroubleCode.ILLNESS, TroubleCode.FAMILY),
    pressing=TroubleCode.CARE,
    needs=(
        NeedSketch("spouse", TroubleCode.CARE, "{who}の介護の手", Field.AGED, "短い泊まりを試す", Urgency.SOON),
        NeedSketch("head", TroubleCode.FAMILY, "{who}が休める時間", Field.COMMUNITY, "介護する人の会に誘う"),
    ),
    outlook=Outlook.SHORT,
    interests=(Interest.TALK,),
    lines=("訪問。夜の様子を聞いた。二人とも眠れていない。", "泊まりの日のあと、電話の声が明るかった。"),
)
AFTER_HOSPITAL = Story(
    code="after_hospital",
    shapes=(Shape.ALONE_OLD, Shape.SIBLINGS),
    weight=7,
    channel=Channel.OTHER_AGENCY,
    opening=(
        "来週退院の予定ですが、家の階段を上がれません。帰る先の相談をしたいそうです(病院から)。",
        "退院の話が出ていますが、家には暖房がありません(病院から)。",
    ),
    troubles=(TroubleCode.HOUSING, TroubleCode.ILLNESS, TroubleCode.INCOME),
    pressing=TroubleCode.HOUSING,
    needs=(
        NeedSketch(
            "head", TroubleCode.HOUSING, "退院したあとの{who}の住まい", Field.HOUSING, "3つの候補を見せる", Urgency.SOON
        ),
        NeedSketch("head", TroubleCode.ILLNESS, "{who}の通院", Field.AGED, "通院の足を決める"),
    ),
    outlook=Outlook.SHORT,
    lines=("病室で会った。「畳の部屋がいい」とのこと。", "一緒に部屋を見た。日当たりを気に入った。"),
)
FULL_ROOMS = Story(
    code="full_rooms",
    shapes=(Shape.ALONE_OLD, Shape.SIBLINGS, Shape.ALONE_WORKING),
    weight=6,
    notice=NoticeSource.RESIDENT,
    opening=("庭まで物があふれていて、火が心配です。", "玄関が開けられないほど荷物があります。夏はにおいもします。"),
    troubles=(TroubleCode.HOUSING, TroubleCode.NEIGHBOURS, TroubleCode.ILLNESS),
    pressing=TroubleCode.NEIGHBOURS,
    needs=(
        NeedSketch("head", TroubleCode.HOUSING, "{who}の寝る場所をつくる", Field.COMMUNITY, "一畳だけ一緒に空ける"),
        NeedSketch("head", TroubleCode.ILLNESS, "{who}の足の傷", Field.HEALTH, "保健師と訪ねる", Urgency.SOON),
    ),
    outlook=Outlook.QUIET,
    lines=(
        "訪問。会えず。窓が少し開いていた。",
        "訪問。玄関で10分。「捨てるのではなく、分けるなら」と聞いた。",
        "一畳空いた。ふとんが敷けた。",
    ),
)
LONELY = Story(
    code="lonely",
    shapes=(Shape.ALONE_OLD,),
    weight=9,
    channel=Channel.PHONE,
    opening=("夫が亡くなって三か月、だれとも話さない日が続いています。", "団地に越してきて、知っている人がいません。"),
    troubles=(TroubleCode.NEIGHBOURS,),
    pressing=TroubleCode.NEIGHBOURS,
    needs=(NeedSketch("head", TroubleCode.NEIGHBOURS, "{who}が人と会える場所", Field.COMMUNITY, "サロンに一緒に行く"),),
    outlook=Outlook.SHORT,
    interests=(Interest.TALK, Interest.CRAFT, Interest.GARDEN),
    lines=("一緒にサロンへ。となりの席の方と編み物の話。", "三回目は一人で行けた、と電話があった。"),
)
NO_CAR = Story(
    code="no_car",
    shapes=(Shape.ALONE_OLD, Shape.OLD_COUPLE),
    weight=5,
    opening=("免許を返したら、買い物に行けなくなりました。バスは日に三本です。",),
    troubles=(TroubleCode.OTHER, TroubleCode.ILLNESS),
    pressing=TroubleCode.OTHER,
    needs=(NeedSketch("", TroubleCode.OTHER, "買い物と通院の足", Field.COMMUNITY, "送りむかえの会に聞く"),),
    outlook=Outlook.SHORT,
    lines=("送りむかえは火曜と金曜だけ。病院は水曜で合わない。",),
)
NO_LIGHT = Story(
    code="no_light",
    shapes=(Shape.ALONE_OLD,),
    weight=4,
    notice=NoticeSource.FIRM,
    opening=("新聞が五日分たまっています。夜も明かりがつきません。", "検針のとき、メーターが動いていませんでした。"),
    troubles=(TroubleCode.ILLNESS, TroubleCode.BILLS, TroubleCode.FOOD),
    pressing=TroubleCode.FOOD,
    needs=(
        NeedSketch("head", TroubleCode.FOOD, "{who}のきょうの食べもの", Field.POVERTY, "米を届ける", Urgency.NOW),
        NeedSketch("head", TroubleCode.BILLS, "{who}の電気代", Field.POVERTY, "電力会社に待ってもらう", Urgency.SOON),
    ),
    outlook=Outlook.SHORT,
    urgent=(UrgentCheck.FOOD, UrgentCheck.LIFE),
    lines=("訪問。布団の中で返事があった。水とおにぎりを渡した。", "電気が戻った。"),
)

OLD_AGE: tuple[Story, ...] = (
    HIDDEN_CHILD,
    FORGETTING,
    CARING_FOR_EACH_OTHER,
    AFTER_HOSPITAL,
    FULL_ROOMS,
    LONELY,
    NO_CAR,
    NO_LIGHT,
)
