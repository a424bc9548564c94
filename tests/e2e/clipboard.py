#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""    clipboard.py PICTURE

Another program from which a picture was copied. Prints "ready" when it can be pasted.
"""
import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, GObject, Gtk  # noqa: E402

Gtk.init()
texture = GObject.Value(Gdk.Texture, Gdk.Texture.new_from_filename(sys.argv[1]))
Gdk.Display.get_default().get_clipboard().set_content(Gdk.ContentProvider.new_for_value(texture))
print("ready", flush=True)
GLib.MainLoop().run()
