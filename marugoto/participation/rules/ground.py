"""By which law somebody may go to a person who has not asked, and keep what is seen there.

What may be kept before anybody has agreed: what the work named here needs, and no more (個人情報保護法61条1項, by the state's guide;
not checked against the text). Nothing of it goes out of the house without a ground of its own (`disclosure.rules.basis`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from marugoto.kernel.decision import YES, Decision, no
from marugoto.participation.codes import OutreachGround


@dataclass(frozen=True)
class Ground:
    """`needs`: the profile entry of the body that must be "yes"; `verified`: checked against sources that quote the article."""

    code: OutreachGround
    name: str
    article: str
    source: str
    needs: str = ""
    verified: bool = True

    @property
    def said(self) -> str:
        return f"{self.name}({self.article})" if self.article else self.name


GROUNDS: tuple[Ground, ...] = (
    Ground(
        OutreachGround.CONTINUED,
        "アウトリーチ等を通じた継続的支援",
        "社会福祉法106条の4第2項4号",
        "社会福祉法(令和3年4月1日施行)、厚生労働省の重層的支援体制整備事業の資料",
        needs="multilayered",
    ),
    Ground(
        OutreachGround.ALL_TOWNS,
        "包括的な支援体制の整備",
        "社会福祉法106条の3第1項",
        "社会福祉法。住民の気づきから支援につなぐ体制をつくる努力義務",
    ),
    Ground(
        OutreachGround.POVERTY,
        "生活困窮者自立相談支援",
        "生活困窮者自立支援法3条2項",
        "生活困窮者自立支援法。福祉事務所のない町村では、県の仕事",
        needs="welfare_office",
    ),
    Ground(
        OutreachGround.AGED,
        "総合相談支援(地域包括支援センター)",
        "介護保険法115条の45第2項1号",
        "介護保険法",
    ),
    Ground(
        OutreachGround.COUNCIL,
        "支援会議で決めた役割",
        "社会福祉法106条の6",
        "社会福祉法。会議で聞いたことは、会議の綴りの外に書き写さない",
        needs="multilayered",
    ),
    Ground(
        OutreachGround.OTHER,
        "ほかの法律・要綱",
        "",
        "条文をわけの欄に書いてください",
        verified=False,
    ),
)
BY_CODE: Mapping[OutreachGround, Ground] = {ground.code: ground for ground in GROUNDS}


def grounds_of(profile: Mapping[str, str]) -> tuple[Ground, ...]:
    """Those this body has: what it does not run it cannot stand on."""
    return tuple(ground for ground in GROUNDS if not ground.needs or profile.get(ground.needs) == "yes")


def may_stand_on(code: OutreachGround, profile: Mapping[str, str]) -> Decision:
    ground = BY_CODE[code]
    if ground not in grounds_of(profile):
        return no(f"「{ground.said}」は、この自治体では今は使えません。", "別の根拠を選んでください。")
    return YES
