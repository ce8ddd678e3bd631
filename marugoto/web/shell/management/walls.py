"""The walls around the tables of the house, and what may be answered from behind them: said once, for the command and for the tests."""

from django.conf import settings
from django.db import connection

from marugoto.disclosure.queries.filter import visible_folders
from marugoto.disclosure.queries.look_at import LOOK_AT
from marugoto.ground import rowsecurity
from marugoto.people.queries.behind import BEHIND_FUNCTION
from marugoto.people.queries.pointer import POINTER_FUNCTION
from marugoto.retention import walls
from marugoto.retention.queries import behind


def put_up_walls() -> None:
    """As the owner of the tables; on SQLite there is nothing to put up."""
    rowsecurity.install(
        connection,
        app_role=settings.MARUGOTO_APP_ROLE,
        key=settings.MARUGOTO_CONTEXT_KEY,
        visible=visible_folders,
        functions=(POINTER_FUNCTION, BEHIND_FUNCTION, LOOK_AT, *behind.functions(), *walls.functions()),
    )
