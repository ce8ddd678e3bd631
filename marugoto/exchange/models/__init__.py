from marugoto.exchange.models.origin import Origin
from marugoto.exchange.models.place_import import Import, ImportRow, Receipt, Upload
from marugoto.exchange.models.undo import Undo, UndoneRow

__all__ = ["Import", "ImportRow", "Origin", "Receipt", "Undo", "UndoneRow", "Upload"]
