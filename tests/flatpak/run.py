#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""    run.py RUNTIME-REPO WORK-FOLDER

The real Flatpak: builds the manifest, makes a bundle of it, one file that an owner can be
given, installs that into the session's own home, looks at its walls from inside, opens its
window. The bundle stays in WORK-FOLDER. To be run by tests/e2e/session.

A wall is a script that says "held" or "open" inside the sandbox. Each is tried twice: as
installed, where it must say "held", and with one permission more (or from outside), where
it must say "open": a probe that cannot tell the difference shows nothing.
"""
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "tests", "e2e"))
from desk import App, key  # noqa: E402
from tap import Tap  # noqa: E402

ID = "com.example.Aftercare"
BUNDLE = ID + ".flatpak"
MANIFEST = os.path.join(ROOT, ID + ".json")
HOME = os.environ["HOME"]
OWN = os.path.join(HOME, ".var", "app", ID)


def run(*command, **options):
    return subprocess.run(command, check=True, stdout=sys.stderr, **options)


def inside(script, *permissions):
    """What the script says in the sandbox, `permissions` added to its own."""
    done = subprocess.run(["flatpak", "run", "--user", *permissions, "--command=bash", ID, "-c", script],
                          capture_output=True, text=True)
    return done.stdout.strip() or f"status {done.returncode}: {done.stderr.strip()}"


def outside(script):
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True)
    return done.stdout.strip() or done.stderr.strip()


def says(test):
    """A script that says open where the test succeeds."""
    return f"if {test}; then echo open; else echo held; fi"


def wall(tap, name, test, *permissions):
    """With no permission that would open it, the control is the same test outside."""
    script = says(test)
    tap.equal(inside(script), "held", name)
    if permissions:
        tap.equal(inside(script, *permissions), "open", f"control: open with {' '.join(permissions)}")
    else:
        tap.equal(outside(script), "open", "control: open outside of the sandbox")


def local_manifest(work):
    """Without the modules of others' sources: the stand-in runtime has those libraries as packages."""
    with open(MANIFEST, encoding="utf-8") as stream:
        manifest = json.load(stream)
    manifest["modules"] = [module for module in manifest["modules"]
                           if all(source["type"] == "dir" for source in module["sources"])]
    for module in manifest["modules"]:
        for source in module["sources"]:
            source["path"] = os.path.join(ROOT, source["path"])
    path = os.path.join(work, ID + ".json")
    with open(path, "w", encoding="utf-8") as stream:
        json.dump(manifest, stream)
    return path


def build(repo, work):
    state, folder = os.path.join(work, "state"), os.path.join(work, "build")
    os.makedirs(work, exist_ok=True)
    branch = json.load(open(MANIFEST, encoding="utf-8"))["runtime-version"]
    run("flatpak", "remote-add", "--user", "--if-not-exists", "--no-gpg-verify", "local", repo)
    run("flatpak", "install", "--user", "-y", "--noninteractive", "local",
        f"org.gnome.Platform//{branch}", f"org.gnome.Sdk//{branch}")
    fuse = [] if os.access("/dev/fuse", os.W_OK) else ["--disable-rofiles-fuse"]
    made = os.path.join(work, "repo")
    run("flatpak-builder", "--user", "--force-clean", "--ccache", "--disable-updates", *fuse, f"--repo={made}",
        f"--state-dir={state}", folder, local_manifest(work), cwd=work)
    shutil.rmtree(folder)
    run("flatpak", "build-bundle", made, os.path.join(work, BUNDLE), ID)


def install(work):
    run("flatpak", "install", "--user", "-y", "--noninteractive", "--bundle", os.path.join(work, BUNDLE))


def check_install(tap):
    shown = subprocess.run(["flatpak", "info", "--user", "--show-permissions", ID], capture_output=True, text=True).stdout
    wanted = "[Context]\nshared=ipc;\nsockets=x11;wayland;fallback-x11;\ndevices=dri;"
    tap.equal(shown.strip(), wanted, "the installed app asks for the window and nothing else")
    exports = os.path.join(HOME, ".local", "share", "flatpak", "exports", "share")
    for path in (f"applications/{ID}.desktop", f"dbus-1/services/{ID}.service", f"metainfo/{ID}.metainfo.xml",
                 f"icons/hicolor/scalable/apps/{ID}.svg", f"icons/hicolor/symbolic/apps/{ID}-symbolic.svg"):
        tap.ok(os.path.exists(os.path.join(exports, path)), f"the desktop is given {path}")
    for path in ("/app/bin/aftercare", "/app/bin/aftercare-cli", "/app/share/glib-2.0/schemas/gschemas.compiled"):
        tap.equal(inside(says(f"[ -e {path} ]")), "open", f"{path} is installed")


def check_network(tap):
    tap.equal(inside("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '"), "lo", "there is no network device but lo")
    own = os.readlink("/proc/self/ns/net")
    wall(tap, "the machine's network is not there", f'[ "$(readlink /proc/self/ns/net)" = "{own}" ]', "--share=network")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    reach = f"(exec 3<>/dev/tcp/127.0.0.1/{server.server_port}) 2>/dev/null"
    wall(tap, "a server outside is not reached", reach, "--share=network")
    server.shutdown()


