"""A file of a hundred megabytes runs through unread: no memory, no file on the disk, and the form beside it is there."""

import tracemalloc
from io import BytesIO

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest

from marugoto.ground.upload import too_large

BOUNDARY = "the-boundary"
LIMIT = settings.MARUGOTO_UPLOAD_LIMIT_BYTES
FLAT_BYTES = 8_000_000


class Sent:
    """The body of a form with one file of `size` bytes in a single line, made as it is read."""

    def __init__(self, size: int, files: int = 1) -> None:
        field = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="key"\r\n\r\nabc\r\n'
        file = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
        self.parts: list[bytes | int] = [field.encode()]
        for _ in range(files):
            self.parts += [file.encode(), size, b"\r\n"]
        self.parts.append(f"--{BOUNDARY}--\r\n".encode())
        self.length = sum(part if isinstance(part, int) else len(part) for part in self.parts)
        self.read_so_far = 0

    def read(self, wanted: int = -1) -> bytes:
        taken = b""
        while self.parts and (wanted < 0 or len(taken) < wanted):
            part = self.parts.pop(0)
            room = wanted - len(taken) if wanted >= 0 else 1 << 30
            here = part if isinstance(part, bytes) else b"x" * min(part, room)
            rest = len(here) - room if isinstance(part, bytes) else part - len(here)
            taken += here[:room]
            if rest > 0:
                self.parts.insert(0, here[room:] if isinstance(part, bytes) else rest)
        self.read_so_far += len(taken)
        return taken

    def readline(self, wanted: int = -1) -> bytes:
        raise AssertionError("one line may be all of the file, so nobody reads by lines")


def request_of(sent: Sent) -> WSGIRequest:
    return WSGIRequest(
        {
            "REQUEST_METHOD": "POST",
            "CONTENT_TYPE": f"multipart/form-data; boundary={BOUNDARY}",
            "CONTENT_LENGTH": str(sent.length),
            "wsgi.input": sent,
        }
    )


@pytest.mark.parametrize("size", [LIMIT + 1, 100_000_000])
def test_what_is_too_large_is_read_to_its_end_and_kept_nowhere(size: int) -> None:
    sent = Sent(size)
    request = request_of(sent)
    assert request.POST["key"] == "abc"
    assert (too_large(request) >= size, "file" in request.FILES) == (True, False)
    assert sent.read_so_far == sent.length


def test_memory_stays_flat() -> None:
    request = request_of(Sent(100_000_000))
    tracemalloc.start()
    try:
        assert request.POST["key"] == "abc"
        assert tracemalloc.get_traced_memory()[1] < FLAT_BYTES
    finally:
        tracemalloc.stop()


def test_many_files_count_together() -> None:
    request = request_of(Sent(LIMIT // 2, files=3))  # each of them would pass
    assert "file" not in request.FILES
    assert too_large(request) > LIMIT


@pytest.mark.parametrize("size", [0, 1, 3_000_000, LIMIT])
def test_what_is_small_enough_arrives_whole(size: int) -> None:
    request = request_of(Sent(size))
    assert request.FILES["file"].size == size
    assert too_large(request) == 0


def test_a_form_without_a_file_is_as_always() -> None:
    body = BytesIO(b"key=abc")
    request = WSGIRequest(
        {
            "REQUEST_METHOD": "POST",
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": "7",
            "wsgi.input": body,
        }
    )
    assert request.POST["key"] == "abc"
    assert too_large(request) == 0
