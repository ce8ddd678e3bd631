"""要対協 代表者会議 (児童福祉法25条の2), the first of the three layers: heads of the members, no single case (domain.md §1.4)."""

from marugoto.conferences.codes import KindCode, Level
from marugoto.conferences.kinds.kind import Kind

child_heads = Kind(
    code=KindCode.CHILD_HEADS,
    name="要対協 代表者会議",
    level=Level.HEADS,
    bases=(),
    article="児童福祉法25条の2",
    says="構成員の代表が、要対協のしくみと動き方を確かめます。ケースの名前は出しません。",
    pledge="",
    needs="child_council",
)
