"""生活保護の調整会議 (生活保護法27条の3, since 1 April 2025): whoever carries out 保護 organises it (社援保発0331第1号).

How far somebody may be spoken of without agreement was not read in the article, so an item may stand on consent as well, and the ground
itself is off until the body has confirmed it.
"""

from marugoto.conferences.codes import KindCode, Level
from marugoto.conferences.kinds.kind import Kind
from marugoto.disclosure.codes import BasisCode

assistance = Kind(
    code=KindCode.ASSISTANCE,
    name="生活保護の調整会議",
    level=Level.CASE,
    bases=(BasisCode.ASSISTANCE_CONFERENCE, BasisCode.CONSENT),
    article="生活保護法27条の3",
    says="保護を受けている方を、福祉・仕事・学び・住まいの機関でどう支えるかを話し合います。",
    pledge="この会議で知ったことを、席の外では話しません。役目を離れたあとも同じです。",
    needs="welfare_office",
)
