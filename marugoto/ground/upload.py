"""Files that are too large never reach memory or disk: what comes is thrown away as it comes, and the page can say why."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

MARK = "marugoto_too_large"
PIECE = 65_536


class LimitedUpload(FileUploadHandler):
    """First of the handlers. Over the limit (as announced, or as counted on the way) it lets the rest run through unread;
    the other fields of the form, sent before the file, are there as always."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,  # noqa: N803 — Django passes it by this name
        content_length: int,
        boundary: str,
        encoding: Any = None,
    ) -> None:
        self.stream, self.announced, self.counted = input_data, content_length, 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if self.announced > settings.MARUGOTO_UPLOAD_LIMIT_BYTES + settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            self._stop(self.announced)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.counted += len(raw_data)  # of all files of the form together
        if self.counted > settings.MARUGOTO_UPLOAD_LIMIT_BYTES:
            self._stop(max(self.announced, self.counted))
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The handlers after this one keep the file."""

    def _stop(self, size: int) -> None:
        """The rest is read to its end, or the browser would show a broken line instead of the sentence. By pieces: Django
        itself would read it by lines, and one line may be all of it."""
        setattr(self.request, MARK, size)
        while self.stream.read(PIECE):
            pass
        raise StopUpload(connection_reset=True)


def too_large(request: HttpRequest) -> int:
    """How many bytes were sent when a file was refused for its size; 0 when none was."""
    return int(getattr(request, MARK, 0))
