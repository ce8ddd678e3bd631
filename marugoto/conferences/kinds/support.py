"""支援会議 (社会福祉法106条の6): no consent needed, closed, seats chosen item by item, secrecy for those who sit and have sat."""

from marugoto.conferences.codes import KindCode, Level
from marugoto.conferences.kinds.kind import Kind
from marugoto.disclosure.codes import BasisCode

support = Kind(
    code=KindCode.SUPPORT,
    name="支援会議",
    level=Level.CASE,
    bases=(BasisCode.SUPPORT_CONFERENCE,),
    article="社会福祉法106条の6",
    says="本人の同意がなくても、支援に必要な情報を席の中だけで話し合えます。会議も資料も公開しません。",
    pledge="この会議で知ったことを、席の外では話しません。役目を離れたあとも同じです(社会福祉法106条の6)。",
    examines_plans=True,
)
