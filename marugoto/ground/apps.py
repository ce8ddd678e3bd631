"""The ground, when Django starts: what every new connection is told."""

from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from psycopg.pq import Format

PLANS_KEPT = 500  # the pages and deeds of all rooms ask some 300 different questions; the driver alone would keep 100


class GroundConfig(AppConfig):
    name = "marugoto.ground"

    def ready(self) -> None:
        connection_created.connect(keep_plans, dispatch_uid="marugoto.ground.plans")
        connection_created.connect(read_moments_quickly, dispatch_uid="marugoto.ground.moments")


def keep_plans(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """A connection to PostgreSQL keeps the plan of each question it is asked again and again."""
    if connection.vendor == "postgresql":
        connection.connection.prepared_max = PLANS_KEPT


def read_moments_quickly(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """A moment in UTC is read as Python reads it; Django's way takes as long as all the rest of a row."""
    if connection.vendor != "postgresql":
        return
    here = connection.connection.adapters
    moment = here.types["timestamptz"].oid
    reader = here.get_loader(moment, Format.TEXT)
    if reader.timezone == UTC:
        here.register_loader(moment, _quick(reader))


@cache
def _quick(reader: Any) -> Any:
    def load(self: Any, data: Any) -> datetime | None:
        try:
            return datetime.fromisoformat(str(data, "ascii"))
        except ValueError:  # before our era, or beyond any day
            found: datetime | None = reader.load(self, data)
            return found

    return type("Moment", (reader,), {"load": load})
