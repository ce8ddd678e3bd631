"""All the text of an answer: page, headers, cookies, redirect, and what lies in PDF, Word, Excel, calendar and packed files."""

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import unquote_plus

TAG = re.compile(r"<[^>]*>")
ESCAPED = re.compile(r"\\u[0-9a-fA-F]{4}")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
THING = re.compile(rb"(?:^|\s)(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
FONT, COPIED_BY = re.compile(rb"/(\w+) (\d+) 0 R"), re.compile(rb"/ToUnicode (\d+) 0 R")
HEX = re.compile(r"<([0-9A-Fa-f\s]+)>")
PAIRS, RANGES = (
    re.compile(r"beginbfchar(.*?)endbfchar", re.DOTALL),
    re.compile(r"beginbfrange(.*?)endbfrange", re.DOTALL),
)
DRAWN = re.compile(r"/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\(((?:\\.|[^\\()])*)\)", re.DOTALL)
ESCAPE = re.compile(r"\\([0-7]{1,3}|.)", re.DOTALL)
SIGNS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


def texts_of(answer: Any) -> Iterator[tuple[str, str]]:
    """Where in the answer, and the text."""
    content = answer.getvalue() if getattr(answer, "streaming", False) else answer.content
    yield from (("body", text) for text in texts_in(content))
    for name, value in answer.headers.items():
        yield from ((f"header {name}", text) for text in _plain(value))
    for name, morsel in answer.cookies.items():
        yield from ((f"cookie {name}", text) for text in _plain(morsel.value))


def texts_in(content: bytes) -> Iterator[str]:
    if content.startswith(b"%PDF"):
        yield from _pdf(content)
    elif content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name
                yield from texts_in(packed.read(name))
    else:
        yield from _plain(_decoded(content))


def _decoded(content: bytes) -> str:
    """A list for Excel may be in its old code page."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("utf-8", errors="replace") + content.decode("cp932", errors="replace")


def _plain(text: str) -> Iterator[str]:
    """As it stands and as somebody reads it: entities, escapes and signs of addresses resolved; once more without the tags."""
    read = unescape(text)
    if "\\u" in read:
        read = ESCAPED.sub(lambda one: json.loads(f'"{one[0]}"'), read)
    if "%" in read:
        read = unquote_plus(read)
    yield read
    if "<" in read:
        yield TAG.sub("", read)


def _pdf(content: bytes) -> Iterator[str]:
    """Also what is drawn as glyphs: their numbers are turned back by the tables that a PDF carries for copying."""
    yield content.decode("latin-1")
    yield content.decode("utf-8", errors="replace")
    things = {int(number): thing for number, thing in THING.findall(content)}
    tables = {
        name: _glyphs(_inflated(things[int(table[1])]))
        for name, place in FONT.findall(content)
        if (table := COPIED_BY.search(things.get(int(place), b""))) and int(table[1]) in things
    }
    for thing in things.values():
        stream = _inflated(thing)
        yield stream
        if "Tf" in stream:
            yield "".join(_drawn(stream, tables))


def _inflated(thing: bytes) -> str:
    stream = STREAM.search(thing)
    if stream is None:
        return ""
    try:
        return zlib.decompress(stream[1]).decode("latin-1")
    except zlib.error:
        return stream[1].decode("latin-1")


def _glyphs(table: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for part in PAIRS.findall(table):
        codes = HEX.findall(part)
        found |= {int(one, 16): _text(said) for one, said in zip(codes[::2], codes[1::2], strict=False)}
    for part in RANGES.findall(table):
        codes = HEX.findall(part)
        for first, last, said in zip(codes[::3], codes[1::3], codes[2::3], strict=False):
            begin = ord(_text(said)[-1:] or " ")
            found |= {code: chr(begin + at) for at, code in enumerate(range(int(first, 16), int(last, 16) + 1))}
    return found


def _text(said: str) -> str:
    return bytes.fromhex("".join(said.split())).decode("utf-16-be", errors="replace")


def _drawn(stream: str, tables: dict[bytes, dict[int, str]]) -> Iterator[str]:
    table: dict[int, str] = {}
    for font, hexed, literal in DRAWN.findall(stream):
        if font:
            table = tables.get(font.encode(), {})
            continue
        code = bytes.fromhex(hexed) if hexed else _unescaped(literal)
        yield "".join(table.get(int.from_bytes(code[at : at + 2], "big"), "") for at in range(0, len(code), 2))


def _unescaped(literal: str) -> bytes:
    return ESCAPE.sub(_sign, literal).encode("latin-1")


def _sign(one: re.Match[str]) -> str:
    return chr(int(one[1], 8)) if one[1].isdigit() else SIGNS.get(one[1], one[1])
