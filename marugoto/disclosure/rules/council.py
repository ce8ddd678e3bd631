"""Bodies in which agencies sit together by law, beside the 支援会議: which members each has, what it needs, who may sit in it.

A body of that sort is the municipality's own dated data: by what it was set up, who belongs to it, which secrecy its members promise,
which one agency coordinates it. What the law says about the sort stands here, with its source; what was not read in the law's own text
is marked so, and says so wherever it is printed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from marugoto.disclosure.codes import BasisCode, CouncilKind
from marugoto.kernel.decision import YES, Decision, no


@dataclass(frozen=True)
class Sort:
    """`basis`: on which its members may share; None: it is no ground to share on, and what is said there stands on consent. `invites`:
    whoever is no member may be asked to one item. `notice`: it has to be made known publicly. `one_coordinator`: exactly one."""

    kind: CouncilKind
    name: str
    article: str
    basis: BasisCode | None
    invites: bool
    says: str
    notice: bool = False
    one_coordinator: bool = False
    pledge: str = ""
    verified: bool = True
    source: str = ""


COUNCILS: tuple[Sort, ...] = (
    Sort(
        CouncilKind.SUPPORT,
        "支援会議",
        "社会福祉法106条の6",
        BasisCode.SUPPORT_CONFERENCE,
        invites=True,
        says="支援関係機関のほか、支援に関わる人と、市町村が要ると認めた人が席につけます。",
        pledge="この会議で知ったことを、席の外では話しません。役目を離れたあとも同じです(社会福祉法106条の6)。",
        source="社会福祉法106条の6、市町村の支援会議の要綱",
    ),
    Sort(
        CouncilKind.POVERTY,
        "生活困窮の支援会議",
        "生活困窮者自立支援法9条",
        BasisCode.POVERTY_CONFERENCE,
        invites=True,
        says="関係機関のほか、支援に関わる人が席につけます。前からある会議体を使えます。",
        pledge="この会議で知ったことを、席の外では話しません。役目を離れたあとも同じです(生活困窮者自立支援法9条)。",
        source="国の支援会議のガイドライン、市町村の要綱",
    ),
    Sort(
        CouncilKind.ASSISTANCE,
        "生活保護の調整会議",
        "生活保護法27条の3",
        BasisCode.ASSISTANCE_CONFERENCE,
        invites=True,
        says="福祉・就労・教育・住宅などの関係機関のうち、保護の実施機関が認めた人で組織します。",
        pledge="この会議で知ったことを、席の外では話しません。役目を離れたあとも同じです。",
        verified=False,
        source="令和7年3月31日社援保発0331第1号(席に招くことを「認めた」と読むのはわたしたちの読み。守秘の項は、条文で確かめていない)",
    ),
    Sort(
        CouncilKind.CARE,
        "地域ケア会議",
        "介護保険法115条の48",
        BasisCode.CARE_CONFERENCE,
        invites=True,
        says="介護支援専門員、保健医療と福祉の知識がある人、民生委員などの関係者でつくります。",
        pledge="この会議で知ったことを、席の外では話しません(介護保険法115条の48)。",
        verified=False,
        source="介護保険法115条の48(構成員のほかの人を席に招けるかは、条文で確かめていない)",
    ),
    Sort(
        CouncilKind.CHILD,
        "要保護児童対策地域協議会",
        "児童福祉法25条の2",
        BasisCode.CHILD_COUNCIL,
        invites=False,
        says="構成員だけで話し合います。設けたことと構成員を公示し、調整機関を一つだけ決めます。",
        notice=True,
        one_coordinator=True,
        pledge="この会議で知ったことを、席の外では話しません。役目を離れたあとも同じです(児童福祉法25条の5)。",
        source="児童福祉法25条の2から25条の5",
    ),
    Sort(
        CouncilKind.LONELINESS,
        "孤独・孤立対策地域協議会",
        "孤独・孤立対策推進法15条",
        None,
        invites=False,
        says="設けたこと、名前、調整機関、構成員を公示します。調整機関は一つまでです。",
        notice=True,
        pledge="この会議で知ったことを、席の外では話しません。役目を離れたあとも同じです(孤独・孤立対策推進法)。",
        verified=False,
        source="孤独・孤立対策推進法15条(同意なしに伝え合える範囲は、条文で確かめていない。ここでは同意で話す)",
    ),
    Sort(
        CouncilKind.DISABILITY,
        "障害の協議会",
        "障害者総合支援法89条の3",
        None,
        invites=False,
        says="相談支援の事業者、障害のある人の団体、教育・仕事・医療の関係者などでつくります。",
        pledge="この会議で知ったことを、席の外では話しません。役目を離れたあとも同じです。",
        verified=False,
        source="障害者総合支援法89条の3(守秘と情報を求める規定は、条文で確かめていない。ここでは同意で話す)",
    ),
    Sort(
        CouncilKind.HOUSING,
        "居住支援協議会",
        "住宅セーフティネット法(居住支援協議会)",
        None,
        invites=False,
        says="自治体、不動産の団体、居住支援法人などでつくります。",
        pledge="この会議で知ったことを、席の外では話しません。役目を離れたあとも同じです。",
        verified=False,
        source="住宅確保要配慮者に対する賃貸住宅の供給の促進に関する法律(条番号と、個人情報の規定の有無は確かめていない。ここでは同意で話す)",
    ),
    Sort(
        CouncilKind.OTHER,
        "そのほかの会議体",
        "その会議体の要綱",
        None,
        invites=False,
        says="法律に根拠のない会議体です。名前のあることは、本人の同意で話します。",
        pledge="この会議で知ったことを、席の外では話しません。",
    ),
)
BY_KIND: Mapping[CouncilKind, Sort] = {one.kind: one for one in COUNCILS}


@dataclass(frozen=True)
class Entry:
    """What is entered about a body. `notice_said`: number and day of what set it up, or made it known."""

    kind: CouncilKind
    name: str
    notice_said: bool
    since: date
    today: date
    coordinator: UUID | None = None
    usable: Decision = YES
    alone: bool = True  # no other of this sort runs here
    named_twice: bool = False  # one of this sort and name runs here


@dataclass(frozen=True)
class Belongs:
    """A membership in force: the agency, and the one person where somebody is appointed by name."""

    member: UUID
    agency: UUID | None
    duty: UUID | None = None


def may_enter(entry: Entry, *, keeps_house: bool) -> Decision:
    sort = BY_KIND[entry.kind]
    if not keeps_house:
        return no("会議体を入れられるのは、庶務か課長です。", "庶務の人に頼んでください。")
    if not entry.usable:
        return entry.usable
    if not entry.name.strip():
        return no("会議体の名前が書かれていません。", "要綱などにある名前を書いてください。")
    if not entry.notice_said:
        return no(
            "要綱・告示の番号と日が書かれていません。", "設けたときの要綱か告示を見て、番号と日を書いてください。"
        )
    if not _is_new(entry):
        return _is_new(entry)
    if sort.one_coordinator and entry.coordinator is None:
        return no(
            f"{sort.name}({sort.article})には、調整機関が一つ要ります。",
            "構成員のうち、調整機関になる係を選んでください。",
        )
    return YES


def _is_new(entry: Entry) -> Decision:
    sort = BY_KIND[entry.kind]
    if not entry.alone and sort.one_coordinator:
        return no(f"{sort.name}は、もう入っています。", "変えるときは、いまのものを終えてから入れてください。")
    if entry.named_twice:
        return no(
            f"「{entry.name.strip()}」は、もう入っています。",
            "一覧で確かめてください。変えるときは、いまのものを終えてから入れてください。",
        )
    return YES


def may_keep(*, keeps_house: bool, running: bool = True, reasoned: bool = True) -> Decision:
    """Members, texts and endings, by the same hands."""
    if not keeps_house:
        return no("構成員や誓約の文を変えられるのは、庶務か課長です。", "庶務の人に頼んでください。")
    if not running:
        return no("もう終わっています。", "画面を開き直してください。")
    if not reasoned:
        return no("わけが書かれていません。", "あとから読む人のために、一言書いてください。")
    return YES


def may_belong(
    *,
    keeps_house: bool,
    running: bool,
    named: bool,
    here_already: bool,
    since: date,
    until: date | None,
    appointed: bool = True,
) -> Decision:
    """`appointed`: whoever is named to sit for the agency works there."""
    if not may_keep(keeps_house=keeps_house, running=running):
        return may_keep(keeps_house=keeps_house, running=running)
    if not named:
        return no("機関も人も選ばれていません。", "構成機関を選ぶか、人の名前を書いてください。")
    if not appointed:
        return no(
            "指名された人は、選ばれた機関の人ではありません。", "その人の機関を選ぶか、機関の人を選び直してください。"
        )
    if here_already:
        return no("もう構成員です。", "変えるときは、いまのものを終えてから入れてください。")
    if until is not None and until <= since:
        return no("終わりの日が、始まりより前です。", "始まりより先の日を書いてください。")
    return YES


def admitted_by(members: Iterable[Belongs], *, agency: UUID, duty: UUID) -> UUID | None:
    """The membership under which somebody sits; one appointed by name goes before his agency."""
    found = [one for one in members if one.agency == agency and one.duty in {None, duty}]
    found.sort(key=lambda one: one.duty is None)
    return found[0].member if found else None


def may_take_place(kind: CouncilKind, *, member: bool, reason: str, called: str) -> Decision:
    """Whoever does not belong to the body sits under its ground only where the law lets others be asked, and with the reason why."""
    sort = BY_KIND[kind]
    if member:
        return YES
    if not sort.invites:
        return no(
            f"この人の機関は、{called}の構成員ではありません({sort.article})。{sort.says}",
            "その機関を構成員に加えるか、別の根拠の議題として話してください。",
        )
    if not reason.strip():
        return no(
            f"この人の機関は、{called}の構成員ではありません。招いた人として席につくには、わけが要ります({sort.article})。",
            "なぜこの議題に要るかを、「なぜこの人か」に書いてください。",
        )
    return YES


def may_promise(*, still_member: bool) -> Decision:
    if not still_member:
        return no(
            "この席は、構成員として作られました。会議の日には、もう構成員ではありません。",
            "会議を呼びかけた係に、席を作り直してもらってください。",
        )
    return YES


def may_meet_together(kinds: Iterable[CouncilKind]) -> Decision:
    """One sitting under several bodies: each once, so that every item says under which it is."""
    known = list(kinds)
    grounds = [BY_KIND[one].basis for one in known if BY_KIND[one].basis]
    if len(grounds) != len(set(grounds)):
        return no(
            "同じ根拠の会議体が二つ選ばれています。", "議題ごとにどの会議体か分かるように、一つだけ選んでください。"
        )
    return YES
