from marugoto.exchange.models.carriage import Incoming, Outgoing
from marugoto.exchange.models.import_work import ImportWork
from marugoto.exchange.models.mail import DigestMail, MailWish
from marugoto.exchange.models.origin import Origin
from marugoto.exchange.models.place_import import Import, ImportRow, Receipt, Upload
from marugoto.exchange.models.staff_list import StaffList, StaffReceipt, StaffRow
from marugoto.exchange.models.undo import Undo, UndoneRow

__all__ = [
    "DigestMail",
    "Import",
    "ImportRow",
    "ImportWork",
    "Incoming",
    "MailWish",
    "Origin",
    "Outgoing",
    "Receipt",
    "StaffList",
    "StaffReceipt",
    "StaffRow",
    "Undo",
    "UndoneRow",
    "Upload",
]
