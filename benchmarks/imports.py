"""How fast published fact-checks are imported into a growing archive, and how fast a plain bulk insert of the same rows is.

``python -m benchmarks.imports [ROWS]``: by default 100,000 rows, on SQLite and on PostgreSQL where one answers.
"""

import subprocess
import sys

from benchmarks import databases


def main(total: int = 100_000) -> None:
    for name in databases.answering():
        print(f"--- {name}", flush=True)
        with databases.laid(name) as environment:
            subprocess.run([sys.executable, "-m", "benchmarks.importing", str(total)], env=environment, check=True)


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
