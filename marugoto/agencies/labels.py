"""How the codes of this floor are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.agencies.codes import BodyKind, ConceptCode, Difference, Field, FirstCall, ProposalEnd, Purpose, Role

BODY_KINDS = {
    BodyKind.MUNICIPALITY: _("市町村"),
    BodyKind.PREFECTURE: _("都道府県"),
    BodyKind.WIDE_AREA: _("広域連合など"),
}
FIELDS = {
    Field.GENERAL: _("総合相談"),
    Field.AGED: _("高齢"),
    Field.DISABILITY: _("障害"),
    Field.CHILD: _("子ども"),
    Field.POVERTY: _("生活困窮"),
    Field.HEALTH: _("保健"),
    Field.EDUCATION: _("教育"),
    Field.HOUSING: _("住まい"),
    Field.TAX: _("税・収納"),
    Field.WORK: _("仕事"),
    Field.COMMUNITY: _("地域づくり"),
    Field.PLANNING: _("企画"),
    Field.OTHER: _("そのほか"),
}
ROLES = {
    Role.COUNSELLOR: _("相談支援員"),
    Role.CLERK: _("窓口職員"),
    Role.COORDINATOR: _("多機関協働コーディネーター"),
    Role.COMMUNITY: _("地域づくりコーディネーター"),
    Role.CHIEF: _("課長"),
    Role.PLANNER: _("計画担当"),
    Role.PRIVACY: _("個人情報保護担当"),
    Role.MAYOR: _("首長"),
    Role.PREFECTURE: _("都道府県担当"),
    Role.OFFICE: _("庶務"),
    Role.SYSTEM: _("システム"),
}
PROPOSAL_ENDS = {
    ProposalEnd.RELEASED: _("出した"),
    ProposalEnd.REFUSED: _("断った"),
    ProposalEnd.WITHDRAWN: _("取り下げた"),
}
PURPOSES = {
    Purpose.SUPPORT: _("相談支援のため"),
    Purpose.CONFERENCE: _("会議のため"),
    Purpose.COMMUNITY: _("地域づくりのため"),
    Purpose.REVIEW: _("見直しのため"),
    Purpose.AUDIT: _("閲覧の確かめのため"),
    Purpose.UPKEEP: _("システムの手入れのため"),
    Purpose.TRAINING: _("研修のため"),
}
DIFFERENCES = {
    Difference.MULTILAYERED: _("重層的支援体制整備事業をしている"),
    Difference.WELFARE_OFFICE: _("福祉事務所を置いている"),
    Difference.CHILD_COUNCIL: _("要保護児童対策地域協議会を置いている"),
    Difference.ASSISTANCE_CONFERENCE: _(
        "保護の実施機関として調整会議を置いている(情報を伝え合える範囲を、生活保護法27条の3の条文で確かめた)"
    ),
    Difference.SUPPORT_CONFERENCE_FOR_ALL: _(
        "重層をしていなくても支援会議を開ける(2026年の改正を、公布された条文で確かめた)"
    ),
    Difference.CALLED: _("会議や根拠の、この自治体での呼び名"),
    Difference.NOTICE_DAYS: _("気づきに答えるまでの開庁日"),
    Difference.IDLE: _("さわらないと画面が閉じるまでの分"),
    Difference.LOAD: _("一人が担当するボールの目安"),
    Difference.CHECKS: _("場所を確かめる間隔（月）"),
}
FIRST_CALLS = {
    FirstCall.TOWN: _("市町村の係から電話する"),
    FirstCall.PREFECTURE: _("県の係から電話する"),
    FirstCall.EITHER: _("どちらからでも"),
}
# The house's words, as the screens say them, and what is meant.
CONCEPTS = {
    ConceptCode.NEED: _("必要"),
    ConceptCode.ASSESSMENT: _("アセスメントシート"),
    ConceptCode.PLAN: _("プラン"),
    ConceptCode.PASSING: _("渡す"),
    ConceptCode.REVIEW: _("見直し"),
    ConceptCode.CONFERENCE: _("会議"),
    ConceptCode.NOTICE: _("気づき"),
    ConceptCode.OUTREACH: _("訪ねる"),
    ConceptCode.PLACE: _("場所"),
}
MEANINGS = {
    ConceptCode.NEED: _("その人や世帯に要ること。一つずつ持ち手がいる"),
    ConceptCode.ASSESSMENT: _("会って、暮らし・困りごと・強みを聞きとり、まとめること"),
    ConceptCode.PLAN: _("本人とつくる、支援の約束"),
    ConceptCode.PASSING: _("次に動くところへ、受け取ってほしいと頼むこと"),
    ConceptCode.REVIEW: _("続ける・変える・終えるを、決めた日に決めること"),
    ConceptCode.CONFERENCE: _("機関が集まって、役割を決める場"),
    ConceptCode.NOTICE: _("心配な様子を知らせること"),
    ConceptCode.OUTREACH: _("自分からは来ない人のところへ、出向くこと"),
    ConceptCode.PLACE: _("人が集まり、役割をもてるところ"),
}
