"""要保護児童対策地域協議会 (児童福祉法25条の2), case level."""

from marugoto.conferences.codes import KindCode, Level
from marugoto.conferences.kinds.kind import Kind
from marugoto.disclosure.codes import BasisCode

child = Kind(
    code=KindCode.CHILD,
    name="要対協 個別ケース検討会議",
    level=Level.CASE,
    bases=(BasisCode.CHILD_COUNCIL,),
    article="児童福祉法25条の2",
    says="要保護児童・要支援児童・特定妊婦とその保護者のことを、構成員だけで話し合います。",
    pledge="この会議で知ったことを、席の外では話しません。役目を離れたあとも同じです(児童福祉法25条の5)。",
)
