# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Test Anything Protocol for scripts: one point per behaviour.

    tap = Tap()
    tap.ok(total == 3, "the total is the sum")
    with tap.point("the window opens"):
        ...                         # raising makes the point fail
    sys.exit(tap.done())
"""
import contextlib
import sys
import traceback


class Tap:
    def __init__(self):
        self.count = 0
        self.failures = 0
        self.skips = 0
        print("TAP version 14", flush=True)

    def ok(self, passed, name, *details):
        self.count += 1
        if not passed:
            self.failures += 1
        print(f"{'ok' if passed else 'not ok'} {self.count} - {name}", flush=True)
        if not passed:
            for detail in details:
                for line in str(detail).splitlines():
                    print(f"# {line}", flush=True)
        return bool(passed)

    def equal(self, got, wanted, name):
        return self.ok(got == wanted, name, f"got:    {got!r}", f"wanted: {wanted!r}")

    def skip(self, name, reason):
        self.count += 1
        self.skips += 1
        print(f"ok {self.count} - {name} # SKIP {reason}", flush=True)

    @contextlib.contextmanager
    def point(self, name):
        """One point that passes unless its body raises; the flow goes on either way."""
        try:
            yield
        except Exception:  # whatever went wrong is this point's failure
            self.ok(False, name, traceback.format_exc())
        else:
            self.ok(True, name)

    def done(self):
        """Prints the plan; the exit status for sys.exit()."""
        print(f"1..{self.count}", flush=True)
        sys.stdout.flush()
        return 1 if self.failures or not self.count else 0
