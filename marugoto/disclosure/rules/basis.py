"""The legal bases as data: article, validity, what each allows, and which a body may use on a day.

Sources: research on 社会福祉法106条の6 and its neighbours; what is marked `verified=False` was not checked against the promulgated
text and says so wherever it is printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from marugoto.disclosure.codes import BasisCode
from marugoto.kernel.decision import YES, Decision, no


@dataclass(frozen=True)
class Basis:
    """One ground. `needs` names the profile entry of the body that must be "yes"; `until` is exclusive."""

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


BASES: tuple[Basis, ...] = (
    Basis(
        BasisCode.OWN_DUTY,
        "自分の機関の仕事",
        "個人情報保護法69条1項",
        date(2023, 4, 1),
        None,
        "自分の機関が、自分の仕事として受け付けた記録だから読めます。",
    ),
    Basis(
        BasisCode.CONSENT,
        "本人の同意",
        "個人情報保護法69条2項1号",
        date(2023, 4, 1),
        None,
        "本人が、この機関に伝えてよいと答えたから読めます。",
        needs_consent=True,
    ),
    Basis(
        BasisCode.SUPPORT_CONFERENCE,
        "支援会議",
        "社会福祉法106条の6",
        date(2021, 4, 1),
        None,
        "支援会議のこの議題の席にいるか、そこで決まった役割を引き受けた係だから読めます。聞いたことを外で話してはいけません。",
        needs="multilayered",
        by_conference=True,
        ring_fenced=True,
    ),
    Basis(
        BasisCode.POVERTY_CONFERENCE,
        "生活困窮の支援会議",
        "生活困窮者自立支援法9条",
        date(2018, 10, 1),
        None,
        "生活困窮の支援会議の席にいるか、そこで決まった役割を引き受けた係だから読めます。聞いたことを外で話してはいけません。",
        needs="welfare_office",
        by_conference=True,
        ring_fenced=True,
    ),
    Basis(
        BasisCode.CARE_CONFERENCE,
        "地域ケア会議",
        "介護保険法115条の48",
        date(2015, 4, 1),
        None,
        "地域ケア会議の席にいるか、そこで決まった役割を引き受けた係だから読めます。聞いたことを外で話してはいけません。",
        by_conference=True,
        ring_fenced=True,
    ),
    Basis(
        BasisCode.CHILD_COUNCIL,
        "要保護児童対策地域協議会",
        "児童福祉法25条の2",
        date(2005, 4, 1),
        None,
        "要対協の構成員として席にいるか、そこで決まった役割を引き受けた係だから読めます。聞いたことを外で話してはいけません。",
        needs="child_council",
        by_conference=True,
        ring_fenced=True,
    ),
    Basis(
        BasisCode.PURPOSE_CHANGE,
        "目的外の提供(相当の理由)",
        "個人情報保護法69条2項2号・3号",
        date(2023, 4, 1),
        None,
        "相当の理由があると決めた人がいて、その理由が残っているから読めます。",
        asks_reason=True,
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
    ),
)
BY_CODE: Mapping[BasisCode, Basis] = {basis.code: basis for basis in BASES}


def may_use(code: BasisCode, *, profile: Mapping[str, str], day: date) -> Decision:
    """May this body use the basis on that day? `profile` holds the body's differences in force."""
    basis = BY_CODE[code]
    if day < basis.since or (basis.until is not None and day >= basis.until):
        return no(f"「{basis.name}」({basis.article})は、この日には使えません。", "別の根拠を選んでください。")
    if basis.needs and profile.get(basis.needs) != "yes":
        return no(
            f"「{basis.name}」({basis.article})は、この自治体では今は使えません。",
            "本人の同意か、使える会議を選んでください。",
        )
    return YES


def usable(*, profile: Mapping[str, str], day: date) -> list[Basis]:
    """The bases this body may use on that day, in the order of the list."""
    return [basis for basis in BASES if may_use(basis.code, profile=profile, day=day)]
