"""A long command says now and then how far it is, so that nobody takes it for broken and stops it half-way."""

import time

from django.core.management.base import OutputWrapper

SAID_EVERY = 5.0  # seconds


class Counted:
    """「  表 40/134（30秒たちました）」: at most every few seconds, and the last one always."""

    def __init__(self, out: OutputWrapper, what: str, whole: int) -> None:
        self._out, self._what, self._whole = out, what, whole
        self._done = 0
        self._began = self._said = time.monotonic()

    def one_more(self) -> None:
        self._done += 1
        now = time.monotonic()
        if self._done < self._whole and now - self._said < SAID_EVERY:
            return
        self._said = now
        self._out.write(f"  {self._what} {self._done}/{self._whole}（{now - self._began:.0f}秒たちました）")
        self._out.flush()
