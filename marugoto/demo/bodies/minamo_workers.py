"""Who works in みなも市. Those with a sentence about themselves can be chosen at the demo's sign-in, in this order."""

from marugoto.agencies.codes import Role
from marugoto.demo.sketches import HatSketch, WorkerSketch

_CAST = (
    WorkerSketch(
        "tanaka",
        "田(た)中(なか)",
        "美(み)咲(さき)",
        (HatSketch("soudan-desk", "相談支援員", (Role.COUNSELLOR,)),),
        says="総合相談の窓口で、はじめての話を聞きます。高橋さん世帯のまとめ役です。",
    ),
    WorkerSketch(
        "ogawa",
        "小(お)川(がわ)",
        "直(なお)子(こ)",
        (HatSketch("north-care-desk", "主任介護支援専門員", (Role.COUNSELLOR,), head=True),),
        says="北部地域包括支援センター(委託)で、高齢の方の家に通っています。",
    ),
    WorkerSketch(
        "nishimura",
        "西(にし)村(むら)",
        "彩(あや)",
        (HatSketch("education-learn", "スクールソーシャルワーカー", (Role.COUNSELLOR,), head=True),),
        says="教育委員会から、学校に行きづらい子と会っています。",
    ),
    WorkerSketch(
        "okamoto",
        "岡(おか)本(もと)",
        "浩(ひろし)",
        (HatSketch("tax-pay", "納税相談員", (Role.CLERK,)),),
        says="税の窓口にいます。気づきを知らせ、だれかが受け取ったことだけが見えます。",
    ),
    WorkerSketch(
        "yamashita",
        "山(やま)下(した)",
        "恵(めぐみ)",
        (HatSketch("shakyo-join", "参加支援コーディネーター", (Role.COUNSELLOR, Role.COMMUNITY), head=True),),
        says="社協(委託)で、人と居場所のあいだに立ちます。",
    ),
    WorkerSketch(
        "mori",
        "森(もり)",
        "健(けん)一(いち)",
        (HatSketch("tower", "多機関協働コーディネーター(司令塔)", (Role.COORDINATOR,), head=True),),
        says="司令塔です。全部のボールの表を見て、止まりかけたところへ一緒に触りに行きます。",
    ),
    WorkerSketch(
        "hayashi",
        "林(はやし)",
        "千(ち)春(はる)",
        (HatSketch("shakyo-region", "地域づくりコーディネーター", (Role.COMMUNITY,), head=True),),
        says="地域を歩いて、居場所を確かめ、足りないものを集めています。人の記録は見ません。",
    ),
    WorkerSketch(
        "murakami",
        "村(むら)上(かみ)",
        "洋(よう)平(へい)",
        (HatSketch("housing-support", "居住支援担当", (Role.COUNSELLOR,), head=True),),
        says="住宅政策課で、退去が近い方の次の住まいを探します。",
    ),
    WorkerSketch(
        "fujii",
        "藤(ふじ)井(い)",
        "沙(さ)織(おり)",
        (HatSketch("child-family", "子ども家庭支援員", (Role.COUNSELLOR,), head=True),),
        says="こども家庭センターで、子どもと親の話を聞きます。",
    ),
    WorkerSketch(
        "kishi",
        "岸(きし)",
        "竜(りゅう)也(や)",
        (HatSketch("kikan-desk", "相談支援専門員", (Role.COUNSELLOR,), head=True),),
        says="基幹相談支援センター(委託)で、障害のある方の暮らしを一緒に考えます。",
    ),
    WorkerSketch(
        "sakamoto",
        "坂(さか)本(もと)",
        "友(とも)美(み)",
        (
            HatSketch("living-budget", "家計改善支援員", (Role.COUNSELLOR,), head=True),
            HatSketch("living-desk", "自立相談支援員", (Role.COUNSELLOR,)),
        ),
        says="くらし支援センター(委託)で、家計の支援と自立相談の二つの帽子をかぶっています。",
    ),
    WorkerSketch(
        "yamazaki",
        "山(やま)﨑(ざき)",
        "哲(てつ)也(や)",
        (HatSketch("soudan-desk", "福祉総合相談課長", (Role.CHIEF,)),),
        says="課長です。月曜の朝に期限すぎを見て、市としてプランを決めます。",
    ),
    WorkerSketch(
        "hirata",
        "平(ひら)田(た)",
        "裕(ひろ)子(こ)",
        (HatSketch("seisaku-plan", "計画担当", (Role.PLANNER,), head=True),),
        says="地域福祉計画の担当です。数字とその言えないことを見て、見直しの場を開きます。",
    ),
    WorkerSketch(
        "shiraishi",
        "白(しら)石(いし)",
        "律(りつ)子(こ)",
        (HatSketch("privacy-desk", "個人情報保護担当", (Role.PRIVACY,), head=True),),
        says="だれが何を見たかを確かめ、本人からの問い合わせに答えます。",
    ),
    WorkerSketch(
        "kuze",
        "久(く)世(ぜ)",
        "隆(たか)文(ふみ)",
        (HatSketch("mayor-desk", "市長", (Role.MAYOR,)),),
        says="市長です。1枚にまとまった様子を見て、足りない手当てを決めます。",
    ),
    WorkerSketch(
        "honma",
        "本(ほん)間(ま)",
        "里(り)奈(な)",
        (HatSketch("staff-desk", "庶務", (Role.OFFICE,), head=True),),
        says="異動のときに、係と役割と閉庁日をととのえます。世帯の記録は見ません。",
    ),
)

