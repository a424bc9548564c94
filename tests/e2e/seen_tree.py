# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility tree of one program, asked for a level at a time.

A tree is some hundred widgets, and libatspi asks for one child and one word of one widget at a time, each a way to the
program and back: half of what the flows took was waiting for that. Here the questions of a whole level are on their way
at once. What is found becomes the Atspi.Accessible that the flows work with; only the looking is done differently.
"""
import time

from gi.repository import Atspi, Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
TEXT = "org.a11y.atspi.Text"
PROPERTIES = "org.freedesktop.DBus.Properties"
PATIENCE = 10000  # ms, for one answer
CHILDLESS = ("label", "image", "text", "separator")  # what never has anything inside
WORDED = ("label", "text", "entry", "password text", "heading", "spin button", "combo box")  # what may show other words than it says


def steady(look):
    """What it sees once the tree holds still for as long as that takes; a widget that goes meanwhile is an error of the bus."""
    for _ in range(10):
        try:
            return look()
        except GLib.Error:
            time.sleep(0.03)
    return look()


class Seen:
    """A widget as it stood in the tree."""

    def __init__(self, path, parent, index, role):
        self.path, self.parent, self.index, self.role = path, parent, index, role
        self.children = []

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


class Tree:
    """Whoever asks for it keeps it for as long as the program runs: what was seen once is not asked for again."""

    bus = None

    def __init__(self, root):
        self.root, self.name = root, root.app.bus_name
        self.roles = {}  # path: role, which a widget keeps for life
        self.nodes = {root.path: root}
        self.context = GLib.MainContext.new()
        if Tree.bus is None:
            session = Gio.bus_get_sync(Gio.BusType.SESSION)
            address, = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                         Gio.DBusCallFlags.NONE, PATIENCE, None).unpack()
            Tree.bus = Gio.DBusConnection.new_for_address_sync(
                address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)

    def ask(self, paths, interface, method, arguments=None, lenient=False):
        """The answer of each to the same question; lenient: None of who has none, else that is an error."""
        answers, left = [None] * len(paths), [len(paths)]

        def done(bus, result, index):
            left[0] -= 1
            try:
                answers[index], = bus.call_finish(result).unpack()
            except GLib.Error as error:
                answers[index] = None if lenient else error

        self.context.push_thread_default()
        try:
            for index, path in enumerate(paths):
                given = arguments(index) if callable(arguments) else arguments
                Tree.bus.call(self.name, path, interface, method, given, None, Gio.DBusCallFlags.NONE, PATIENCE, None, done, index)
            while left[0]:
                self.context.iteration(True)
        finally:
            self.context.pop_thread_default()
        error = next((answer for answer in answers if isinstance(answer, GLib.Error)), None)
        if error:
            raise error
        return answers

    def look(self, within):
        """All there is within this node, itself first, as one reads."""
        self.nodes[within.path] = within
        top = Seen(within.path, None, 0, None)
        level = [top]
        while level:
            new = [seen for seen in level if seen.path not in self.roles]
            for seen, role in zip(new, self.ask([seen.path for seen in new], ACCESSIBLE, "GetRole")):
                self.roles[seen.path] = Atspi.role_get_name(Atspi.Role(role))
            for seen in level:
                seen.role = self.roles[seen.path]
            parents = [seen for seen in level if seen.role not in CHILDLESS]
            for seen, children in zip(parents, self.ask([seen.path for seen in parents], ACCESSIBLE, "GetChildren")):
                seen.children = [Seen(path, seen, index, None) for index, (_, path) in enumerate(children)]
            level = [child for seen in parents for child in seen.children]
        return list(top.walk())

    def property(self, seen, name):
        return self.ask([one.path for one in seen], PROPERTIES, "Get", GLib.Variant("(ss)", (ACCESSIBLE, name)))

    def names(self, seen):
        """What is said of each."""
        return self.property(seen, "Name")

    def descriptions(self, seen):
        """What is said of each beside its name."""
        return self.property(seen, "Description")

    def texts(self, seen):
        """What each shows, or None of what shows nothing but what it says."""
        paths = [one.path for one in seen]
        counts = self.ask(paths, PROPERTIES, "Get", GLib.Variant("(ss)", (TEXT, "CharacterCount")), lenient=True)
        having = [index for index, count in enumerate(counts) if count is not None]
        said = self.ask([paths[index] for index in having], TEXT, "GetText",
                        lambda at: GLib.Variant("(ii)", (0, counts[having[at]])), lenient=True)
        texts = dict(zip(having, said))
        return [texts.get(index) for index in range(len(paths))]

    def having(self, seen, state):
        """Those in this state."""
        words = self.ask([one.path for one in seen], ACCESSIBLE, "GetState")
        return [one for one, (low, high) in zip(seen, words) if (high << 32 | low) >> int(state) & 1]

    def node(self, seen):
        """What libatspi calls it, found by the way down from what is known."""
        if seen.path not in self.nodes:
            if seen.parent is None:
                raise GLib.Error("nothing leads there")
            node = self.node(seen.parent).get_child_at_index(seen.index)
            if node is None or node.path != seen.path:
                raise GLib.Error("the tree has changed meanwhile")
            self.nodes[seen.path] = node
        return self.nodes[seen.path]

    def focused(self):
        """Who has the keyboard, or None."""
        return next((self.node(one) for one in self.having(self.look(self.root), Atspi.StateType.FOCUSED)), None)
