"""The report of ``make faults``: one line per fault, and how many of all that docs/faults.md lists the desk has survived.

The tests may run in two processes, one for each database: what a test tells of its fault travels with its report.
"""

import re
from collections import defaultdict
from pathlib import Path

import pytest

PLACES = ("sqlite", "postgresql")
HERE = Path(__file__).parent
PLAN = HERE.parents[1] / "docs" / "faults.md"
ROW = re.compile(r"^\|\s*(F\d+)\s*\|(.*)", re.MULTILINE)
results = defaultdict(list)  # of each fault: (title, place, report)


def planned():
    """The faults of the plan, each with the rest of its row; a fault that is listed twice is no plan."""
    rows = ROW.findall(PLAN.read_text(encoding="utf-8"))
    if not rows or len(rows) != len(dict(rows)):
        raise ValueError(f"{PLAN} lists no fault, or one of them twice")
    return dict(rows)


def _place(item):
    callspec = getattr(item, "callspec", None)
    return next((part for part in callspec.id.split("-") if part in PLACES), "") if callspec else ""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """With ``--dist loadgroup`` each database has a process of its own, for which one desk is started.

    What needs neither of them goes to whichever process is free: one by one where each test starts a desk for itself, by
    files where they share a test database or a browser.
    """
    for item in items:
        alone = item.nodeid if item.path.parent == HERE else item.path.name
        item.add_marker(pytest.mark.xdist_group(_place(item) or alone))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    marker = item.get_closest_marker("fault")
    if marker:
        title = item.name.partition("[")[0].removeprefix("test_").replace("_", " ")
        outcome.get_result().user_properties.append(("fault", (marker.args[0], title, _place(item))))


def pytest_runtest_logreport(report):
    if report.when == "call" or report.outcome != "passed":
        for number, title, place in (told for name, told in report.user_properties if name == "fault"):
            results[number].append((title, place, report))


def _line(number):
    reports = [report for _, _, report in results[number]]
    places = sorted({place for _, place, _ in results[number]} - {""})
    if any(report.failed for report in reports):
        word = "LOST"
    elif any(report.passed for report in reports):
        word = "survived"
    else:
        word = "skipped"
    seconds = sum(report.duration for report in reports)
    return word, f"{number:<5} {word:<9} {seconds:6.1f} s  {', '.join(places):<20}  {results[number][0][0]}"


def pytest_terminal_summary(terminalreporter):
    terminalreporter.section("faults")
    survived = 0
    for number in sorted(results, key=lambda name: int(name[1:])):
        word, line = _line(number)
        survived += word == "survived"
        terminalreporter.write_line(line)
    terminalreporter.write_line(f"{survived} of {len(planned())} survived")
