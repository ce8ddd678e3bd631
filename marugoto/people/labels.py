"""How persons, households and their ties are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.people.codes import (
    ChangeKind,
    DescentKind,
    Destination,
    LeaveReason,
    MarkKind,
    NameKind,
    PersonField,
    Sex,
    UnionKind,
    UnionState,
)

UNNAMED = _("お名前を聞けていない方")
UNNAMED_HOUSEHOLD = _("お名前を聞けていない方の世帯")
PART_SHUT = _("この部分は、あなたの係に開かれていません。")
WORK_SHUT = _("見られる人が決められている方がこの世帯にいるので、あなたの係では始められません。")
CONTACT_SHUT = _("連絡先は、あなたの係に開かれていません。")

SEXES = {Sex.MALE: _("男"), Sex.FEMALE: _("女"), Sex.OTHER: _("どちらでもない"), Sex.UNKNOWN: _("聞いていない")}
NAME_KINDS = {
    NameKind.FORMER: _("まえの名前"),
    NameKind.KNOWN_AS: _("通称"),
    NameKind.SPELLING: _("まえの書き方"),
}
CHANGES = {
    ChangeKind.FORMED: _("世帯の記録を始めた"),
    ChangeKind.JOINED: _("加わった"),
    ChangeKind.MOVED_OUT: _("出た"),
    ChangeKind.SPLIT: _("分かれて別の世帯になった"),
    ChangeKind.MERGED: _("いっしょの世帯になった"),
    ChangeKind.DIED: _("亡くなった"),
    ChangeKind.STAYED: _("出たのは、まちがいだった"),
}
DESTINATIONS = {
    Destination.UNKNOWN: _("分からない"),
    Destination.ALONE: _("ひとり暮らし・別の住まい"),
    Destination.FAMILY: _("家族や親族のところ"),
    Destination.HOSPITAL: _("病院(長い入院)"),
    Destination.FACILITY: _("施設"),
    Destination.AWAY: _("市町村の外"),
}
PERSON_FIELDS = {
    PersonField.NAME: _("名前"),
    PersonField.KANA: _("よみ"),
    PersonField.BIRTH: _("生年月日"),
    PersonField.SEX: _("性別"),
    PersonField.DEATH: _("亡くなった日"),
}
LEAVE_REASONS = {
    LeaveReason.MOVED_OUT: _("転出・転居"),
    LeaveReason.DIED: _("死亡"),
    LeaveReason.MISTAKE: _("まちがい(はじめから世帯員ではない)"),
}
UNION_KINDS = {
    UnionKind.MARRIAGE: _("結婚"),
    UnionKind.COMMON_LAW: _("事実婚"),
    UnionKind.PARTNER: _("つれあい"),
}
UNION_STATES = {
    UnionState.TOGETHER: _("いっしょ"),
    UnionState.SEPARATED: _("別居"),
    UnionState.DIVORCED: _("離婚"),
}
FEELINGS = {
    MarkKind.CLOSE: _("親しい"),
    MarkKind.STRAINED: _("こじれている"),
    MarkKind.BROKEN: _("縁が切れている"),
}
FAMILY_ROLES = {
    MarkKind.KEY_PERSON: _("キーパーソン"),
    MarkKind.MAIN_CARER: _("主に介護する人"),
    MarkKind.SECOND_CARER: _("介護を手伝う人"),
}
DESCENT_KINDS = {
    DescentKind.BIRTH: _("実子"),
    DescentKind.ADOPTED: _("養子"),
    DescentKind.FOSTER: _("里子"),
    DescentKind.STEP: _("つれあいの子"),
}


def called(name: str, kana: str) -> str:
    """The name, or how we speak of somebody whose name we have not heard."""
    return name or kana or str(UNNAMED)
