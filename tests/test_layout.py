"""What the tree itself must not hold: host names of package registries, paths of one machine, rooms nobody drew."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# The top level as docs/architecture.md draws it.
ROOMS = {
    "manage.py", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "Makefile", "docs", ".ci",
    "requirements.in", "requirements.txt", "requirements-dev.in", "requirements-dev.txt",
    "requirements-training.in", "requirements-training.txt",
    "factcheck", "claims", "templates", "tests", "benchmarks",
    ".editorconfig", ".gitignore", ".pre-commit-config.yaml",
}  # fmt: skip
REGISTRY = re.compile(rb"://[^\s/\"']*(pypi|pythonhosted|npmjs|conda|artifactory|nexus|devpi)", re.IGNORECASE)
# Paths that exist on one machine alone; spelled in parts, so that this file does not match itself.
MACHINE = re.compile(rb"(?<![\w.])/(" + b"|".join((rb"work/\w", rb"root/\w", rb"home/\w", rb"Users/\w")) + rb")")
KEPT_AS_THEY_ARE = {".npz", ".onnx", ".png", ".woff2", ".jpg", ".gz", ".npy", ".bin"}


def tracked():
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def readable():
    return [path for path in tracked() if path.suffix not in KEPT_AS_THEY_ARE and path != Path(__file__).resolve()]


def test_no_tracked_file_names_the_host_of_a_package_registry():
    assert [str(path.relative_to(ROOT)) for path in readable() if REGISTRY.search(path.read_bytes())] == []


def test_no_tracked_file_holds_a_path_of_one_machine():
    assert [str(path.relative_to(ROOT)) for path in readable() if MACHINE.search(path.read_bytes())] == []


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt", "requirements-training.txt"])
def test_a_lock_has_hashes_and_no_address(lock):
    text = (ROOT / lock).read_text()
    pins = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert "://" not in text
    assert len(pins) > 50
    assert all(pin.endswith("\\") and "==" in pin for pin in pins)
    assert text.count("--hash=sha256:") >= len(pins)


def test_the_locks_agree():
    pinned = [
        dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(), re.MULTILINE))
        for lock in ("requirements.txt", "requirements-dev.txt", "requirements-training.txt")
    ]
    run = pinned[0]
    for other in pinned[1:]:
        assert {name: other.get(name) for name in run} == run


def test_the_top_level_is_as_drawn():
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} <= ROOMS


def test_no_module_is_called_by_a_name_that_says_nothing():
    said = {"utils.py", "util.py", "helpers.py", "helper.py", "common.py", "misc.py"}
    assert [path for path in tracked() if path.name in said] == []


def test_the_script_that_ci_runs_can_be_run():
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
