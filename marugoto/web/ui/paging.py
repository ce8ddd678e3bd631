"""Pages with a count: which links stand under a table of more than fifty rows."""

from typing import Any

from django.http import QueryDict


def links(page: int, pages: int, count: int, size: int, words: QueryDict | None) -> dict[str, Any]:
    """`first` and `last` number the rows of this page; `numbers` holds None where some are left out."""
    pages = max(pages, 1)
    page = min(max(page, 1), pages)
    first = (page - 1) * size + 1 if count else 0
    return {
        "page": page,
        "pages": pages,
        "count": count,
        "first": first,
        "last": min(page * size, count),
        "numbers": [(number, _address(number, words) if number else "") for number in _numbers(page, pages)],
        "before": _address(page - 1, words) if page > 1 else "",
        "after": _address(page + 1, words) if page < pages else "",
    }


def _numbers(page: int, pages: int) -> list[int | None]:
    kept = sorted({1, pages, *range(max(1, page - 1), min(pages, page + 1) + 1)})
    shown: list[int | None] = []
    for number in kept:
        if shown and shown[-1] is not None and number - shown[-1] > 1:
            shown.append(None)
        shown.append(number)
    return shown


def _address(number: int, words: QueryDict | None) -> str:
    kept = words.copy() if words is not None else QueryDict(mutable=True)
    kept["page"] = str(number)
    return "?" + kept.urlencode()
