"""The fuzz target holds on its seeds and on any bytes, and runs under atheris where that is installed."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import READERS, one, seeds

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("reader", range(len(READERS)))
def test_a_reader_takes_any_seed(reader: int) -> None:
    """No seed of one reader breaks another."""
    for seed in seeds():
        one(bytes([reader]) + seed[1:])


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    """Any bytes are read or refused."""
    one(data)


def test_the_target_runs(tmp_path: Path) -> None:
    """The command of the docstring seeds an empty corpus, runs and finds nothing."""
    pytest.importorskip("atheris", reason="comes with the extra 'fuzz', where there is a build of it")
    command = [sys.executable, "-m", "tests.fuzz", str(tmp_path / "corpus"), "-runs=300", "-seed=1"]
    done = subprocess.run(
        [*command, f"-artifact_prefix={tmp_path}/"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert len(list((tmp_path / "corpus").glob("seed-*"))) == len(seeds())
    assert "Done 300 runs" in done.stderr
