"""What the porch says of places, in easy Japanese with readings in brackets."""

import re
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import Access, HostCondition, Interest, Welcome
from marugoto.exchange.porch.queries.place import TODAY, TOMORROW, OpenPlace, PublishedFacts
from marugoto.exchange.porch.rules.opening import closed_soon
from marugoto.exchange.porch.rules.saying import say_near, say_since, say_span, say_when
from marugoto.kernel.era import say_month

Said = str | Promise
READ_AS = {
    "令和": "れいわ",
    "平成": "へいせい",
    "昭和": "しょうわ",
    "元年": "がんねん",
    "年": "ねん",
    "月": "がつ",
}
SINCE = re.compile("|".join(READ_AS))
READING = re.compile(r"\[([^\]]*)\]")
OLD = 365  # days after which somebody had better ask first
WELCOMES: dict[str, Said] = {
    Welcome.ANYBODY: _("だれでも"),
    Welcome.AGED: _("高齢[こうれい]の 方[かた]"),
    Welcome.CHILDREN: _("子[こ]ども"),
    Welcome.PARENTS: _("子育[こそだ]て中[ちゅう]の 方[かた]"),
    Welcome.YOUNG: _("若[わか]い 人[ひと]"),
    Welcome.DISABLED: _("障害[しょうがい]の ある 方[かた]"),
    Welcome.WITHDRAWN: _("外[そと]に 出[で]にくい 方[かた]"),
    Welcome.FOREIGN: _("外国[がいこく]から 来[き]た 方[かた]"),
    Welcome.CARERS: _("介護[かいご]している 方[かた]"),
}
INTERESTS: dict[str, Said] = {
    Interest.GAMES: _("将棋[しょうぎ]・囲碁[いご]・ゲーム"),
    Interest.GARDEN: _("畑[はたけ]・花[はな]"),
    Interest.COOKING: _("料理[りょうり]"),
    Interest.MUSIC: _("音楽[おんがく]"),
    Interest.SPORTS: _("体[からだ]を うごかす"),
    Interest.CRAFT: _("手[て]で つくる"),
    Interest.READING: _("本[ほん]"),
    Interest.TALK: _("おしゃべり"),
    Interest.CHILDREN: _("子[こ]どもと すごす"),
    Interest.WORK: _("はたらく"),
    Interest.NATURE: _("自然[しぜん]"),
    Interest.HELPING: _("手伝[てつだ]い"),
    Interest.LEARNING: _("まなぶ"),
    Interest.MEAL: _("たべる"),
}
DAYS: dict[str, Said] = {
    TODAY: _("きょう"),
    TOMORROW: _("あした"),
    "0": _("月曜日[げつようび]"),
    "1": _("火曜日[かようび]"),
    "2": _("水曜日[すいようび]"),
    "3": _("木曜日[もくようび]"),
    "4": _("金曜日[きんようび]"),
    "5": _("土曜日[どようび]"),
    "6": _("日曜日[にちようび]"),
}
TRAITS: dict[str, Said] = {
    Access.WHEELCHAIR: _("車[くるま]いすで 入[はい]れます"),
    Access.NO_STEPS: _("スロープか エレベーターが あります"),
    Access.TOILET: _("広[ひろ]い トイレが あります"),
    Access.OSTOMATE: _("オストメイトの トイレが あります"),
    Access.PARKING: _("近[ちか]くに 車[くるま]を とめられます"),
    Access.WHEELCHAIR_LENT: _("車[くるま]いすが かりられます"),
    Access.CANE_LENT: _("つえが かりられます"),
    Access.TACTILE: _("点字[てんじ]ブロックが あります"),
    Access.BRAILLE: _("点字[てんじ]か 読[よ]みあげが あります"),
    Access.HEARING_LOOP: _("補聴器[ほちょうき]の ループが あります"),
    Access.CAPTIONS: _("字幕[じまく]が あります"),
    Access.WRITING: _("書[か]いて 話[はな]せます"),
    Access.SIGN: _("手話[しゅわ]の できる 人[ひと]が います"),
    Access.DOG: _("補助犬[ほじょけん]と 入[はい]れます"),
    Access.QUIET_ROOM: _("静[しず]かな 部屋[へや]が あります"),
    Access.NURSING: _("授乳室[じゅにゅうしつ]が あります"),
    Access.NAPPY: _("おむつを かえられます"),
    Access.PRAM: _("ベビーカーで 入[はい]れます"),
    Access.PRAM_LENT: _("ベビーカーが かりられます"),
    Access.EATING: _("たべたり のんだり できます"),
    HostCondition.LOOK_ONLY: _("見[み]るだけでも だいじょうぶです"),
    HostCondition.NOT_EVERY_TIME: _("毎回[まいかい] 来[こ]なくても だいじょうぶです"),
    HostCondition.COMPANION_WELCOME: _("いっしょの 人[ひと]も いられます"),
    HostCondition.PICKED_UP: _("送[おく]り迎[むか]えが あります"),
    HostCondition.SMALL_GROUP: _("少[すく]ない 人[ひと]で しています"),
    HostCondition.INTRODUCED: _("はじめは だれかの 紹介[しょうかい]が いります"),
    HostCondition.CALL_FIRST: _("先[さき]に 電話[でんわ]を してください"),
    HostCondition.COMPANION_NEEDED: _("はじめは いっしょの 人[ひと]と 来[き]てください"),
    HostCondition.MEMBERS_ONLY: _("会員[かいいん]に なります"),
    HostCondition.NO_TALKING: _("話[はな]さなくても だいじょうぶです"),
    HostCondition.NO_NAMES: _("名前[なまえ]や 事情[じじょう]を 聞[き]きません"),
    HostCondition.BEGINNERS: _("はじめての 人[ひと]に 教[おし]えます"),
    HostCondition.HANDS_WANTED: _("手伝[てつだ]う 人[ひと]を さがしています"),
    HostCondition.PAID: _("お礼[れい]が もらえます"),
    HostCondition.MEAL: _("食事[しょくじ]が でます"),
    HostCondition.SMOKE_FREE: _("たばこを すいません"),
    HostCondition.VISITS: _("家[いえ]に 来[き]てくれます"),
    HostCondition.PAPERS: _("手帳[てちょう]や 役所[やくしょ]の 決定[けってい]が いります"),
}


