"""How the tests of this room fill forms and read pages."""

import re
from html import unescape
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from marugoto.community.models import Place
from marugoto.exchange.models import Import
from tests.database import unwalled
from tests.exchange.files import written
from tests.town import Town

H1 = re.compile(r"<h1[^>]*>(.*?)</h1>", re.S)
TAG = re.compile(r"<[^>]+>")


def sentence(page: HttpResponse) -> str:
    """The h1, as it is read aloud."""
    found = H1.search(page.content.decode())
    assert found
    return unescape(TAG.sub("", found.group(1))).strip()


def words(page: HttpResponse) -> str:
    """All of the page without markup, white space as one blank."""
    return " ".join(unescape(TAG.sub(" ", page.content.decode())).split())


def send(client: Client, route: str, *args: object, key: UUID | None = None, **fields: object) -> HttpResponse:
    return client.post(reverse(f"town:{route}", args=args), {"key": str(key or uuid4()), **fields})


def see(client: Client, route: str, *args: object, **query: object) -> HttpResponse:
    return client.get(reverse(f"town:{route}", args=args), query)


def upload(client: Client, content: bytes, name: str = "一覧.csv", key: UUID | None = None) -> HttpResponse:
    file = SimpleUploadedFile(name, content, content_type="text/csv")
    return send(client, "import_send", key=key, file=file)


def prepared(client: Client, source: str = "places", way: str = "utf-8") -> UUID:
    """Hand a list of the fixtures over; the id of its preview."""
    answer = upload(client, written(source, way))
    assert answer.status_code == 302
    return UUID(answer["Location"].rstrip("/").rpartition("/")[2])


def imports_kept(town: Town) -> int:
    with unwalled():
        return Import.objects.within(town.body).count()


def place_called(town: Town, name: str) -> Place:
    with unwalled():
        return Place.objects.within(town.body).get(name=name)
