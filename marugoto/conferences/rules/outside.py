"""Who may be asked from outside, to which item, and how long his account stands.

社会福祉法106条の6: besides the 支援関係機関 whoever supports residents and others whom the municipality finds necessary may sit (domain.md
§1.2); 児童福祉法25条の2 leaves a 要対協 to its members.
"""

from collections.abc import Sequence
from datetime import date, datetime

from marugoto.agencies.codes import Field
from marugoto.conferences.codes import OutsideKind, Stage
from marugoto.conferences.rules.agenda import may_sit
from marugoto.disclosure.codes import BasisCode
from marugoto.kernel.decision import YES, Decision, no
from marugoto.kernel.jst import end_of_day, local_day

FIELD_OF_KIND = {
    OutsideKind.SCHOOL: Field.EDUCATION,
    OutsideKind.CLINIC: Field.HEALTH,
    OutsideKind.POLICE: Field.OTHER,
    OutsideKind.WELFARE: Field.COMMUNITY,
    OutsideKind.BUSINESS: Field.OTHER,
    OutsideKind.PRIVATE: Field.OTHER,
}


# Conferences that the municipality itself organises and whose members it designates (社会福祉法106条の6第1項, 生活困窮者自立支援法9条1項;
# 生活保護法27条の3 by 社援保発0331第1号).
# That an agency under contract may therefore not ask others to them by itself is our reading; no text was found that says so.
BY_THE_BODY = frozenset({BasisCode.SUPPORT_CONFERENCE, BasisCode.POVERTY_CONFERENCE, BasisCode.ASSISTANCE_CONFERENCE})


def may_ask_outside(
    basis: BasisCode,
    stages: Sequence[Stage],
    *,
    agreed_on: date | None,
    day: date,
    contracted: bool = False,
    member: bool = False,
) -> Decision:
    if not may_sit(stages):
        return may_sit(stages)
    if contracted and basis in BY_THE_BODY:
        return no(
            "この会議に外の人を招くのは、会議を組織する自治体の職員です(委託先は招けません)。",
            "市の係に、だれを、なぜ招きたいかを伝えてください。その係が会議を呼びかけると、外の席が作れます。",
        )
    if basis is BasisCode.CHILD_COUNCIL and not member:
        return no(
            "要対協は、構成員だけで話し合います(児童福祉法25条の2)。",
            "その機関を会議体の構成員に加えてから、構成員として席を作ってください。",
        )
    if basis is BasisCode.CONSENT and agreed_on is None:
        return no(
            "同意で話す議題です。外の人が席にいることに、世帯の方が同意した日が書かれていません。",
            "同意をもらった日を書いてください。",
        )
    if agreed_on is not None and agreed_on > day:
        return no("同意の日が、これからの日になっています。", "日を直してください。")
    return YES


def account_until(ends_at: datetime) -> datetime:
    """The end of the day on which the conference is held; closing it ends the account before."""
    return end_of_day(local_day(ends_at))


def may_take_in(*, until: datetime, said_at: datetime) -> Decision:
    """What he wrote while his account stood is taken in, also where the letter came late; what was written later is not."""
    if said_at > until:
        return no("この席は、もう終わっています。")
    return YES
