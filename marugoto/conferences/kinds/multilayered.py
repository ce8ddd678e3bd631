"""重層的支援会議 (実施要綱・自治体事務マニュアル): only matters whose sharing the person agreed to."""

from marugoto.conferences.codes import KindCode, Level
from marugoto.conferences.kinds.kind import Kind
from marugoto.disclosure.codes import BasisCode

multilayered = Kind(
    code=KindCode.MULTILAYERED,
    name="重層的支援会議",
    level=Level.CASE,
    bases=(BasisCode.CONSENT,),
    article="重層的支援体制整備事業実施要綱",
    says="本人が同意したことだけを話し合い、プランの適切さ・評価・終わりを決めます。",
    pledge="この会議で知ったことは、本人の支援のためだけに使います。",
    examines_plans=True,
    needs="multilayered",
    without=(
        "重層的支援体制整備事業をしている市町村の会議です。",
        "同意のあることは、この自治体で使えるほかの会議で、本人の同意を根拠に話し合えます。",
    ),
)
