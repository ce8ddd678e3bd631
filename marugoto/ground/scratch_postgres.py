"""A PostgreSQL of one's own for as long as a test, a proof or a measurement lasts; then it is gone.

    with scratch_postgres() as url: ...
    python -m marugoto.ground.scratch_postgres COMMAND ...     runs COMMAND with DATABASE_URL set

Only the standard library, so that it can run before anything is installed. PostgreSQL refuses to run as root: there it runs as
the account `postgres`, which its package makes. Nothing on the machine is changed but one temporary folder.
"""

import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

# A crash of the machine may lose the scratch database; a proof of durability asks for durable=True.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
ORDINARY = {
    "listen_addresses": "127.0.0.1",
    "max_connections": "120",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "log_min_messages": "warning",
    "huge_pages": "off",  # they are reserved for whom they are measured
    "jit": "off",  # our queries are short; compiling each would cost more than it saves
}
NEW_CLUSTER = "-U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync"
UNPRIVILEGED = ("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups")
START_TRIES = 3
DEBIAN = Path("/usr/lib/postgresql")  # a folder per version


class NoPostgres(RuntimeError):
    """The server's programs are missing; says in Japanese and English what to install."""


@contextmanager
def scratch_postgres(*, durable: bool = False, settings: Mapping[str, str] | None = None) -> Iterator[str]:
    """The URL of a fresh, empty database; its user may do everything there. `settings` come on top of ours.

    It is reached through its socket, where a question costs less than over 127.0.0.1; it listens there, too.
    """
    programs = find_programs()
    with _home() as home:
        _as_owner([programs / "initdb", "-D", home / "data", *NEW_CLUSTER.split()], home)
        chosen = ORDINARY | ({} if durable else CARELESS) | dict(settings or {})
        port = _start(programs, home, chosen)
        try:
            _as_owner([programs / "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "postgres", "marugoto"], home)
            yield f"postgresql://postgres@{quote(str(home), safe='')}:{port}/marugoto"
        finally:
            _as_owner([programs / "pg_ctl", "stop", "-D", home / "data", "-m", "immediate", "-w"], home)


def find_programs() -> Path:
    """The folder with initdb and pg_ctl, newest version first; raises NoPostgres."""
    folders = sorted(DEBIAN.glob("*/bin"), key=lambda path: -float(path.parent.name))
    on_path = shutil.which("initdb")
    for folder in [*folders, *([Path(on_path).resolve().parent] if on_path else [])]:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise NoPostgres(
        "PostgreSQL 15 以上が見つかりません。`apt-get install postgresql` などで入れてください。"
        " / PostgreSQL 15 or later is missing: install it, for example with `apt-get install postgresql`."
    )


@contextmanager
def _home() -> Iterator[Path]:
    # Not TMPDIR: it may lie where the account postgres cannot walk to. A socket's path must also be short.
    home = Path(tempfile.mkdtemp(prefix="marugoto-pg-", dir="/tmp"))
    try:
        if os.geteuid() == 0:
            _give_away(home)
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _give_away(home: Path) -> None:
    try:
        shutil.chown(home, "postgres", "postgres")
    except LookupError as missing:
        raise NoPostgres("アカウント postgres がありません。/ The account postgres is missing.") from missing


def _start(programs: Path, home: Path, settings: Mapping[str, str]) -> int:
    """The port the server listens on. Between looking for a free port and taking it, somebody else may: so it is tried again."""
    words = " ".join(f"-c {name}={value}" for name, value in [*settings.items(), ("unix_socket_directories", home)])
    for remaining in reversed(range(START_TRIES)):
        port = _free_port()
        server = f"-p {port} {words}"
        command = (programs / "pg_ctl", "start", "-D", home / "data", "-l", home / "log", "-w", "-o", server)
        try:
            _as_owner(command, home)
        except subprocess.CalledProcessError:
            if not remaining:
                raise
        else:
            return port
    raise AssertionError("unreachable: the last failure was raised")


def start_again(data: Path) -> None:
    """A server that was killed, every process of it, with the very words it was started with; it recovers from its log."""
    # Its number may live on for a while, as a process nobody has buried: a lock that names it would never open.
    for lock in [data / "postmaster.pid", *data.parent.glob(".s.PGSQL.*.lock")]:
        lock.unlink(missing_ok=True)
    server = shlex.join(shlex.split((data / "postmaster.opts").read_text())[3:])  # after the program, -D and the folder
    command = (find_programs() / "pg_ctl", "start", "-D", data, "-l", data.parent / "log", "-w", "-o", server)
    _as_owner(command, data.parent)


def _as_owner(command: Sequence[str | Path], home: Path) -> None:
    if os.geteuid() == 0:
        command = [*UNPRIVILEGED, *command]
    # libpq looks into HOME; root's own is closed to the account postgres.
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    done = subprocess.run(
        command, cwd=home, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    if done.returncode:
        log = home / "log"
        print(done.stdout, done.stderr, log.read_text() if log.exists() else "", file=sys.stderr)
        done.check_returncode()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


def main(command: list[str]) -> int:
    """Run the command beside a scratch server and hand back its exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server ends with us
    with scratch_postgres() as url:
        return subprocess.run(command, env=os.environ | {"DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
