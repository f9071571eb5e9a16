"""The documents name what is there: files, modules, addresses, commands, settings, and the faults of the plan."""

import re
from fnmatch import fnmatch
from functools import cache
from importlib.util import find_spec

import pytest
from django.core.management import get_commands
from django.urls import Resolver404, resolve

from benchmarks.__main__ import BENCHMARKS
from tests.faults.report import planned
from tests.test_layout import ROOT, tracked

DOCUMENTS = sorted(
    [
        ROOT / "README.md",
        ROOT / "claims/extraction/README.md",
        *ROOT.glob("docs/*.md"),
        *ROOT.glob("docs/decisions/*.md"),
    ]
)
# Named although no file of the repository: what a run leaves, what others have, and what is said to be gone or unwanted.
ELSEWHERE = {
    "data/accounts.txt", "accounts.txt", "soak-results.txt", "desk.sqlite3", "desk.dump", "manifest.json", "/proc/stat", "desk.example.org",
    "pylock.toml", "helpers.py", "training/silver.py",
}  # fmt: skip
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"`(?:python -m )?([\w./*-]+)(?:\(.*?\))?(?: [^`]*)?`")
FILE = re.compile(r"\.(?:py|md|in|txt|toml|json|jsonl|js|css|html|npz|onnx|tsv|png)$")
MARKER = re.compile(r'mark\.fault\("(F\d+)"\)')

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


@cache
def files():
    return [f"/{path.relative_to(ROOT)}" for path in tracked()]


def is_there(name):
    """Whether a file, a folder or a module ends with this name; or a module with the words before, whose source holds the next."""
    wanted = f"/{name.rstrip('/')}"
    if is_module(wanted) or any(fnmatch(path, f"*{wanted}") or f"{wanted}/" in path for path in files()):
        return True
    if FILE.search(name):
        return False
    parts = wanted.split(".")
    cuts = [(".".join(parts[:n]), parts[n]) for n in range(1, len(parts))]
    return any(
        re.search(rf"\b{word}\b", (ROOT / path[1:]).read_text(encoding="utf-8"))
        for module, word in cuts
        for path in modules(module)
    )


def is_module(name):
    return bool(modules(name)) or any(f"{name.replace('.', '/')}/" in path for path in files())


def modules(name):
    """The modules that go by the end of their path, or by the last dotted words of it: their files."""
    path = name.replace(".", "/")
    return [file for file in files() if path != "/" and file.endswith((f"{path}.py", f"{path}/__init__.py"))]


def looks_like_ours(name):
    """With a slash, with a file's ending, or dotted behind the name of one of our modules."""
    if name.startswith(("-", "/")) or name in ELSEWHERE:
        return False
    first, dot, _ = name.partition(".")
    return "/" in name.rstrip("/") or bool(FILE.search(name)) or bool(first and dot and is_module(f"/{first}"))


@each_document
def test_every_file_and_module_that_is_named_is_there(document):
    named = set(NAMED.findall(FENCED.sub("", document.read_text(encoding="utf-8"))))
    assert sorted(name for name in named if looks_like_ours(name) and not is_there(name)) == []


@each_document
def test_every_link_leads_to_a_file(document):
    named = set(re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")))
    assert sorted(name for name in named if not (document.parent / name).exists()) == []


@each_document
def test_every_address_of_the_desk_that_is_named_is_there(document):
    named = set(re.findall(r"`(/[\w/.-]*)`", document.read_text(encoding="utf-8"))) - ELSEWHERE
    assert sorted(address for address in named if not leads_somewhere(address)) == []


def leads_somewhere(address):
    try:
        return bool(resolve(address))
    except Resolver404:
        return False


@each_document
def test_every_command_that_is_named_is_there(document):
    text = document.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    fenced = "\n".join(FENCED.findall(text))
    made = set(re.findall(r"`make ([a-z]+)", text)) | set(re.findall(r"^make ([a-z]+)", fenced, re.MULTILINE))
    assert made - targets == set()
    assert set(re.findall(r"manage\.py ([a-z_]+)", text)) - set(get_commands()) == set()


@pytest.mark.parametrize("name", BENCHMARKS)
def test_every_benchmark_can_be_run(name):
    spec = find_spec(f"benchmarks.{name}")
    assert spec is not None
    assert spec.submodule_search_locations is None or find_spec(f"benchmarks.{name}.__main__")


def test_every_setting_of_the_table_is_read():
    rows = re.findall(r"^\| `[A-Z].*", (ROOT / "docs/operations.md").read_text(encoding="utf-8"), re.MULTILINE)
    named = set(re.findall(r"`([A-Z][A-Z_]+)`", "\n".join(rows)))
    ours = [path for path in files() if path.startswith(("/factcheck/", "/claims/")) and path.endswith(".py")]
    read = set(
        re.findall(r"\"([A-Z][A-Z_]+)\"", "\n".join((ROOT / path[1:]).read_text(encoding="utf-8") for path in ours))
    )
    assert len(named) > 10
    assert named - read == set()


def test_the_fault_plan_has_no_gap_and_says_what_shows_each():
    plan, shown = planned(), {}
    for path in files():
        if path.startswith("/tests/") and path.endswith(".py"):
            for number in MARKER.findall((ROOT / path[1:]).read_text(encoding="utf-8")):
                shown.setdefault(number, set()).add(path[1:])
    assert list(plan) == [f"F{number}" for number in range(1, len(plan) + 1)]
    assert set(shown) <= set(plan)
    for document in (ROOT / "Makefile", *DOCUMENTS):
        assert set(re.findall(r"N of (\d+) survived", document.read_text(encoding="utf-8"))) <= {str(len(plan))}
    for number, row in plan.items():
        told = row.split("|")[-2]
        if number in shown:
            assert set(re.findall(r"`(.*?)`", told)) == shown[number], number
        else:
            assert re.match(r" (?:in part `tests/|not built )", told), number
