"""Deeds about the true shapes of districts."""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.community.drawn_districts import geojson
from tests.web.filled import Fields, plain

BOUNDARIES: tuple[tuple[str, str, Fields], ...] = (
    ("town:boundary_send", "hirata", lambda *_: {"file": SimpleUploadedFile("圏域.geojson", geojson())}),
    ("town:boundary_use", "hayashi", plain()),
    ("town:boundary_leave", "hayashi", plain()),
)
