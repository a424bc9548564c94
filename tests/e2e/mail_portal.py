#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""    mail_portal.py LOG

The e-mail portal of a session that has none: writes every message it is given as one JSON
line and says that it was handed over. Prints "ready" when it stands on the bus.
"""
import json
import sys

from gi.repository import Gio, GLib

XML = """<node><interface name='org.freedesktop.portal.Email'>
 <method name='ComposeEmail'><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>
  <arg type='o' direction='out'/></method>
 <property name='version' type='u' access='read'/>
</interface></node>"""
PATH = "/org/freedesktop/portal/desktop"


def call(bus, sender, _path, _interface, _method, parameters, invocation):
    options = parameters.unpack()[1]
    with open(sys.argv[1], "a", encoding="utf-8") as log:
        log.write(json.dumps(options) + "\n")
    handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
    invocation.return_value(GLib.Variant("(o)", (handle,)))
    bus.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response",
                    GLib.Variant("(ua{sv})", (0, {})))


def on_bus(bus, _name):
    bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], call,
                        lambda *_: GLib.Variant("u", 4), None)


Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.portal.Desktop", Gio.BusNameOwnerFlags.NONE, on_bus,
                 lambda *_: print("ready", flush=True), None)
GLib.MainLoop().run()