def chosen(words: Said, *, readings: bool) -> str:
    """As a choice of a list, where nothing can stand above the words: 畑(はたけ)・花(はな), or without readings."""
    return READING.sub(r"(\1)" if readings else "", str(words))


def plain(words: Said) -> str:
    return READING.sub("", str(words)).replace(" ", "")


def when(one: OpenPlace, today: date) -> str:
    if one.next is None:
        return ""
    if one.next.opens or one.next.closes:
        return f"{say_near(one.next.day, today)} {say_span(one.next.opens, one.next.closes)}"
    return say_when(one.next.day, "" if one.opening.lines else one.place.hours, today)


def codes_of(text: str) -> list[str]:
    return [code for code in text.split(",") if code]


def welcomes(place: PublishedFacts) -> list[Said]:
    return [WELCOMES[code] for code in codes_of(place.welcome) if code in WELCOMES]


def welcomes_since(place: PublishedFacts) -> list[tuple[Said, str]]:
    """Who is welcome and from when on: 「だれでも(令和8年4月から)」."""
    rows = []
    for code in codes_of(place.welcome):
        if code in WELCOMES:
            day = date.fromisoformat(place.since[code]) if code in place.since else None
            rows.append((WELCOMES[code], _since(day) if day else ""))
    return rows


def _since(day: date) -> str:
    """令和[れいわ]8年[ねん]4月[がつ]から; 元年 is read as one word."""
    return SINCE.sub(lambda found: f"{found[0]}[{READ_AS[found[0]]}]", say_month(day)) + "から"


def traits(place: PublishedFacts) -> list[Said]:
    return [TRAITS[code] for code in codes_of(place.traits) if code in TRAITS]


def differing(one: OpenPlace, today: date) -> list[str]:
    """「12月3日 木曜日は おやすみです」, with the word of the host."""
    rows = []
    for single in closed_soon(one.opening, today):
        hours = say_span(single.opens, single.closes)
        said = (
            f"は {hours}です。"
            if single.is_open and hours
            else "も あいています。"
            if single.is_open
            else "は おやすみです。"
        )
        rows.append(f"{say_near(single.day, today)}{said}{single.words}")
    return rows


def fee(place: PublishedFacts) -> str:
    words = str(place.shown.get("fee", ""))
    if place.fee_yen is None or words:
        return words
    return "お金[かね]は いりません" if place.fee_yen == 0 else f"{place.fee_yen:,}円[えん]"


def fresh(place: PublishedFacts, today: date) -> str:
    """How old what is written here is, and what to do where it is old."""
    if place.confirmed_on is None:
        return "まだ 確[たし]かめていません。先[さき]に 電話[でんわ]で 聞[き]いてください。"
    said = f"{say_since(place.confirmed_on, today)}に 確[たし]かめました。"
    old = (today - place.confirmed_on).days > OLD
    return f"{said}古[ふる]いので、先[さき]に 電話[でんわ]で 聞[き]いてください。" if old else said