_COLLEAGUES = (
    WorkerSketch(
        "matsunaga",
        "松(まつ)永(なが)",
        "智(とも)弘(ひろ)",
        (HatSketch("soudan-desk", "相談支援係長", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch("hoshi", "星(ほし)", "菜(な)摘(つみ)", (HatSketch("soudan-desk", "相談支援員", (Role.COUNSELLOR,)),)),
    WorkerSketch(
        "kagami",
        "鏡(かがみ)",
        "久(く)美(み)子(こ)",
        (HatSketch("tower", "相談支援包括化推進員", (Role.COORDINATOR, Role.COUNSELLOR)),),
    ),
    WorkerSketch(
        "segawa",
        "瀬(せ)川(がわ)",
        "孝(たか)志(し)",
        (HatSketch("tax-pay", "納税相談係長", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "ohno",
        "大(おお)野(の)",
        "学(まなぶ)",
        (HatSketch("disability-service", "支援担当", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "kubo",
        "久(く)保(ぼ)",
        "奈(な)緒(お)",
        (HatSketch("aged-support", "高齢者支援担当", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "ueki", "植(うえ)木(き)", "栞(しおり)", (HatSketch("childcare-benefit", "給付担当", (Role.CLERK,), head=True),)
    ),
    WorkerSketch(
        "nomura",
        "野(の)村(むら)",
        "早(さ)紀(き)",
        (HatSketch("child-health", "保健師", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "himuro",
        "氷(ひ)室(むろ)",
        "京(きょう)子(こ)",
        (HatSketch("women-desk", "女性相談支援員", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "kanda",
        "神(かん)田(だ)",
        "由(ゆ)佳(か)",
        (HatSketch("health-nurse", "地区担当保健師", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "otsuka", "大(おお)塚(つか)", "駿(しゅん)", (HatSketch("insurance-pay", "国保担当", (Role.CLERK,), head=True),)
    ),
    WorkerSketch(
        "sugita",
        "杉(すぎ)田(た)",
        "朱(あか)里(り)",
        (HatSketch("citizens-together", "協働担当", (Role.COMMUNITY,), head=True),),
    ),
    WorkerSketch(
        "natsume",
        "夏(なつ)目(め)",
        "慎(しん)也(や)",
        (HatSketch("planning-desk", "企画担当", (Role.PLANNER,), head=True),),
        says="企画課で、市の計画と予算をまとめます。足りないものの一枚に返事をします。世帯の記録は見えません。",
    ),
    WorkerSketch("iida", "飯(いい)田(だ)", "萌(もえ)", (HatSketch("mayor-desk", "秘書", (Role.OFFICE,), head=True),)),
    WorkerSketch(
        "tsuji",
        "辻(つじ)",
        "恭(きょう)平(へい)",
        (HatSketch("south-care-desk", "社会福祉士", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "minami",
        "南(みなみ)",
        "亮(りょう)",
        (HatSketch("living-desk", "主任相談支援員", (Role.COUNSELLOR,), head=True),),
    ),
    WorkerSketch(
        "asano",
        "浅(あさ)野(の)",
        "里(さと)美(み)",
        (HatSketch("foreign-desk", "相談員", (Role.COUNSELLOR,), head=True),),
    ),
)

_BESIDE = (
    WorkerSketch(
        "miyata",
        "宮(みや)田(た)",
        "耕(こう)平(へい)",
        (HatSketch("farm-land", "農福連携担当", (Role.CLERK,), head=True),),
        says="農政課で、空いた農地と人をつなぎます。足りないものと場所は見えますが、世帯の記録は見えません。",
    ),
)

WORKERS: tuple[WorkerSketch, ...] = _CAST + _COLLEAGUES + _BESIDE
