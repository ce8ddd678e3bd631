"""Where the records lie nobody else on the machine can look."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("settings", ["house", "porch"])
def test_the_home_opens_to_its_owner_alone(settings: str, tmp_path: Path) -> None:
    home = tmp_path / "new" / "home"
    surroundings = {**os.environ, "MARUGOTO_HOME": str(home)}
    surroundings.pop("DJANGO_SETTINGS_MODULE", None)
    said = f"import os; os.umask(0o022); import marugoto.settings.{settings}"
    subprocess.run([sys.executable, "-c", said], env=surroundings, check=True)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
