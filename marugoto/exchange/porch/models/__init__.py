from marugoto.exchange.porch.models.host import HostLetter, HostPage
from marugoto.exchange.porch.models.knock import Knock
from marugoto.exchange.porch.models.notice import NoticeStep, NoticeWords, PorchNotice
from marugoto.exchange.porch.models.package import Parcel, TakenPackage
from marugoto.exchange.porch.models.place import PublishedBody, PublishedPlace
from marugoto.exchange.porch.models.table import TableLetter, TableSeat

__all__ = [
    "HostLetter",
    "HostPage",
    "Knock",
    "NoticeStep",
    "NoticeWords",
    "Parcel",
    "PorchNotice",
    "PublishedBody",
    "PublishedPlace",
    "TableLetter",
    "TableSeat",
    "TakenPackage",
]
