"""Ids and page numbers as they come in addresses and forms."""

from uuid import UUID


def read_id(text: str) -> UUID | None:
    """None for anything that is no id."""
    try:
        return UUID(text)
    except ValueError:
        return None


def read_page(text: str) -> int:
    """A page number from 1 on; anything else is the first page."""
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 7 else 1
