"""``make bench``: every benchmark, each figure beside its yardstick of the same run; name some to run those alone."""

import subprocess
import sys
import time

# In the order of what a reader asks first. Each is a process of its own, so that none warms another's caches.
BENCHMARKS = ("extraction", "judged", "furniture", "layout_speed", "matching", "imports", "desk", "web")


def main(names: list[str]) -> int:
    failed = []
    for name in names or BENCHMARKS:
        print(f"\n=== {name}", flush=True)
        began = time.monotonic()
        if subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode:
            failed.append(name)
        print(f"({time.monotonic() - began:.0f} s)", flush=True)
    if failed:
        print(f"did not end well: {', '.join(failed)}")
    return len(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
