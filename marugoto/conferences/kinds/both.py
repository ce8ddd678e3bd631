"""One body that sits in both modes (大山町 重層的支援会議設置要綱: 106条の4第2項5号 and 106条の6 in one): chosen item by item."""

from marugoto.conferences.codes import KindCode, Level
from marugoto.conferences.kinds.kind import Kind
from marugoto.disclosure.codes import BasisCode

both = Kind(
    code=KindCode.BOTH,
    name="支援会議・重層的支援会議(ひとつの会で)",
    level=Level.CASE,
    bases=(BasisCode.SUPPORT_CONFERENCE, BasisCode.CONSENT),
    article="社会福祉法106条の6・重層的支援体制整備事業実施要綱",
    says="議題ごとに、同意のある重層的支援会議か、同意がなくても話せる支援会議かを選びます。支援会議の議題の話は、ほかの議題に流れません。",
    pledge="この会議で知ったことを、席の外では話しません。役目を離れたあとも同じです(社会福祉法106条の6)。",
    examines_plans=True,
    needs="multilayered",
    without=(
        "重層的支援体制整備事業をしている市町村の会議です。",
        "同意のあることは、この自治体で使えるほかの会議で、本人の同意を根拠に話し合えます。",
    ),
)
