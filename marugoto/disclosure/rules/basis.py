"""The legal bases as data: article, validity, what each allows, whom it binds, and which a body may use on a day.

An entry for each version: an amendment is another entry with its dates, and the former one stays, because what was opened under it
cites it. What a body has or has not (重層, a welfare office, a council) are dated entries of its profile. Sources: the laws, the
state's papers on them, and the ordinances of municipalities, as each entry cites. What is marked `verified=False` was not checked
against the promulgated text and says so wherever it is printed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from marugoto.disclosure.codes import BasisCode
from marugoto.kernel.decision import YES, Decision, no

USUAL_WAY = "本人の同意か、使える会議を選んでください。"
OUTSIDE = "聞いたことを外で話してはいけません。"
BY_LAW = "個人情報の保護に関する法律69条、個人情報保護委員会「行政機関等編」の手引"
SECRECY = "席にいる人と、いた人の全員。役目を離れたあとも続く"


@dataclass(frozen=True)
class Basis:
    """One version of one ground. `needs` names the profile entry of the body that must be "yes"; `until` is exclusive. `says` is read by
    whoever reads on it; `gate` says when it can be used, `instead` what is lawful where it cannot."""

    code: BasisCode
    name: str
    article: str
    since: date
    until: date | None
    says: str
    needs: str = ""
    needs_consent: bool = False
    by_conference: bool = False
    ring_fenced: bool = False
    verified: bool = True
    asks_reason: bool = False
    needs_decision: bool = False
    allows: str = ""
    binds: str = ""
    gate: str = ""
    duty: str = ""
    source: str = ""
    instead: str = USUAL_WAY


BASES: tuple[Basis, ...] = (
    Basis(
        BasisCode.OWN_DUTY,
        "自分の機関の仕事",
        "個人情報保護法69条1項",
        date(2023, 4, 1),
        None,
        "自分の機関が、自分の仕事として受け付けた記録だから読めます。",
        allows="受け付けた目的の中で、同じ機関の係が使うこと",
        binds="市町村の職員と、委託を受けて働く人",
        gate="受け付けた係と、同じ機関の中で引きついだ係だけです。",
        duty="仕事で知ったことを、ほかで話さない。",
        source=BY_LAW,
    ),
    Basis(
        BasisCode.CONSENT,
        "本人の同意",
        "個人情報保護法69条2項1号",
        date(2023, 4, 1),
        None,
        "本人が、この機関に伝えてよいと答えたから読めます。",
        needs_consent=True,
        allows="本人が選んだ相手に、選んだ部分を、決めた日まで伝えること",
        binds="答えを聞いた係と、受け取った係",
        gate="世帯のことは、そこにいる一人ひとりの答えが要ります。",
        duty="取り消されたら、その時から伝えない。伝えてあったものを一覧で示す。",
        source=BY_LAW,
    ),
    Basis(
        BasisCode.SUPPORT_CONFERENCE,
        "支援会議",
        "社会福祉法106条の6",
        date(2021, 4, 1),
        None,
        f"支援会議のこの議題の席にいるか、そこで決まった役割を引き受けた係だから読めます。{OUTSIDE}",
        needs="multilayered",
        by_conference=True,
        ring_fenced=True,
        allows="支援に必要な情報を、本人の同意がなくても、席の中で出し合うこと",
        binds=SECRECY,
        gate="重層的支援体制整備事業をしている市町村だけです。",
        duty="会議も資料も公開しない。漏らしたときの罰則がある。",
        source="社会福祉法(令和3年4月1日施行)、市町村の支援会議の要綱",
        instead="本人の同意を得るか、この自治体で使えるほかの会議(生活困窮の支援会議、地域ケア会議、要対協)にかけてください。",
    ),
    Basis(
        BasisCode.SUPPORT_CONFERENCE,
        "支援会議",
        "社会福祉法106条の6(2026年の改正)",
        date(2026, 1, 1),
        None,
        f"支援会議のこの議題の席にいるか、そこで決まった役割を引き受けた係だから読めます。{OUTSIDE}",
        needs="support_conference_for_all",
        by_conference=True,
        ring_fenced=True,
        verified=False,
        allows="重層をしていない市町村も、支援会議を開くこと(と伝えられている)",
        binds=SECRECY,
        gate="公布された条文と施行の日を、この自治体の人が確かめて入れた日からです。",
        duty="会議も資料も公開しない。漏らしたときの罰則がある。",
        source="社会保障審議会福祉部会 2025年11月17日の資料と12月18日の報告書。成立は2026年6月ごろと伝えられ、条文はまだ見ていない",
    ),
    Basis(
        BasisCode.POVERTY_CONFERENCE,
        "生活困窮の支援会議",
        "生活困窮者自立支援法9条",
        date(2018, 10, 1),
        None,
        f"生活困窮の支援会議の席にいるか、そこで決まった役割を引き受けた係だから読めます。{OUTSIDE}",
        needs="welfare_office",
        by_conference=True,
        ring_fenced=True,
        allows="生活に困っている方のことを、同意がなくても、席の中で出し合うこと",
        binds=SECRECY,
        gate="福祉事務所を置いている自治体だけです。町村は、県の福祉事務所が開きます。",
        duty="会議は公開しない。漏らしたときの罰則がある。",
        source="生活困窮者自立支援法、国の支援会議のガイドライン、市町村の要綱",
    ),
    Basis(
        BasisCode.ASSISTANCE_CONFERENCE,
        "生活保護の調整会議",
        "生活保護法27条の3",
        date(2025, 4, 1),
        None,
        f"生活保護の調整会議の席にいるか、そこで決まった役割を引き受けた係だから読めます。{OUTSIDE}",
        needs="assistance_conference",
        by_conference=True,
        ring_fenced=True,
        verified=False,
        allows="保護を受けている方のことを、席の中で出し合うこと。同意のない方のことをどこまで出せるかは、条文で確かめてから",
        binds=SECRECY,
        gate="保護の実施機関(福祉事務所を置く自治体)が、条文を確かめ、置いたことを入れた日からです。",
        duty="席の外で話さない。会議と資料は公開しない(守秘の項と罰則は、条文で確かめていない)。",
        source="「調整会議の組織及び運営について」(令和7年3月31日社援保発0331第1号)。"
        "施行の日と組織する者はこの通知で読み、伝え合える範囲は条文で確かめていない",
        instead="本人の同意を得て話すか、生活困窮の支援会議など、この自治体で使えるほかの会議にかけてください。",
    ),
    Basis(
        BasisCode.CARE_CONFERENCE,
        "地域ケア会議",
        "介護保険法115条の48",
        date(2015, 4, 1),
        None,
        f"地域ケア会議の席にいるか、そこで決まった役割を引き受けた係だから読めます。{OUTSIDE}",
        by_conference=True,
        ring_fenced=True,
        allows="介護の要る方を地域で支える相談に、必要な資料や意見を求めること",
        binds=SECRECY,
        gate="市町村なら、どこでも開けます。",
        duty="漏らしたときの罰則がある。",
        source="介護保険法",
    ),
    Basis(
        BasisCode.CHILD_COUNCIL,
        "要保護児童対策地域協議会",
        "児童福祉法25条の2",
        date(2005, 4, 1),
        None,
        f"要対協の構成員として席にいるか、そこで決まった役割を引き受けた係だから読めます。{OUTSIDE}",
        needs="child_council",
        by_conference=True,
        ring_fenced=True,
        allows="要保護児童・要支援児童・特定妊婦と保護者のことを、構成員の間で出し合うこと",
        binds="構成員。公の機関の職員、法人の役員と職員、そのほかの人(それぞれ、離れたあとも)",
        gate="協議会を置き、公示した自治体だけです。",
        duty="調整機関は一つ。漏らしたときの罰則がある。",
        source="児童福祉法25条の2から25条の5",
    ),
    Basis(
        BasisCode.PURPOSE_CHANGE,
        "目的外の提供(相当の理由)",
        "個人情報保護法69条2項2号・3号",
        date(2023, 4, 1),
        None,
        "相当の理由があると決めた人がいて、その理由が残っているから読めます。",
        asks_reason=True,
        needs_decision=True,
        allows="同じ機関の中の別の仕事に使う(2号)か、ほかの公の機関に伝える(3号)こと",
        binds="求めた係、決めた人、受け取った係",
        gate="渡す人とは別の課長か首長が、決めてからです。本人やほかの人の権利を不当に害するときは使えません。",
        duty="決定とそのわけを残す。終わりの日から先は読めない。",
        source=BY_LAW,
    ),
    Basis(
        BasisCode.EMERGENCY,
        "いのちや体の危険",
        "個人情報保護法69条2項4号",
        date(2023, 4, 1),
        None,
        "いのちや体があぶないため、60分だけ開いています。あとで二人が確かめます。",
        verified=False,
        asks_reason=True,
        allows="明らかに本人の利益になるなど、特別の理由があるときに使うこと",
        binds="開いた人、もう一人、知らせを受けた二人",
        gate="60分・一つの世帯・二人への知らせは、この仕組みの決まりです。",
        duty="一日のうちに説明を書く。",
        source="個人情報の保護に関する法律69条2項4号(急ぎの場合への当てはめは、手引で確かめていない)",
    ),
)


def first_of_each(bases: Iterable[Basis]) -> dict[BasisCode, Basis]:
    """The first entry of a ground says how it is called; in the order of the list."""
    found = dict[BasisCode, Basis]()
    for basis in bases:
        found.setdefault(basis.code, basis)
    return found


BY_CODE: Mapping[BasisCode, Basis] = first_of_each(BASES)
CALLED = "called_"  # so begins the name of the profile's entry with what a body calls a basis


def may_use(code: BasisCode, *, profile: Mapping[str, str], day: date) -> Decision:
    """May this body use the basis on that day, by any of its versions? `profile` holds the body's differences in force."""
    answers = [may_use_entry(basis, profile=profile, day=day) for basis in BASES if basis.code is code]
    return next((one for one in answers if one), answers[0])


