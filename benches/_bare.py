"""The house without row security, without its signed context and without the book of looks: only to be measured against.

Served under the owner's account, for whom no wall stands. The filter of the application itself stays, or other rows would come.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any


@contextmanager
def _as_nobody(*_: Any, **__: Any) -> Iterator[None]:
    yield


vars(import_module("marugoto.ground.context"))["entered"] = _as_nobody  # before anything else has taken it up
application = import_module("marugoto.web.wsgi_house").application
vars(import_module("marugoto.web.shell.doors"))["write_look"] = lambda **_: None