def check_files(tap):
    private = os.path.join(HOME, "private.txt")
    with open(private, "w", encoding="utf-8") as stream:
        stream.write("hush")
    wall(tap, "a file of the home is not seen", f'[ -e "{private}" ]', "--filesystem=home")
    leak = os.path.join(HOME, "leak.txt")
    inside(f'touch "{leak}"')
    tap.ok(not os.path.exists(leak), "what is written to the home does not arrive there")
    inside(f'touch "{leak}"', "--filesystem=home")
    tap.ok(os.path.exists(leak), "control: it arrives with --filesystem=home")
    inside('touch "$XDG_DATA_HOME/kept"')
    tap.ok(os.path.exists(os.path.join(OWN, "data", "kept")), "its own data is kept")
    tap.equal(inside(says('[ -e "$XDG_DATA_HOME/kept" ]')), "open", "its own data is there the next time")
    for folder in ("/usr", "/app"):
        tap.equal(inside(says(f"touch {folder}/x 2>/dev/null")), "held", f"{folder} is read-only")
    tap.equal(inside(says('touch "$XDG_DATA_HOME/x" 2>/dev/null')), "open", "control: its own folder is not")


def check_buses(tap):
    ping = ("dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets "
            "org.freedesktop.DBus.Peer.Ping >/dev/null 2>&1")
    wall(tap, "the keyring is not on its bus", ping, "--talk-name=org.freedesktop.secrets")
    own = ("dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.RequestName "
           "string:com.example.Other uint32:0 2>/dev/null | grep -q 'uint32 1'")
    wall(tap, "no name but its own can be taken", own, "--own-name=com.example.Other")
    wall(tap, "the system bus is not reached",
         "dbus-send --system --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetId >/dev/null 2>&1",
         "--socket=system-bus")
    wall(tap, "the machine's other processes are not seen", f"[ -e /proc/{os.getpid()}/status ] && "
         f'grep -q "^Pid:.{os.getpid()}$" /proc/{os.getpid()}/status')


def check_devices(tap):
    inner = set(inside("ls /dev").split())
    extra = sorted(set(os.listdir("/dev")) - inner - {"dri", "core", "log", "fd", "stdin", "stdout", "stderr"})
    extra = [name for name in extra if not os.path.isdir(os.path.join("/dev", name))]
    if extra:
        wall(tap, f"the device {extra[0]} is not there", f"[ -e /dev/{extra[0]} ]", "--device=all")
    else:
        tap.skip("no other device is there", "this machine has none to look for")


def check_secrets(tap):
    """The Secret portal keeps the app's own keyring: no permission, encrypted, there the next time."""
    store = "printf s3cr3t-4711 | secret-tool store --label=Test account me && echo stored"
    tap.equal(inside(store), "stored", "a secret is stored through the portal")
    tap.equal(inside("secret-tool lookup account me"), "s3cr3t-4711", "the secret is there in the next run")
    keyrings = [os.path.join(folder, name) for folder, _folders, names in os.walk(OWN) for name in names
                if name.endswith(".keyring")]
    tap.ok(len(keyrings) == 1 and os.path.getsize(keyrings[0]) > 0, "it lies in the app's own folder", keyrings)
    in_clear = ["grep", "-rqs", "s3cr3t-4711", OWN]
    tap.ok(subprocess.run(in_clear).returncode == 1, "it does not lie there in the clear")
    inside('printf s3cr3t-4711 > "$XDG_DATA_HOME/clear"')
    tap.ok(subprocess.run(in_clear).returncode == 0, "control: in the clear it would be found")
    os.remove(os.path.join(OWN, "data", "clear"))


def check_window(tap):
    app = App(None, None, command=["flatpak", "run", "--user", ID])
    del app.env["GSETTINGS_SCHEMA_DIR"]
    with tap.point("the window opens in the sandbox"):
        app.start()
        app.find("frame", "Aftercare")
    with tap.point("its places are there"):
        for place in ("Today", "Customers", "Jobs", "Invoices"):
            app.find("list item", place)
    with tap.point("Ctrl+Q ends it"):
        key("ctrl+q")
        assert app.wait_until_gone() == 0, app.output()
    tap.equal(app.complaints(), [], "its log is free of warnings")
    subprocess.run(["flatpak", "kill", ID], stderr=subprocess.DEVNULL)


def portals():
    folder = os.path.join(HOME, ".config", "xdg-desktop-portal")
    os.makedirs(folder)
    with open(os.path.join(folder, "portals.conf"), "w", encoding="utf-8") as stream:
        stream.write("[preferred]\ndefault=gtk\norg.freedesktop.impl.portal.Secret=gnome-keyring\n")


def main(repo, work):
    # Without a system bus flatpak's parental controls fail to connect. A bus that lacks
    # the service is enough for them, and is one to be kept away from, too.
    if not os.path.exists("/run/dbus/system_bus_socket"):
        os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    tap = Tap()
    portals()
    with tap.point("the manifest builds"):
        build(repo, work)
    with tap.point("what an owner is given installs"):
        install(work)
    if not tap.failures:
        for check in (check_install, check_network, check_files, check_buses, check_devices, check_secrets,
                      check_window):
            check(tap)
    tap.done()
    print(f"{tap.count - tap.skips - tap.failures} passed, {tap.failures} failed")
    return 1 if tap.failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
