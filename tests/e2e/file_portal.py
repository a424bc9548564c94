#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""    file_portal.py CHOICE

The file chooser of a session that has none: whoever asks for a file is given those whose
paths stand in the file CHOICE, one a line. Prints "ready" when it stands on the bus. The
app asks it when GDK_DEBUG has "portals".
"""
import sys

from gi.repository import Gio, GLib

XML = """<node><interface name='org.freedesktop.portal.FileChooser'>
 <method name='OpenFile'><arg type='s' direction='in'/><arg type='s' direction='in'/>
  <arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>
 <property name='version' type='u' access='read'/>
</interface></node>"""
PATH = "/org/freedesktop/portal/desktop"


def call(bus, sender, _path, _interface, _method, parameters, invocation):
    options = parameters.unpack()[2]
    handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
    invocation.return_value(GLib.Variant("(o)", (handle,)))
    with open(sys.argv[1], encoding="utf-8") as choice:
        uris = [GLib.filename_to_uri(line, None) for line in choice.read().splitlines()]
    bus.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response",
                    GLib.Variant("(ua{sv})", (0, {"uris": GLib.Variant("as", uris)})))


def on_bus(bus, _name):
    bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], call,
                        lambda *_: GLib.Variant("u", 4), None)


Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.portal.Desktop", Gio.BusNameOwnerFlags.NONE, on_bus,
                 lambda *_: print("ready", flush=True), None)
GLib.MainLoop().run()
