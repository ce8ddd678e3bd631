"""Figures read aloud: of nothing, of few, of enough."""

import pytest

from marugoto.evaluation.rules.figures import Share, said, said_of


@pytest.mark.parametrize(
    ("share", "alone", "whole"),
    [
        (Share(0, 0), "0件", "判定不能(まだ1件もありません)"),
        (Share(0, 0, 2), "0件", "判定不能(まだ1件もありません)・まだ期限の前 2件"),
        (Share(9, 3), "9件中3件(少ないので割合は出しません)", "9件中3件(少ないので割合は出しません)"),
        (Share(10, 3, 1), "10件中3件(30%)", "10件中3件(30%)・まだ期限の前 1件"),
    ],
)
def test_a_figure_read_aloud(share: Share, alone: str, whole: str) -> None:
    assert (said_of(share), said(share)) == (alone, whole)
