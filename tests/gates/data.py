#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""    data.py BUILD-DIRECTORY

What the desktop reads about the app is valid, and says the same everywhere.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "tests", "e2e"))
from tap import Tap  # noqa: E402

ID = "com.example.Aftercare"
# Everything the sandbox may do. A line more is a decision, not an edit.
PERMISSIONS = {"--share=ipc", "--socket=fallback-x11", "--socket=wayland", "--device=dri"}


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as stream:
        return stream.read()


def runs(tap, name, *command):
    done = subprocess.run(command, capture_output=True, text=True)
    tap.ok(done.returncode == 0, name, done.stdout + done.stderr)


def keys(desktop):
    return dict(re.findall(r"^([\w-]+)=(.*)$", desktop, re.M))


def main(build):
    tap = Tap()
    data = os.path.join(ROOT, "data")
    desktop_file = os.path.join(build, "data", ID + ".desktop")
    metainfo_file = os.path.join(build, "data", ID + ".metainfo.xml")

    runs(tap, "the desktop file is valid", "desktop-file-validate", desktop_file)
    runs(tap, "the metainfo is valid", "appstreamcli", "validate", "--no-net", "--explain", metainfo_file)
    with tempfile.TemporaryDirectory() as out:
        runs(tap, "the settings schema is valid", "glib-compile-schemas", "--strict", "--targetdir", out, data)
    for icon in (ID, ID + "-symbolic"):
        runs(tap, f"the icon {icon} is well-formed", "xmllint", "--noout", os.path.join(data, "icons", icon + ".svg"))

    desktop, metainfo = keys(read(desktop_file)), ET.parse(metainfo_file).getroot()
    tap.equal(desktop["Icon"], ID, "the desktop file names the icon")
    formats = json.loads(subprocess.run([os.path.join(build, "src", "cli", "aftercare-cli"), "--json", "import", "formats"],
                                        capture_output=True, text=True, check=True).stdout)
    tap.equal(sorted(desktop["MimeType"].strip(";").split(";")), sorted(sum((kind["mime_types"] for kind in formats), [])),
              "the desktop opens with this program what its readers say they read")
    tap.equal(metainfo.findtext("id"), ID, "the metainfo has the application's id")
    tap.equal(metainfo.findtext("launchable"), ID + ".desktop", "the metainfo launches the desktop file")
    tap.equal(metainfo.findtext("project_license"), "GPL-3.0-or-later", "the metainfo states the license")
    service = keys(read(build, "data", ID + ".service"))
    tap.equal(service["Name"], ID, "the bus starts the app by its id")
    tap.ok(service["Exec"].endswith("/bin/aftercare --gapplication-service"), "the bus starts the installed program",
           service["Exec"])
    version = re.search(r"version: '([^']+)'", read(ROOT, "meson.build"))[1]
    tap.equal(metainfo.find("releases/release").get("version"), version, "the newest release is this version")

    manifest = json.loads(read(ROOT, ID + ".json"))
    tap.equal(manifest["id"], ID, "the manifest has the application's id")
    tap.equal(set(manifest["finish-args"]), PERMISSIONS, "the sandbox may do no more than was agreed")
    tap.ok(all(source.get("sha256") or source.get("commit") or source["type"] == "dir"
               for module in manifest["modules"] for source in module["sources"]),
           "every foreign source of the manifest is pinned")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1])))
