"""The list of places for other programs: HSDS 3.1 to read, page by page, and a page that says to people what it is.

Open to everybody, from any site; no sign-in, no key, no trace of who asked.
"""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import condition, require_safe

from marugoto.exchange.porch.queries import open_list
from marugoto.exchange.porch.queries import place as places
from marugoto.exchange.porch.queries.open_list import MOST, USUAL, Asked, Town
from marugoto.kernel.decision import Refused
from marugoto.web.front.frame import porch_of

VERSION = "3.1"
FORM = 1  # another way of writing the same list is another answer
FRESH = 300  # seconds
KNOWN = ("page", "per_page", "modified_after", "full", "format")


def about(request: HttpRequest, code: str) -> HttpResponse:
    """For whoever wants to use the list."""
    values = {
        "porch": porch_of(request, code),
        "code": code,
        "address": request.build_absolute_uri(reverse("front:hsds_services", args=[code])),
        "usual": USUAL,
        "most": MOST,
    }
    return render(request, "front/open_list.html", values)


def _etag(request: HttpRequest, code: str, **_places: object) -> str | None:
    town = _town(request, code)
    if town is None:
        return None
    said = f"{FORM}|{town.digest}|{request.get_host()}|{request.get_full_path()}"
    return f'"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'


def _last_modified(request: HttpRequest, code: str, **_places: object) -> datetime | None:
    town = _town(request, code)
    return (town.said_since or town.published_at) if town else None


def for_programs(view: Any) -> Any:
    """JSON that any site may read, asked for again only where the list says something new; trouble is said in JSON, too."""

    @wraps(view)
    def answered(request: HttpRequest, code: str, **where: Any) -> HttpResponse:
        town = _town(request, code)
        if town is None:
            return _trouble(Refused("この市区町村の一覧は、ここにありません。", "団体コードを確かめてください。"), 404)
        try:
            said = view(request, town, **where)
        except Refused as refused:
            return _trouble(refused, 400)
        if said is None:
            return _trouble(Refused("その番号のものは、ここにありません。", "一覧を読み直してください。"), 404)
        return JsonResponse(said, json_dumps_params={"ensure_ascii": False})

    guarded: Any = condition(etag_func=_etag, last_modified_func=_last_modified)(answered)

    @wraps(view)
    def walk(request: HttpRequest, **where: Any) -> HttpResponseBase:
        answer: HttpResponseBase = guarded(request, **where)
        answer["Access-Control-Allow-Origin"] = "*"
        answer["Access-Control-Expose-Headers"] = "ETag, Last-Modified"
        patch_cache_control(answer, public=True, max_age=FRESH)
        return answer

    return require_safe(walk)


@for_programs
def root(request: HttpRequest, town: Town) -> Mapping[str, Any]:
    """What this is, as HSDS asks of `GET /`."""

    def whole(name: str) -> str:
        return request.build_absolute_uri(reverse(f"front:{name}", args=[town.body]))

    return {"version": VERSION, "profile": whole("open_list"), "openapi_url": whole("hsds_openapi")}


@for_programs
def services(request: HttpRequest, town: Town) -> Mapping[str, Any] | None:
    return open_list.listing(town, _asked(request))


@for_programs
def service(request: HttpRequest, town: Town, place: UUID) -> Mapping[str, Any] | None:
    return open_list.service(town, place)


@for_programs
def openapi(request: HttpRequest, town: Town) -> Mapping[str, Any]:
    """The part of the interface of HSDS that is here."""
    base = request.build_absolute_uri(reverse("front:hsds", args=[town.body])).rstrip("/")
    return {
        "openapi": "3.1.0",
        "info": {"title": f"{town.name} 地域の場所（HSDS {VERSION}）", "version": VERSION},
        "servers": [{"url": base}],
        "paths": {
            "/": {"get": _answers("この一覧について")},
            "/services": {
                "get": _answers("公表している場所の一覧") | {"parameters": [_parameter(name) for name in KNOWN]}
            },
            "/services/{id}": {
                "get": _answers("場所ひとつ") | {"parameters": [_parameter("id", where="path", required=True)]}
            },
        },
    }


def _answers(words: str) -> dict[str, Any]:
    said = {"description": words, "content": {"application/json": {"schema": {"type": "object"}}}}
    return {"summary": words, "responses": {"200": said, "304": {"description": "前に読んだときと同じ"}}}


def _parameter(name: str, *, where: str = "query", required: bool = False) -> dict[str, Any]:
    kinds: dict[str, dict[str, Any]] = {
        "page": {"type": "integer", "minimum": 1, "default": 1},
        "per_page": {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
        "modified_after": {"type": "string", "format": "date-time"},
        "full": {"type": "boolean", "default": True},
        "format": {"enum": ["json"]},
        "id": {"type": "string", "format": "uuid"},
    }
    return {"name": name, "in": where, "required": required, "schema": kinds[name]}


def _asked(request: HttpRequest) -> Asked:
    """Raises `Refused` for what cannot be done: a sieve that was silently passed over would give the wrong list."""
    given = request.GET
    unknown = sorted(set(given) - set(KNOWN))
    if unknown:
        raise Refused(f"ここでは使えない条件です：{'、'.join(unknown)[:100]}", f"使えるのは{'、'.join(KNOWN)}です。")
    if given.get("format", "json") != "json":
        raise Refused("JSONのほかの形では出せません。", "format=json と書くか、書かないでください。")
    return Asked(
        _number(given.get("page", "1"), "page", 1_000_000),
        _number(given.get("per_page", str(USUAL)), "per_page", MOST),
        _moment(given.get("modified_after", "")),
    )


def _number(said: str, name: str, most: int) -> int:
    if said.isascii() and said.isdigit() and len(said) < 8 and 1 <= int(said) <= most:
        return int(said)
    raise Refused(f"{name} が読み取れません。", f"1から{most:,}までの数で書いてください。")


def _moment(said: str) -> datetime | None:
    if not said:
        return None
    try:
        moment = parse_datetime(said.replace(" ", "+"))
        if moment is not None and moment.tzinfo is not None:
            moment = moment.astimezone(UTC)  # at the edge of time there is no such moment
    except (ValueError, OverflowError):
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Refused("modified_after が読み取れません。", "2026-11-16T09:30:00+09:00 のように、時差も書いてください。")
    return moment


def _town(request: HttpRequest, code: str) -> Town | None:
    """Asked for once in a request."""
    known: dict[str, Town | None] = request.__dict__.setdefault("_towns", {})
    if code not in known:
        known[code] = places.body(code)
    return known[code]


def _trouble(refused: Refused, status: int) -> HttpResponse:
    said = {"error": refused.sentence, "way_on": refused.way_on}
    return JsonResponse(said, status=status, json_dumps_params={"ensure_ascii": False})
