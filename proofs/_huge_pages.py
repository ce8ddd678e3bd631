"""Memory of the machine in large pages, as `docs/how-to/postgresql.md` asks of a city's server: PostgreSQL takes them by itself
where there are enough."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

RESERVED = Path("/proc/sys/vm/nr_hugepages")
GATHER = Path("/proc/sys/vm/compact_memory")  # free memory lies in pieces after a while
MEMORY = Path("/proc/meminfo")
PAGE = 2  # MiB
BESIDE = 128  # MiB: what PostgreSQL shares beside its buffers
LEAST = 1024  # MiB: smaller buffers do without


@contextmanager
def huge_pages(shared_buffers: str) -> Iterator[None]:
    """Reserve as many as the buffers take ("2GB"), and give them back afterwards; without the right to, do without."""
    wanted = _mib(shared_buffers)
    if wanted < LEAST:
        yield
        return
    before, (total, free) = _reserved(), _total_and_free()
    _reserve(max(before, total - free + (wanted + BESIDE) // PAGE))
    try:
        yield
    finally:
        _reserve(before)


def in_use() -> bool:
    """Whether somebody on this machine works in such pages."""
    total, free = _total_and_free()
    return total > free


def _mib(words: str) -> int:
    units = {"MB": 1, "GB": 1024}
    return int(words[:-2]) * units[words[-2:]] if words[-2:] in units else 0


def _total_and_free() -> tuple[int, int]:
    if not MEMORY.exists():
        return 0, 0
    told = dict(line.split(":") for line in MEMORY.read_text(encoding="ascii").splitlines())
    total, free = (int(told.get(f"HugePages_{name}", "0")) for name in ("Total", "Free"))
    return total, free


def _reserved() -> int:
    return int(RESERVED.read_text(encoding="ascii")) if RESERVED.exists() else 0


def _reserve(pages: int) -> None:
    try:
        if pages > _reserved():
            GATHER.write_text("1", encoding="ascii")
        RESERVED.write_text(str(pages), encoding="ascii")
    except OSError:
        return  # no right to, or no such machine: small pages it is, and the result says so
