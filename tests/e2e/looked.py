# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The running app with looker.so inside it, which tells what no accessibility tree does.

    app.look()      # {"cut": [labels], "whole": [labels], "shortened": [of the whole, titles and the like that give way],
                    # "split": [words], "beside": [widgets], "turned": [numbers],
                    # "under": [titles of rows that lie under their pencil], "dialog": [types]} of what is on screen
    app.said()      # what was said aloud to whoever does not see it
    app.askew()     # what stands elsewhere than in a mirror, once the window is turned the other way round
"""
import os
import signal
import tempfile
from collections import defaultdict

from desk import App, wait


class Looked(App):
    def __init__(self, build, *arguments, env=None, **more):
        self.folder = tempfile.TemporaryDirectory()
        self.seen = os.path.join(self.folder.name, "seen")
        super().__init__(build, *arguments, env={"LOOKER_OUT": self.seen, "LD_PRELOAD": os.path.join(
            build, "tests", "e2e", "looker.so")} | (env or {}), **more)

    def _told(self, asked):
        if os.path.exists(self.seen):
            os.remove(self.seen)
        os.kill(self.process.pid, asked)
        wait("what is seen", lambda: os.path.exists(self.seen))
        told = defaultdict(list)
        with open(self.seen, encoding="utf-8") as stream:
            for line in stream:
                what, text = line.rstrip("\n").split("\t", 1)
                told[what].append(text)
        return told

    def look(self):
        return self._told(signal.SIGUSR2)

    def said(self):
        """What was said aloud until now."""
        if not os.path.exists(f"{self.seen}.said"):
            return []
        with open(f"{self.seen}.said", encoding="utf-8") as stream:
            return stream.read().splitlines()

    def askew(self):
        return self._told(signal.SIGUSR1)["askew"]
