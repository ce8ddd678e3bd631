"""A worker of long lists as a process of its own: `python -m benches._import_child`, until nothing waits. The last line says what it took."""

import json
import time

from benches._memory import most_kib
from marugoto.web.shell.management.commandline import enter_as_application

ROUND = 2.0  # seconds, as the courier's


def work() -> None:
    import django

    enter_as_application()
    django.setup()
    from marugoto.exchange.actions.import_round import Worker

    at_work, began = Worker(), time.monotonic()
    before = most_kib()
    print("ready", flush=True)
    while at_work.round(ROUND):
        pass
    peak = most_kib()
    said = {"seconds": time.monotonic() - began, "before_kib": before, "peak_kib": peak}
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    work()
