"""A clerk inside the desk's own database: hands in articles by the desk's own verbs and answers questions, a line each.

Runs as ``python -m tests.faults.clerk`` with the desk's environment, so that the test process needs none of it.
"""

import json
import sys

import django


def main():
    django.setup()
    from tests.faults import questions, reviewing

    for line in sys.stdin:
        name, values = json.loads(line)
        try:
            asked = getattr(questions, name, None) or questions.question(getattr(reviewing, name))
            answer = {"answer": asked(**values)}
        except Exception as error:  # noqa: BLE001  # told to the test
            answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer, default=str) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
