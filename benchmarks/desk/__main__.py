"""The desk under load: many reviewers at once, growth with the size of the queue, and the record that is proved.

    python -m benchmarks.desk [--reviewers 16] [--claims 2000] [--takes 500] [--large 100000] [--events 100000] [--only PART] [--on DATABASE]

Runs on a SQLite file of its own, and on PostgreSQL where one answers at ``BENCH_POSTGRES`` (default: this machine's standard port).
"""

import argparse
import subprocess
import sys

from benchmarks import databases

PARTS = ("crowd", "takes", "growth", "record")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--reviewers", type=int, default=16)
    ask.add_argument("--claims", type=int, default=2000)
    ask.add_argument("--takes", type=int, default=500)
    ask.add_argument("--large", type=int, default=100_000)
    ask.add_argument("--events", type=int, default=100_000)
    ask.add_argument("--only", choices=PARTS)
    ask.add_argument("--on", choices=databases.NAMES)
    given = ask.parse_args()
    sizes = {
        "crowd": (given.reviewers, given.claims),
        "takes": (given.reviewers, given.takes),
        "growth": (given.large,),
        "record": (given.events,),
    }
    for name in databases.answering(given.on):
        print(f"\n{name}", flush=True)
        for part in [given.only] if given.only else PARTS:
            with databases.laid(name) as environment:
                words = [sys.executable, "-m", f"benchmarks.desk.inside.{part}", *map(str, sizes[part])]
                subprocess.run(words, env=environment, check=True)


if __name__ == "__main__":
    main()
