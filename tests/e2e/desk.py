# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sitting at the window: starts the app and works it through the accessibility tree.

    with App(build, data_dir, "--today", "2026-03-02") as app:
        app.click("button", "New Customer")
        app.type_into(app.find("text", "Name"), "Ann Lee")
        app.wait_for("label", "Ann Lee")
    app.complaints()                # warnings the app printed, less the known ones

To be run by tests/e2e/session. What it took to make this steady, at GTK 4.18:
  * the accessibility desktop is touched before the app starts, or the app may never appear;
  * nothing sleeps: every step waits on the tree, and errors while it changes are retried;
  * Component.grab_focus is refused and SCREEN extents are not real, so a mouse click goes
    to WINDOW extents, the window lying at 0,0 (there is no window manager);
  * xdotool types ASCII only; other letters go through EditableText;
  * Text.get_text(0, -1) is empty: the character count has to be asked.
"""
import json
import os
import re
import sqlite3
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from seen_tree import WORDED, Tree, steady  # noqa: E402

# The registry of a session that has just begun has no cache yet; nothing depends on it.
GLib.log_set_handler("dbind", GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None, None)

TIMEOUT = 20
DOUBLE_CLICK = 0.45
TODAY = "2026-11-24"  # a Tuesday; the clock stands still at noon

# What may stand in a log and why. Everything else that GLib calls a warning is a failure.
KNOWN_WARNINGS = [
    # no settings daemon in the test session
    r"Unable to acquire session bus|org\.freedesktop\.portal\.(Desktop|Settings)|xdg-desktop-portal",
    # GTK's file dialog in a home where nobody has bookmarked a folder yet
    r"Failed to load '.*/gtk-3\.0/bookmarks'",
    # Xvfb has no GPU
    r"(libEGL|MESA|Vulkan|vkCreate|dri[23])\b",
]
# The same at the newest end (./dev test --newest) alone: what the floor would say is still heard there.
NEWEST_WARNINGS = [
    # GDK 4.24 miscounts its own frames under Xvfb; a window with one button says the same
    r"gdk_frame_timings_submitted\(\) called on submitted frame",
    # the heading of an AdwAlertDialog, measured by itself
    r"Trying to measure GtkLabel \S+ for height of \d+, but it needs at least",
    # what the test session's portal lacks, too
    r"No such interface “org\.freedesktop\.(host\.)?portal\.(Registry|Inhibit)”",
]

# What the newest toolkit calls by another name: a password has a role of its own, and it is a group that bears its
# title, where the oldest gives it to the list inside.
ALSO = {"text": ("text", "password text"), "list": ("list", "grouping")}
# A tab of a switcher: toolkits differ on what it is.
TAB = re.compile("^(toggle button|radio button|page tab)$")
# By their keycodes: xdotool finds them on a level of the newest keyboard that no finger reaches.
FUNCTION_KEYS = {f"F{n}": str(66 + n) for n in range(1, 11)}


def wait(what, function, timeout=TIMEOUT):
    """The first true result of function. The tree changes under us, so errors are retried."""
    end, last = time.monotonic() + timeout, None
    while True:
        try:
            last = function()
            if last:
                return last
        except GLib.Error as error:
            last = error
        if time.monotonic() > end:
            raise AssertionError(f"waited {timeout} s for {what}; last: {last!r}")
        time.sleep(0.03)


def walk(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from walk(child)


def showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def same(wanted, got):
    """wanted: None (anything), a str (equal) or a compiled pattern (search)."""
    if wanted is None:
        return True
    return bool(wanted.search(got)) if isinstance(wanted, re.Pattern) else got == wanted


def checked(node):
    return any(node.get_state_set().contains(state) for state in (Atspi.StateType.CHECKED, Atspi.StateType.PRESSED))


def bounds(node):
    box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    return box.x, box.y, box.width, box.height


def bounds_at_rest(node):
    """Once they hold still: a page that slides in, and rows that close up, are elsewhere by the time of the click."""
    last = [None]

    def still():
        before, last[0] = last[0], bounds(node)
        return before == last[0] or time.sleep(0.06)
    wait(f"{node.get_name()!r} to hold still", still)
    return last[0]


def in_sight(node):
    """Whether its middle is inside all that it is in: what a dialog has below its end is within the window, and hidden."""
    _, top, _, height = bounds(node)
    middle, parent = top + height // 2, node.get_parent()
    while parent and parent.get_role_name() not in ("frame", "application"):
        _, above, _, length = bounds(parent)
        if length > 0 and not above <= middle < above + length:
            return False
        parent = parent.get_parent()
    return True


def border_of(node):
    """What the frame draws round itself where there is no compositor."""
    while node.get_role_name() not in ("frame", "application"):
        node = node.get_parent()
    return 0 if node.get_role_name() == "application" else -bounds(node)[0]


def text_of(node):
    text = node.get_text_iface()
    if text is None:
        return node.get_name()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))


def describe(node, depth=0):
    """The tree as text: what a failing flow prints."""
    lines = [f"{'  ' * depth}{node.get_role_name()} {node.get_name()!r}{'' if showing(node) else ' (hidden)'}"]
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            lines.append(describe(child, depth + 1))
    return "\n".join(lines)


def key(*keys):
    """Presses keys by their X names, e.g. key("ctrl+n")."""
    codes = [FUNCTION_KEYS.get(name, name) for name in keys]
    subprocess.run(["xdotool", "key", "--delay", "5", *codes], check=True)


def type_keys(text):
    subprocess.run(["xdotool", "type", "--delay", "5", text], check=True)


def applications():
    desktop = Atspi.get_desktop(0)
    nodes = (desktop.get_child_at_index(i) for i in range(desktop.get_child_count()))
    return [node for node in nodes if node]


def cli(build, data, *arguments, today=TODAY, record=None, code=0):
    """What aftercare-cli answers, beside the window or before it. record: what `add` is given as its file."""
    command = [os.path.join(build, "src", "cli", "aftercare-cli"), "--data-dir", data, "--today", today, "--json",
               *arguments] + ([] if record is None else ["--file", "-"])
    done = subprocess.run(command, input="" if record is None else json.dumps(record), capture_output=True, text=True)
    assert done.returncode == code, f"{arguments}: exit {done.returncode}\n{done.stdout}{done.stderr}"
    return json.loads(done.stdout)


def drafts(data):
    """What is kept of open editors, by what it is about; whose it is stands behind that."""
    with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
        return {key.split("@")[0]: body for key, body in shop.execute("SELECT key, body FROM draft")}


def say_who_we_are(build, data, today=TODAY):
    """What every invoice says of the shop that it is from."""
    for key_, value in (("shop-name", "Kettle & Spoke"), ("shop-street", "Lindenstraße 14"), ("shop-postcode", "10969"),
                        ("shop-locality", "Berlin"), ("shop-vat-id", "DE312448907")):
        cli(build, data, "setting", "set", key_, value, today=today)


class App:
    """The running app. `command` replaces the program (the Flatpak test runs another)."""

    def __init__(self, build, data_dir=None, *arguments, command=None, name="aftercare", env=None, first_run=False):
        self.name = name
        self.known = KNOWN_WARNINGS + (NEWEST_WARNINGS if f"{os.sep}newest{os.sep}" in os.path.abspath(build or "") else [])
        self.command = list(command or [os.path.join(build, "src", "aftercare")])
        if data_dir:
            self.command += ["--data-dir", data_dir]
        self.command += arguments
        if not first_run and "--place" not in arguments:  # who asks for a place knows the house
            self.command += ["--place", "today"]
        self.env = os.environ | {
            "G_DEBUG": "fatal-criticals",
            "GSETTINGS_SCHEMA_DIR": os.path.join(build or "", "data"),
        } | (env or {})
        self.process = self.log = self.root = self.tree = None
        self.before = set()
        self.clicked = None  # where, and when
        self.corner = 0  # where the window's border begins on the screen

    def __enter__(self):
        return self if self.process else self.start()

    def __exit__(self, kind, error, trace):
        if error is not None and self.root is not None:
            self.print_tree()
        self.stop()

    def start(self):
        self.before = {node.get_process_id() for node in applications()}  # another window, perhaps
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(self.command, env=self.env, stdin=subprocess.DEVNULL,
                                        stdout=self.log, stderr=subprocess.STDOUT)
        self.root = wait(f"{self.name} in the tree", self._application)
        wait("a window", lambda: self.root.get_child_count() > 0)
        self.tree = Tree(self.root)
        return self

    def _application(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the app ended at once with {self.process.returncode}:\n{self.output()}")
        return next((node for node in applications()
                     if node.get_name() == self.name and node.get_process_id() not in self.before), None)

    def stop(self):
        """Ends the app as a session that logs out does; its exit status."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
        return self.wait_until_gone()

    def kill(self):
        """As a power cut does."""
        self.process.kill()
        return self.wait_until_gone()

    def wait_until_gone(self, timeout=TIMEOUT):
        try:
            return self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError("the app did not end") from None

    def output(self):
        self.log.flush()
        self.log.seek(0)
        return self.log.read()

    def complaints(self):
        return [line for line in self.output().splitlines()
                if re.search(r"WARNING|CRITICAL|ERROR|runtime error|Sanitizer", line)
                and not any(re.search(known, line) for known in self.known)]

    def print_tree(self):
        try:
            print("\n".join("# " + line for line in describe(self.root).splitlines()), flush=True)
        except GLib.Error:
            print("# the app is gone from the tree", flush=True)

    # looking

    def wanted(self, name):
        """What a name is looked for by: itself, where the program speaks the language of the tests."""
        return name

    def all(self, role=None, name=None, within=None, hidden=False):
        return steady(lambda: self._all(role, name, within, hidden))

    def _all(self, role, name, within, hidden):
        roles = ALSO.get(role, (role,)) if name is not None else (role,)
        name = self.wanted(name)
        found = [one for one in self.tree.look(within or self.root) if any(same(each, one.role) for each in roles)]
        if name is not None:
            acts = f"{name}, " if isinstance(name, str) and role in ("button", "toggle button") else "\n"  # whose it is, is told then
            found = [one for one, said in zip(found, self.tree.names(found)) if same(name, said) or said.startswith(acts)]
        nodes = [self.tree.node(one) for one in found]
        return [node for node in nodes if hidden or showing(node)]

    def has(self, role=None, name=None, within=None):
        try:
            return bool(self.all(role, name, within))
        except GLib.Error:
            return False

    def find(self, role=None, name=None, within=None, timeout=TIMEOUT):
        """The first such widget on screen, waited for."""
        return wait(f"{role} {name!r}", lambda: next(iter(self.all(role, name, within)), None), timeout)

    wait_for = find

    def wait_gone(self, role=None, name=None, within=None, timeout=TIMEOUT):
        wait(f"no {role} {name!r}", lambda: not self.all(role, name, within), timeout)

    def wait_text(self, pattern, timeout=TIMEOUT):
        """Waits until any widget on screen says this (str: part of it, or a pattern)."""
        pattern = self.wanted(re.compile(re.escape(pattern)) if isinstance(pattern, str) else pattern)
        return wait(f"text {pattern.pattern!r}", lambda: next((node for node in self._saying(pattern) if showing(node)), None), timeout)

    def _saying(self, pattern):
        there = self.tree.look(self.root)
        found = [one for one, name in zip(there, self.tree.names(there)) if pattern.search(name)]
        if not found:
            there = [one for one in there if one.role in WORDED]
            found = [one for one, text in zip(there, self.tree.texts(there)) if text and pattern.search(text)]
        return map(self.tree.node, found)

    def words(self, *more):
        """All that is spoken and shown; more: what else of the tree's is asked of each (tree.descriptions)."""
        return steady(lambda: self._words(*more))

    def _words(self, *more):
        there = self.tree.having(self.tree.look(self.root), Atspi.StateType.SHOWING)
        asked = [self.tree.names(there), self.tree.texts([one for one in there if one.role in WORDED]), *(ask(there) for ask in more)]
        return [text for answer in asked for text in answer if text]

    def roles(self, roles, within=None):
        """What is on screen of these roles."""
        def look():
            there = [one for one in self.tree.look(within or self.root) if one.role in roles]
            return [self.tree.node(one) for one in self.tree.having(there, Atspi.StateType.SHOWING)]
        return steady(look)

    def focused(self):
        """Who has the keyboard, or None."""
        return steady(self.tree.focused)

    def row(self, *words, within=None):
        """The row whose spoken name holds all of these, waited for."""
        return wait(f"a row with {words}", lambda: next(
            (n for n in self.all("list item", within=within) if all(w in n.get_name() for w in words)), None))

    # working

    def press(self, node):
        """A button's own action: quick, and works where the pointer cannot reach."""
        actions = node.get_action_iface()
        assert actions and actions.get_n_actions() and actions.do_action(0), f"{node.get_name()!r} has no action"

    def click(self, role, name=None, within=None):
        """Presses the widget by its action if it has one, else by the mouse."""
        node = self.find(role, name, within)
        actions = node.get_action_iface()
        if actions and actions.get_n_actions():
            actions.do_action(0)
        else:
            self.point_and_click(node)
        return node

    def turn_to(self, tab):
        """By its tab, once it is there."""
        self.point_and_click(self.find(TAB, tab))

    def undo(self, said):
        """Presses Undo on the toast that says this, not on one of something before."""
        self.wait_text(said)
        self.press(self.find("button", "Undo"))

    def scroll_to(self, node):
        """With the wheel, over the middle of the window."""
        _, _, width, height = bounds(self.find("frame"))
        subprocess.run(["xdotool", "mousemove", str(width // 2), str(height // 2)], check=True)

        def seen():
            if 0 < bounds(node)[1] < height - 60 and in_sight(node):
                return True
            subprocess.run(["xdotool", "click", "5"], check=True)
            return False
        wait(f"{node.get_name()!r} to be scrolled to", seen)

    def point_and_click(self, node, button=1):
        """In its middle. GTK counts from the window's border and calls its corner negative."""
        box, border = bounds_at_rest(node), border_of(node)
        x, y = (self.corner + 2 * border + start + length // 2 for start, length in (box[::2], box[1::2]))
        last, self.clicked = self.clicked, (x, y, time.monotonic())
        if last and last[:2] == (x, y):  # two clicks in one place are a double click, until there was a pause
            time.sleep(max(0, last[2] + DOUBLE_CLICK - time.monotonic()))
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", str(button)], check=True)

    def focus(self, node):
        self.point_and_click(node)
        wait("the focus", lambda: any(n.get_state_set().contains(Atspi.StateType.FOCUSED) for n in walk(node)))

    def set_text(self, node, text):
        """Any letters, at once, replacing what is there."""
        assert node.get_editable_text_iface().set_text_contents(text), f"{node.get_name()!r} takes no text"
        wait(f"{text!r} in {node.get_name()!r}", lambda: text_of(node) == text)

    def type_into(self, node, text):
        """Real key strokes, where they can type it."""
        if not text.isascii():
            return self.set_text(node, text)
        self.focus(node)
        key("ctrl+a")
        type_keys(text)
        wait(f"{text!r} typed", lambda: text_of(node) == text)

    def fill(self, name, text):
        """Into a row of a dialog: its old text gives way."""
        self.focus(self.find("text", name))
        key("ctrl+a")
        type_keys(text)

    def unfold(self, row):
        """Opens a row that has folded away what is seldom needed."""
        self.point_and_click(self.row(row))

    def choose(self, letter, menu="More"):
        """The line of a menu that has this letter underlined."""
        button = self.find("toggle button", menu)
        self.press(button)
        wait("the menu", lambda: checked(button))
        key(letter)

    def open_search(self):
        key("ctrl+k")
        dialog = self.find("dialog", "Find Anything")
        entry = self.find("entry", within=dialog)
        wait("the cursor in it", lambda: any(n.get_state_set().contains(Atspi.StateType.FOCUSED) for n in walk(entry)))
        return dialog

    def search_for(self, typed, found, go=True):
        """Types into the search and waits for a line with these words (a pattern); goes there, or leaves again."""
        dialog = self.open_search()
        if typed.isascii():
            type_keys(typed)
        else:
            self.set_text(self.find("entry", within=dialog), typed)
        line = self.find("list item", re.compile(found), within=dialog)
        key("Return" if go else "Escape")
        self.wait_gone("dialog", "Find Anything")
        return line

    def save_as(self, path):
        """Answers the file dialog, which is the portal's (another program's) or, without one, our own."""
        name = wait("a file dialog", lambda: next(
            (node for app in applications() for node in walk(app)
             if node.get_role_name() in ("text", "entry") and re.search(r"\.\w+$", text_of(node) or "")), None))
        assert name.get_editable_text_iface().set_text_contents(path)
        program = name.get_application()
        self.press(next(node for node in walk(program)
                        if node.get_role_name() in ("button", "push button") and node.get_name() == "Save"))

    # seeing

    def window_id(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               capture_output=True, text=True).stdout.split()
        return found[0] if found else None

    def resize(self, width, height):
        """What is inside its border, at 0,0; until the window has laid itself out: the first size it gets may still be its own."""
        frame = self.find("frame")

        def resized():
            window, border = self.window_id(), border_of(frame)
            if window:
                size = [str(length + 2 * border) for length in (width, height)]
                subprocess.run(["xdotool", "windowsize", window, *size], check=True)
                subprocess.run(["xdotool", "windowmove", window, str(-border), str(-border)], check=True)
                self.corner = -border
                time.sleep(0.2)
            return bounds(frame)[2] == width + 2 * border
        wait(f"a window {width} wide", resized)

    def picture(self, path, width=None, height=None):
        """The screen, from its corner at 0,0, once two shots in a row are the same."""
        crop = ["-crop", f"{width}x{height}+0+0", "+repage"] if width else []
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        # out of the window, or what it says about the thing below it stands in the picture; and
        # back, as the keys may go where it points: nobody gives the focus back to a window
        where = re.findall(r"[xy]:(\d+)", subprocess.run(["xdotool", "getmouselocation"], capture_output=True, text=True).stdout)
        subprocess.run(["xdotool", "mousemove", "1279", "899"], check=True)
        last = None
        for _ in range(20):
            subprocess.run(["import", "-window", "root", *crop, path], check=True)
            with open(path, "rb") as stream:
                shot = re.sub(rb"tEXtdate:.*?IEND", b"", stream.read(), flags=re.S)
            if shot == last:
                break
            last = shot
            time.sleep(0.15)
        subprocess.run(["xdotool", "mousemove", *where], check=True)
        return path
