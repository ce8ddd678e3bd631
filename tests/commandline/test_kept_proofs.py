"""What a proof kept stands in the list of what was kept, with what it tried."""

from pathlib import Path

RESULTS = Path(__file__).parents[2] / "proofs" / "results"


def test_every_kept_proof_is_said_to_be_one() -> None:
    listed = (RESULTS / "README.md").read_text(encoding="utf-8").split("## ")[0]
    kept = sorted(path.name for path in RESULTS.glob("*.json"))
    assert kept
    assert [name for name in kept if f"`{name}`" not in listed] == []
