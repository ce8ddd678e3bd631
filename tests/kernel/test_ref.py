"""A reference is said and read back to the letter."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marugoto.kernel.decision import Refused
from marugoto.kernel.ref import Ref

ONE = UUID("0b8f6a52-9d0c-4a7e-8f43-0c2f3f0a1d11")


def test_how_a_reference_is_said() -> None:
    assert str(Ref("need", ONE)) == f"need:{ONE}"
    assert {Ref("need", ONE), Ref("need", ONE)} == {Ref.parse(f"need:{ONE}")}
    assert Ref("need", ONE) != Ref("case", ONE)


@given(st.from_regex(r"[a-z_]{1,20}", fullmatch=True), st.uuids())
def test_what_is_said_is_read_back(kind: str, one: UUID) -> None:
    assert Ref.parse(str(Ref(kind, one))) == Ref(kind, one)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "need",
        "need:",
        f":{ONE}",
        str(ONE),
        f"need:{ONE}x",
        f"need:{str(ONE).upper()}",
        f"need:{{{ONE}}}",
        f"a:b:{ONE}",
        "need:\x00",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="読み取れません。"):
        Ref.parse(text)
