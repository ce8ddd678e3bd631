"""How the codes of a place are said in HSDS: from the labels of the community, the same in the house and on the porch."""

from collections.abc import Mapping
from typing import Any

from marugoto.community.labels import ACCESS, HOST_CONDITIONS, INTERESTS, PLACE_KINDS, WELCOMES
from marugoto.exchange.rules.hsds import Words


def words() -> Words:
    return Words(*(_said(one) for one in (PLACE_KINDS, INTERESTS, WELCOMES, ACCESS, HOST_CONDITIONS)))


def _said(labels: Mapping[Any, Any]) -> dict[str, str]:
    return {str(code): str(word) for code, word in labels.items()}
