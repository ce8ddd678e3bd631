"""The ground, when Django starts: what every new connection is told."""

from typing import Any

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

PLANS_KEPT = 500  # the pages and deeds of all rooms ask some 300 different questions; the driver alone would keep 100


class GroundConfig(AppConfig):
    name = "marugoto.ground"

    def ready(self) -> None:
        connection_created.connect(keep_plans, dispatch_uid="marugoto.ground.plans")


def keep_plans(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """A connection to PostgreSQL keeps the plan of each question it is asked again and again."""
    if connection.vendor == "postgresql":
        connection.connection.prepared_max = PLANS_KEPT
