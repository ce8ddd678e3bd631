"""How the codes of the community are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import (
    Access,
    Answer,
    Attendee,
    Checked,
    ConfirmedBy,
    CooperationSaid,
    DoubtReason,
    Experience,
    Family,
    FieldPlanEnd,
    FieldTaskEnd,
    FieldTaskReason,
    GroundKind,
    HostCondition,
    HostedBy,
    InPicture,
    Interest,
    Lack,
    MemberKind,
    NoteKind,
    NoteTheme,
    Partner,
    PlaceEnd,
    PlaceKind,
    Precision,
    PromiseKind,
    ReplyKind,
    Sayer,
    Sort,
    StatutoryFunction,
    SystemFunction,
    Tier,
    TrainingFruit,
    TrainingKind,
    TryWay,
    UnmetEnd,
    UnmetSaid,
    Welcome,
    WordsGone,
)
from marugoto.community.rules.freshness import Freshness

WELCOMES = {
    Welcome.ANYBODY: _("だれでも"),
    Welcome.AGED: _("高齢の方"),
    Welcome.CHILDREN: _("子ども"),
    Welcome.PARENTS: _("子育て中の方"),
    Welcome.YOUNG: _("若い人"),
    Welcome.DISABLED: _("障害のある方"),
    Welcome.WITHDRAWN: _("外に出にくい方"),
    Welcome.FOREIGN: _("外国から来た方"),
    Welcome.CARERS: _("介護している方"),
}
INTERESTS = {
    Interest.GAMES: _("将棋・囲碁・ゲーム"),
    Interest.GARDEN: _("畑・花"),
    Interest.COOKING: _("料理"),
    Interest.MUSIC: _("音楽"),
    Interest.SPORTS: _("体を動かす"),
    Interest.CRAFT: _("手仕事"),
    Interest.READING: _("本"),
    Interest.TALK: _("おしゃべり"),
    Interest.CHILDREN: _("子どもと過ごす"),
    Interest.WORK: _("働く"),
    Interest.NATURE: _("自然"),
    Interest.HELPING: _("手伝い"),
    Interest.LEARNING: _("学ぶ"),
    Interest.MEAL: _("食べる"),
}
PLACE_KINDS = {
    PlaceKind.SALON: _("サロン・集まり"),
    PlaceKind.CIRCLE: _("サークル"),
    PlaceKind.CAFE: _("カフェ"),
    PlaceKind.CHILDRENS_MEAL: _("こども食堂"),
    PlaceKind.GARDEN: _("畑"),
    PlaceKind.WORKPLACE: _("働く・手伝う場"),
    PlaceKind.VOLUNTEER: _("ボランティア"),
    PlaceKind.FACILITY: _("公共の施設"),
    PlaceKind.SERVICE: _("サービス"),
    PlaceKind.OTHER: _("そのほか"),
}
SORTS = {
    Sort.ORGANISATION: _("団体"),
    Sort.SPOT: _("場所"),
    Sort.ACTIVITY: _("活動"),
    Sort.ROLE: _("手伝いの役割"),
    Sort.SERVICE: _("サービス"),
}
FUNCTIONS = {
    StatutoryFunction.PARTICIPATION: _("参加支援"),
    StatutoryFunction.COMMUNITY: _("地域づくり"),
}
PRECISIONS = {
    Precision.EXACT: _("そのまま出す"),
    Precision.NEARBY: _("500メートルほどにぼかす"),
    Precision.DISTRICT: _("圏域までにする"),
    Precision.NONE: _("出さない"),
}
ANSWERS = {Answer.YES: _("はい"), Answer.NO: _("いいえ")}
FAMILIES = {
    Family.ACCESS: _("バリアフリー"),
    Family.CONDITION: _("約束ごと"),
    Family.EXPERIENCE: _("迎えたことがある人"),
}
ACCESS = {
    Access.WHEELCHAIR: _("車いすで入れる"),
    Access.NO_STEPS: _("スロープかエレベーターがある"),
    Access.TOILET: _("多目的トイレがある"),
    Access.OSTOMATE: _("オストメイト対応トイレがある"),
    Access.PARKING: _("優先の駐車場がある"),
    Access.WHEELCHAIR_LENT: _("車いすを貸す"),
    Access.CANE_LENT: _("つえを貸す"),
    Access.TACTILE: _("点字ブロックなどがある"),
    Access.BRAILLE: _("点字や読み上げがある"),
    Access.HEARING_LOOP: _("補聴器用のループがある"),
    Access.CAPTIONS: _("字幕がある"),
    Access.WRITING: _("筆談ができる"),
    Access.SIGN: _("手話ができる人がいる"),
    Access.DOG: _("補助犬といっしょに入れる"),
    Access.QUIET_ROOM: _("静かな部屋がある"),
    Access.NURSING: _("授乳室がある"),
    Access.NAPPY: _("おむつを替えられる"),
    Access.PRAM: _("ベビーカーで入れる"),
    Access.PRAM_LENT: _("ベビーカーを貸す"),
    Access.EATING: _("飲食ができる"),
}
HOST_CONDITIONS = {
    HostCondition.LOOK_ONLY: _("見学だけでもよい"),
    HostCondition.NOT_EVERY_TIME: _("毎回来なくてもよい"),
    HostCondition.COMPANION_WELCOME: _("付き添いの人もいられる"),
    HostCondition.PICKED_UP: _("送り迎えがある"),
    HostCondition.SMALL_GROUP: _("少ない人数でしている"),
    HostCondition.INTRODUCED: _("はじめに紹介がほしい"),
    HostCondition.CALL_FIRST: _("先に電話がほしい"),
    HostCondition.COMPANION_NEEDED: _("はじめは付き添いがほしい"),
    HostCondition.MEMBERS_ONLY: _("会員になる"),
    HostCondition.NO_TALKING: _("話さなくてもよい"),
    HostCondition.NO_NAMES: _("名前や事情を聞かない"),
    HostCondition.BEGINNERS: _("初めての人に教える"),
    HostCondition.HANDS_WANTED: _("手伝う人を求めている"),
    HostCondition.PAID: _("謝礼や物がもらえる"),
    HostCondition.MEAL: _("食事が出る"),
    HostCondition.SMOKE_FREE: _("たばこを吸わない"),
    HostCondition.VISITS: _("家に来てくれる"),
    HostCondition.PAPERS: _("手帳や役所の決定が要る"),
}
EXPERIENCES = {
    Experience.LONG_AT_HOME: _("長く家にいた人"),
    Experience.NOT_AT_SCHOOL: _("学校に行っていない子"),
    Experience.DEMENTIA: _("認知症の人"),
    Experience.MENTAL: _("精神の障害のある人"),
    Experience.INTELLECTUAL: _("知的な障害のある人"),
    Experience.DEVELOPMENTAL: _("発達の特性のある人"),
    Experience.PHYSICAL: _("体の障害のある人"),
    Experience.OTHER_LANGUAGE: _("日本語がまだ難しい人"),
    Experience.POOR: _("暮らしにゆとりのない人"),
    Experience.CARING: _("家族を介護している人"),
    Experience.AFTER_PRISON: _("刑務所などを出た人"),
}
TRAITS_OF = {
    Family.ACCESS: [(str(code), word) for code, word in ACCESS.items()],
    Family.CONDITION: [(str(code), word) for code, word in HOST_CONDITIONS.items()],
    Family.EXPERIENCE: [(str(code), word) for code, word in EXPERIENCES.items()],
}
TRAITS = {code: word for traits in TRAITS_OF.values() for code, word in traits}
CHECKED = {
    Checked.VENUE: _("会場"),
    Checked.TIMES: _("日時"),
    Checked.WHO: _("だれ向け"),
    Checked.CONTACT: _("連絡先"),
    Checked.FEE: _("費用"),
    Checked.ROOM: _("受け入れ"),
    Checked.TRANSPORT: _("送り迎え"),
}
PROMISES = {
    PromiseKind.NOT_LISTED: _("外の一覧に載せない"),
    PromiseKind.NOT_CONTACTED: _("こちらから連絡しない"),
}
SAYERS = {
    Sayer.HOST: _("世話人"),
    Sayer.OWNER: _("会場の持ち主"),
    Sayer.NEIGHBOUR: _("近所の人"),
    Sayer.OURSELVES: _("こちらの判断"),
}
TRY_WAYS = {TryWay.PHONE: _("電話"), TryWay.VISIT: _("訪ねた"), TryWay.LETTER: _("手紙・メール")}
DOUBTS = {
    DoubtReason.FULL: _("いっぱいだった"),
    DoubtReason.ENDED: _("もうしていなかった"),
    DoubtReason.MOVED: _("場所が変わっていた"),
    DoubtReason.OTHER_TIME: _("日時が違っていた"),
    DoubtReason.NO_ANSWER: _("返事がなかった"),
    DoubtReason.FAR: _("遠かった"),
    DoubtReason.NOT_FITTING: _("合わなかった"),
}
TIERS = {
    Tier.PUBLIC: _("だれにでも見せる"),
    Tier.PROFESSIONAL: _("支援者に見せる"),
    Tier.COORDINATOR: _("コーディネーターだけ"),
}
CONFIRMED_BY = {
    ConfirmedBy.VISIT: _("行って確かめた"),
    ConfirmedBy.PHONE: _("電話で確かめた"),
    ConfirmedBy.HOST: _("開いている人から"),
    ConfirmedBy.HEARD: _("人から聞いた"),
}
PLACE_ENDS = {
    PlaceEnd.ENDED: _("終わった"),
    PlaceEnd.TAKEN_BACK: _("取り込みを取り消した"),
    PlaceEnd.DOUBLE: _("二重だった"),
}
NOTE_KINDS = {
    NoteKind.VISIT: _("出向いた"),
    NoteKind.TALK: _("話した"),
    NoteKind.GATHERING: _("集まりに出た"),
    NoteKind.MEETING: _("話し合いに出た"),
    NoteKind.HELP: _("団体を手伝った"),
}
HOSTED_BY = {
    HostedBy.RESIDENTS: _("住民が開いた"),
    HostedBy.TOGETHER: _("住民といっしょに開いた"),
    HostedBy.BODY: _("役所・社協・事業所が開いた"),
}
NOTE_THEMES = {
    NoteTheme.MEETING_PLACE: _("集まる場・居場所"),
    NoteTheme.TRANSPORT: _("移動・買い物の足"),
    NoteTheme.DAILY_HELP: _("ちょっとした手伝い"),
    NoteTheme.WATCHING: _("見守り・気づき"),
    NoteTheme.HELPERS: _("担い手"),
    NoteTheme.CHILDREN: _("子ども・子育て"),
    NoteTheme.WORK: _("働く・手伝う場"),
    NoteTheme.HOUSING: _("住まい・空き家"),
    NoteTheme.FOREIGN: _("ことば・多文化"),
    NoteTheme.DISASTER: _("防災"),
    NoteTheme.REACHING: _("知らせが届かない"),
    NoteTheme.OTHER: _("そのほか"),
}
WORDS_GONE = {WordsGone.ABOUT_SOMEBODY: _("人のことが書かれていた"), WordsGone.MISTAKE: _("書きまちがい")}
IN_PICTURE = {InPicture.NOBODY: _("人は写っていない"), InPicture.AGREED: _("写っている人に聞いて、よいと言われた")}
REPLY_KINDS = {
    ReplyKind.HEARD: _("受けとめた"),
    ReplyKind.GO_ON: _("そのまま進めてください"),
    ReplyKind.TALK_OVER: _("いっしょに話しましょう"),
    ReplyKind.TAKEN_UP: _("こちらで動かします"),
}
FIELD_PLAN_ENDS = {FieldPlanEnd.DONE: _("行った"), FieldPlanEnd.DROPPED: _("取りやめた")}
FIELD_TASK_REASONS = {FieldTaskReason.FOLLOW_UP: _("宿題"), FieldTaskReason.ASK_AFTER: _("そのあとを聞く")}
FIELD_TASK_ENDS = {FieldTaskEnd.DONE: _("すんだ"), FieldTaskEnd.DROPPED: _("やめた")}
PARTNERS = {
    Partner.BRANCH: _("支所・出張所"),
    Partner.DIVISION: _("庁内の課"),
    Partner.PROVIDER: _("事業所・法人"),
    Partner.RESIDENTS: _("住民の集まり"),
    Partner.COMMISSIONERS: _("民生委員・児童委員"),
    Partner.SCHOOL: _("学校・園"),
    Partner.CLINIC: _("病院・薬局"),
    Partner.FIRM: _("企業・商店"),
    Partner.OTHER: _("そのほか"),
}
TRAINING_KINDS = {
    TrainingKind.RESIDENTS: _("住民の講座"),
    TrainingKind.HELPERS: _("サポーター養成"),
    TrainingKind.PROMOTERS: _("参加を進める人の研修"),
    TrainingKind.STAFF: _("職員の研修"),
}
ATTENDEES = {
    Attendee.RESIDENTS: _("住民"),
    Attendee.HELPERS: _("支え手・ボランティア"),
    Attendee.COMMISSIONERS: _("民生委員・児童委員"),
    Attendee.PROVIDERS: _("事業所の人"),
    Attendee.YOUNG: _("子ども・学生"),
    Attendee.STAFF: _("職員"),
}
TRAINING_FRUITS = {
    TrainingFruit.HELPERS: _("支え手になった人がいる"),
    TrainingFruit.PLACE_STARTED: _("場がはじまった"),
    TrainingFruit.NOTHING_YET: _("まだ、何も始まっていない"),
}
UNMET_ENDS = {
    UnmetEnd.PLACE_FOUND: _("合う場所が見つかった"),
    UnmetEnd.PLACE_MADE: _("場所ができた"),
    UnmetEnd.NOT_POSSIBLE: _("いまは作れない"),
}
SYSTEM_FUNCTIONS = {
    SystemFunction.COMMUNITY: _("住民が支え合う"),
    SystemFunction.LINK: _("地域と支援機関がつながる"),
    SystemFunction.AGENCIES: _("支援機関どうしが支え合う"),
}
LACKS = {
    Lack.PLACE: _("行ける場所・居られる場所"),
    Lack.TRANSPORT: _("移動の足"),
    Lack.COMPANION: _("いっしょに行く人"),
    Lack.HOUSING: _("住まい・貸してくれる人"),
    Lack.WORK: _("働く場・手伝う場"),
    Lack.INTERPRETER: _("通訳・やさしい言葉"),
    Lack.HAND: _("家のちょっとした手伝い"),
    Lack.OTHER: _("そのほか"),
}
UNMET_SAID = {
    UnmetSaid.TAKEN: _("使う(本人に話し、つなぎ先に聞く)"),
    UnmetSaid.NOT_FITTING: _("この人には合わない"),
    UnmetSaid.NOT_WISHED: _("本人が望まない"),
    UnmetSaid.NO_LONGER: _("もう要らなくなった・ほかの道が見つかった"),
    UnmetSaid.LATER: _("いまは早い。またあとで考える"),
}
FRESHNESS = {
    Freshness.FRESH: _("1年以内に確かめた"),
    Freshness.OLD: _("1年より前"),
    Freshness.NEVER: _("まだ確かめていない"),
}
# The fields of a place that a worker writes, in the words of the form and of the history.
PLACE_FIELDS = {
    "welcome": _("迎える方"),
    "name": _("名前"),
    "name_kana": _("よみ"),
    "kind": _("種別"),
    "kind_text": _("種別（もとの言葉）"),
    "sort": _("なにか"),
    "run_by": _("している団体"),
    "held_at": _("している場所"),
    "owner": _("受け持つ係"),
    "serves": _("どの事業で"),
    "services": _("サービス"),
    "district": _("圏域"),
    "days": _("曜日"),
    "hours": _("時間"),
    "hours_note": _("日時のこと"),
    "on_holidays": _("祝日も開くか"),
    "times": _("開く日時"),
    "days_apart": _("その日だけのこと"),
    "precision": _("位置の出し方"),
    "address": _("住所"),
    "building": _("建物"),
    "latitude": _("緯度"),
    "longitude": _("経度"),
    "access": _("行き方"),
    "parking": _("駐車場"),
    "accessibility": _("バリアフリー"),
    "phone": _("電話"),
    "extension": _("内線"),
    "fax": _("ファクス"),
    "email": _("メール"),
    "contact_note": _("連絡のこと"),
    "url": _("ホームページ"),
    "organisation": _("運営"),
    "office_number": _("事業所番号"),
    "target": _("だれ向け"),
    "capacity": _("定員"),
    "capacity_people": _("定員（人）"),
    "room_now": _("いまの空き"),
    "room_people": _("いまの空き（人）"),
    "room_on": _("空きを聞いた日"),
    "fee": _("費用"),
    "fee_yen": _("費用（円）"),
    "conditions": _("条件・約束"),
    "experience": _("これまでに迎えた人"),
    "interests": _("できること"),
    "description": _("どんなところ"),
    "note": _("支援者へのメモ"),
    "tier": _("見せる範囲"),
}
MEMBER_KINDS = {MemberKind.DIVISION: _("福祉以外の課"), MemberKind.GROUP: _("団体・グループ")}
GROUND_KINDS = {
    GroundKind.ARTICLE: _("法律・条例の条文"),
    GroundKind.ORDER: _("庁内の要綱・指示"),
    GroundKind.AGREEMENT: _("協定・申し合わせ"),
}
COOPERATION_SAID = {
    CooperationSaid.TOGETHER: _("いっしょにする"),
    CooperationSaid.IN_PART: _("一部ならできる"),
    CooperationSaid.NOT_NOW: _("いまはできない"),
    CooperationSaid.OTHER_PLACE: _("ほかに合う相手がいる"),
}
