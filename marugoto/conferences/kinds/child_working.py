"""要対協 実務者会議 (児童福祉法25条の2): the second of the three layers, which goes through all cases that are followed.

Source: domain.md §1.4 (three layers: 代表者会議・実務者会議・個別ケース検討会議).
"""

from marugoto.conferences.codes import KindCode, Level
from marugoto.conferences.kinds.kind import Kind
from marugoto.disclosure.codes import BasisCode

child_working = Kind(
    code=KindCode.CHILD_WORKING,
    name="要対協 実務者会議",
    level=Level.WORKING,
    bases=(BasisCode.CHILD_COUNCIL,),
    article="児童福祉法25条の2",
    says="要対協で見守っているすべてのケースの進み具合を、構成員だけで確かめます。",
    pledge="この会議で知ったことを、席の外では話しません。役目を離れたあとも同じです(児童福祉法25条の5)。",
)
