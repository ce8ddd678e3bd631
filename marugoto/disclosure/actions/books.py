"""Seal the books of every body: a job of the courier, and of the command line; whoever writes a row never waits for it."""

import logging
from collections.abc import Mapping
from datetime import datetime

from marugoto.agencies.queries import directory
from marugoto.agencies.queries.system import system_viewer
from marugoto.disclosure.queries.books import BOOKS
from marugoto.ledger.actions import seal

log = logging.getLogger(__name__)


def seal_everywhere(*, at: datetime) -> Mapping[str, int]:
    """By body how many rows were sealed; trouble in one keeps none of the others waiting, and is tried again in the next round."""
    sealed = {}
    for body in directory.bodies():
        try:
            sealed[body.code] = seal(by=system_viewer(body.code, at), at=at, books=BOOKS)
        except Exception:
            log.exception("seals of %s", body.code)
    return sealed
