"""One database's part of ``benchmarks.imports``: 20,000 rows a file, each format in turn, into a growing archive.

``python -m benchmarks.importing ROWS``, in the environment of an empty desk.
"""

import csv
import io
import json
import sys
from time import perf_counter, process_time

import django

django.setup()

from django.contrib.auth.models import Group  # noqa: E402  # Django must be set up first

from claims.memory import imports  # noqa: E402  # Django must be set up first
from claims.models import FactCheck, Import, Role, User  # noqa: E402  # Django must be set up first
from claims.record import foundation, work  # noqa: E402  # Django must be set up first

PER_FILE = 20_000
MUST = 5_000  # rows a second
FORMATS = ("claim_review", "data_feed", "search", "csv")
WHO = ("The mayor", "The ministry", "A union", "A campaign group", "The opposition")
WHAT = ("schools", "hospitals", "roads", "arrests", "visas", "harvests", "wages")


def rows(first: int, count: int) -> list[dict[str, str]]:
    """Fact-checks of our own making, no two alike."""
    return [
        {
            "claim": f"{WHO[n % 5]} said that spending on {WHAT[n % 7]} rose by {n % 97} percent to {n:,} in {1990 + n % 36}.",
            "claimant": WHO[n % 5],
            "url": f"https://check.example/{n}",
            "rating": ("False", "True", "Half true")[n % 3],
            "publisher": f"Check Example {n % 11}",
            "date": f"2025-{1 + n % 12:02}-{1 + n % 28:02}",
        }
        for n in range(first, first + count)
    ]


def review(row: dict[str, str]) -> dict[str, object]:
    return {
        "@type": "ClaimReview",
        "claimReviewed": row["claim"],
        "url": row["url"],
        "datePublished": row["date"],
        "author": {"@type": "Organization", "name": row["publisher"]},
        "reviewRating": {"@type": "Rating", "alternateName": row["rating"]},
        "itemReviewed": {"@type": "Claim", "author": {"name": row["claimant"]}},
    }


def searched(row: dict[str, str]) -> dict[str, object]:
    said = {"publisher": {"name": row["publisher"]}, "url": row["url"], "textualRating": row["rating"]}
    return {"text": row["claim"], "claimant": row["claimant"], "claimReview": [said | {"reviewDate": row["date"]}]}


def file_of(form: str, given: list[dict[str, str]]) -> bytes:
    if form == "csv":
        out = io.StringIO()
        writer = csv.DictWriter(out, given[0])
        writer.writeheader()
        writer.writerows(given)
        return out.getvalue().encode()
    if form == "search":
        return json.dumps({"claims": [searched(row) for row in given]}).encode()
    if form == "data_feed":
        items = [{"@type": "DataFeedItem", "item": [review(row)]} for row in given]
        return json.dumps({"@type": "DataFeed", "dataFeedElement": items}).encode()
    return "\n".join(json.dumps(review(row)) for row in given).encode()


def measure(form: str, first: int, count: int, by: User) -> tuple[float, float, Import]:
    """Seconds of wall clock and of processor for one file, from taking the work to its end."""
    job = imports.begin(file_of(form, rows(first, count)), name=form, form=form, by=by)
    began, worked = perf_counter(), process_time()
    imports.run(job.pk)
    took, worked = perf_counter() - began, process_time() - worked
    job.refresh_from_db()
    return took, worked, job


def yardstick(first: int, count: int, job: Import) -> float:
    """The same rows as bare objects through Django's bulk_create, in the same batches."""
    ready = [
        FactCheck(claim_text=row["claim"], address=row["url"], key=f"y{n}", imported=job)
        for n, row in enumerate(rows(first, count))
    ]
    began = perf_counter()
    for start in range(0, count, imports.BATCH):
        FactCheck.objects.bulk_create(ready[start : start + imports.BATCH])
    return perf_counter() - began


def main(total: int) -> None:
    foundation.lay()
    work._send = lambda task, pk: None  # nobody listens here
    editor = User.objects.create_user("edda", email="edda@desk.example")
    editor.groups.set(Group.objects.filter(name=Role.EDITOR))
    slowest = float("inf")
    print(
        f"{'format':14}{'archive before':>15}{'stored':>10}{'seconds':>10}{'rows/s':>10}{'per CPU s':>11}   must {MUST:,}"
    )
    for number, first in enumerate(range(0, total, PER_FILE)):
        took, worked, job = measure(FORMATS[number % len(FORMATS)], first, PER_FILE, editor)
        slowest = min(slowest, job.place / took)
        print(
            f"{job.format:14}{first:>15,}{job.stored:>10,}{took:>10.2f}{job.place / took:>10,.0f}{job.place / worked:>11,.0f}   {job.state}"
        )
    bare = PER_FILE / yardstick(total, PER_FILE, job)
    print(
        f"{'bulk_create':14}{total:>15,}{PER_FILE:>10,}{PER_FILE / bare:>10.2f}{bare:>10,.0f}{'':11}   the yardstick: bare rows, nothing parsed"
    )
    print(f"slowest {slowest:,.0f} rows/s, {slowest / bare:.2f} of the yardstick")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
