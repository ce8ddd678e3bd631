"""How the codes of retention are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.retention.codes import Counted, DisposalState, HoldReason, Obstacle, RecordKind

RECORDS = {
    RecordKind.HOUSEHOLD: _("世帯の記録"),
    RecordKind.PERSON: _("世帯に入れていない人"),
    RecordKind.CONSULTATION: _("支援を始めずに終わった相談"),
    RecordKind.NOTICE: _("気づき"),
    RecordKind.INQUIRY: _("記録の問い合わせ"),
    RecordKind.APPROACH: _("訪ねた記録"),
    RecordKind.WATCH: _("見守り"),
    RecordKind.CONFERENCE: _("会議の記録と資料"),
    RecordKind.ATTACHMENT: _("記録に付けた写真や紙"),
    RecordKind.LOOK: _("閲覧記録"),
}
WHAT_GOES = {
    RecordKind.HOUSEHOLD: _(
        "世帯、人、記録、必要、プラン、会議の記録、同意、添付、名前のさがし方まで。ほかの世帯にもいる人は残ります。"
        "支援が終わった日から数え、支援を始めなかった世帯は、世帯か住む人について最後に書いた日、"
        "相談が終わった日の、いちばん新しい日から数えます(まるごとの決め方)。"
    ),
    RecordKind.PERSON: _(
        "どの世帯にも入れず、相談も必要も訪問もない人の、名前・連絡先・さがし方。世帯にいる人の家族として書いた人は、その世帯といっしょです。"
        "その人について最後に書いた日から数えます(まるごとの決め方)。"
    ),
    RecordKind.CONSULTATION: _("答えて終わった、つないだ、途切れた相談と、そのもとの気づき。ほかに記録のない人も。"),
    RecordKind.NOTICE: _("相談にならなかった気づきと、知らせた人、返事。"),
    RecordKind.APPROACH: _("相談にならずにおわった「訪ねる」と、その足どり、断り、もとの気づき。"),
    RecordKind.WATCH: _("世帯の支援にも「訪ねる」にもつながらなかった見守り。"),
    RecordKind.INQUIRY: _("尋ねた側に残る名前と、尋ねられた側の控え。"),
    RecordKind.CONFERENCE: _(
        "議題ひとつぶんの事前シート、会議録、決定、資料、外の席。その世帯の支援が続くあいだは残ります。"
    ),
    RecordKind.ATTACHMENT: _("支援が終わった世帯の、写真・手紙・紙の読み取り。記録の文は残ります。"),
    RecordKind.LOOK: _(
        "だれが・いつ・なぜ見たかの帳面を、年度ごとに。廃棄したことと行の数が封印に残り、ほかの行は確かめ続けられます。"
        "本人がだれに見られたかを聞けるのは、残っているあいだです。世帯の記録より短くしないでください。"
    ),
}
COUNTED = {
    Counted.FISCAL: _("終わった年度の、次の4月1日から数える"),
    Counted.CLOSING: _("終わった日の、次の日から数える"),
}
HOLD_REASONS = {
    HoldReason.DISPUTE: _("争い(審査請求・訴訟など)"),
    HoldReason.REQUEST: _("開示・訂正・利用停止の請求"),
    HoldReason.AUDIT: _("監査・検査"),
    HoldReason.OTHER: _("そのほか"),
}
OBSTACLES = {
    Obstacle.OPEN: _("まだ動いているボールがあります"),
    Obstacle.YOUNG: _("あとから閉じたものがあり、まだ保存期間のうちです"),
    Obstacle.LONGER: _("保存期間が長くなり、まだ期間のうちです"),
    Obstacle.LOOK_IN: _("様子を見る日が残っています"),
    Obstacle.RESTRICTED: _("支援措置などの制限が続いています"),
    Obstacle.CONSENT: _("期限の来ていない同意があります"),
    Obstacle.PURPOSE: _("期限の来ていない目的外の提供があります"),
    Obstacle.CONFERENCE: _("これからの会議の議題です"),
    Obstacle.HELD: _("保存の停止がかかっています"),
    Obstacle.TIED: _("続いているほかの世帯の記録と切り離せません"),
    Obstacle.GONE: _("もうありません(ほかの行といっしょに廃棄されたか、条件が変わりました)"),
}
STATES = {
    DisposalState.PROPOSED: _("もう一人の確かめを待っています"),
    DisposalState.REFUSED: _("認められませんでした"),
    DisposalState.WAITING: _("決まりました。廃棄まで待っています"),
    DisposalState.READY: _("廃棄の番です"),
    DisposalState.UNDONE: _("取り消されました"),
    DisposalState.DONE: _("廃棄しました"),
}
