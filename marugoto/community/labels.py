"""How the codes of the community are said."""

from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import ConfirmedBy, Interest, NoteKind, PlaceEnd, PlaceKind, Tier, UnmetEnd, Welcome
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
NOTE_KINDS = {NoteKind.VISIT: _("出向いた"), NoteKind.TALK: _("話した"), NoteKind.GATHERING: _("集まりに出た")}
UNMET_ENDS = {
    UnmetEnd.PLACE_FOUND: _("合う場所が見つかった"),
    UnmetEnd.PLACE_MADE: _("場所ができた"),
    UnmetEnd.NOT_POSSIBLE: _("いまは作れない"),
}
FRESHNESS = {
    Freshness.FRESH: _("1年以内に確かめた"),
    Freshness.OLD: _("1年より前"),
    Freshness.NEVER: _("まだ確かめていない"),
}
# The fields of a place that a worker writes, in the words of the form and of the history.
PLACE_FIELDS = {
    "name": _("名前"),
    "name_kana": _("よみ"),
    "kind": _("種別"),
    "kind_text": _("種別（もとの言葉）"),
    "services": _("サービス"),
    "district": _("圏域"),
    "days": _("曜日"),
    "hours": _("時間"),
    "hours_note": _("日時のこと"),
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
    "room_now": _("いまの空き"),
    "fee": _("費用"),
    "conditions": _("条件・約束"),
    "interests": _("できること"),
    "description": _("どんなところ"),
    "note": _("支援者へのメモ"),
    "tier": _("見せる範囲"),
}