def may_use_entry(basis: Basis, *, profile: Mapping[str, str], day: date) -> Decision:
    if day < basis.since or (basis.until is not None and day >= basis.until):
        return no(f"「{basis.name}」({basis.article})は、この日には使えません。", "別の根拠を選んでください。")
    if basis.needs and profile.get(basis.needs) != "yes":
        return no(f"「{basis.name}」({basis.article})は、この自治体では今は使えません。{basis.gate}", basis.instead)
    return YES


def in_use(code: BasisCode, *, profile: Mapping[str, str], day: date) -> Basis:
    """By which of its versions this body stands on the basis on that day: what is printed names the provision that applies to it.
    The first where it may use none of them."""
    versions = [basis for basis in BASES if basis.code is code]
    return next((one for one in versions if may_use_entry(one, profile=profile, day=day)), versions[0])


def usable(*, profile: Mapping[str, str], day: date) -> list[Basis]:
    """The bases this body may use on that day, in the order of the list, each once."""
    return [basis for basis in BY_CODE.values() if may_use(basis.code, profile=profile, day=day)]


def called(code: BasisCode, *, profile: Mapping[str, str]) -> str:
    """As the body itself calls it, with the name of the law beside: a name alone does not tell the ground."""
    own, name = profile.get(f"{CALLED}{code}", ""), BY_CODE[code].name
    return f"{own}({name})" if own and own != name else name
