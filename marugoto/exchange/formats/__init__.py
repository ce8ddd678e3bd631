"""The layouts we can read and write, one file each. A new one is a file, a line here, a sample and a test."""

from marugoto.exchange.formats.aed import AED
from marugoto.exchange.formats.care_service import CARE_SERVICE
from marugoto.exchange.formats.culture import CULTURE
from marugoto.exchange.formats.event import EVENT
from marugoto.exchange.formats.hydrant import HYDRANT
from marugoto.exchange.formats.layout import Column, Layout
from marugoto.exchange.formats.medical import MEDICAL
from marugoto.exchange.formats.places import PLACES
from marugoto.exchange.formats.preschool import PRESCHOOL
from marugoto.exchange.formats.public_facility import PUBLIC_FACILITY
from marugoto.exchange.formats.shelter import SHELTER
from marugoto.exchange.formats.support import SUPPORT
from marugoto.exchange.formats.toilet import TOILET
from marugoto.exchange.formats.tourism import TOURISM
from marugoto.exchange.formats.wireless import WIRELESS

LAYOUTS: tuple[Layout, ...] = (
    CARE_SERVICE,
    PRESCHOOL,
    MEDICAL,
    EVENT,
    SUPPORT,
    TOURISM,
    CULTURE,
    SHELTER,
    TOILET,
    AED,
    WIRELESS,
    HYDRANT,
    PUBLIC_FACILITY,
    PLACES,
)

__all__ = ["LAYOUTS", "Column", "Layout"]
