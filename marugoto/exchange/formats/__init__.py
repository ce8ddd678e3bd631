"""The layouts we can read, one file each. A new one is a file, a line here, a sample and a test."""

from marugoto.exchange.formats.care_service import CARE_SERVICE
from marugoto.exchange.formats.layout import Column, Layout
from marugoto.exchange.formats.places import PLACES
from marugoto.exchange.formats.preschool import PRESCHOOL
from marugoto.exchange.formats.public_facility import PUBLIC_FACILITY

LAYOUTS: tuple[Layout, ...] = (CARE_SERVICE, PRESCHOOL, PUBLIC_FACILITY, PLACES)

__all__ = ["LAYOUTS", "Column", "Layout"]
