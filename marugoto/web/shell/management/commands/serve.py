"""House, porch and courier on this machine, for a small town or for looking around."""

import os
import subprocess
import time
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from marugoto.agencies.queries import directory
from marugoto.agencies.queries.cast import cast_by_body
from marugoto.agencies.queries.size import accounts_in_use, bodies_in_use
from marugoto.agencies.rules.embedded import may_run_embedded
from marugoto.kernel.jst import local_day
from marugoto.web.shell.management.children import (
    COMMANDLINE,
    Children,
    PortTaken,
    granian,
    refuse_taken,
    together,
    wait_until_answering,
    workers,
)
from marugoto.web.shell.management.commandline import OWNER_URL

PORCH = {"DJANGO_SETTINGS_MODULE": "marugoto.settings.porch"}
LOWEST_PORT, HIGHEST_PORT = 1024, 65534


class Command(BaseCommand):
    help = "母屋（職員の画面）と軒先（住民の画面）を、この機械の 127.0.0.1 で動かす（PORT で番号を選ぶ）"
    requires_system_checks: list[str] = []  # each process that answers checks itself

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--demo", action="store_true", help="からっぽなら架空の町を用意し、ワンクリックのサインインを許す"
        )

    def handle(self, **options: Any) -> None:
        began = time.monotonic()
        port = self._port()
        if options["demo"]:
            os.environ["MARUGOTO_DEMO"] = "1"
        self._prepare(demo=options["demo"])
        with together() as children:
            self._start(children, port)
            if self._say_ready(children, port, time.monotonic() - began):
                self._start_couriers(children)
                self._watch(children)

    # ---------------------------------------------------------------- before anybody comes

    def _port(self) -> int:
        """The house's port; it and the next one are free."""
        said = os.environ.get("PORT", "8000")
        if not said.isdecimal() or not LOWEST_PORT <= int(said) <= HIGHEST_PORT:
            raise CommandError(f"PORT は{LOWEST_PORT}から{HIGHEST_PORT}までの数でどうぞ（いまは「{said}」）。")
        try:
            refuse_taken(int(said))
            refuse_taken(int(said) + 1)
        except PortTaken as taken:
            raise CommandError(str(taken)) from taken
        return int(said)

    def _prepare(self, *, demo: bool) -> None:
        """House and porch are prepared side by side; the house under the owner's account where there is one."""
        porch = subprocess.Popen([*COMMANDLINE, "prepare"], env=_environment_of_porch())
        if OWNER_URL in os.environ:
            _run("prepare", environment=_environment_of_owner())
        else:
            call_command("prepare", stdout=self.stdout)
        if porch.wait():
            raise CommandError("用意ができませんでした。上の知らせを見てください。")
        if demo:
            self._settle_once()
        elif settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
            self._refuse_too_large()

    def _refuse_too_large(self) -> None:
        """The embedded database serves one body and a handful of accounts; the demo's cast does not count."""
        allowed = may_run_embedded(bodies=bodies_in_use(), accounts=accounts_in_use())
        if not allowed:
            raise CommandError(f"{allowed.reason}{allowed.way_on}")

    def _settle_once(self) -> None:
        """The invented town, whole or not at all: one that broke off half-way is swept away and settled anew."""
        unfinished = settings.MARUGOTO_HOME / "settling"
        if unfinished.exists():
            self.stdout.write("前の用意が途中で止まっていたので、はじめからやり直します。")
            for alias in settings.DATABASES:
                _run("flush", "--noinput", "--database", alias, environment=_environment_of_owner())
        elif directory.bodies():
            return
        self.stdout.write("架空の町を用意しています（はじめの一度だけ）…")
        unfinished.touch()
        _run("settle", "--demo", environment=os.environ)
        unfinished.unlink()

    # ---------------------------------------------------------------- while it runs

    def _start(self, children: Children, port: int) -> None:
        self.stdout.write("画面を開いています…")
        on_sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
        house = settings.WSGI_APPLICATION.replace(".application", ":application")
        porch = {"MARUGOTO_PORCH_URL": os.environ.get("MARUGOTO_PORCH_URL", f"http://127.0.0.1:{port + 1}")}
        children.start("house", granian(house, port, workers=workers(on_sqlite=on_sqlite)), porch)
        children.start(
            "porch", granian("marugoto.web.wsgi_porch:application", port + 1, workers=1), _environment_of_porch()
        )

    def _start_couriers(self, children: Children) -> None:
        """After the doors are open: whoever waits at one need not wait for them."""
        children.start("courier", [*COMMANDLINE, "courier"], {})
        children.start("courier of the porch", [*COMMANDLINE, "courier"], _environment_of_porch())

    def _say_ready(self, children: Children, port: int, prepared: float) -> bool:
        began = time.monotonic()
        addresses = {
            "母屋（職員の画面）": f"http://127.0.0.1:{port}/",
            "軒先（住民の画面）": f"http://127.0.0.1:{port + 1}/",
        }
        if not all(wait_until_answering(address, children) for address in addresses.values()):
            self._say_ended(children)
            return False
        self._say_who_can_sign_in()  # a long list: what is to be opened stands below it
        for name, address in addresses.items():
            self.stdout.write(f"  {name}  {address}")
        self.stdout.write(f"用意ができました（{prepared + time.monotonic() - began:.1f}秒）。Ctrl-C で終わります。")
        return True

    def _say_who_can_sign_in(self) -> None:
        for body in cast_by_body(local_day(timezone.now())):
            self.stdout.write(f"  {body.name}にサインインできる人")
            for member in body.members:
                self.stdout.write(f"    {member.name}  {'、'.join(member.hats)}")

    def _watch(self, children: Children) -> None:
        try:
            while not children.first_ended():
                time.sleep(0.5)
        except KeyboardInterrupt:
            self.stdout.write("\n終わります。")
        else:
            self._say_ended(children)

    def _say_ended(self, children: Children) -> None:
        raise CommandError(f"{children.first_ended() or '応答のないもの'} が止まったので、すべて終わります。")


def _run(*words: str, environment: Mapping[str, str]) -> None:
    if subprocess.run([*COMMANDLINE, *words], env=dict(environment), check=False).returncode:
        raise CommandError("用意ができませんでした。上の知らせを見てください。")


def _environment_of_owner() -> dict[str, str]:
    return {**os.environ, **({"DATABASE_URL": os.environ[OWNER_URL]} if OWNER_URL in os.environ else {})}


def _environment_of_porch() -> dict[str, str]:
    """The porch has its own database (PORCH_DATABASE_URL); where the house's lies is not told to it."""
    return {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", OWNER_URL}} | PORCH
