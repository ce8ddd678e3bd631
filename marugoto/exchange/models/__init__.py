from marugoto.exchange.models.carriage import Incoming, Outgoing
from marugoto.exchange.models.origin import Origin
from marugoto.exchange.models.place_import import Import, ImportRow, Receipt, Upload
from marugoto.exchange.models.undo import Undo, UndoneRow

__all__ = ["Import", "ImportRow", "Incoming", "Origin", "Outgoing", "Receipt", "Undo", "UndoneRow", "Upload"]
