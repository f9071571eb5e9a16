"""How the work grows with its size: calls are counted, since seconds depend on who else works on this machine.

What a single call does within C (a regular expression above all) is not seen: for that a test reads a text so long that
its square would outlast the limit of time that every test has.
"""

import sys


def calls(act):
    """How many calls, of Python and of C, it takes."""
    count = 0

    def see(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(see)
    try:
        act()
    finally:
        sys.setprofile(before)
    return count
