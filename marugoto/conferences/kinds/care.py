"""地域ケア個別会議 (介護保険法115条の48)."""

from marugoto.conferences.codes import KindCode, Level
from marugoto.conferences.kinds.kind import Kind
from marugoto.disclosure.codes import BasisCode

care = Kind(
    code=KindCode.CARE,
    name="地域ケア会議",
    level=Level.CASE,
    bases=(BasisCode.CARE_CONFERENCE, BasisCode.CONSENT),
    article="介護保険法115条の48",
    says="高齢の方の支援を話し合い、地域の課題を見つけます。",
    pledge="この会議で知ったことを、席の外では話しません(介護保険法115条の48)。",
)
